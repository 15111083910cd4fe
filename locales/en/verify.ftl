# engawa-cli verify: what was looked at, and what is wrong.

verify-book-looked = Looked at { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} of the history, { $rows ->
    [one] 1 record
   *[other] { $rows } records
} and { $files ->
    [one] 1 file
   *[other] { $files } files
} of evidence.
verify-book-whole = The book is as it was recorded.
verify-packet-looked = Looked at { $files ->
    [one] 1 file
   *[other] { $files } files
}, { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} whose hash was computed again, and { $rows ->
    [one] 1 record
   *[other] { $rows } records
}.
verify-packet-whole = The packet is as it was made.
verify-faults = Faults: { $count }
verify-head = End of the chain { $origin } { $seq } { $at }
verify-keep = Keep this hash elsewhere: with --expect it shows when a chain has lost its end.
verify-unknown = A file that nobody recorded (it does no harm): evidence/{ $name }
verify-packet-masked = Entries in which something is masked, so that their hash cannot be computed again: { $count }
verify-packet-withheld = Entries whose content is not in the packet: { $count }
verify-packet-unproven = Records that rest on masked or withheld entries and cannot be compared with the chain: { $count }
verify-packet-left-out = Files that were left out: { $count }

verify-file = The file of the book is damaged: { $detail }
verify-schema = The book is not built as it should be: { $object }
verify-unreadable = { $what } cannot be read: { $detail }
verify-altered = Entry { $seq } of the history was altered ({ $origin })
verify-broken = Entry { $seq } of the history does not follow the one before it ({ $origin })
verify-about = The note of which contracts line { $position } of the history is about does not fit
verify-unexplained = { $table } { $id } is not what the history says
verify-missing-row = { $table } { $id } is in the history and not in the book
verify-dangling = { $table } { $id } refers to a record that is not there
verify-seal = What is in { $table } is not what was saved
verify-not-in-chain = The kept hash { $hash } is not found: the chain lost its end, or was made anew
verify-evidence-missing = The kept file “{ $name }” is missing ({ $hash })
verify-evidence-altered = The kept file “{ $name }” was altered ({ $hash })
verify-evidence-unreadable = The kept file “{ $name }” cannot be read ({ $hash }): { $detail }
verify-packet-seal = The list (manifest.json) does not fit its hash (manifest.sha256)
verify-packet-missing = { $name } is missing
verify-packet-altered = { $name } was altered
verify-packet-unlisted = { $name } is not in the list
verify-packet-unrecorded = { $name } is a file that nobody recorded
verify-packet-entry = Entry { $seq } was altered
verify-packet-broken = Entry { $seq } does not follow the one before it
verify-packet-head = Entry { $seq } does not lead to the end of the chain
verify-packet-row = { $table } { $id } is not what the history says
verify-packet-counts = The number or time of the entries is not what the list says
verify-packet-envelope = What is inside is unchanged, but the ZIP differs from the one that was made, at byte { $at }

cli-verify-about = Verifies that a book or a packet is as it was recorded. It takes no lock and writes nothing
cli-packet-about = Saves everything about a contract (timeline, proof, history, how to verify it) in one ZIP
cli-arg-path = The folder or file of a book, the ZIP of a packet or the folder it was unpacked to
cli-arg-expect = A hash that was kept elsewhere; a fault when it is not found. Can be given again
cli-arg-mask = Mask contact data of others
cli-arg-without = A file to leave out: the start of its identifier or of its SHA-256. Can be given again
cli-arg-timeline = Language of the timeline (ja, en); without it, both
cli-packet-saved = Saved to { $path }, and verified.
cli-packet-size = { $bytes ->
    [one] 1 byte
   *[other] { $bytes } bytes
}, { $files ->
    [one] 1 file
   *[other] { $files } files
} of evidence, { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} of the history
cli-packet-left-out = Files left out: { $files }
cli-packet-masked = Places in which contact data is masked: { $places }
cli-no-evidence = “{ $name }” does not name one kept file.
cli-not-a-hash = “{ $hash }” is no hash (64 hexadecimal digits).
