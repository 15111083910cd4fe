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
draft-check-gaps = 埋めるところが { $count } か所あります
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
