# Guides.

guide-proven = { $paths ->
    [one] One path, walked to its end
   *[other] All { $paths } paths have been walked to their end
}
guide-for-everyone = Every service has this guide; it goes by the rules of the service you chose.
guide-service = Service
guide-service-help = Guides go by the rules of the service you choose.
guide-open-runs = Runs to go on with
guide-about = { $title } · { $client } · { $platform }
guide-about-none = No contract chosen
guide-answered = { $count ->
    [one] One question answered (begun { $when })
   *[other] { $count } questions answered (begun { $when })
}
guide-empty = No guides
guide-empty-text = Guides that come with the rules of a service are listed here.
guide-group-request = About the request
guide-group-client = About the client
guide-group-money = About work and money
guide-group-account = About the account and the rules
guide-find-contract = Find a contract
guide-find-contract-help = Part of the title or of the client’s name narrows the list.
guide-which-contract = Which contract is it about?
guide-no-contract = Go on without a contract
guide-start = Start the guide

# A run
guide-conclusion = In short
guide-skip = Skip to the letter
guide-ask-person = Ask a person
guide-leave = Save and close
guide-said = Your answers
guide-said-change = change any, any time
guide-said-done = { $count ->
    [one] the one is done
   *[other] all { $count } done
}
guide-said-skipped = the checks were skipped
guide-said-number = { $number }. { $what }
guide-from-me = { $when }
guide-from-record = from the record · { $when }
guide-from-rules = from the rules of the service
guide-change = Change
guide-change-of = Change answer { $number }, “{ $what }”
guide-changing = Changing now
guide-now = Answering now
guide-next = Asked next
guide-count = Question { $number } of at most { $of } · about { $minutes } min left
guide-count-change = Changing answer { $number }
guide-danger = Safety first
guide-choose = Choose one answer
guide-kept = Answers are kept at once
guide-answer = Go on with this answer
guide-back = Back

# What an answer changed
guide-changed = Answer changed.
guide-changed-outcome = The conclusion is now “{ $after }”, no longer “{ $before }”.
guide-changed-open = Whether it stays “{ $before }” depends on the next answer.
guide-changed-reached = The conclusion is “{ $after }”.
guide-changed-newly = Newly asked: { $names }.
guide-changed-no-longer = No longer asked: { $names } (your answers are kept).

# What it looks like
guide-guess = What it looks like
guide-guess-none = Too early to say.
guide-because = Why (confidence: { $confidence })
guide-others = What else it could be
guide-unknown = Not known
guide-sources = Sources, and when they were checked
guide-source-official = Official · { $day }
guide-source-user-report = A user’s report, not official · { $day }
guide-source-secondary = Somebody else’s article, not official · { $day }
guide-source-inference = An inference, not official · { $day }
guide-source-own = Looked up by you · { $day }
guide-confidence-none = none
guide-confidence-low = low
guide-confidence-middle = middle
guide-confidence-high = high

# The drawing
guide-scheme = Drawing
guide-scheme-differs = The real screen looks different.
guide-scheme-checked = Place checked { $day }
guide-scheme-on-web = On the web
guide-scheme-in-app = In the app
guide-scheme-web = Drawing of the web page. On { $screen }, open “{ $section }”: in it is “{ $link }”.
guide-scheme-app = Drawing of the app. On { $screen }, open “{ $section }”: in it is “{ $link }”.
guide-scheme-on-thread = The screen of the consultation or contract
guide-scheme-status = 申請ステータス
guide-scheme-about-here = about here
guide-scheme-position = The real screen looks different, and the exact position may differ too.
guide-scheme-status-near = Drawing of the screen of a consultation or contract. 「申請ステータス」 is shown near the field for writing messages. The exact position may differ.
guide-scheme-messages = Messages
guide-scheme-write = Write a message

# The outcome
guide-after = What comes next
guide-urgency-now = Right now
guide-urgency-today = Today
guide-urgency-calm = No hurry
guide-look-again = Look again on { $day }
guide-record-inquiry = Record the inquiry
guide-record-request = Record the request
guide-record-status = Record what is shown
guide-record-sighting = Record what you saw of the link
guide-record-outside-contact = Record contact outside
guide-record-stage = Record the stage
guide-record-restriction = Record the restriction

# At another date
guide-try-date = See it at another date
guide-try-text = With what was recorded up to that day, and dates counted from it. Nothing is changed.
guide-try = Show
guide-tried = This is how it looks on { $day }. No answer and no record is changed.
guide-try-today = Back to today

guide-find = What is wrong?
guide-find-hint = For example: no button, asked to use LINE, no answer
guide-find-none = No guide fits. Try to say it in other words.
guide-find-found = { $count ->
    [one] { $count } guide
   *[other] { $count } guides
}, the best first
