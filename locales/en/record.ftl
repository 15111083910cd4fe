# Recording a contract, and facts about one.

record-account = Account
record-account-none = First record an account
record-account-none-text = Requests and inquiries belong to an account.
record-client = Client
record-client-new = New client
record-client-name = Name of the client
record-title = Title
record-stage = Stage now
record-stage-day = Day of it
record-day-help = Empty means today. 11/25 can be typed too.
record-wishes = What the client asks for
record-more = What can wait
record-amount = Amount
record-delivery = Planned delivery
record-url = Address of the contract
record-number = Number of the contract
record-note = Note
record-save = Save
record-cancel = Cancel
record-day = Day
record-time = Time
record-looker = Who looked
record-place = Where
record-seen = The link
record-seen-visible = was there
record-seen-missing = was not there
record-by = Who applied
record-value = Shown
record-words = Words on the screen, verbatim
record-words-help = Only words seen on the screen speak for an approval.
record-shown = Where it was shown
record-format = Format
record-fact-of = Record: { $what }
record-amend-of = Correct: { $what }
record-channels = Means to be used
record-reason = Why contact outside is needed
record-reason-help = The words written in the request can be kept here as they are.
record-sender = Sent from
record-sender-help = Support can tell who writes when the registered address is used.
record-body = Text that was sent
record-result = What the reply says
record-text = Text of the reply, verbatim
record-reply-none = No inquiry is waiting for a reply.
record-channel = Means used
record-party = Who is restricted

# What is recorded
record-kind-stage = stage
record-kind-wish = what the client asks for
record-kind-sighting = link check
record-kind-request = request
record-kind-status-seen = status of the request
record-kind-status-heard = status heard from the client
record-kind-inquiry = inquiry
record-kind-reply = reply to an inquiry
record-kind-outside-contact = contact outside
record-kind-restriction = account restriction

# What support answered
result-can-apply-now = I can apply now
result-asked-for-more = More details were asked for
result-refused = It was refused
result-no-help = It did not help
