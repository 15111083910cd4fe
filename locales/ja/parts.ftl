# Words of the parts that every screen is built from.

parts-close = 閉じる
parts-reading = 読み込んでいます
parts-ask-again = もう一度読む
parts-problem-unknown = 思いがけないことが起きました。保存済みの記録は失われていません。
parts-problem-remedy = もう一度お試しください。
parts-problem-detail = 原因（問い合わせ用）
parts-stages = 段階
parts-stage-working = 業務
parts-stage-here = いまここ
parts-stage-skipped = 記録なし
parts-day-counted = { $nth }日目
parts-day-weekend = 土日
parts-day-predicted = { $name }（見込み）
# 問い合わせの本文をコピーしました（318字）
parts-copied = { $what }をコピーしました（{ $characters }字）
parts-rule = きまり：{ $rule }
parts-source = 出典 { $title }
parts-source-address = 出典のアドレス
parts-copy-address = アドレスをコピー
parts-checked = 確認日 { $day }
parts-reasons = 理由
parts-reason-rule = きまり
parts-never = サービス外での契約・支払いはできません
parts-deal-unknown = サービス外での契約・支払いは、確かめるまでしません
parts-stale = 確認から日がたっています。出典で、いまのきまりを確かめてください。
parts-conflict = サービスの案内どうしが食い違っています。厳しいほうで答えています
parts-exemptions = 目的を限って認められていること（{ $count }件）
parts-duties = このサービスで気をつけること
parts-column-resize = { $column }の幅

parts-day-by-day = 数え方を見る
parts-due-ahead = あと{ $count }日
parts-due-today = 今日
parts-due-passed = { $count }日過ぎました

# A kept file
parts-file-open = 証拠を開く：{ $name }
parts-file-size = { $digits } { $unit }
parts-file-size-name = 大きさ
parts-file-kept = 保存した日
parts-file-hash = SHA-256
parts-file-copy-hash = SHA-256 をコピー
parts-file-words = ファイルの文
parts-file-beginning = 長いので、はじめの部分だけを見せています。
parts-file-gone = このファイルは、帳のフォルダーに見つかりません。記録とSHA-256は残っています。

# A passphrase or a code
parts-secret-show = 文字を見せる
parts-secret-hide = 文字を隠す

# A record that changed while its correction was typed
parts-changed-now = いまの記録を残す
parts-changed-mine = 書いたほうに直す
parts-own-rule = あなたが確かめたきまりです
