# What the screens say beside the answer itself.

view-words = { $words }

# 段階: what is known of one ahead
view-plan-day = { $day } 予定
view-plan-days-after = { $stage }から{ $count }日
view-plan-hours-after = { $stage }から{ $count }時間
view-plan-months-after = { $stage }から{ $count }か月
view-plan-business-days-after = { $stage }から{ $count }営業日

# 申請の台帳
view-ledger-who-where = { $who }・{ $place }
view-ledger-link-seen = 見えた
view-ledger-link-missing = 見当たらない
view-ledger-section = { $section }
view-ledger-told = 本人から聞いた
view-ledger-inquiry = 問い合わせ
view-ledger-answered = 返信あり
view-ledger-waiting = 返信待ち
view-ledger-from-registered = 登録メールから
view-ledger-from-other = 登録メールとちがうアドレスから
view-ledger-from-unchecked = 登録メールは記録なし
view-ledger-request = { $name }
view-ledger-not-filed = まだしていない
view-ledger-limit = 契約につき{ $count }回
view-ledger-filed = 申請した
view-ledger-filed-by = { $who }
view-ledger-status = 申請ステータス
view-ledger-not-looked = まだ見ていない
view-ledger-result = { $status }
view-ledger-words = 「{ $words }」

# 今日
view-task-check = 確認が必要です
view-task-due = { $arithmetic }。{ $text }
view-task-guide = 手引きの途中：{ $guide }
view-task-guide-answered = { $count }つまで答えました。
view-task-guide-go-on = 手引きを続ける
view-state-review = 審査 { $day } まで
view-state-waiting = 返信待ち { $count }

# 手引き: who does what by when
view-step-by = { $who }・{ $by }
view-by-after-reply = 返信のあと
view-by-not-published = 期限は公表されていません
view-by-any-time = いつでも

# What was read in a field
view-read-day = { $day } として記録します
view-read-time = { $time } として記録します
view-read-amount = { $amount }として記録します
view-read-email = { $address } として記録します
