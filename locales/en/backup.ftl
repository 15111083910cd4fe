# Backups: places, list, restore, encryption.

# The bar below every screen
# 最後に確かめたバックアップ 14:05・2か所
backup-bar = { $places ->
    [one] Last proven backup { $when }, in { $places } place
   *[other] Last proven backup { $when }, in { $places } places
}
backup-bar-away = { $places ->
    [one] Last proven backup { $when }, in { $places } place (another is not connected)
   *[other] Last proven backup { $when }, in { $places } places (another is not connected)
}
backup-bar-failed = At one place no backup could be made
backup-bar-shrunk = Many records are gone. Please take a look
backup-bar-none = No backup yet. One is made after the first record

# The page
backup-title = Backups
backup-sub = Made by themselves once you pause after recording. Only those that were opened, compared and found the same are counted.
backup-make = Make one now
backup-made = A backup was made and proven
backup-made-behind = A backup was made and proven. One place has not got it yet
backup-unsaved = Something was recorded that no backup holds yet.
backup-all-saved = Everything recorded is in a proven backup.

# Places
backup-places = Places
backup-place-home = Beside the book
backup-place-add = Add a place
backup-place-remove = Remove
# Read after 「外す」, so that each button says which place it means
backup-place-named = {" "}({ $folder })
backup-place-added = The place was added
backup-place-removed = The place was removed. The backups there stay as they are
backup-place-picker = Choose a place for backups
backup-place-count = { $count ->
    [one] { $count } backup
   *[other] { $count } backups
}
backup-place-only-home = At present they lie beside the book only. Add a place such as a USB stick, in case the whole computer is lost.
backup-place-synced = This folder belongs to a service that synchronises. What lies here is also copied to the computers of that company. If that matters to you, put an encrypted backup here.
backup-state-waiting = Not made yet
backup-state-proven = Proven { $when }
backup-state-away = Not connected since { $when }. It catches up by itself once it is
backup-state-failed = Not made since { $when }: { $why }
backup-because-no-room = there is no room
backup-because-cannot-write = writing is not permitted
backup-because-not-whole = what was written read back differently
backup-because-evidence = files of evidence are missing
backup-because-other = it could not be written

# A sudden loss
backup-shrunk = Many records are gone
# $before is the day and time of the backup before
backup-shrunk-text = Compared with the backup of { $before }, there were { $contracts_before } contracts and are { $contracts_now } now; files of evidence were { $files_before } and are { $files_now }. Older backups are no longer tidied up, and none was removed.
backup-shrunk-meant = That was meant
backup-shrunk-look = Compare with the backup before
backup-shrunk-answered = Older backups are tidied up again

# List
backup-list = All backups
backup-list-none = No backup yet
backup-list-none-text = One is made after the first record, once you pause. You can also make one now.
backup-list-rule = Kept are all of the last 24 hours, then one a day for 12 days, one a week for 10 weeks, one a month for 24 months.
backup-holds = Contracts: { $contracts }, files: { $files }
backup-holds-unknown = Earlier format ({ $schema })
backup-missing = { $count ->
    [one] { $count } file of evidence was missing in the book already when it was made
   *[other] { $count } files of evidence were missing in the book already when it was made
}
backup-why-changes = After records
backup-why-exit = When closing
backup-why-asked = By hand
backup-why-upgrade = Before a new version
backup-why-restore = Before a restore
backup-why-repair = Before a repair
backup-why-migration = Before the format changed
backup-at-home = Beside the book
backup-look = Compare and restore
backup-look-named = {" "}(of { $when })
backup-prove = Prove again
backup-proved = Proven again and unchanged: { $places ->
    [one] { $places } place
   *[other] { $places } places
}, { $files ->
    [one] { $files } file of evidence
   *[other] { $files } files of evidence
}
backup-before-restore = The book as it was before the last restore is still there.
backup-before-restore-look = Compare with the book before

# Preview and restore
backup-preview = What a restore changes
backup-preview-of = Backup of { $when }
backup-preview-same = It is the same as the book now. A restore changes nothing.
backup-preview-history = The history goes from { $now ->
    [one] 1 entry
   *[other] { $now } entries
} to { $then }. What came after the backup stays in the backup made before the restore.
backup-preview-back = Contracts that come back ({ $count })
backup-preview-gone = Contracts only in the book now ({ $count })
backup-preview-changed = Contracts that change ({ $count })
backup-preview-how-back = { $count ->
    [one] 1 record comes back
   *[other] { $count } records come back
}
backup-preview-how-gone = { $count ->
    [one] 1 record goes
   *[other] { $count } records go
}
backup-preview-how-other = { $count ->
    [one] 1 record becomes as it was
   *[other] { $count } records become as they were
}
backup-preview-records = By kind of record
backup-preview-files-back = Files of evidence that come back ({ $count })
backup-preview-files-gone = Files of evidence only in the book now ({ $count })
backup-preview-files-gone-text = The files themselves are not removed.
backup-preview-files-lost = Files of evidence that are not found ({ $count })
backup-preview-files-lost-text = Their records come back; the files are at none of the places. They may be found once a place is connected.
backup-preview-more = and { $count } more
backup-preview-kept = The book as it is now is kept as a backup of its own first. You can come back to it later.
backup-restore = Restore this
backup-restore-not = Leave as it is
backup-restored = The book was restored
backup-restored-lost = { $count ->
    [one] The book was restored. { $count } file of evidence was not found
   *[other] The book was restored. { $count } files of evidence were not found
}
backup-restore-back = Go back to before

# Kinds of records
backup-kind-accounts = Accounts
backup-kind-clients = Clients
backup-kind-stages = Stages
backup-kind-sightings = Link checks
backup-kind-requests = Requests
backup-kind-statuses = Statuses
backup-kind-inquiries = Inquiries
backup-kind-wishes = What clients asked for
backup-kind-outside-contacts = Contact outside
backup-kind-restrictions = Restrictions
backup-kind-evidence-links = What files prove
backup-kind-runs = Guides
backup-kind-payments = Payments
backup-kind-copies = Texts copied anyway
backup-kind-services = Services added
backup-kind-corrections = Corrected rules

# Encrypted
backup-sealed = Encrypted backup
backup-sealed-text = One file that a passphrase opens: to hand to somebody, or to put where others can reach it. It is in the open format age, and can be opened without this app.
backup-seal = Make an encrypted backup
backup-elsewhere = Open a backup from elsewhere
backup-elsewhere-title = Backups from another machine or place
backup-elsewhere-text = The book can be put back from one that another machine made, or that lies on a stick. What differs from the book of now is shown before anything changes.
backup-elsewhere-choose = Choose the file
backup-elsewhere-which = Choose a file whose name begins with “book-”, or ends with .age.
backup-elsewhere-protected = This backup is of a protected book. The passphrase of that time, or the recovery code, opens it.
backup-elsewhere-plain-here = The book is then kept as the one on this machine is: where that is not protected, what is put back is not encrypted either. It can be protected in the settings afterwards.
backup-elsewhere-secret = Passphrase, or recovery code
backup-passphrase = Passphrase
backup-passphrase-again = Passphrase once more
backup-passphrase-help = Five or so words that have nothing to do with each other are strong and easy to remember.
backup-passphrase-lost = Without the passphrase nobody can open this file. We have no copy of it either.
backup-passphrase-differs = The two passphrases differ.
backup-strength = Strength
backup-strength-none = Guessed at once
backup-strength-weak = Weak
backup-strength-some = Not enough yet
backup-strength-good = Strong
backup-strength-strong = Very strong
backup-strength-longer = How easily words of other languages are guessed cannot be measured here. The longer, the stronger.
backup-strength-words = These are common words or sequences. Add words that have nothing to do with them.
backup-seal-folder = Choose a folder and make it
backup-seal-picker = Choose a folder for the encrypted backup
backup-seal-making = Being made and read back
backup-seal-made = The encrypted backup was made, opened again and proven
backup-seal-file = File
backup-seal-sheet = Recovery sheet
backup-seal-sheet-text = Open it in a browser, print it, write the passphrase on it by hand, and keep it elsewhere. The passphrase is not on it.
backup-seal-holds = Contracts: { $contracts }, files of evidence: { $files }
backup-seal-missing = { $count ->
    [one] { $count } file of evidence is not in it, because the book has not got it.
   *[other] { $count } files of evidence are not in it, because the book has not got them.
}
backup-copy-place = Copy where it is
backup-unseal-other = Choose another file
backup-unseal-open = Open
backup-unseal-opening = Being opened and proven
backup-dialog-close = Close

# The sheet to print
backup-sheet-title = Engawa recovery sheet
backup-sheet-for = This sheet is for opening an encrypted backup. With it the book can be had back when the computer cannot be used.
backup-sheet-file = File
backup-sheet-folder = Made in
backup-sheet-day = Made on
backup-sheet-holds = Holds
backup-sheet-holds-what = Contracts: { $contracts }, files of evidence: { $files }
backup-sheet-entries = Entries of the history
backup-sheet-head = Hash of the last entry
backup-sheet-passphrase = Passphrase
backup-sheet-passphrase-text = Write it by hand. Keep this sheet apart from the file. Without the passphrase nobody can open it.
backup-sheet-app = With the app
backup-sheet-app-text = In Engawa, under Backups, choose “Open a backup from elsewhere”, then the file and the passphrase.
backup-sheet-tool = Without the app
backup-sheet-tool-text = It is in the open format age. With age and tar, this command opens it.
backup-sheet-after = book.sqlite is a SQLite file that standard tools read. The folder that comes out can be opened in Engawa as a book.

# What went wrong
backup-problem-none = That backup was not found. The book is unchanged.
backup-problem-none-remedy = Connect its place, and choose again from the list.
backup-problem-away = { $path } is not there. The book is unchanged.
backup-problem-away-remedy = Connect it, and try again.
backup-problem-in-book = The book itself cannot be a place for its backups. The book is unchanged.
backup-problem-in-book-remedy = Choose a folder outside the book.
backup-problem-twice = That folder is a place already.
backup-problem-twice-remedy = Choose another folder.
backup-problem-room = There is no room for it. The book and the earlier backups are as they were.
backup-problem-room-remedy = Make room, or choose another place.
backup-problem-not-whole = It could not be proven, and does not count as a backup. The book is unchanged.
backup-problem-not-whole-remedy = Choose a backup of another time, or make a new one.
backup-problem-newer = A newer version of the app made this backup (format { $found }, this one reads up to { $known }). The book is unchanged.
backup-problem-newer-remedy = Bring the app up to date, and try again.
backup-problem-not-sealed = This cannot be read as an encrypted backup of Engawa. The book is unchanged.
backup-problem-not-sealed-remedy = Look at the file that was chosen. Its name ends in .age.
backup-problem-costly = Opening this file would take far more memory and time than is usual. It was not opened, and the book is unchanged.
backup-problem-costly-remedy = A file that Engawa made never asks for so much. Check where this one comes from.
backup-problem-passphrase = The passphrase is another one. The book is unchanged.
backup-problem-passphrase-remedy = Check capital and small letters, full and half width, and blanks.
backup-problem-altered = The file is cut off, or has changed since it was made. The book is unchanged.
backup-problem-altered-remedy = Copy the original file once more, or use another backup.
backup-problem-no-passphrase = There is no passphrase.
backup-problem-no-passphrase-remedy = Please type one.
backup-problem-busy = Something else is using the backups. The book is unchanged.
backup-problem-busy-remedy = Wait a moment, and try again.
backup-problem-system = { $path } could not be read or written. The book and the earlier backups are as they were.
backup-problem-system-remedy = Check that the place is connected and can be written.

# engawa-cli
cli-backup-about = Makes a backup and proves it; with --to also in another folder this once, with --encrypt as an encrypted file
cli-backups-about = Lists the backups; with --prove opens and compares every one again
cli-restore-about = Puts a backup in the place of the book, which is kept as a backup of its own first
cli-arg-place = folder for the backup
cli-arg-encrypt = one file that a passphrase opens; it is typed, or comes from ENGAWA_PASSPHRASE or --passphrase-file
cli-arg-passphrase-file = file with the passphrase
cli-arg-prove = open and compare every one again
cli-arg-backup = a backup by its moment, as backups lists them, or by its file; one that ends in .age is opened with the passphrase
backup-cli-made = A backup was made and proven: { $path }
backup-cli-sealed = The encrypted backup was made, opened again and proven: { $path }
backup-cli-sheet = Recovery sheet to print: { $path }
backup-cli-proven = { $at } proven (places: { $places }, files of evidence: { $files })
backup-cli-not-proven = { $at } cannot be proven: { $why }
backup-cli-restored = The book was restored. As it was before, it is in the backup { $before }.
backup-cli-lost = Files of evidence found at no place: { $count }.
backup-cli-no-terminal = There is no terminal to ask for the passphrase. Use ENGAWA_PASSPHRASE or --passphrase-file.
