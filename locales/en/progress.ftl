# How far long work has come, and how it is stopped.

# 1.2 GB of 4.0 GB read and written
progress-bytes = { $done } of { $total } read and written
progress-backup = Making and proving a backup
progress-prove = Reading the backup again
progress-restore = Getting the book ready to be put back
progress-restore-bound = Putting the book in place. This can no longer be stopped
progress-packet = Making and verifying the packet
progress-stopped = Stopped. Nothing half done is left.
progress-stopped-backup = Stopped. What was half done does not count as a backup. Files of evidence that were copied are used the next time.
progress-stopped-book = Stopped. The book is as it was.

# The bar below every screen
progress-bar-backup = Making a backup { $percent } %

# When the window closes
progress-close = Making a backup before closing
progress-close-text = Closing without waiting loses no record. Nothing half done is left, and the backup is made the next time the book is open.
progress-close-now = Close now
