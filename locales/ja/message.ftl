# メッセージ点検: what was found in a client's message.

message-nothing-found = 見つかりませんでした（安全という意味ではありません）
# 気をつけたいところが2か所あります。
message-found = 気をつけたいところが{ $count }か所あります。
message-passage = 「{ $words }」
message-answer = 返事の例
message-record = 記録すること
message-no-rule = このことについてのサービスの決まりは、調べた範囲では見つかっていません。

message-kind-contact-invitation = サービスの外での連絡
message-kind-other-means = 申請した連絡手段とは別の手段
message-kind-direct-deal = サービスを通さない契約
message-kind-outside-payment = サービスを通さない支払い
message-kind-work-before-escrow = 仮払いの前の作業
message-kind-buy-goods = 買い物や費用の負担
message-kind-seminar-school = セミナーやスクールの案内
message-kind-identity-papers = 身分証や番号の提出
message-kind-no-need-to-apply = 申請しなくてよいという言葉
message-kind-delete-request = メッセージや記録を消す依頼

message-why-contact-invitation = 連絡先のやりとりや、ほかの連絡手段への移動を求めているようです。
message-why-other-means = 申請に書いた連絡手段とは別の手段への誘いのようです。承認がほかの手段にも及ぶかどうかは、公表されていません。
message-why-direct-deal = サービスを通さずに契約することを求めているようです。連絡の承認があっても、契約は別の話です。
message-why-outside-payment = サービスを通さずに支払うことを求めているようです。支払われないとき、サービスの助けを受けにくくなります。
message-why-work-before-escrow = 仮払いの前に、または報酬なしに作業することを求めているようです。
message-why-buy-goods = 先に商品を買うことや、費用を払うことを求めているようです。
message-why-seminar-school = 仕事の話から、セミナーやスクールへ進んでいるようです。
message-why-identity-papers = 身分証や番号など、取り戻せない情報を求めているようです。
message-why-no-need-to-apply = サービスへの申請や報告をしないことを求めているようです。
message-why-delete-request = やりとりの記録を残さないことを求めているようです。記録は、あとで自分を守ります。

message-answer-contact-invitation = 外での連絡は、サービスの決まりで必要な手続きが済んでからになります。それまでは、このメッセージでお願いいたします。
message-answer-other-means = 申請した連絡手段でお願いできますか。ほかの手段を使ってよいかは、サービスに確認してからお返事します。
message-answer-direct-deal = 契約は、サービスの中でお願いしております。サービスの外での契約はお受けできません。
message-answer-outside-payment = お支払いは、サービスを通してお願いいたします。外でのお支払いはお受けできません。
message-answer-work-before-escrow = 作業は、契約と仮払いを確認してから始めます。お手続きが済みましたら、すぐに取りかかります。
message-answer-buy-goods = 作業に必要な品物や費用を、こちらで先に負担することはできません。必要な場合は、契約の金額に含めてください。
message-answer-seminar-school = お仕事の内容について伺いたく存じます。セミナーや講座への参加は、控えさせていただきます。
message-answer-identity-papers = 身分証や番号を、メッセージや外部でお送りすることは控えております。本人確認は、サービスの機能でお願いいたします。
message-answer-no-need-to-apply = サービスの決まりを確かめてから進めたいので、必要な手続きはお願いいたします。
message-answer-delete-request = やりとりは、行き違いを防ぐために残しております。消さずに進めさせてください。

message-record-contact-invitation = 求められた連絡手段と日付。メッセージの画面を証拠に加えます。連絡先はまだ渡しません。
message-record-other-means = 求められた連絡手段と日付。承認の画面や通知に、手段について書かれていないかを確かめます。
message-record-deal = 誘いの言葉と日付。メッセージの画面を証拠に加えます。
message-record-work-before-escrow = いまの段階と、仮払いの有無。メッセージの画面を証拠に加えます。
message-record-no-need-to-apply = この言葉と日付。申請の状態を自分の目で確かめて、記録します。
message-record-delete-request = 消す前の画面。証拠に加えてから返事をします。
message-record-message = メッセージの画面と日付。証拠に加えます。

message-not-text = メッセージとして読めません（{ $at } バイト目から UTF-8 の文字ではありません）。何も変わっていません。
message-not-text-remedy = メッセージの文字をコピーして、UTF-8 のテキストとして渡してください。画像やファイルは読めません。
message-too-long = メッセージが長すぎます（読めるのは { $limit } MB まで）。何も変わっていません。
message-too-long-remedy = いくつかに分けて、点検してください。

message-title = メッセージ点検
message-lead = クライアントのメッセージを貼り付けると、気をつけたいところを示します。どこにも送らず、保存もしません。
message-service = サービス
message-service-none = わからない、ほかのサービス
message-words = 届いたメッセージ
message-words-help = 届いた文をそのまま貼り付けます。
message-marked = 印を付けたメッセージ
message-copy-answer = 返事の例をコピー
message-letter = 文案で返事を書く
message-to-record = この契約に記録
