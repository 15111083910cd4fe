# The message check: what was found in a client's message.

message-nothing-found = Nothing was found (this does not mean that it is safe)
# There are 2 passages to look at.
message-found = { $count ->
    [one] There is { $count } passage to look at.
   *[other] There are { $count } passages to look at.
}
message-passage = “{ $words }”
message-answer = An answer
message-record = To record
message-no-rule = As far as we have looked, the service has published no rule on this.

message-kind-contact-invitation = Contact outside the service
message-kind-other-means = Another means of contact than the request named
message-kind-direct-deal = A contract outside the service
message-kind-outside-payment = Payment outside the service
message-kind-work-before-escrow = Work before the money is held
message-kind-buy-goods = Purchases or fees at your cost
message-kind-seminar-school = A seminar or school
message-kind-identity-papers = Papers or numbers of identity
message-kind-no-need-to-apply = Words that nothing need be asked
message-kind-delete-request = A request to delete messages or records

message-why-contact-invitation = It seems to ask for contact data, or to move the talk elsewhere.
message-why-other-means = It seems to invite you to another means of contact than the request named. Whether an approval reaches other means has not been published.
message-why-direct-deal = It seems to ask for a contract outside the service. An approval of contact is none for that.
message-why-outside-payment = It seems to ask for payment outside the service. If it does not come, the service can hardly help.
message-why-work-before-escrow = It seems to ask for work before the money is held, or for none.
message-why-buy-goods = It seems to ask you to buy something or to pay a fee first.
message-why-seminar-school = It seems to lead from work to a seminar or school.
message-why-identity-papers = It seems to ask for papers or numbers that cannot be taken back.
message-why-no-need-to-apply = It seems to ask that the service be neither asked nor told.
message-why-delete-request = It seems to ask that no record be kept. A record protects you later.

message-answer-contact-invitation = We can talk outside once the procedure that the service asks for is done. Until then, let us stay in these messages.
message-answer-other-means = Could we use the means of contact that the request named? I will ask the service whether another may be used, and answer then.
message-answer-direct-deal = I work under contracts inside the service and cannot accept one outside it.
message-answer-outside-payment = Please pay through the service. I cannot accept payment outside it.
message-answer-work-before-escrow = I start when the contract is made and the money is held. I will begin as soon as that is done.
message-answer-buy-goods = I cannot advance the cost of goods or fees. If they are needed, please include them in the amount of the contract.
message-answer-seminar-school = I would like to hear about the work itself, and will not take part in a seminar or course.
message-answer-identity-papers = I do not send papers or numbers of identity in messages or elsewhere. Please use what the service offers for it.
message-answer-no-need-to-apply = I would like to follow the rules of the service, so let us go through the procedure it asks for.
message-answer-delete-request = I keep our messages so that there is no misunderstanding, and would like to leave them as they are.

message-record-contact-invitation = The means that was asked for and the day. Keep the screen as evidence. Hand over no contact data yet.
message-record-other-means = The means that was asked for and the day. See whether the approval, on the screen or in the notice, says anything about means of contact.
message-record-deal = The words of the offer and the day. Keep the screen as evidence.
message-record-work-before-escrow = The stage, and whether the money is held. Keep the screen as evidence.
message-record-no-need-to-apply = These words and the day. Look at the status of the request yourself and record it.
message-record-delete-request = The screen before anything is deleted. Keep it as evidence before you answer.
message-record-message = The screen and the day. Keep it as evidence.

message-not-text = It cannot be read as a message (from byte { $at } on it is not UTF-8). Nothing was changed.
message-not-text-remedy = Copy the words of the message and pass them as UTF-8 text. Images and files cannot be read.
message-too-long = The message is too long (up to { $limit } MB are read). Nothing was changed.
message-too-long-remedy = Check it in several parts.

message-title = Message check
message-lead = Paste what the client wrote, and see what to look at twice. Nothing is sent or kept.
message-service = Service
message-service-none = Not known, or another one
message-words = The client’s message
message-words-help = Paste it just as it came.
message-marked = The message with its marks
message-copy-answer = Copy the answer
message-letter = Answer with a letter
message-to-record = Record it in this contract
