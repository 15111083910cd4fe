# Checking the book: what is wrong, and what a repair does.

repair-title = Check the book
repair-lead = Looks through the book's file, its history and the files of evidence from beginning to end. You can use the book meanwhile.
repair-open = Check the book
repair-open-text = Looks whether file, history and evidence are all there, and sets right what can be.
repair-start = Check
repair-again = Check again
repair-looking = Checking
repair-whole = The book is whole
repair-seen = Looked at { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} of the history, { $rows ->
    [one] 1 record
   *[other] { $rows } records
} and { $files ->
    [one] 1 file
   *[other] { $files } files
} of evidence.
repair-found = { $count } findings
repair-more = And { $count } more
repair-will = What can be set right
repair-stays = What stays as it is
repair-press = Set { $count } right
repair-press-text = A backup is made first. Where records change, the history can take it back.
repair-preparing = Checking once more and making a backup before anything is repaired
repair-working = Repairing. This can no longer be stopped
repair-done = { $count } set right
repair-done-none = There was nothing to set right.
repair-backup = The book from before is at { $path }.
repair-beyond = What cannot be set right may come back by a rescue, or from a backup.
repair-beyond-rescue = Move what can be read into a new book
repair-kind = { $kind }

op-salvage = Noting what was found in the book
op-repair = Repair of the book

repair-record-named = { $kind } "{ $name }"
repair-record-of-day = { $kind } of "{ $contract }" ({ $day })
repair-record-of = { $kind } of "{ $contract }"
repair-record-unnamed = { $kind } ({ $id })
repair-table-accounts = account
repair-table-clients = client
repair-table-contracts = contract
repair-table-stages = stage
repair-table-sightings = link check
repair-table-requests = request
repair-table-statuses = status
repair-table-inquiries = inquiry
repair-table-wishes = client's wish
repair-table-outside-contacts = contact outside
repair-table-restrictions = restriction
repair-table-evidence = evidence
repair-table-evidence-links = tie of evidence
repair-table-runs = run of a guide
repair-table-payments = payment
repair-table-copies = copied text
repair-table-services = added service
repair-table-corrections = correction of a rule

repair-what-page = Pages of the file do not fit together ({ $said })
repair-what-index = The index of { $table } does not fit its records
repair-what-index-missing = The index { $name } is missing or is another one
repair-what-trigger = The guard of the history { $name } is missing or is another one
repair-what-table-missing = The table { $name } is missing
repair-what-table-altered = The table { $name } has another form
repair-what-dangling = { $record } refers to { $to }, which is not there
repair-what-row-altered = { $record } is not what the history says
repair-what-row-missing = { $record } is in the history and not in the book
repair-what-row-unknown = { $record } is in the book and not in the history
repair-what-row-returned = { $record } was removed and is in the book again
repair-what-value = { $record } holds a value that cannot be read in { $column } ({ $found })
repair-what-entry-altered = Entry { $seq } of the history is not as it was written
repair-what-chain-broken = Entry { $seq } of the history does not follow the one before it
repair-what-entry-unreadable = The entry in place { $seq } of the history cannot be read
repair-what-about = The list of which entries are about which contract differs in places: { $count }
repair-what-action = The note of a button's answer points to an entry that is not there
repair-what-form = An unfinished form does not say when it was saved
repair-what-setting = The setting { $name } cannot be read
repair-what-origin = The book lacks the mark of this machine
repair-what-evidence-missing = The file of the evidence "{ $name }" is not there
repair-what-evidence-altered = The file of the evidence "{ $name }" differs from when it was taken in
repair-what-evidence-unreadable = The file of the evidence "{ $name }" cannot be read ({ $file })
repair-what-evidence-unknown = There is a file in no record ({ $file })
repair-what-half-copy = There is an unfinished copy ({ $file })
repair-what-leftover = There is a file that was never finished ({ $file })

repair-will-make-again = It is made again from other records.
repair-will-follow-journal = What was found is noted in the history; then the record becomes what the history says.
repair-will-keep = The record is kept and added to the history.
repair-will-copy = The same file comes back from a backup.
repair-will-copy-beside = The same file comes back from a backup. The one that cannot be read is not deleted; it is kept beside it.
repair-will-clear = Nothing uses this file; it is cleared away.
repair-stays-file-broken = While the file is broken nothing is written to it. Rescue the book, or restore a backup.
repair-stays-history = The history is never rewritten. It stays as it is; a backup may have the original.
repair-stays-history-in-doubt = The entry that would tell is in doubt too, so nobody knows which is right. Compare with a backup.
repair-stays-nobody-knows = Neither the book nor the history has the original. Nothing is written by guessing.
repair-stays-no-copy = No backup has the same file. If you still have the original, add it again and it is back.
repair-stays-cannot-read = The file may well be whole, so nothing takes its place. See whether you may read it and whether the disk is connected, then check again. If you still have the original, keep it.
repair-stays-no-harm = It does no harm, and is used when the same file is added.

# engawa-cli repair
cli-repair-about = Sets right what a check finds. A backup is made first
cli-repair-would = { $count } can be set right. Nothing was changed.
cli-repair-line = { $what } { $remedy }
