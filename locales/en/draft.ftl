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
