# 手引き.

guide-proven = { $paths }通りの道すじを、すべてたどって確かめています
guide-for-everyone = どのサービスにもある手引きです。きまりは、選んだサービスのものを使います。
guide-service = サービス
guide-service-help = 選んだサービスのきまりに合わせて、手引きを出します。
guide-open-runs = 途中の手引き
guide-about = { $title }・{ $client }・{ $platform }
guide-about-none = 契約を選んでいません
guide-answered = { $count }つまで答えました（{ $when } に開始）
guide-empty = 手引きがありません
guide-empty-text = サービスのきまりに手引きが加わると、ここに並びます。
guide-group-request = 申請のこと
guide-group-client = クライアントのこと
guide-group-money = 作業とお金のこと
guide-group-account = アカウントと決まりのこと
guide-find-contract = 契約を探す
guide-find-contract-help = 依頼名かクライアントの一部で絞り込めます。
guide-which-contract = どの契約のことですか
guide-no-contract = 契約を選ばずに進む
guide-start = 手引きを始める

# A run
guide-conclusion = 結論を先に
guide-skip = 確認をとばして文案へ
guide-ask-person = 人に相談する
guide-leave = 保存して閉じる
guide-said = 答えたこと
guide-said-change = いつでも直せます
guide-said-done = { $count }つとも済み
guide-said-skipped = 確認をとばしました
guide-said-number = { $number }. { $what }
guide-from-me = { $when }
guide-from-record = 記録から・{ $when }
guide-from-rules = サービスのきまりから
guide-change = 直す
guide-change-of = { $number }番「{ $what }」の答えを直す
guide-changing = 直しています
guide-now = いま答えています
guide-next = このあと聞きます
guide-count = { $number }つ目の確認（長くて{ $of }つ）・あと{ $minutes }分ほど
guide-count-change = { $number }つ目の答えを直しています
guide-danger = 先に、安全を確かめます
guide-choose = 答えをひとつ選びます
guide-kept = 答えはすぐ記録されます
guide-answer = この答えで進む
guide-back = 戻る

# What an answer changed
guide-changed = 答えを直しました。
guide-changed-outcome = 結論が「{ $before }」から「{ $after }」に変わりました。
guide-changed-open = 「{ $before }」になるかは、次の答えで決まります。
guide-changed-reached = 結論は「{ $after }」です。
guide-changed-newly = 新しく聞くこと：{ $names }。
guide-changed-no-longer = 聞かなくなったこと：{ $names }（答えは残っています）。

# いまの見立て
guide-guess = いまの見立て
guide-guess-none = まだ見立てはありません。
guide-because = そう見る理由（確からしさ { $confidence }）
guide-others = ほかの可能性
guide-unknown = わからないこと
guide-sources = 出典と確認日
guide-source-official = 公式・{ $day }
guide-source-user-report = 利用者の体験談（公式ではありません）・{ $day }
guide-source-secondary = ほかの人の記事（公式ではありません）・{ $day }
guide-source-inference = 推測（公式ではありません）・{ $day }
guide-source-own = あなたが確かめたもの・{ $day }
guide-confidence-none = なし
guide-confidence-low = 低
guide-confidence-middle = 中
guide-confidence-high = 高

# 模式図
guide-scheme = 模式図
guide-scheme-differs = 実際の画面とは見た目がちがいます。
guide-scheme-checked = 場所の確認日 { $day }
guide-scheme-on-web = Webの場合
guide-scheme-in-app = アプリの場合
guide-scheme-web = Webの模式図。{ $screen }にある「{ $section }」を開くと、その中に「{ $link }」があります。
guide-scheme-app = アプリの模式図。{ $screen }の「{ $section }」を開くと、その中に「{ $link }」があります。
guide-scheme-on-thread = 相談・契約の画面
guide-scheme-status = 申請ステータス
guide-scheme-about-here = このあたり
guide-scheme-position = 実際の画面とは見た目がちがいます。正確な位置も、ちがうことがあります。
guide-scheme-status-near = 相談・契約の画面の模式図。メッセージを書く欄の近くに「申請ステータス」が表示されます。正確な位置は、ちがうことがあります。
guide-scheme-messages = メッセージ
guide-scheme-write = メッセージを書く欄

# The outcome
guide-after = このあと
guide-urgency-now = いますぐ
guide-urgency-today = 今日のうちに
guide-urgency-calm = 急ぎません
guide-look-again = { $day } にもう一度見ること
guide-record-inquiry = 問い合わせを記録する
guide-record-request = 申請したことを記録する
guide-record-status = 見えた表示を記録する
guide-record-sighting = リンクを見た結果を記録する
guide-record-outside-contact = 外部での連絡を記録する
guide-record-stage = 段階を記録する
guide-record-restriction = アカウントの制限を記録する

# At another date
guide-try-date = 別の日で見る
guide-try-text = その日までの記録と、その日から数えた期日で見ます。記録は変わりません。
guide-try = 見る
guide-tried = { $day } の見え方です。答えも記録も変わりません。
guide-try-today = 今日に戻す

guide-find = 困りごとから探す
guide-find-hint = 例：ボタンがない、LINEに誘われた、返事がこない
guide-find-none = 合う手引きは見つかりませんでした。ほかの言い方でも試してください。
guide-find-found = { $count }件、合いそうな順
