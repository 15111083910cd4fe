# Today.

today-sum = { $due ->
    [0] Nothing is due today. { $calm ->
        [0] {""}
        [one] The one contract is calm.
       *[other] All { $calm } are calm.
    }
   *[other] { $due } due today. The other { $calm } are calm.
}
today-tasks = To do today
today-tasks-order = nearest date first
today-task-what = { $title } · { $client }
today-now = Today
today-tomorrow = Tomorrow
today-days-ahead = In { $days } days
today-days-ago = { $days ->
    [one] Yesterday
   *[other] { $days } days ago
}
today-calm = Nothing to do today
today-calm-text = Every contract with a date is calm.
today-soon = The next { $count } days
today-soon-note = weekends and holidays do not count for a review
# A word for a small calendar
today-mark-review = review
today-mark-reply = reply
today-mark-date = date
today-mark-delivery = delivery
today-weekday = { $weekday ->
    [mon] Mon
    [tue] Tue
    [wed] Wed
    [thu] Thu
    [fri] Fri
    [sat] Sat
   *[sun] Sun
}
today-states = Contact outside
today-states-of = { $count } talks and contracts under way
today-recent = Latest
today-recent-none = Nothing recorded yet.
today-rules-changed = The rules of the services have changed since you last looked.
today-rules-changed-look = See what changed
