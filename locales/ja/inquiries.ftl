# 問い合わせ.

inquiries-none = 問い合わせはまだありません
inquiries-none-text = 申請の場所が見当たらないときは、手引きから始めると、文案と点検まで進めます。
inquiries-guides = 手引きを見る
inquiries-waiting = 返信待ち（{ $count }）
inquiries-waiting-none = 返信を待っているものはありません。
inquiries-answered = 返信あり（{ $count }）
inquiries-sent = 送信
inquiries-from = 送信元 { $address }
inquiries-sender-other = 登録アドレスとは違うアドレスから送っています。登録アドレスから送り直すと、本人と確かめてもらえます。
inquiries-sender-not-recorded = 登録アドレスがまだ記録されていないので、送信元を確かめられません。
inquiries-reply = 返信を記録
inquiries-menu = 「{ $title }」の問い合わせの操作
inquiries-amend = 問い合わせを直す
inquiries-amend-reply = 返信を直す
