# 文案: values of the record in a draft, and 点検 before copying.

draft-value-stage = { $stage }（{ $day }）
draft-value-looked = { $place }（{ $day }）
draft-value-client-sees = 表示あり（{ $place }・{ $day }に確認）
draft-value-client-sees-none = 表示なし（{ $place }・{ $day }に確認）
draft-value-status-none = なし（{ $day }に確認）
draft-value-link-place = { $screen }の「{ $section }」にある「{ $link }」
draft-value-business-days = { $count }営業日

draft-check-sender = 差出人は、登録メールアドレス { $address } にします
draft-check-sender-unknown = 登録メールアドレスが記録されていません。ちがうアドレスから送ると、返信が来ないことがあります
draft-check-url = 契約のURLが入っています
draft-check-url-missing = 契約のURLが記録されていません
draft-check-url-not-in-text = 契約のURLが本文に入っていません
draft-check-no-gaps = 空いたところはありません
draft-check-gaps = 埋めるところが{ $count }か所あります
draft-check-no-contact-data = 連絡先は含まれていません
draft-check-contact-data = 連絡先が含まれています（{ $kinds }）。承認の前には送れません
draft-check-contact-data-permitted = 連絡先が含まれています（{ $kinds }）。送る相手を確かめます
draft-check-no-other-client = ほかのクライアントの名前は含まれていません
draft-check-other-client = ほかのクライアントの名前が含まれています（{ $names }）
draft-check-attachments = 画面の写しは、手で添えます。なくても送れます

contact-kind-email = メールアドレス
contact-kind-phone = 電話番号
contact-kind-line = LINE ID
contact-kind-chatwork = Chatwork ID
contact-kind-discord = Discord の名前
contact-kind-skype = Skype ID
contact-kind-zoom = Zoom のリンク
contact-kind-other-service = ほかのサービスの連絡先
contact-kind-web-page = 外のページのアドレス

# The letter on the screen
draft-check-go = （そこへ移る）
draft-checks = 点検
draft-checks-good = 止まるところはありません
draft-checks-stop = 直すところが{ $count }つあります
draft-tone-stop = 直します：
draft-tone-look = 見ておきます：
draft-tone-good = 合っています：
draft-legend = 下線は、帳の記録から入れた言葉です
draft-marked = 下線は、帳の記録から入れた言葉です。
draft-changed = 直した文です。記録が変わっても、この文は変わりません。
draft-to = 送る場所
draft-to-address = 送る場所のアドレス
draft-to-office = 事務局
draft-to-client = クライアントとのメッセージ画面
draft-to-form = 申請の画面
draft-sender = 差出人
draft-sender-none = 記録がありません
draft-sender-registered = 登録メールアドレス
draft-sender-unknown = 登録アカウントに、メールアドレスを記録します
draft-subject = 件名
draft-copy-subject = 件名をコピー
draft-text-of = 「{ $name }」の本文
draft-length = { $characters }字。
draft-copy = 本文をコピー
draft-change = 文を直す
draft-change-end = 直し終える
draft-restore = もとの文に戻す
draft-record-sent = 送信したことを記録
draft-record-request = 申請したことを記録
draft-record-sighting = 相手の画面の結果を記録
draft-record-outside-contact = 外部での連絡を記録
draft-sent-text = いまの本文を、送った文として残します。
draft-sent-sender-help = 実際に送ったときのアドレスを書きます。登録アドレスとちがうと、返信が来ないことがあります。

# The linter: what the words of a text say that is about to be sent
draft-why-contact-invitation = サービスの外での連絡を持ちかける文に読めます。いまの記録では、まだ認められていません。
draft-why-direct-deal = サービスを通さない契約を持ちかける文に読めます。連絡の承認があっても、契約は別の話です。
draft-why-outside-payment = サービスを通さない支払いを持ちかける文に読めます。連絡の承認があっても、支払いは別の話です。
draft-why-work-before-escrow = 仮払いの前に、または報酬なしに作業する約束に読めます。
draft-why-identity-papers = 身分証や番号を渡す文に読めます。一度渡すと、取り戻せません。
draft-why-no-need-to-apply = サービスへの申請や報告をしない、という文に読めます。
draft-why-delete-request = やりとりを消すように頼む文に読めます。記録は、あとで自分を守ります。

draft-fault-sender = 登録メールアドレスの記録がない
draft-fault-url = 契約のURLがない
draft-fault-gaps = 空いたところがある
draft-fault-contact-data = 連絡先が含まれている
draft-fault-other-client = ほかのクライアントの名前
draft-fault-attachments = 添えるもの
draft-fault-too-long = 長すぎる

draft-counted-not-stated = 数え方は公表されていません。改行も1字と数えています。
draft-counted-with-line-breaks = サービスの数え方で、改行も1字と数えています。
draft-counted-without-line-breaks = サービスの数え方で、改行は数えていません。
# 1,234 / 3,000字。
draft-length-of = { $characters } / { $limit }字。
draft-too-long = { $over }字、長すぎます
draft-passage = { $name }「{ $words }」
draft-passage-rule = きまり
draft-copy-anyway = 点検で見つかったことを読んで、それでもコピー…
draft-copy-anyway-title = このままコピーしますか
draft-copy-anyway-text = 点検で、次のことが見つかっています。このまま送ると、サービスの決まりにふれることがあります。
draft-copy-anyway-kept = コピーしたことは、見つかったことと本文と一緒に、履歴に残ります。
draft-copy-anyway-do = 読みました。それでもコピー
draft-copy-anyway-back = 文を直す
