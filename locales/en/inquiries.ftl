# Inquiries.

inquiries-none = No inquiries yet
inquiries-none-text = When the place to apply is missing, a guide leads to a letter that has been checked.
inquiries-guides = See the guides
inquiries-waiting = Waiting for a reply ({ $count })
inquiries-waiting-none = Nothing waits for a reply.
inquiries-answered = Answered ({ $count })
inquiries-sent = Sent
inquiries-from = from { $address }
inquiries-sender-other = It was sent from an address other than the registered one. Sent again from the registered address, support can tell who writes.
inquiries-sender-not-recorded = The registered address is not recorded yet, so the sender cannot be checked.
inquiries-reply = Record the reply
inquiries-menu = Actions for the inquiry about “{ $title }”
inquiries-amend = Correct the inquiry
inquiries-amend-reply = Correct the reply
