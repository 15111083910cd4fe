# A protected book: the passphrase, the recovery code, locking and unlocking.

# The page of a locked book
protect-locking = The book is being locked.
protect-locked-title = The book is locked
protect-locked-text = Your passphrase opens it. What you were typing is still there, as it was when the book was locked.
protect-unlock = Unlock
protect-by-code = I forgot the passphrase
protect-by-passphrase = Unlock with the passphrase
protect-code-help = Type the recovery code that you wrote down. Case, width, spaces and dashes do not matter.
protect-passphrase = Passphrase
protect-passphrase-help = To type Japanese, show the characters first.
protect-code = Recovery code

# 設定: what it is
protect-title = Protection of the book
protect-off = This book is not protected. Whoever can use this machine can read it.
protect-on = This book is encrypted.
protect-what = With a passphrase, the book, its evidence and the backups in its folder are encrypted. Whoever gets hold of the machine or the folder cannot read them.
protect-begin = Protect the book
protect-lock-now = Lock now
protect-idle = Lock when unused for
protect-idle-help = The time during which the machine sleeps counts too.
protect-minutes = { $minutes } minutes
protect-never = Never
protect-change = Change the passphrase
protect-new-code = Make a new recovery code
protect-end = End the protection

# The steps of protecting
protect-step-passphrase = Choose a passphrase
protect-step-code = Write down the recovery code
protect-lost = If both passphrase and recovery code are lost, nobody can open the book. There is no way to get it back.
protect-new-passphrase = New passphrase
protect-new-passphrase-help = { $least } characters or more. A few words that have nothing to do with each other are easy to remember and strong.
protect-again = Once more
protect-again-differs = The two are not the same.
protect-next = Next
protect-cancel = Cancel
protect-code-once = This code is shown only now. Write it on paper, and keep the paper away from the machine.
protect-code-copy = Copy the code
protect-code-part = Group { $place } of the code you wrote down
protect-code-part-help = This makes sure that it was written down.
protect-do = Encrypt and protect
protect-doing = Encrypting. With many files of evidence this takes a while. A power cut in between loses nothing.
protect-plain-rest = The former files are overwritten and then removed. On an SSD, old contents may remain inside the drive all the same. Only encryption of the whole disk (BitLocker, FileVault, LUKS) makes those unreadable too.
protect-elsewhere = Exported files, and copies that you put somewhere by hand, are not protected.
protect-places = There are backups that are not encrypted in these places. Once a protected backup is proven there, the ones that are not encrypted are removed; where a place cannot be reached now, the next time it can. In the folder of the book no backup is removed: all of them are encrypted.
protect-places-kept = Take a place whose backups are to stay out of “Backups” first.
protect-stopped = It was stopped. The book is as it was.
protect-bound = It is being finished, and cannot be stopped any more.
protect-ending = The files become plain again. A power cut in between loses nothing.
protect-done = The book is protected.
protect-stays = Files that are none of the book’s stay as they are: { $files }
protect-now-passphrase = Present passphrase, or recovery code
protect-change-do = Change
protect-change-note = The key itself stays the same. Whoever has both the former passphrase and an old copy of the protection file can still open the book. If that worries you, end the protection and protect the book anew.
protect-changed = The passphrase was changed.
protect-renew-do = Use the new code
protect-renewed = The recovery code is new. The former one opens nothing any more.
protect-end-text = The book and its evidence become plain files again. Whoever can use this machine will be able to read them.
protect-end-do = End the protection
protect-ended = The book is no longer protected.
protect-not-protected = This book is not protected, so it cannot be locked. You can begin under “Protection of the book” in the settings.

# Shortcut and menu
keys-lock = Lock the book
shell-menu-lock = Lock the book

# The command line
protect-ask = Passphrase, or recovery code:
cli-arg-book-passphrase-file = Reads the passphrase of a protected book from this file

protect-export-is-plain = The exported files are not encrypted. Anybody can read them, so mind where you keep them.

# Problems
problem-locked-message = The book is locked. Nothing in it was lost.
problem-locked-remedy = Unlock it with the passphrase or the recovery code. engawa-cli takes it from --book-passphrase-file.
problem-wrong-passphrase-message = This passphrase did not open the book. Nothing in it was lost.
problem-wrong-passphrase-remedy = Look at the input method (language, capital letters), and try again.
problem-wrong-code-message = This has the form of a recovery code, but it is not the one of this book. Nothing in it was lost.
problem-wrong-code-remedy = If you made a new code at some time, use that one.
problem-mistyped-code-message = The recovery code seems to have a slip of the pen. Nothing in the book was lost.
problem-mistyped-code-remedy = There are nine groups of four characters. Compare them one by one.
problem-too-soon-message = It did not match several times, so there is a pause of { $seconds } seconds. Nothing in the book was lost.
problem-too-soon-remedy = Try again after that.
problem-short-passphrase-message = A passphrase has { $least } characters or more. The book did not change.
problem-short-passphrase-remedy = Add words to make it longer.
problem-code-not-confirmed-message = This group of the code is not the one that was shown. The book did not change.
problem-code-not-confirmed-remedy = Compare your paper with the code on the screen, group by group.
problem-no-code-shown-message = The recovery code is not shown any more. The book did not change.
problem-no-code-shown-remedy = Begin again, and write down the new code.
problem-already-protected-message = This book is protected already. It did not change.
problem-already-protected-remedy = The passphrase can be changed under “Protection of the book” in the settings.
problem-not-protected-message = This book is not protected. It did not change.
problem-not-protected-remedy = You can begin under “Protection of the book” in the settings.
problem-sample-not-protected-message = The sample book cannot be protected. It holds invented records only.
problem-sample-not-protected-remedy = Go back to your own book, and protect that.
problem-key-file-message = The key file of the book cannot be read ({ $path }). The book itself did not change.
problem-key-file-remedy = Put a copy of the file of that name, from a backup, in its place.
problem-costly-key-message = The key file of the book asks for more memory or time than any version of Engawa writes ({ $path }: { $mib } MiB of memory, { $passes ->
    [one] 1 pass
   *[other] { $passes } passes
}; at most { $most } MiB). Somebody may have altered it, so the book was not opened. It was not changed.
problem-costly-key-remedy = Put a copy of the file of that name, from a backup of your own, in its place. If somebody gave you the book, ask them about it.
problem-plain-book-message = There is an unencrypted file in the place of a protected book. It was left as it is.
problem-plain-book-remedy = If you put a copy back, move protection.json elsewhere: then it opens as a book without protection.
problem-not-the-same-message = A file that was made anew is not the same as before ({ $path }). The book is as it was.
problem-not-the-same-remedy = The disk may be failing. Export the book to another place, and try again.
problem-protection-stopped-message = It was stopped. The book is as it was.
problem-protection-stopped-remedy = You can begin again at any time.

backup-problem-other-key = This backup is of an earlier protection, under another passphrase ({ $path }). The book is as it was.
backup-problem-other-key-remedy = Choose this file by “Open a backup from elsewhere”: the passphrase or the recovery code of that time opens it.
backup-problem-protected = This book is protected. Its backups are protected by the same passphrase, so a file under another passphrase is neither made nor opened here.
backup-problem-protected-remedy = The book and its backups are as they were. To keep one elsewhere, add a place for backups. To hand it to somebody, an export locked with a passphrase can be used.
