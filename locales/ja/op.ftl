# What was done: the notice beside 「元に戻す」, and the lines of 履歴.

done-remarked = { $done }。{ $remark }

# Remarks: it was recorded, and this is worth knowing
remark-in-future = { $day } は、今日より先の日付です
remark-no-words = 画面の言葉がないので、承認の根拠にはなりません
remark-no-request = 申請の記録がありません。だれが申請したか分かれば、記録してください
remark-before-request = 申請（{ $day }）より前の日付です
remark-other-sender = 登録メールアドレス { $address } とちがうアドレスです。返信が来ないことがあります
remark-registered-unknown = 登録メールアドレスが記録されていません
remark-stage-order = 「{ $stage }」（{ $day }）と、順番が逆です
remark-delivery-before-contract = 納品の予定（{ $delivery }）が、契約の日（{ $contract }）より前です
remark-reply-before-inquiry = 問い合わせ（{ $day }）より前の日付です
remark-write-again = 返信がなければ、{ $day } にもう一度問い合わせます

# The notice after a write
done-account-add = 登録アカウント「{ $name }」を記録しました
done-account-amend = 登録アカウント「{ $name }」を直しました
done-account-remove = 登録アカウント「{ $name }」を消しました
done-client-amend = クライアント「{ $name }」を直しました
done-contract-add = 「{ $title }」を記録しました
done-contract-amend = 「{ $title }」を直しました
done-contract-remove = 「{ $title }」を消しました
done-fact-add = 記録しました：{ $what }
done-fact-amend = 直しました：{ $what }
done-fact-remove = 消しました：{ $what }
done-evidence-attach = 証拠「{ $name }」を追加しました
done-evidence-detach = 証拠「{ $name }」を外しました
done-guide-start = 手引き「{ $guide }」を始めました
done-guide-answer = 手引きで答えました：{ $question }「{ $answer }」
done-guide-skip = 手引き「{ $guide }」の確認をとばしました
done-guide-forget = 手引きの途中の答えを消しました

# The lines of 履歴, and what 元に戻す takes back
op-account-add = 登録アカウントを記録
op-account-amend = 登録アカウントを直す
op-account-remove = 登録アカウントを消す
op-client-amend = クライアントを直す
op-contract-add = 契約を記録
op-contract-amend = 契約を直す
op-contract-remove = 契約を消す
op-stage-add = 段階を記録
op-stage-amend = 段階を直す
op-stage-remove = 段階を消す
op-sighting-add = リンクの確認を記録
op-sighting-amend = リンクの確認を直す
op-sighting-remove = リンクの確認を消す
op-request-add = 申請を記録
op-request-amend = 申請を直す
op-request-remove = 申請を消す
op-status-add = 申請ステータスを記録
op-status-amend = 申請ステータスを直す
op-status-remove = 申請ステータスを消す
op-inquiry-add = 問い合わせを記録
op-inquiry-amend = 問い合わせを直す
op-inquiry-remove = 問い合わせを消す
op-wish-add = 相手の希望を記録
op-wish-amend = 相手の希望を直す
op-wish-remove = 相手の希望を消す
op-outside-contact-add = 外での連絡を記録
op-outside-contact-amend = 外での連絡を直す
op-outside-contact-remove = 外での連絡を消す
op-restriction-add = 利用制限を記録
op-restriction-amend = 利用制限を直す
op-restriction-remove = 利用制限を消す
op-payment-add = 入金を記録
op-payment-amend = 入金を直す
op-payment-remove = 入金を消す
op-copy-anyway = 点検で見つかったまま文案をコピー
op-service-add = サービスを追加
op-service-amend = 追加したサービスを直す
op-service-remove = 追加したサービスを消す
op-correction-keep = 決まりを訂正
op-correction-remove = 決まりの訂正を取りやめ
op-reply-record = 返信を記録
op-reply-remove = 返信を消す
op-evidence-attach = 証拠を追加
op-evidence-detach = 証拠を外す
op-guide-start = 手引きを始める
op-guide-answer = 手引きで答える
op-guide-skip = 手引きの確認をとばす
op-guide-resume = 手引きを続ける
op-guide-forget = 手引きの答えを消す
op-sample-fill = サンプル帳を用意
op-undo = 元に戻す：{ $what }
op-redo = やり直す：{ $what }
