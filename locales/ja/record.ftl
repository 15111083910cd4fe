# 契約を記録, and facts about a contract.

record-account = 登録アカウント
record-account-none = さきに登録アカウントを記録します
record-account-none-text = 申請も問い合わせも、登録アカウントごとです。
record-client = クライアント
record-client-new = 新しいクライアント
record-client-name = クライアント名
record-title = 依頼名
record-stage = いまの段階
record-stage-day = その日
record-day-help = 空なら今日です。11/25、あさって、+2営業日 とも書けます。
record-wishes = クライアントの希望
record-more = あとからでもよい項目
record-amount = 契約金額
record-delivery = 納品の予定
record-url = 契約のURL
record-number = 契約番号
record-note = メモ
record-save = 記録する
record-cancel = やめる
record-day = 日付
record-time = 時刻
record-looker = だれが見たか
record-place = どこで見たか
record-seen = リンク
record-seen-visible = 見えた
record-seen-missing = 見当たらない
record-by = だれが申請したか
record-value = 表示
record-words = 画面の言葉（そのまま）
record-words-help = 承認の根拠になるのは、画面で見た言葉です。
record-shown = どこに出ていたか
record-format = 形式
record-fact-of = { $what }を記録
record-amend-of = { $what }を直す
record-channels = 使いたい手段
record-reason = 外部連絡が必要な理由
record-reason-help = 申請に書いた言葉があれば、そのまま残せます。
record-sender = 送信元のアドレス
record-sender-help = 登録アドレスから送ると、本人と確かめてもらえます。
record-body = 送った文
record-result = 返信の内容
record-text = 返信の文（そのまま）
record-reply-none = 返信を待っている問い合わせはありません。
record-channel = 使った手段
record-party = 制限されている側

# What is recorded
record-kind-stage = 段階
record-kind-wish = クライアントの希望
record-kind-sighting = リンクの確認
record-kind-request = 申請
record-kind-status-seen = 申請ステータス
record-kind-status-heard = クライアントから聞いたステータス
record-kind-inquiry = 問い合わせ
record-kind-reply = 問い合わせへの返信
record-kind-outside-contact = 外部での連絡
record-kind-restriction = アカウントの制限

# What support answered
result-can-apply-now = 申請できるようになった
result-asked-for-more = 追加の情報を求められた
result-refused = できないと言われた
result-no-help = 解決につながらなかった
