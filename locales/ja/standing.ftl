# 外部連絡の可否: the answer, its reasons, dates and next steps.

# The word of the answer
state-not-yet = まだできません
state-ask = 確認が必要です
state-pending = 申請中
state-approved = 連絡できます
state-denied = 否認されました
state-revoked = 取り消されました
state-forbidden = 禁止されています

# The answer in one sentence, under its word
standing-summary-not-yet = この契約の承認が、まだ記録されていません。
standing-summary-not-yet-gate = 「{ $stage }」がまだ記録されていません。それまでは、サービスの中で連絡します。
standing-summary-ask-told-by-client = 承認されたと聞きましたが、まだ画面で見ていません。
standing-summary-ask-no-words = 承認を見た記録はありますが、画面の言葉が書かれていません。
standing-summary-ask-status-changed = 承認のあとで、申請ステータスの表示が変わっています。
standing-summary-ask-denial-heard = 承認のあとで、認められなくなったと聞いています。画面で確かめます。
standing-summary-ask-before-contract = 承認は契約の前のものです。契約のあとも有効かどうかは、公表されていません。
standing-summary-ask-after-end = この契約は終わっています。終わったあとも連絡してよいかは、公表されていません。
standing-summary-ask-restricted = アカウントの利用制限が記録されています。
standing-summary-ask-format-has-none = この契約の形式には、申請の画面がないはずです。承認の表示を確かめます。
standing-summary-ask-in-future = 承認の日付が、今日より先になっています。
standing-summary-ask-weak-source = 認められているようですが、確かな情報がありません。サービスの案内で確かめます。
# $due is the last day of the review.
standing-summary-pending-due = 結果は、遅くとも { $due } の見込みです。
standing-summary-pending = 申請の結果を待っています。審査の日数は公表されていません。
standing-summary-overdue = { $due } までの審査の見込みを過ぎました。申請ステータスを確かめます。
standing-summary-approved = この契約について、連絡先を交換できます。
standing-summary-denied = この契約では、外で連絡できません。
standing-summary-revoked = 承認は取り消されています。外での連絡を止めます。
standing-summary-forbidden = このサービスでは、連絡先を交換できません。
standing-summary-free = このサービスでは、申請なしで連絡先を交換できます。
standing-summary-free-gate = 「{ $stage }」が済んでいるので、連絡先を交換できます。
standing-summary-unknown = このサービスのきまりは、確かめられていません。

# Reasons: recorded facts
standing-reason-stage = { $stage }
standing-reason-stage-contracted = { $stage }成立
standing-reason-stage-escrowed = { $stage }済みを確認
standing-reason-stage-completed = 契約が{ $stage }
standing-reason-stage-terminated = 契約が{ $stage }
standing-reason-stage-declined = { $stage }
standing-reason-wish = クライアントが外での連絡を希望
standing-reason-wish-channels = クライアントが { $channels } での連絡を希望
standing-reason-link-visible-me = 申請リンクが見えた（私・{ $places }）
standing-reason-link-missing-me = 申請リンクが見当たらない（私・{ $places }）
standing-reason-link-visible-client = 申請リンクが見えたと聞いた（クライアント・{ $places }）
standing-reason-link-missing-client = 申請リンクが見当たらないと聞いた（クライアント・{ $places }）
standing-reason-request-me = 私が申請
standing-reason-request-client = クライアントが申請
standing-reason-request-unknown = 申請された（だれが申請したかは不明）
# $words are the words on the screen, $shown where they stood.
standing-reason-status = 申請ステータス「{ $words }」を{ $shown }で確認
standing-reason-status-no-words = 申請ステータス（{ $status }）を{ $shown }で見たが、言葉の記録なし
standing-reason-status-heard = クライアントから「{ $status }」と聞いた
standing-reason-inquiry = 事務局に問い合わせ
standing-reason-inquiry-registered = 登録メールアドレスから事務局に問い合わせ
standing-reason-inquiry-other-sender = 登録メールアドレスとちがうアドレスから、事務局に問い合わせ
standing-reason-reply-can-apply-now = 事務局から「申請できる」と返信
standing-reason-reply-asked-for-more = 事務局から、追加の確認の返信
standing-reason-reply-refused = 事務局から「利用できない」と返信
standing-reason-reply-no-help = 事務局から返信（解決せず）
standing-reason-contact = { $channel } で外での連絡
standing-reason-restricted-me = 私のアカウントに利用制限
standing-reason-restricted-client = クライアントのアカウントに利用制限
fact-payment = { $amount }の入金

# Reasons: what follows from the rule alone
standing-reason-no-approval = 承認の記録がありません
standing-reason-gate = 「{ $stage }」の記録がありません
standing-reason-forbidden = 契約の前も後も禁止です
standing-reason-free = 申請は要りません
standing-reason-unknown = きまりが確かめられていません
standing-reason-weak-source = きまりの出どころが、確かではありません
standing-reason-format-none = この契約の形式には、申請の画面がないと考えられます
standing-reason-format-not-known = この契約の形式で申請できるかどうかは、公表されていません
standing-reason-scope-not-known = 契約の前の承認が契約のあとも有効かどうかは、公表されていません
standing-reason-end-not-known = 契約が終わったあとの扱いは、公表されていません

# The next step
standing-next-look-for-link = 申請する場所を確かめます。
standing-next-look-again = 申請できるとの返信がありました。リンクをもう一度見ます。
standing-next-link-found = リンクが見つかったら、記録します。
standing-next-guide = リンクが見当たらなければ、手引きに進みます。
standing-next-guide-missing = リンクが出ない理由を、短い質問で確かめます。
standing-next-guide-still-missing = 返信のあともリンクがありません。手引きの続きで確かめます。
standing-next-guide-verify = 手引きの続きで、申請まで進みます。
standing-next-record-request = 申請したら、記録します。
standing-next-record-status = 結果が出たら、申請ステータスを言葉のまま記録します。
standing-next-see-for-yourself = 申請ステータスを自分で見て、言葉のまま記録します。
standing-next-look-at-status = 申請ステータスをもう一度見て、言葉のまま記録します。
standing-next-status-changed = 表示が変わったら、記録します。
standing-next-record-reply = 事務局から返信が来たら、記録します。
standing-next-record-stage = 「{ $stage }」になったら、記録します。
standing-next-ask-office = 事務局に確かめます。
standing-next-ask-office-again = 事務局に、もう一度問い合わせます。
standing-next-ask-office-more = 事務局が求めていることに、登録メールアドレスから答えます。
standing-next-ask-office-overdue = 審査の見込みを過ぎています。事務局に確かめます。
standing-next-ask-office-restricted = 利用制限について、事務局に確かめます。それまで外での連絡はしません。
standing-next-ask-office-scope = 契約の前の承認が今も有効か、事務局に確かめます。
standing-next-ask-office-ended = 終わった契約で連絡してよいか、事務局に確かめます。
standing-next-ask-office-unknown = きまりを、サービスの窓口に確かめます。
standing-next-ask-office-who-files = だれが申請できるかを、サービスの窓口に確かめます。
standing-next-stay-inside = サービスのメッセージで続けます。
standing-next-stay-inside-until = 確かめるまでは、サービスのメッセージで続けます。
standing-next-stay-inside-denied = メッセージで続けます。失うものはありません。
standing-next-stay-inside-ended = 新しい仕事は、サービスの中で新しい契約として始めます。
standing-next-stay-inside-format = この形式では、サービスの中でやりとりします。
standing-next-stop = 外での連絡を止め、お知らせを残します。
standing-next-draft-inquiry = 事務局への問い合わせの文を用意します。
standing-next-draft-ask-client = クライアントに申請を頼む文を用意します。
standing-next-draft-holding = 待ってもらう返事を用意します。
standing-next-draft-request-reason = 申請に書く理由を用意します。
standing-next-draft-exchange = サービスのメッセージで、連絡先を交換します。
standing-next-draft-decline = 断る返事を用意します。

# Buttons of the next step
standing-button-look-for-link = 申請する場所を見る
standing-button-link-found = リンクが見つかった
standing-button-guide = 手引きを始める
standing-button-record-request = 申請を記録
standing-button-record-status = ステータスを記録
standing-button-record-reply = 返信を記録
standing-button-record-stage = 「{ $stage }」を記録
standing-button-ask-office = 問い合わせを用意
standing-button-stay-inside = サービスの中で続ける
standing-button-stop = お知らせを証拠に残す
standing-button-draft-inquiry = 問い合わせの文案を開く
standing-button-draft-ask-client = 依頼の文案を開く
standing-button-draft-holding = 返事の文案を開く
standing-button-draft-request-reason = 理由の文案を開く
standing-button-draft-exchange = 交換の文案を開く
standing-button-draft-decline = 断る文案を開く

# Dates
standing-deadline-review = 申請の審査期限
standing-deadline-write-again = もう一度問い合わせてよい日
standing-deadline-delivery = 納品の予定
standing-deadline-timer = { $name }

# Their arithmetic: 申請 11/20(金) + 2営業日（土日、11/23(月) 勤労感謝の日を除く）
standing-arithmetic-days = { $start } { $from } + { $count }日
standing-arithmetic-hours = { $start } { $from } + { $count }時間
standing-arithmetic-months = { $start } { $from } + { $count }か月
standing-arithmetic-business-days = { $start } { $from } + { $count }営業日
standing-arithmetic-business-days-skipping = { $start } { $from } + { $count }営業日（{ $skipped }を除く）
standing-arithmetic-agreed = 決めた納品日 { $day }
standing-from-request = 申請
standing-from-inquiry = 問い合わせ
standing-skip-weekend = 土日
standing-skip-holiday = { $day } { $name }
standing-skip-predicted = { $day } { $name }（見込み）
standing-skip-closure = { $day } { $name }
