# The packet for a dispute: the dialog, the timeline, VERIFY.txt.

# The dialog
packet-open = Save everything for a dispute
packet-title = Save everything for a dispute
packet-text = Everything recorded about this contract goes into one ZIP, with the files kept as proof. Nothing is sent to anybody. The history of corrections goes along.
packet-language = Language of the timeline
packet-language-both = Japanese and English
packet-language-ja = Japanese
packet-language-en = English
packet-mask = Mask contact data of others (mail, phone, LINE and the like)
packet-mask-text = Contact data in the timeline and the facts is masked. What is masked can no longer be verified against the history. That it was masked, and in how many places, is written in the packet.
packet-files = Files that go along
packet-files-text = The content of kept files cannot be masked. Leave out the ones that nobody should see. That they were left out is written in the packet.
packet-files-none = There are no files.
packet-file = { $name } ({ $size })
packet-by-path = Write where to save it
packet-path = Where to save it
packet-path-help = Left empty, it is chosen when saving.
packet-save = Save
packet-saved = The packet was saved and verified
packet-place = Place
packet-place-copy = Copy the place
packet-size = Size
packet-hash = SHA-256
packet-hash-copy = Copy the SHA-256
packet-hash-text = Keep this value elsewhere, and you can show later that the packet has not changed.
packet-contents = It holds { $files ->
    [one] 1 file
   *[other] { $files } files
} of proof and { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} of the history.
packet-contents-left-out = { $files ->
    [one] 1 file was left out.
   *[other] { $files } files were left out.
}
packet-contents-masked = Contact data was masked in { $places ->
    [one] 1 place.
   *[other] { $places } places.
}
packet-again = Save again
packet-save-title = Where to save the packet

# What is stated in the packet
packet-stated-not-masked = Contact data is not masked.
packet-stated-masked = Contact data of others is masked in { $places ->
    [one] 1 place
   *[other] { $places } places
} of facts and journal. The hash of { $entries ->
    [one] 1 entry cannot be computed again, because a part of it is masked.
   *[other] { $entries } entries cannot be computed again, because parts of them are masked.
}
packet-stated-nothing-to-mask = Contact data of others was to be masked, and none was found in facts and journal. There are ways of writing it that are not found.
packet-stated-withheld = The content of { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} of the journal is not in here, because other contracts are concerned as well. Its hash cannot be computed again.
packet-stated-left-out = { $files ->
    [one] 1 recorded file is
   *[other] { $files } recorded files are
} not in here. Name and hash stand under left_out in manifest.json.
packet-stated-files-not-masked = The files in files/ are as they were, and are not masked.

# VERIFY.txt
packet-note-title = About this packet: { $title }
packet-note-what = This is what was recorded in Engawa about one contract, with the files kept as proof. Open timeline.ja.html (Japanese) or timeline.en.html (English), whichever is here, in a browser. The newest record is of { $at } (UTC).
packet-note-app = With Engawa, this command verifies all of it. It needs no book.
packet-note-tools = Without Engawa, it can be verified with bash, jq and sha256sum in the folder that unzip makes of it (on macOS, shasum -a 256 stands for sha256sum).
packet-note-proves = What this shows: that no byte of any file listed in manifest.json has changed, and that every entry that is here whole (content is whole) has the hash it was written with. prev_hash and hash in journal.jsonl are what ties an entry to the chain of the book.
packet-note-head = Where the chain ended when this packet was made (origin, number, time, hash):
packet-note-limits = What this does not show: whether what somebody recorded was so. And a packet that was made anew as a whole, with its manifest.json, can be told only by whoever kept the SHA-256 of the ZIP, or the hash at the end of the chain, elsewhere.

# timeline.*.html
packet-page-title = Timeline: { $title }
packet-page-as-of = As of the newest record ({ $at }). Days are counted in the zone of the service ({ $zone }).
packet-page-verify = How to verify it stands in VERIFY.txt.
packet-page-client = Client
packet-page-service = Service
packet-page-account = Account
packet-page-format = Format
packet-page-number = Number
packet-page-url = Address of its page
packet-page-amount = Amount
packet-page-delivery = Delivery
packet-page-reason = Reason for contact outside
packet-page-note = Note
packet-page-standing = Contact outside, as of then
packet-page-reasons = Reasons
packet-page-rule = Rule
packet-page-line = Timeline
packet-page-line-text = “Standing” is what the record said at the end of that day. Quotes are the words that were seen or sent, exactly.
packet-page-when = When
packet-page-who = Who
packet-page-what = What
packet-page-state = Standing
packet-page-written = recorded { $at }
packet-page-support = Support of the service
packet-page-copied = A text was copied although something was found in it
packet-page-dates = Dates and how they are counted
packet-page-dates-none = There was no date to keep then.
packet-page-files = Files
packet-page-files-none = There are no files.
packet-page-file = File
packet-page-proves = What it proves
packet-page-left-out = Left out
packet-page-bytes = { $bytes } bytes
packet-page-taken = kept { $at }
packet-page-whole-contract = The contract as a whole
packet-origin-picked = chosen
packet-origin-dropped = dropped on the window
packet-origin-pasted = pasted
packet-origin-imported = imported, or added by a command
packet-page-sources = Sources of the rules
packet-page-history = What was written down when
packet-page-history-text = Everything that was written about this contract. What was taken back or corrected stays.
packet-page-entry = Number
packet-page-hash = Hash
packet-page-entry-masked = contact data is masked
packet-page-entry-withheld = content is not in here
packet-page-head = The end of the chain
packet-op-undo = Take back number { $seq }
packet-op-redo = Do number { $seq } again

# What went wrong
problem-packet-file-message = The file “{ $path }” of the packet could not be read or written. Nothing in the book was lost.
problem-packet-file-remedy = Choose another place, or make room, and try again.
problem-packet-evidence-message = The kept file “{ $name }” is not found as it was kept. No packet was made. No record was lost.
problem-packet-evidence-remedy = Restore it from a backup into the folder of the book, or leave this file out.
problem-packet-none-message = This is no packet of Engawa. Nothing was changed.
problem-packet-newer-message = A newer version wrote this packet (format { $found }, this version reads up to { $known }). Nothing was changed.
problem-packet-manifest-message = The list of the packet (manifest.json) cannot be read. The file was altered. Nothing was changed.
problem-packet-many-message = There are too many files in the packet. Engawa did not make it. Nothing was changed.
problem-packet-large-message = “{ $name }” in the packet is too large. Engawa did not make it. Nothing was changed.
problem-packet-name-message = A file in the packet has a name that leads elsewhere: “{ $name }”. It was not read.
problem-packet-twice-message = Two files in the packet have one name ({ $name }). They were not read.
problem-packet-kind-message = “{ $name }” in the packet is no ordinary file. It was not read.
problem-packet-packed-message = “{ $name }” in the packet is compressed or encrypted. Engawa does not compress. It was not read.
problem-packet-overlap-message = Files lie on top of each other in the ZIP of the packet. Engawa did not make it. It was not read.
problem-packet-remedy = Ask for the original packet again. A ZIP that was packed anew can be unpacked to a folder, and the folder verified.
