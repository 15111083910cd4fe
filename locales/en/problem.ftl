# What went wrong: what happened, that nothing was lost, what to do.

# Fields
problem-field-empty = Please write something here.
problem-field-too-long = This has { $length } characters. Please keep it within { $limit }.
problem-field-no-such-choice = What was chosen is not in the book. Please choose again.
problem-day-unreadable = “{ $typed }” cannot be read as a day. You can write 25 Nov, tomorrow or +2 business days.
problem-day-no-such-day = Month { $month } has { $last } days.
problem-day-no-such-month = There is no month { $month }.
problem-day-other-weekday = That day is { $day }. The weekday differs.
problem-day-several = Please choose which day you mean.
problem-day-before-era = This is before { $era } began.
problem-day-out-of-reach = This is beyond the days that can be recorded.
problem-time-unreadable = “{ $typed }” cannot be read as a time. You can write 14:05 or 2 pm.
problem-time-no-such-hour = There is no hour { $hour }.
problem-time-no-such-minute = There is no minute { $minute }.
problem-time-next-day = This is a time of the next day. Please change the day to the next one.
problem-time-several = Please choose noon or midnight.
problem-amount-unreadable = “{ $typed }” cannot be read as an amount. You can write 50,000 or 50k.
problem-amount-negative = An amount cannot be below zero.
problem-amount-fraction = Parts of a yen cannot be recorded.
problem-amount-beyond = Amounts up to { $limit } can be recorded.
problem-amount-several = Please choose which amount you mean.
problem-amount-before-tax = { $amount } is without tax. Please write the amount with tax.
problem-email-unreadable = “{ $typed }” cannot be read as an e-mail address.
problem-email-otherwise = There are full-width or extra characters in it.
problem-page-unreadable = “{ $typed }” cannot be read as the address of a page.
problem-page-otherwise = Please write it from https:// on.
problem-offer-day = Use { $day }
problem-offer-yen = Use { $amount }
problem-offer-words = Use { $words }

# The form as a whole
problem-fields-message = { $count ->
    [one] { $count } field needs a repair. Nothing you typed is lost.
   *[other] { $count } fields need a repair. Nothing you typed is lost.
}
problem-fields-remedy = Repair the marked fields, then record.
