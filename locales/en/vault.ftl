# Keeping evidence: taking in, looking, checking.

vault-cancelled-message = Stopped. The book is unchanged.
vault-cancelled-remedy = Start again whenever you need it.
vault-altered-message = “{ $name }” is not what was kept. No copy was made.
vault-altered-remedy = If you have a backup or the original file, add it again. With the same content it is whole again.
vault-copy-refused-message = “{ $name }” cannot be written. The book is unchanged.
vault-copy-refused-remedy = Choose another place.
vault-clipboard-message = The clipboard could not be read. The book is unchanged.
vault-clipboard-remedy = Paste again, or save the picture as a file and add that.
vault-proves-whole = the contract as a whole
# Pasted 2026-11-24 14.05.09.png
vault-pasted-name = Pasted { $when }.png
vault-copy-title = Where to save the copy
op-evidence-note = Changed the note of a file
op-evidence-link = Changed what a file shows
done-evidence-note = Changed the note of “{ $name }”
done-evidence-link = Changed what “{ $name }” shows

# Taking in
vault-paste = Paste
vault-paste-text = The clipboard holds words. Copy a picture or a file, then paste again.
vault-paste-nothing = The clipboard holds no picture and no file.
keys-paste = Paste a picture or files
vault-taking = Evidence being kept
# Keeping “meeting.mp4”
vault-taking-file = Keeping “{ $name }”
vault-taking-left = { $count } more after this
# 1.2 GB of 4.0 GB
vault-taking-of = { $done } of { $total }
vault-percent = { $percent } %
vault-stop = Stop
vault-drop-here = Let go here to keep it as evidence
vault-which-contract = Which contract is this evidence for?
vault-which-files = { $count ->
    [one] “{ $name }”
   *[other] “{ $name }” and others, { $count } files in all
}
vault-which-search = Find a contract
vault-which-none = Nothing was found.
vault-which-leave = Do not keep it

# A file that is open
vault-encoding = Written in { $encoding }
vault-huge = It has too many pixels to be opened here ({ $width } × { $height }). It is kept as it came. Save a copy to look at it with another program.
vault-no-preview = This kind of file cannot be opened here. It is kept as it came. Save a copy to look at it with another program.
vault-zoom = Size of the picture
vault-larger = Larger
vault-smaller = Smaller
vault-fit = Whole
vault-own-size = Own size
vault-original-name = Original name
vault-place = Kept at
vault-origin-picked = chosen
vault-origin-dropped = dropped
vault-origin-pasted = pasted
vault-origin-imported = imported
vault-note = Note
vault-note-help = What it shows, for a later day. The file itself stays as it is.
vault-note-save = Save the note
vault-save-copy = Save a copy
vault-copying = Saving a copy
vault-copied = The copy is saved at { $place }

# The check
vault-verify = Check the files
vault-verifying = Every file is read and compared with what was kept
vault-verify-stopped = Stopped.
vault-never-verified = The content of the files has not been checked yet.
vault-verified = { $count ->
    [one] { $count } file
   *[other] { $count } files
} ({ $size }) checked { $when }
vault-wrong = { $count ->
    [one] { $count } file is
   *[other] { $count } files are
} not what was kept.
vault-wrong-remedy = The record and the SHA-256 are still there. If you have a backup or the original file, add it again. With the same content it is whole again.
vault-file-missing = not found
vault-file-altered = other content
vault-file-unreadable = cannot be read
vault-unknown = { $count ->
    [one] { $count } file has
   *[other] { $count } files have
} no record
vault-stray-no-record = Perhaps of a record that was taken back. It does no harm.
vault-stray-foreign = It was not kept as evidence.

# Pages of a document
vault-pages = Pages
# Page 2 of 5
vault-page = Page { $number } of { $pages }
vault-page-before = Page before
vault-page-after = Next page
vault-page-drawn = This is a drawing of the page. If letters are missing, save a copy and look at it with another program.
