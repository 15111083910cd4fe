# The names of what is recorded.

# 段階
stage-consultation = Consultation
stage-terms = Terms offered
stage-contracted = Contract
stage-escrowed = Payment held
stage-delivered = Delivered
stage-inspected = Accepted
stage-completed = Completed
stage-reminder-requested = Reminder requested
stage-termination-requested = Early end requested
stage-continued = Goes on
stage-terminated = Ended early
stage-declined = Declined

# Means of contact
channel-chatwork = Chatwork
channel-video-call = video call
channel-email = e-mail
channel-phone = telephone
channel-line = LINE
channel-slack = Slack
channel-discord = Discord
channel-other = another means

# Sides and places
party-me = Me
party-client = Client
party-unknown = Not known
place-web = web
place-app = app
shown-web = on screen
shown-app = in the app
shown-mail = by mail

# How it is contracted
format-fixed = Fixed price
format-hourly = Hourly
format-task = Task
format-competition = Competition
format-listing = Service on offer
format-other = Another kind

# 申請ステータス, normalised
status-blank = nothing shown
status-pending = under review
status-approved = approved
status-denied = refused
status-revoked = approval withdrawn
status-unclear = unclear

# Days, amounts and lists
date-short = { date-weekday } { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
date-long = { date-short } { $year }
date-weekday = { $weekday ->
    [mon] Mon
    [tue] Tue
    [wed] Wed
    [thu] Thu
    [fri] Fri
    [sat] Sat
   *[sun] Sun
}
money-yen = ¥{ $digits }
money-yen-below-zero = −¥{ $digits }
list-joint = { ", " }

# Kinds of clients
client-kind-person = person
client-kind-company = company
client-kind-unknown = not known

# Contact outside at a service that the user added
own-contact-approval = Once a request is approved
own-contact-after-contract = Once there is a contract
own-contact-after-escrow = Once the money is held by the service
own-contact-forbidden = Never
own-contact-free = Always (a direct client, for example)
own-contact-not-known = I don’t know
