# 文案: values of the record in a draft, and 点検 before copying.

draft-value-stage = { $stage } ({ $day })
draft-value-looked = { $place } ({ $day })
draft-value-client-sees = shown ({ $place }, checked { $day })
draft-value-client-sees-none = not shown ({ $place }, checked { $day })
draft-value-status-none = nothing (checked { $day })
draft-value-link-place = “{ $link }” in “{ $section }” on { $screen }
draft-value-business-days = { $count ->
    [one] { $count } business day
   *[other] { $count } business days
}

draft-check-sender = Send it from the registered address { $address }
draft-check-sender-unknown = The registered address is not recorded. A message from another address may stay unanswered
draft-check-url = The address of the contract is in the text
draft-check-url-missing = The address of the contract is not recorded
draft-check-url-not-in-text = The address of the contract is not in the text
draft-check-no-gaps = No gap is left
draft-check-gaps = { $count ->
    [one] { $count } gap is left to fill
   *[other] { $count } gaps are left to fill
}
draft-check-no-contact-data = There is no contact data in it
draft-check-contact-data = It contains contact data ({ $kinds }). It cannot be sent before an approval
draft-check-contact-data-permitted = It contains contact data ({ $kinds }). Make sure whom you send it to
draft-check-no-other-client = No other client’s name is in it
draft-check-other-client = Another client’s name is in it ({ $names })
draft-check-attachments = Attach screenshots by hand. It can be sent without them

contact-kind-email = e-mail address
contact-kind-phone = telephone number
contact-kind-line = LINE ID
contact-kind-chatwork = Chatwork ID
contact-kind-discord = Discord name
contact-kind-skype = Skype ID
contact-kind-zoom = Zoom link
contact-kind-other-service = contact of another service
contact-kind-web-page = address of an outside page

# The letter on the screen
draft-check-go = {" "}(go there)
draft-checks = Check before sending
draft-checks-good = nothing stands in the way
draft-checks-stop = { $count ->
    [one] one thing to put right
   *[other] { $count } things to put right
}
draft-tone-stop = Put right:
draft-tone-look = See to it:
draft-tone-good = In order:
draft-legend = underlined words come from your record
draft-marked = Underlined words come from your record.
draft-changed = This is your own version; it stays as it is when the record changes.
draft-to = Send to
draft-to-address = Address to send it to
draft-to-office = The office
draft-to-client = The messages with the client
draft-to-form = The form of the request
draft-sender = Sender
draft-sender-none = Not recorded
draft-sender-registered = registered address
draft-sender-unknown = record the e-mail address of your account
draft-subject = Subject
draft-copy-subject = Copy the subject
draft-text-of = Text of “{ $name }”
draft-length = { $characters ->
    [one] One character.
   *[other] { $characters } characters.
}
draft-copy = Copy the text
draft-change = Change the text
draft-change-end = Done changing
draft-restore = Back to the first version
draft-record-sent = Record that it was sent
draft-record-request = Record the request
draft-record-sighting = Record what the client sees
draft-record-outside-contact = Record contact outside
draft-sent-text = The text as it stands is kept as what you sent.
draft-sent-sender-help = The address it was really sent from. From another than the registered one, an answer may never come.

# The linter: what the words of a text say that is about to be sent
draft-why-contact-invitation = It reads as an invitation to talk outside the service. By your record that is not permitted yet.
draft-why-direct-deal = It reads as an offer of a contract outside the service. Contracts are another matter than contact, even after an approval.
draft-why-outside-payment = It reads as an offer of payment outside the service. Payment is another matter than contact, even after an approval.
draft-why-work-before-escrow = It reads as a promise to work before the escrow payment, or without pay.
draft-why-identity-papers = It reads as if it hands over papers or numbers that prove who you are. They cannot be taken back.
draft-why-no-need-to-apply = It reads as if nothing need be asked of the service, or told to it.
draft-why-delete-request = It reads as a request to delete what was written. Records protect you later.

draft-fault-sender = The registered address is not recorded
draft-fault-url = The address of the contract is missing
draft-fault-gaps = A gap is left
draft-fault-contact-data = It contains contact data
draft-fault-other-client = Another client’s name
draft-fault-attachments = Attachments
draft-fault-too-long = Too long

draft-counted-not-stated = How the service counts is not published; line breaks are counted as one character.
draft-counted-with-line-breaks = Counted as the service counts, line breaks included.
draft-counted-without-line-breaks = Counted as the service counts, without line breaks.
# 1,234 / 3,000 characters.
draft-length-of = { $characters } / { $limit } characters.
draft-too-long = { $over ->
    [one] one character too long
   *[other] { $over } characters too long
}
draft-passage = { $name }: “{ $words }”
draft-passage-rule = Rule
draft-copy-anyway = Read what was found, and copy anyway…
draft-copy-anyway-title = Copy it as it is?
draft-copy-anyway-text = The check found the following. Sent like this, the text may break the rules of the service.
draft-copy-anyway-kept = That you copied it is kept in the history, with what was found and the text.
draft-copy-anyway-do = I have read it. Copy anyway
draft-copy-anyway-back = Change the text
