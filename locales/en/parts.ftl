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
parts-column-resize = Width of { $column }
