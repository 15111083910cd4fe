# A guide as a drawing.

# The screen
drawing-title = Drawing: { $title }
drawing-open = See the whole as a drawing
drawing-of = See the whole as a drawing: “{ $title }”
drawing-counts = Questions: { $questions } · conclusions: { $outcomes }
drawing-back-to-run = Back to the guide
drawing-back-to-list = Back to the guides
drawing-larger = Larger
drawing-smaller = Smaller
drawing-whole = Whole
drawing-zoom = Size of the drawing
drawing-percent = { $percent }%
drawing-nodes = Drawing of questions and conclusions
drawing-keys = → onward · ← back · ↑↓ up and down · Home to the start · End to the last

# A node
drawing-danger = Safety first
drawing-check = Check
drawing-verify = Look again
drawing-lookup = The record may know
drawing-known = Record: { $fact }
drawing-outside = Only while contact is permitted
drawing-who = Who acts: { $who }
drawing-who-me = you
drawing-who-client = the client
drawing-who-office = the office
drawing-skip-to = Those who skip the checks come here
drawing-look-again = After looking again: { $what }
drawing-not-permitted = While contact is not permitted
drawing-leads = { $label } → { $to }

# The way of a run
drawing-walked = Passed
drawing-here = You are here
drawing-legend-walked = A thick line is the way so far
drawing-legend-later = A dashed line is the way after looking again, or while contact is not permitted

# What the record knows, and what it leads by
drawing-fact-link-visible = You saw the link
drawing-fact-link-visible-client = The client saw the link
drawing-fact-link-missing-on = You looked ({ $place }), and the link was not there
drawing-fact-link-missing-on-client = The client looked ({ $place }), and the link was not there
drawing-fact-link-missing-everywhere = You looked on the web and in the app, and the link was in neither
drawing-fact-link-missing-everywhere-client = The client looked on the web and in the app, and the link was in neither
drawing-fact-status-seen = The last status you saw: { $status }
drawing-fact-request-filed = You applied
drawing-fact-request-filed-client = The client applied
drawing-fact-request-filed-unknown = Somebody applied
drawing-fact-stage-reached = This stage was reached: { $stage }
drawing-fact-ended = The contract ended
drawing-fact-running = The contract was made and runs
drawing-fact-talks-only = No contract has been made yet
drawing-fact-format = The kind of contract: { $format }
drawing-fact-restricted = Your account is restricted
drawing-fact-restricted-client = The client’s account is restricted
drawing-fact-contact = Contact outside took place
drawing-fact-inquiry-sent = The office was asked
drawing-fact-inquiry-waiting = An inquiry waits for its answer
drawing-fact-inquiry-result = The inquiry came to: { $result }
drawing-fact-inquiry-answered = The inquiry was answered
drawing-fact-write-again = There is no answer, and the day to write again has come
drawing-fact-inquiry-registered = The inquiry came from the registered address
drawing-fact-inquiry-other = The inquiry came from another address than the registered one
drawing-fact-review-over = The last expected day of the review has passed
drawing-fact-timer-due = The date counted from this stage has come: { $stage }
drawing-fact-timer-ahead = The date counted from this stage is still to come: { $stage }
drawing-fact-not-escrowed = No payment is recorded as held
drawing-fact-not-delivered = No delivery is recorded
drawing-fact-asked-for = The client asked for { $channel }
drawing-fact-permitted = Contact outside is permitted now
drawing-fact-not-permitted = Contact outside is not permitted yet
drawing-fact-to-ask = Contact outside needs asking
drawing-fact-rule = The rule of the service: { $rule }
drawing-fact-gate-ahead = The stage that the rule names is not reached yet
