# What was done: the notice beside 「元に戻す」, and the lines of 履歴.

op-remarked = { $done }。{ $remark }

# Remarks: it was recorded, and this is worth knowing
remark-in-future = { $day } は、今日より先の日付です。
remark-no-words = 画面の言葉がないので、承認の根拠にはなりません。
remark-no-request = 申請の記録がありません。だれが申請したか分かれば、記録してください。
remark-before-request = 申請（{ $day }）より前の日付です。
remark-other-sender = 登録メールアドレス { $address } とちがうアドレスです。返信が来ないことがあります。
remark-registered-unknown = 登録メールアドレスが記録されていません。
remark-stage-order = 「{ $stage }」（{ $day }）と、順番が逆です。
remark-delivery-before-contract = 納品の予定（{ $delivery }）が、契約の日（{ $contract }）より前です。
