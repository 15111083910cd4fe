# A book that does not open: what happened, what can be done, and what a rescue brought.

rescue-title-damaged = Parts of the book's file cannot be read
rescue-title-not-a-book = What is here is not a book
rescue-title-held = Another program has the book open
rescue-title-newer = A newer version of Engawa made this book
rescue-title-read-only = The book cannot be written to
rescue-title-full = The disk is full
rescue-title-vanished = The folder of the book was not found
rescue-title-other = The book could not be opened
rescue-text-damaged = What can be read is still there. Engawa has written nothing to this file.
rescue-text-not-a-book = book.sqlite does not have the form of a book. Engawa has written nothing to this file.
rescue-text-held = The Engawa you opened first, or another program, is using it. The book was not changed.
rescue-text-newer = The book has format { $found }; this version of Engawa reads up to { $known }. The book was not changed. A newer version opens it.
rescue-text-read-only = The folder or the file only allows reading. The book was not changed.
rescue-text-full = Once there is room you can go on where you were. Nothing that was saved is lost.
rescue-text-vanished = An external disk or a network connection may be away. No new book was made.
rescue-text-other = Nothing that was saved is lost.
rescue-holder = In use by { $program } (process { $process }, since { $since })
rescue-ways = What you can do
rescue-detail = Details

# Each way out: the button, and what it does
rescue-way-try-again = Open it again
rescue-way-try-again-text = For when the cause has been removed.
rescue-way-repair = Check and repair
rescue-way-repair-text = Finds what cannot be read and sets right what is known. A backup is made first.
rescue-way-rescue = Rescue
rescue-way-rescue-text = Moves what can be read into a new book that takes the place of this file. This file is kept under another name.
rescue-way-restore = Restore from a backup
rescue-way-restore-text = Makes the backup you choose the book. This file is kept under another name.
rescue-way-look = Open for reading only
rescue-way-look-text = Shows what can be read. Nothing is written.
rescue-way-show-folder = Where the folder is
rescue-way-show-folder-text = You can open it in your file manager.
rescue-way-other-folder = Open a book in another folder
rescue-way-other-folder-text = Opens that book, this time only.
rescue-way-sample = See the sample book
rescue-way-sample-text = Its records are invented and never mix with your own.

rescue-folder = Folder of the book
rescue-folder-copy = Copy the place
rescue-folder-other = Folder
rescue-folder-choose = Choose a folder
rescue-folder-open = Open this book
rescue-picker-title = Choose the folder of a book
rescue-backup-made = Backup of { $when }
rescue-backup-holds = Contracts: { $contracts }
rescue-backup-last = Last record { $when }
rescue-backup-unreadable = This file does not open
rescue-backup-use = Restore this backup
# Read after "Restore this backup", so that each button says which one
rescue-backup-named = {" "}({ $when })

rescue-working = Rescuing
rescue-restoring = Restoring
rescue-done = Rescued
rescue-restored = Restored from the backup
rescue-restored-kept = The file from before is kept at { $kept }.
rescue-open = Open the rescued book
rescue-open-restored = Open the restored book
rescue-kept = The original file is kept at { $kept }. It was not deleted.
rescue-report-tables = Records
rescue-report-kind = Kind
rescue-report-saved = Saved
rescue-report-history = Of those, from the history
rescue-report-lost = Not saved
rescue-report-entries = Entries of the history moved: { $count }.
rescue-report-entries-left = Part of the history cannot be read. { $count ->
    [one] The entry after it was
   *[other] The { $count } entries after it were
} used only to check the records.
rescue-report-lost-title = Records that could not be saved
rescue-report-nothing-lost = No record was found that could not be saved.
rescue-report-more = And { $count } more
rescue-report-files = Files of evidence that are as they were: { $count }.
rescue-report-files-missing = Evidence that was not found: { $names }
rescue-report-files-altered = Evidence that differs from when it was taken in: { $names }
rescue-report-files-unknown = Files of evidence in no record: { $names }
rescue-lost-line = { $record }: { $why }
rescue-lost-unreadable = What is written there cannot be read, and the history does not have it.
rescue-lost-alone = The record it belongs to could not be saved.
rescue-lost-doubtful = An approval. The history after it cannot be read, so it may have been taken back since. Look at the service's screen and record it again.
rescue-nothing-message = No records of a book were found. The file was not changed.
rescue-nothing-remedy = Check where the folder is, or restore from a backup.
rescue-not-empty-message = { $path } already holds files. Nothing was changed.
rescue-not-empty-remedy = Name an empty folder, or one that does not exist yet.
rescue-looking = You are looking at what could be read. Nothing is written to the book's file.
rescue-looking-leave = Open it the usual way

# Folders that others copy
rescue-site-one-drive = The book is in the OneDrive folder
rescue-site-i-cloud = The book is in the iCloud Drive folder
rescue-site-dropbox = The book is in the Dropbox folder
rescue-site-google-drive = The book is in the Google Drive folder
rescue-site-other-cloud = The book is in a folder that is copied to a cloud
rescue-site-network = The book is on a disk across the network
rescue-site-text = When another program copies the book's file, it may keep a state in between. Engawa writes more carefully here.
rescue-site-remedy = It is safer to close Engawa, move the folder onto this machine, and put an export or a backup into the cloud instead.
rescue-site-seen = Understood

# engawa-cli rescue
cli-rescue-about = Looks at a book that does not open and rescues what can be read. Nothing is written to its file
cli-rescue-check-about = Shows what can be rescued. Writes nothing
cli-rescue-salvage-about = Moves what can be read into a new book in an empty folder
cli-rescue-export-about = Writes what can be read to JSON
cli-rescue-backups-about = Lists the backups beside the book
cli-rescue-restore-about = Puts a backup into a new book in an empty folder. Nothing is written to the present one
cli-rescue-table = { $kind }: { $saved } can be saved (of those { $history } from the history, { $lost } cannot)
cli-rescue-made = A new book was made in { $folder }. The original was not changed.
cli-rescue-backups-none = No backups were found.
cli-rescue-restored = The backup was put into { $folder }, opened and proven. Contracts { $contracts }, files of evidence { $files }. The present book was not changed.
cli-arg-into = The folder for the new book: empty, or not there yet
cli-arg-named = The name of a backup, as rescue backups lists it
