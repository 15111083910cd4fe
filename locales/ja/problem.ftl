# What went wrong: what happened, that nothing was lost, what to do.

# Fields
problem-field-empty = ここに書いてください。
problem-field-too-long = { $length }字あります。{ $limit }字までにしてください。
problem-field-no-such-choice = 選んだものが、帳に見つかりません。選び直してください。
problem-day-unreadable = 「{ $typed }」は日付として読めません。11/25、あさって、+2営業日 のように書けます。
problem-day-no-such-day = { $month }月は{ $last }日までです。
problem-day-no-such-month = { $month }月はありません。
problem-day-other-weekday = { $day } です。曜日がちがいます。
problem-day-several = どの日のことか、選んでください。
problem-day-before-era = { $era }が始まる前の日付です。
problem-day-out-of-reach = 扱える日付の外です。
problem-time-unreadable = 「{ $typed }」は時刻として読めません。14:05、午後2時 のように書けます。
problem-time-no-such-hour = { $hour }時はありません。
problem-time-no-such-minute = { $minute }分はありません。
problem-time-next-day = つぎの日の時刻です。日付を、つぎの日にしてください。
problem-time-several = 昼の12時か夜の12時か、選んでください。
problem-amount-unreadable = 「{ $typed }」は金額として読めません。50,000、5万円 のように書けます。
problem-amount-negative = 金額に、マイナスは使えません。
problem-amount-fraction = 1円より細かい額は記録できません。
problem-amount-beyond = { $limit }までの額を記録できます。
problem-amount-several = どの額のことか、選んでください。
problem-amount-before-tax = { $amount }は税抜の額です。税込の額を書いてください。
problem-email-unreadable = 「{ $typed }」はメールアドレスとして読めません。
problem-email-otherwise = 全角の字や余分な字が入っています。
problem-page-unreadable = 「{ $typed }」はページのURLとして読めません。
problem-page-otherwise = https:// から書いてください。
problem-offer-day = { $day }にする
problem-offer-yen = { $amount }にする
problem-offer-words = { $words } にする

# The form as a whole
problem-fields-message = 直すところが { $count } か所あります。入力は失われていません。
problem-fields-remedy = 印のついたところを直すと、記録できます。
