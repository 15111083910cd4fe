# What the screens say beside the answer itself.

view-words = { $words }

# 段階: what is known of one ahead
view-plan-day = planned { $day }
view-plan-days-after = { $count ->
    [one] { $count } day
   *[other] { $count } days
} after “{ $stage }”
view-plan-hours-after = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
} after “{ $stage }”
view-plan-months-after = { $count ->
    [one] { $count } month
   *[other] { $count } months
} after “{ $stage }”
view-plan-business-days-after = { $count ->
    [one] { $count } business day
   *[other] { $count } business days
} after “{ $stage }”

# 申請の台帳
view-ledger-who-where = { $who }, { $place }
view-ledger-link-seen = seen
view-ledger-link-missing = not found
view-ledger-section = { $section }
view-ledger-told = as told
view-ledger-inquiry = Inquiry
view-ledger-answered = answered
view-ledger-waiting = waiting for a reply
view-ledger-from-registered = from the registered address
view-ledger-from-other = from another address
view-ledger-from-unchecked = registered address not recorded
view-ledger-request = { $name }
view-ledger-not-filed = not yet
view-ledger-limit = { $count ->
    [one] { $count } per contract
   *[other] { $count } per contract
}
view-ledger-filed = filed
view-ledger-filed-by = { $who }
view-ledger-status = Request status
view-ledger-not-looked = not looked at yet
view-ledger-result = { $status }
view-ledger-words = “{ $words }”

# 今日
view-task-check = Needs checking
view-task-due = { $arithmetic }. { $text }
view-task-guide = Guide in progress: { $guide }
view-task-guide-answered = { $count ->
    [one] { $count } question answered.
   *[other] { $count } questions answered.
}
view-task-guide-go-on = Go on with the guide
view-state-review = review until { $day }
view-state-waiting = { $count } waiting for a reply

# 手引き: who does what by when
view-step-by = { $who }, { $by }
view-by-after-reply = after the reply
view-by-not-published = no time is published
view-by-any-time = any time

# What was read in a field
view-read-day = Will be recorded as { $day }
view-read-time = Will be recorded as { $time }
view-read-amount = Will be recorded as { $amount }
view-read-email = Will be recorded as { $address }
