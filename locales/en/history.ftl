# History: who changed what, when and how. The book as it was. Bringing back what was deleted.

# A book that is only looked at
problem-past-message = You are looking at the book as it was, so nothing can be written. The book of today is as it was.
problem-past-remedy = Press “Back to today” to record in the book of today.
problem-looking-message = The book is open for reading only. Nothing was written.
problem-looking-remedy = Open the book again where it can be written, and you can record in it.

# Kinds of records
history-kind-account = Account
history-kind-client = Client
history-kind-contract = Contract
history-kind-stage = Stage
history-kind-sighting = Link check
history-kind-request = Request
history-kind-status = Request status
history-kind-inquiry = Inquiry
history-kind-wish = What the client asked for
history-kind-outside-contact = Contact outside
history-kind-restriction = Restriction
history-kind-evidence = Evidence file
history-kind-evidence-link = Attached evidence
history-kind-run = Guide run
history-kind-payment = Payment
history-kind-copy = Text copied as it was
history-kind-service = Service you added
history-kind-correction = Corrected rule

# What the fields of records are called
history-field-id = Identifier
history-field-contract = Contract
history-field-day = Date
history-field-time = Time
history-field-note = Note
history-field-platform = Service
history-field-user-name = User name
history-field-registered-email = Registered e-mail address
history-field-name = Name
history-field-reading = Reading
history-field-client-kind = Person or company
history-field-account = Account
history-field-client = Client
history-field-title = Title
history-field-format = Format
history-field-url = Page of the contract
history-field-number = Contract number
history-field-amount = Amount
history-field-delivery-due = Delivery due
history-field-contact-reason = Reason for contact outside
history-field-stage = Stage
history-field-looker = Who looked
history-field-place = Where
history-field-seen = Link
history-field-filed-by = Who applied
history-field-reason = Reason given
history-field-channels = Means of contact
history-field-status-value = Status
history-field-witness = Who saw it
history-field-words = Words on the screen
history-field-shown = Where it was shown
history-field-entrance = Entrance
history-field-sender = Sent from
history-field-body = Text
history-field-sent-day = Date sent
history-field-sent-time = Time sent
history-field-reply-day = Date of the reply
history-field-reply-time = Time of the reply
history-field-reply-result = Result of the reply
history-field-reply-text = Text of the reply
history-field-channel = Means of contact
history-field-party = Who was restricted
history-field-sha256 = Hash (SHA-256)
history-field-bytes = Size
history-field-original-name = File name
history-field-media-type = File type
history-field-captured = Taken in
history-field-origin = How it was taken in
history-field-evidence = File
history-field-fact-kind = Kind of record it proves
history-field-fact = Record it proves
history-field-guide = Guide
history-field-started-day = Date begun
history-field-started-time = Time begun
history-field-course = Course
history-field-answers = Answers
history-field-resumed = Resumptions
history-field-draft = Draft
history-field-found = What was found
history-field-text = Text copied
history-field-own-contact = Rule for contact outside
history-field-deal = Dealing outside
history-field-source = Source
history-field-address = Page of the source
history-field-looked = Date checked
history-field-support = Support
history-field-answer-days = Days until an answer
history-field-path = Rule
history-field-corrected = Corrected value
history-field-shipped = Value of the app

# Words of choices that are named nowhere else
history-seen-visible = Visible
history-seen-missing = Missing
history-witness-me = Seen by me
history-witness-told-by-client = Told by the client
history-origin-picked = Chosen
history-origin-dropped = Dropped
history-origin-pasted = Pasted
history-origin-imported = Imported
history-course-asked = Answered in turn
history-course-skipped = Checks skipped
history-deal-forbidden = Not permitted
history-deal-unknown = Not known
history-deal-permitted = Permitted

# Values
history-value = { $value }
history-bytes = { $bytes ->
    [one] { $bytes } byte
   *[other] { $bytes } bytes
}
history-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
history-count = { $count ->
    [one] { $count } item
   *[other] { $count } items
}
history-moment = { $day } { $time }
history-fact = { $what } ({ $day })
history-correction-name = { $platform }: { $path }

# Who
history-by-here = This device
history-by-import = Imported book ({ $book })

# Bringing back
op-record-restore = Bring a record back
done-record-restore = Brought back: { $kind } “{ $name }”
problem-restore-newer-message = Something was changed since: { $fields }. Nothing has been changed yet.
problem-restore-newer-remedy = To bring it back all the same, press “Replace what is newer”. What is replaced stays in the history, and can be brought back too.
problem-restore-refers-message = It cannot be brought back, because what it belongs to is not there: { $what }. Nothing was changed.
problem-restore-refers-remedy = First bring that back from “Deleted”: { $what }.
problem-restore-gone-message = This record is not in the book now: { $what }. Nothing was changed.
problem-restore-gone-remedy = Bring it back from “Deleted” first; then single fields can be brought back.
problem-restore-nothing-message = There is nothing to bring back. Nothing was changed.
problem-restore-nothing-remedy = It has been brought back already, or was not recorded at that time.
problem-day-not-yet = { $day } has not come yet

# The screen
history-title = History
history-title-of = History of { $what }
history-show = Show
history-changes = Changes
history-deleted = Deleted
history-whole = See the history of the whole book
history-none = Nothing has been recorded yet
history-none-text = What you record and correct is kept here, in order.
history-older = Show older
history-undone = Taken back
history-did-added = Added
history-did-changed = Changed
history-did-removed = Deleted
history-record = { $kind }: { $name }
history-fields = Fields that changed
history-before = Before: 
history-after = After: 
history-nothing = (nothing)
history-and-others = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
history-more-records = { $count ->
    [one] { $count } more record
   *[other] { $count } more records
}
history-of-record = History of this record
history-restore = Bring back
history-restore-record = Back to before this change
history-restore-field = Bring back
history-restore-then = Bring this contract back as it was
history-newer-title = Something was changed since
history-newer-keep = Keep as it is
history-newer-replace = Replace what is newer
history-deleted-none = Nothing was deleted
history-deleted-none-text = Records that you delete are kept here with their date, and can be brought back.
history-deleted-of = of “{ $contract }”
history-back = Undo and redo
history-back-text = There is no limit, also after the app was closed. Once something new is recorded after an undo, redo is no longer possible; what was taken back stays in this history.
history-back-none = There is nothing to undo.
history-undo = Undo: { $what }
history-redo = Redo: { $what }
history-as-of = The book as it was
history-as-of-day = Date
history-as-of-help = The book at the end of that day. For example 11/20, yesterday
history-as-of-look = Look at the book of then
history-past-banner = You are looking at the book as it was on { $when }. Whether contact was permitted is as of then, too. Nothing can be recorded here.
history-past-leave = Back to today
history-settings-text = See what was changed, when and how. Bring back what was deleted. Look at the book as it was.
history-open = See the history
history-all-of-contract = See the changes field by field
keys-history = Go to history

# The command line
cli-arg-as-of = Answer from the book as it had been recorded by the end of this day
remark-redo-lost = “{ $what }”, which was taken back, can no longer be redone; it can be brought back from the history
history-looking-form = The book is only looked at now, so this form is closed
history-looking-title = Nothing can be recorded now
