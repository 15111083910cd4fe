# What went wrong: what happened, that nothing was lost, what to do.

# Fields
problem-field-empty = Please write something here.
problem-field-too-long = This has { $length } characters. Please keep it within { $limit }.
problem-field-no-such-choice = What was chosen is not in the book. Please choose again.
problem-day-unreadable = “{ $typed }” cannot be read as a day. You can write 25 Nov, tomorrow or +2 business days.
problem-day-no-such-day = Month { $month } has { $last } days.
problem-day-no-such-month = There is no month { $month }.
problem-day-other-weekday = That day is { $day }. The weekday differs.
problem-day-several = Please choose which day you mean.
problem-day-before-era = This is before { $era } began.
problem-day-out-of-reach = This is beyond the days that can be recorded.
problem-time-unreadable = “{ $typed }” cannot be read as a time. You can write 14:05 or 2 pm.
problem-time-no-such-hour = There is no hour { $hour }.
problem-time-no-such-minute = There is no minute { $minute }.
problem-time-next-day = This is a time of the next day. Please change the day to the next one.
problem-time-several = Please choose noon or midnight.
problem-amount-unreadable = “{ $typed }” cannot be read as an amount. You can write 50,000 or 50k.
problem-amount-negative = An amount cannot be below zero.
problem-amount-fraction = Parts of a yen cannot be recorded.
problem-amount-beyond = Amounts up to { $limit } can be recorded.
problem-amount-several = Please choose which amount you mean.
problem-amount-before-tax = { $amount } is without tax. Please write the amount with tax.
problem-email-unreadable = “{ $typed }” cannot be read as an e-mail address.
problem-email-otherwise = There are full-width or extra characters in it.
problem-page-unreadable = “{ $typed }” cannot be read as the address of a page.
problem-page-otherwise = Please write it from https:// on.
problem-offer-day = Use { $day }
problem-offer-yen = Use { $amount }
problem-offer-words = Use { $words }

# The form as a whole
problem-fields-message = { $count ->
    [one] { $count } field needs a repair. Nothing you typed is lost.
   *[other] { $count } fields need a repair. Nothing you typed is lost.
}
problem-fields-remedy = Repair the marked fields, then record.

# The book
problem-held-message = Another program has the book open. Nothing in it is lost.
problem-held-remedy = Use the window that was opened first, or close it and open the book again.
problem-busy-message = Another program is using the file of the book. Nothing in it is lost.
problem-busy-remedy = Wait a moment and try again.
problem-request-limit-message = A request is already recorded for this contract ({ $limit } per contract). The book is unchanged.
problem-request-limit-remedy = If the record is wrong, correct the request in the ledger.
problem-no-request-message = This service has no such request. The book is unchanged.
problem-no-request-remedy = Check whether the account belongs to a service that has one.
problem-in-use-message = { $count ->
    [one] { $count } contract uses
   *[other] { $count } contracts use
} it, so it cannot be changed. The book is unchanged.
problem-in-use-remedy = First give those contracts another account.
problem-in-use-by-accounts-message = { $count ->
    [one] { $count } account uses
   *[other] { $count } accounts use
} it, so it cannot be removed. The book is unchanged.
problem-in-use-by-accounts-remedy = Remove the account first.
problem-referred-message = Other records use it, so it cannot be removed. The book is unchanged.
problem-referred-remedy = First remove the records that use it.
problem-not-found-message = The record is not there any more. No other record is lost.
problem-not-found-remedy = Open the screen again, or look in the history.
problem-nothing-to-undo-message = There is nothing to take back.
problem-nothing-to-undo-remedy = The book is as it was.
problem-nothing-to-redo-message = There is nothing to do again.
problem-nothing-to-redo-remedy = The book is as it was.
problem-overtaken-message = It cannot be taken back, because later records would change. The book is unchanged.
problem-overtaken-remedy = First take back the later records.
problem-import-message = The file could not be imported. The book is unchanged.
problem-import-remedy = Make sure the export is complete, and try again.
problem-export-message = The export could not be written. Nothing in the book is lost.
problem-export-remedy = Choose another place or free some space, and try again.
problem-newer-message = This book was made by a newer version of Engawa (book format { $found }, this version knows { $known }). It was not changed.
problem-newer-remedy = Open it with the newer version.
problem-not-a-book-message = { $path } is not an Engawa book. The file was not changed.
problem-not-a-book-remedy = Choose the folder of a book.
problem-damaged-message = Part of the book’s file cannot be read. The file was not changed.
problem-damaged-remedy = “Check the book” in the settings shows what cannot be read, and moves what can be read into a new book. A backup can take its place too.
problem-read-only-message = The book cannot be written. No record is lost.
problem-read-only-remedy = Check the permissions of its folder.
problem-disk-full-message = The disk is full. No record is lost.
problem-disk-full-remedy = Free some space and try again.
problem-folder-message = { $path } cannot be read or written. No record is lost.
problem-folder-remedy = Check that the folder is there and permits it.
problem-internal-message = This failed through a mistake in Engawa. What was saved is not lost.
problem-internal-remedy = Please try again. If it goes on, report it with the details.
problem-newer-history-message = The history holds an operation that this version does not know. The book was not changed.

# Files
problem-file-folder-message = “{ $name }” is a folder. The book is unchanged.
problem-file-folder-remedy = Choose the files in it.
problem-file-none-message = “{ $name }” is not a file. The book is unchanged.
problem-file-empty-message = “{ $name }” is empty. The book is unchanged.
problem-file-vanished-message = “{ $name }” is not there. The book is unchanged.
problem-file-changed-message = “{ $name }” changed while it was copied. The book is unchanged.
problem-file-changed-remedy = Add it again once it has been saved.
problem-file-unreadable-message = “{ $name }” cannot be read. The book is unchanged.
problem-file-unreadable-remedy = Check its permissions and add it again.
problem-file-choose-remedy = Choose another file.

# A correction of what became another meanwhile
problem-changed-message = This record changed while you were writing. It now says: { $now }. You wrote: { $yours }.
problem-changed-remedy = Nothing was overwritten. Choose which of the two to keep.
problem-changed-record = { $what } ({ $more })

problem-source-needed = This rule alone would mean that contact is permitted. Write where it says so: a page, or your contract.
problem-looked-later = The day on which you looked cannot be later than today.
problem-answer-days = Write a number of days from 1 to { $limit }.
