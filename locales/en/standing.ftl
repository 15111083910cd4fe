# 外部連絡の可否: the answer, its reasons, dates and next steps.

# The word of the answer
state-not-yet = Not yet
state-ask = Needs checking
state-pending = Under review
state-approved = You may
state-denied = Refused
state-revoked = Withdrawn
state-forbidden = Forbidden

# The answer in one sentence, under its word
standing-summary-not-yet = No approval has been recorded for this contract yet.
standing-summary-not-yet-gate = “{ $stage }” has not been recorded yet. Until then, stay inside the service.
standing-summary-ask-told-by-client = You were told it was approved, but you have not seen it on screen.
standing-summary-ask-no-words = An approval is recorded, but not the words on the screen.
standing-summary-ask-status-changed = The request status has changed since the approval.
standing-summary-ask-denial-heard = You were told the approval no longer holds. Look at the screen.
standing-summary-ask-before-contract = The approval is from before the contract. Whether it still holds is not published.
standing-summary-ask-after-end = This contract has ended. Whether contact is permitted afterwards is not published.
standing-summary-ask-restricted = A restriction of an account is recorded.
standing-summary-ask-format-has-none = This kind of contract should have no request screen. Check the approval you saw.
standing-summary-ask-in-future = The approval is dated later than today.
standing-summary-ask-weak-source = It seems to be permitted, but no sure source says so. Look it up on the service’s help pages.
# $due is the last day of the review.
standing-summary-pending-due = The result is expected by { $due } at the latest.
standing-summary-pending = Waiting for the result. The review time is not published.
standing-summary-overdue = The review was expected by { $due }. Check the request status.
standing-summary-approved = You may exchange contact details for this contract.
standing-summary-denied = Contact outside is not possible for this contract.
standing-summary-revoked = The approval was withdrawn. Stop contact outside.
standing-summary-forbidden = Contact details may not be exchanged on this service.
standing-summary-free = On this service you may exchange contact details without a request.
standing-summary-free-gate = “{ $stage }” is done, so you may exchange contact details.
standing-summary-unknown = The rules of this service have not been verified.

# Reasons: recorded facts
standing-reason-stage = { $stage }
standing-reason-stage-contracted = { $stage }: concluded
standing-reason-stage-escrowed = { $stage }: confirmed
standing-reason-stage-completed = Contract: { $stage }
standing-reason-stage-terminated = Contract: { $stage }
standing-reason-stage-declined = { $stage }
standing-reason-wish = The client asked to talk outside
standing-reason-wish-channels = The client asked to talk by { $channels }
standing-reason-link-visible-me = Request link seen (me, { $places })
standing-reason-link-missing-me = Request link not found (me, { $places })
standing-reason-link-visible-client = The client reports seeing the request link ({ $places })
standing-reason-link-missing-client = The client reports no request link ({ $places })
standing-reason-request-me = I filed the request
standing-reason-request-client = The client filed the request
standing-reason-request-unknown = A request was filed (by whom is not known)
# $words are the words on the screen, $shown where they stood.
standing-reason-status = Saw the request status “{ $words }” ({ $shown })
standing-reason-status-no-words = Saw the request status ({ $status }, { $shown }), words not recorded
standing-reason-status-heard = Told by the client: “{ $status }”
standing-reason-inquiry = Asked support
standing-reason-inquiry-registered = Asked support from the registered address
standing-reason-inquiry-other-sender = Asked support from another address than the registered one
standing-reason-reply-can-apply-now = Support replied: you can apply now
standing-reason-reply-asked-for-more = Support asked for more
standing-reason-reply-refused = Support replied: not available
standing-reason-reply-no-help = Support replied (not resolved)
standing-reason-contact = Contact outside by { $channel }
standing-reason-restricted-me = My account is restricted
standing-reason-restricted-client = The client’s account is restricted
fact-payment = { $amount } was paid

# Reasons: what follows from the rule alone
standing-reason-no-approval = No approval is recorded
standing-reason-gate = “{ $stage }” is not recorded
standing-reason-forbidden = Forbidden before and after the contract
standing-reason-free = No request is needed
standing-reason-unknown = The rule has not been verified
standing-reason-weak-source = The source of the rule is not sure
standing-reason-format-none = This kind of contract probably has no request screen
standing-reason-format-not-known = Whether this kind of contract allows a request is not published
standing-reason-scope-not-known = Whether an approval from before the contract still holds is not published
standing-reason-end-not-known = What holds after the end of a contract is not published

# The next step
standing-next-look-for-link = Check where to apply.
standing-next-look-again = Support says you can apply now. Look for the link again.
standing-next-link-found = Once you find the link, record it.
standing-next-guide = If the link is not there, follow the guide.
standing-next-guide-missing = Find out with a few short questions why the link is missing.
standing-next-guide-still-missing = The link is still missing after the reply. Go on with the guide.
standing-next-guide-verify = Go on with the guide until you have applied.
standing-next-record-request = Once you have applied, record it.
standing-next-record-status = When the result is there, record the request status word for word.
standing-next-see-for-yourself = Look at the request status yourself and record it word for word.
standing-next-look-at-status = Look at the request status again and record it word for word.
standing-next-status-changed = If what is shown changes, record it.
standing-next-record-reply = When support replies, record it.
standing-next-record-stage = When “{ $stage }” is reached, record it.
standing-next-ask-office = Ask support.
standing-next-ask-office-again = Write to support once more.
standing-next-ask-office-more = Answer what support asked for, from the registered address.
standing-next-ask-office-overdue = The review takes longer than expected. Ask support.
standing-next-ask-office-restricted = Ask support about the restriction. No contact outside until then.
standing-next-ask-office-scope = Ask support whether the earlier approval still holds.
standing-next-ask-office-ended = Ask support whether contact is permitted after the end.
standing-next-ask-office-unknown = Ask the service about its rules.
standing-next-ask-office-who-files = Ask the service who may apply.
standing-next-stay-inside = Go on with the service’s messages.
standing-next-stay-inside-until = Until you know, go on with the service’s messages.
standing-next-stay-inside-denied = Go on with messages. Nothing is lost.
standing-next-stay-inside-ended = Start new work as a new contract inside the service.
standing-next-stay-inside-format = For this kind of contract, talk inside the service.
standing-next-stop = Stop contact outside and keep the notice.
standing-next-draft-inquiry = Prepare the message to support.
standing-next-draft-ask-client = Prepare a message asking the client to apply.
standing-next-draft-holding = Prepare a reply asking the client to wait.
standing-next-draft-request-reason = Prepare the reason for the request.
standing-next-draft-exchange = Exchange contact details in the service’s messages.
standing-next-draft-decline = Prepare a polite refusal.

# Buttons of the next step
standing-button-look-for-link = See where to apply
standing-button-link-found = I found the link
standing-button-guide = Start the guide
standing-button-record-request = Record the request
standing-button-record-status = Record the status
standing-button-record-reply = Record the reply
standing-button-record-stage = Record “{ $stage }”
standing-button-ask-office = Prepare an inquiry
standing-button-stay-inside = Stay inside the service
standing-button-stop = Keep the notice as evidence
standing-button-draft-inquiry = Open the inquiry draft
standing-button-draft-ask-client = Open the draft for the client
standing-button-draft-holding = Open the reply draft
standing-button-draft-request-reason = Open the reason draft
standing-button-draft-exchange = Open the exchange draft
standing-button-draft-decline = Open the refusal draft

# Dates
standing-deadline-review = End of the review
standing-deadline-write-again = When to write again
standing-deadline-delivery = Planned delivery
standing-deadline-timer = { $name }

# Their arithmetic: request Fri 20 Nov + 2 business days (without weekends, Mon 23 Nov Labour Thanksgiving Day)
standing-arithmetic-hours = { $start } { $from } + { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
standing-arithmetic-months = { $start } { $from } + { $count ->
    [one] { $count } month
   *[other] { $count } months
}
standing-arithmetic-days = { $start } { $from } + { $count ->
    [one] { $count } day
   *[other] { $count } days
}
standing-arithmetic-business-days = { $start } { $from } + { $count ->
    [one] { $count } business day
   *[other] { $count } business days
}
standing-arithmetic-business-days-skipping = { $start } { $from } + { $count ->
    [one] { $count } business day
   *[other] { $count } business days
} (not counting { $skipped })
standing-arithmetic-agreed = Agreed delivery { $day }
standing-from-request = Request
standing-from-inquiry = Inquiry
standing-skip-weekend = weekends
standing-skip-holiday = { $day } { $name }
standing-skip-predicted = { $day } { $name } (expected)
standing-skip-closure = { $day } { $name }
