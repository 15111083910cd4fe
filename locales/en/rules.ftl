# The rules of a service: what is known, and what is not

rules-title = Rules of the service
rules-of = Rules of { $name }
rules-checked = All of it was checked { $day }
rules-ended = This service ended { $day }. Its rules are kept for old records.
rules-all = Rules of the services
rules-all-text = What each service says on contact outside, and where it says so.
rules-read = Read all rules

rules-contact = Contact outside
rules-shape-approval = Permitted once a request is approved
rules-shape-gate-and-approval = Permitted after “{ $stage }”, once a request is approved
rules-shape-gate = Permitted after “{ $stage }”
rules-shape-forbidden = Not permitted
rules-shape-free = Permitted
rules-shape-not-known = Not published, or not looked up yet
rules-exemptions = Permitted for a purpose only
rules-when-after-contact = After you talked outside
rules-when-after-revocation = When an approval was taken back
rules-deal = Contracts and payments outside
rules-deal-permitted = Contracts and payments outside are permitted as well
rules-penalties = What follows from a breach

rules-request = Request
rules-request-none = No way to ask for contact outside is known.
rules-filers = Who may file it
rules-filers-by-role = On a job you took: { $worker }. On what you offer: { $seller }
rules-limit = How often
rules-times = { $count ->
    [one] once for a consultation or contract
   *[other] { $count } times for a consultation or contract
}
rules-review = Review
rules-survives-contract = Whether an approval given before the contract holds after it
rules-survives-end = Whether it holds after the end
rules-words = Words shown, as far as known
rules-place = { $screen }, “{ $section }”, “{ $link }”
rules-yes = Yes
rules-no = No
rules-not-published = Not published

rules-timers = Dates
rules-timer = { $span } after “{ $start }”
rules-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
rules-business-days = { $count ->
    [one] { $count } business day
   *[other] { $count } business days
}
rules-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
rules-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}

rules-fee = Fee
rules-tier = Up to { $upTo }: { $percent }%
rules-tier-all = All of it: { $percent }%
rules-tier-rest = Above: { $percent }%
rules-fee-tax = Consumption tax on the fee: { $percent }%
rules-fee-none = The fee has not been looked up yet.

rules-support = How to reach { $name }
rules-support-none = Not looked up yet.
rules-registered = Write from the registered e-mail address.
rules-earlier = Earlier rules
rules-until = Before { $day }:
rules-ground = Source { $title }, checked { $day }, confidence { $confidence }
rules-ground-stale = A while ago

# Values that can be corrected
rules-point-gate = Stage from which contact is permitted
rules-point-contact-text = Sentence on contact outside
rules-point-deal-text = Sentence on contracts and payments outside
rules-point-span = Span
rules-point-due-text = Sentence on the date
rules-point-fee-tax = Tax on the fee
rules-point-fee-text = Sentence on the fee
rules-point-write-again = Days until it makes sense to write again
rules-point-entrance = Address of the way to support
rules-value-percent = { $percent }%
rules-value-number = { $count }
rules-value-gate = “{ $stage }”
rules-value-gate-kind = Permitted after a certain stage
rules-value-gate-and-approval = Permitted after a certain stage, once a request is approved
correction-gone = These rules no longer have such a value.
correction-unfit = This value cannot stand here.

# Parts of the rules
rules-part-name = Name
rules-part-zone = Time zone
rules-part-hosts = Addresses of its pages
rules-part-operating = Whether it operates
rules-part-contact = Contact outside
rules-part-exemptions = Permitted for a purpose
rules-part-deal-outside = Contracts and payments outside
rules-part-request = Request
rules-part-formats = Forms of contract
rules-part-stage-words = Names of the stages
rules-part-closures = Days closed
rules-part-timers = Dates
rules-part-support = Ways to support
rules-part-fee = Fee
rules-part-penalties = After a breach
rules-part-duties = What is asked of its users
rules-part-conflicts = Where pages disagree
rules-part-warnings = What to watch for in messages
rules-part-unknowns = What is not known
rules-part-earlier = Earlier rules
rules-part-id = Name

# Rules that the user looked up
rules-ground-own = Source { $title }, checked { $day }, a rule you looked up yourself
rules-own-sub = A service you added

# Correcting a value
rules-correct = Correct a value
rules-correct-text = Put in a value that you looked up yourself. A correction stays when the app is updated.
rules-correct-short = Correct
# Read after 「訂正」, so that each button says which value it means
rules-correct-named = {" "}({ $name })
rules-correct-point = { $label }, { $of }
rules-correct-of = Correct: { $name }
rules-correct-now = Now: { $value }
rules-correct-value = Right value
rules-correct-number = A number only.
rules-correct-percent = A number only, such as 5.5.
rules-correct-unknown = A number only. Leave it empty if nothing is published.
rules-correct-address = Beginning with https://. Leave it empty if there is none.
rules-correct-save = Correct it
rules-correct-mark = Corrected

rules-preview = Answers that would change
rules-preview-first = Once you change the value, the contracts whose answer changes are shown here.
rules-preview-changes = { $count } of { $open } open contracts change their answer.
rules-preview-none = { $open ->
    [one] The answer of { $open } open contract stays the same.
   *[other] The answers of { $open } open contracts stay the same.
}
rules-preview-no-open = There is no open contract on this service.
rules-preview-permits = { $count ->
    [one] { $count } contract becomes “You may”.
   *[other] { $count } contracts become “You may”.
} The source you give is the only ground for it.
rules-preview-permits-again = { $count ->
    [one] { $count } contract becomes “You may”.
   *[other] { $count } contracts become “You may”.
} It rests on the sources of the app’s rules.
rules-preview-ground = on another ground
rules-preview-more = { $count } more
rules-becomes = becomes

rules-corrections = Your corrections
rules-correction-applied = Answers are given by this value.
rules-correction-agrees = The app says the same by now. You can drop the correction.
rules-correction-conflict = The app’s value has changed since you corrected it. Until you decide, neither value is taken as known.
rules-correction-unused = This correction is not used.
rules-correction-mine = Your correction
rules-correction-app = The app’s value
rules-correction-keep = Keep my correction
rules-correction-take = Take the app’s value
rules-correction-drop = Drop the correction
rules-correction-drop-of = Drop the correction: { $name }
rules-correction-drop-text = The app’s value holds again. You can undo this.
rules-correction-stay = Keep the correction

# What changed in the rules
rules-changed = What changed in the rules
rules-changed-sub = Values that an update of the app changed since you last looked.
rules-changed-none = Nothing new
rules-changed-none-text = The rules of the services are as when you last looked.
rules-changed-new = This service is new.
rules-changed-values = Changed values
rules-changed-part = Part of the rules
rules-changed-before = Before
rules-changed-after = Now
rules-changed-nothing = none
rules-changed-open = { $count ->
    [one] Open contract on it ({ $count })
   *[other] Open contracts on it ({ $count })
}
rules-changed-no-open = There are no open contracts on it.
rules-changed-seen = I have looked at it
rules-changed-read = Read the rules of { $name }
