# Services of one's own: five questions

service-add = Add a service
service-amend = Change the service
service-sub = Five questions describe a service that is not in the list, or a direct client. You can change the answers later.
service-none = This service is no longer there
service-none-text = If you have just removed it, the history in the settings takes that back.

service-question-name = 1. Who is it?
service-question-name-help = The name of the service. For a direct client, the client’s name.
service-name = Name
service-question-contact = 2. May you talk outside the service?
service-question-contact-help = As its terms or your agreement say. If that is not clear, leave “I don’t know”.
service-contact = Contact outside
service-question-deal = 3. May you contract or be paid outside the service?
service-question-deal-help = This is another rule than contact. Most services forbid it, also where contact is permitted.
service-deal = Contracts and payments outside
service-deal-forbidden = No
service-deal-permitted = Yes (a direct client, for example)
service-deal-unknown = I don’t know
service-question-source = 4. Where does it say so?
service-question-source-help = Needed where you answered that contact is permitted without a request: the answer rests on it.
service-source = Page or agreement
service-source-help = Terms of use, section 8; service agreement
service-address = Address
service-address-help = Leave it empty if there is none. The app visits no page.
service-looked = Day you looked
service-looked-help = Today when empty. 11/25 or 2 days ago work as well.
service-question-support = 5. Whom do you ask when you need help?
service-question-support-help = From this the app counts when to ask again if no answer comes.
service-support = How to reach support
service-answer-days = Business days until you ask again
service-answer-days-help = 2 business days when empty.
service-note = Note

service-save = Add
service-amend-save = Save the changes
service-cancel = Cancel
service-kept = What you type is kept as a draft

service-answers = Your answers
service-answers-text = The rules of this service are made of your answers alone.
service-source-none = Where it says so is not recorded yet.
service-support-none = Not recorded yet
service-account = Record an account
service-amend-short = Edit
service-remove = Remove
