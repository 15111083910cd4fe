# Words of the parts that every screen is built from.

parts-close = Close
parts-reading = Reading
parts-ask-again = Read again
parts-problem-unknown = Something unexpected happened. Nothing that was saved is lost.
parts-problem-remedy = Please try again.
parts-problem-detail = Cause (for support)
parts-stages = Stages
parts-stage-working = Work
parts-stage-here = Here now
parts-stage-skipped = Not recorded
parts-day-counted = Day { $nth }
parts-day-weekend = Weekend
parts-day-predicted = { $name } (expected)
# Copied the text of the inquiry (318 characters)
parts-copied = Copied { $what } ({ $characters ->
    [one] { $characters } character
   *[other] { $characters } characters
})
parts-rule = Rule: { $rule }
parts-source = Source: { $title }
parts-source-address = the address of the source
parts-copy-address = Copy address
parts-checked = Checked { $day }
parts-reasons = Reasons
parts-reason-rule = Rule
parts-never = No contracts or payments outside the service
parts-deal-unknown = No contracts or payments outside the service until you have made sure
parts-stale = Looked up a while ago. Check the rule of today at its source.
parts-conflict = Two pages of the service do not agree. The stricter one is applied
parts-exemptions = Permitted for a purpose only ({ $count })
parts-duties = What this service asks of you
parts-column-resize = Width of { $column }

parts-day-by-day = Show the count
parts-due-ahead = { $count ->
    [one] tomorrow
   *[other] in { $count } days
}
parts-due-today = today
parts-due-passed = { $count ->
    [one] yesterday
   *[other] { $count } days ago
}

# A kept file
parts-file-open = Open evidence: { $name }
parts-file-size = { $digits } { $unit }
parts-file-size-name = Size
parts-file-kept = Kept
parts-file-hash = SHA-256
parts-file-copy-hash = Copy the SHA-256
parts-file-words = Words of the file
parts-file-beginning = It is long; only its beginning is shown.
parts-file-gone = This file is not in the folder of the book. Its record and its SHA-256 are still there.

# A passphrase or a code
parts-secret-show = Show the characters
parts-secret-hide = Hide the characters

# A record that changed while its correction was typed
parts-changed-now = Keep the record as it is
parts-changed-mine = Save what you wrote
parts-own-rule = A rule you looked up yourself
