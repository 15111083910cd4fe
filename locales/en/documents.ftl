# Documents of electronic transactions and the log of their corrections. It helps with the user's own rules; it does not claim to meet the law by itself.

op-document-declare = File as an electronic transaction document
op-document-amend = Correct an electronic transaction document
op-document-remove = Take an electronic transaction document out of the file
op-document-untie = Untie the file of an electronic transaction document
done-document-declare = “{ $title }” is filed as an electronic transaction document
done-document-amend = “{ $title }” is corrected, and the log says so
done-document-remove = “{ $title }” is taken out of the file, and the log says so. The file itself stays

history-kind-document = Electronic transaction document
history-kind-document-correction = Line of the correction log
backup-kind-documents = Electronic transaction documents
backup-kind-document-corrections = Lines of the correction log

document-kind = Kind of document
document-kind-estimate = Estimate
document-kind-order = Order
document-kind-contract = Contract
document-kind-delivery-note = Delivery note
document-kind-invoice = Invoice
document-kind-receipt = Receipt
document-kind-other = Other
document-number = Transaction number
document-title = Subject
document-counterparty = Other party
document-day = Transaction date
document-amount = Amount
document-person = Handled by
document-applied = Applied on
document-done = Corrected or deleted on
document-did = What was done
document-content = What was corrected or deleted
document-reason = Reason
document-did-corrected = Corrected
document-did-removed = Taken out of the file
document-did-returned = Filed again
document-did-untied = File untied from the contract
document-did-tied = File tied to the contract again
document-nothing = nothing
document-change = { $field }: { $before } → { $after }

document-reason-needed = This is an electronic transaction document. Correcting or deleting it needs a reason and a name for the log.
document-reason-needed-remedy = Nothing was changed. Open the file in Evidence and give the reason there, under “Electronic transaction document”. Before a contract is deleted, untie its documents one by one.
document-log-stays = Lines of the correction log are neither changed nor deleted.
document-log-stays-remedy = Nothing was changed. Where something is wrong, correct the document again: that becomes a new line.
document-declared-already = This file is filed as an electronic transaction document already.
document-declared-already-remedy = Nothing was changed. If its details are wrong, correct the document that is filed.
document-applied-later = The day of application is later than today. Use a day up to today.
document-log-letters = Shift_JIS has no place for these letters: { $letters }
document-log-letters-remedy = No file was written, and the log is as it was. CSV in UTF-8 can write every letter.
document-log-file = The file could not be written: { $path }
document-log-file-remedy = The log in the book is as it was. Choose another place and save it again.

document-screen = Electronic transaction documents
document-screen-text = Invoices and receipts that you received or sent by mail or on a site can be filed as electronic transaction documents. Each correction or deletion is logged with the eight fields of the office rules (事務処理規程).
document-screen-route = This helps you to work by your office rules. Writing those rules down and keeping them at hand is a step of its own.
document-list = Filed documents
document-list-none = No document is filed yet
document-list-none-text = Open a file in Evidence and choose “File as an electronic transaction document”.
document-evidence = Go to Evidence
document-file = File
document-lines = { $count ->
    [0] never corrected
    [one] { $count } line in the log
   *[other] { $count } lines in the log
}
document-find = Find documents
document-find-words = Party, subject and the like
document-find-from = Transaction date from
document-find-to = Transaction date to
document-find-least = Amount at least
document-find-most = Amount at most
document-find-amount-blank = Only documents without an amount
document-find-help = Only documents that fit everything you enter are listed.
document-found = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
document-found-none = No document fits.

document-log-title = Correction log
document-log-about = { $count ->
    [one] 1 line
   *[other] { $count } lines
}, written on { $day }
document-log-whole = See the whole log
document-log-none = Nothing was corrected or deleted yet.
document-log-open = See the correction log
document-log-utf8 = Save as CSV (UTF-8)
document-log-shift-jis = Save as CSV (Shift_JIS)
document-log-page = Save a page to print
document-table-saved = { $lines ->
    [one] 1 line was
   *[other] { $lines } lines were
} written to { $path }
document-log-pick = Where to save the correction log

document-declare = File as an electronic transaction document
document-declare-text = An invoice, a receipt or the like that you received or sent can be filed here; it is then found by party, date and amount.
document-amend = Correct
document-remove = Take out of the file
document-untie = Untie from the contract
document-untie-of = Untie “{ $name }” from the contract
document-save = File
document-amend-save = Correct with this reason
document-remove-save = Take out with this reason
document-untie-save = Untie with this reason
document-cancel = Cancel
document-number-help = May stay empty when there is no number.
document-amount-help = Leave empty where the document names no amount, as a delivery note.
document-slip = For the correction log
document-slip-text = A line of the log can be neither changed nor deleted. Undo does not remove it: taking something back becomes a line of its own.
document-applied-help = Empty means today.
document-remove-text = Only the filing is taken out. The file and the log so far stay.
document-untie-text = Only the tie to the contract goes. The file, its filing and the log so far stay.

# In a packet for a dispute
document-packet-text = The files of this contract that were filed as documents of electronic transactions, and the log of what was corrected or deleted of them. A line of the log is neither changed nor deleted.

# The index
document-index-title = Index of documents
document-index-text = A table of number, date, amount, other party and remarks, with the name of each file and its SHA-256. An export of the book keeps the files under their SHA-256.
document-index-about = { $count ->
    [one] 1 document
   *[other] { $count } documents
}, written on { $day }
document-index-nth = No.
document-index-day = Date
document-index-amount = Amount
document-index-counterparty = Other party
document-index-remarks = Remarks
document-index-hash = SHA-256
document-index-utf8 = Save the index as CSV (UTF-8)
document-index-shift-jis = Save the index as CSV (Shift_JIS)
document-index-page = Save the index as a page to print
document-index-pick = Where to save the index

# Commands
cli-documents-about = Finds, declares and corrects documents of electronic transactions, and writes their index and their correction log
cli-documents-list-about = Lists documents of electronic transactions, narrowed by date, amount and other party
cli-documents-declare-about = Declares a kept file to be the document of an electronic transaction
cli-documents-correct-about = Corrects a document, with the reason; what is not given stays
cli-documents-remove-about = Ends the registration of a document, with the reason; its file and its log stay
cli-documents-untie-about = Unties the file of a document from a contract, with the reason; the file, the document and its log stay
cli-documents-index-about = Writes the index of documents as CSV
cli-documents-log-about = Writes the correction log as CSV
cli-arg-party = words of the other party, the subject, the number, the note or the name of the file
cli-arg-since = from this date on
cli-arg-until = up to this date
cli-arg-least = at least this amount
cli-arg-most = at most this amount
cli-arg-no-amount = only documents that name no amount
cli-arg-encoding = encoding of the file
cli-arg-evidence = a kept file: its identifier or SHA-256 (or the start of one), or its name
cli-arg-document = a document: its identifier (or the start of it), or that of its file
cli-arg-kind = kind of document
cli-arg-title = what the transaction was about
cli-arg-counterparty = the other party
cli-arg-day = date of the transaction
cli-arg-amount = amount; empty for a document that names none
cli-arg-number = document number
cli-arg-note = note
cli-arg-person = person in charge
cli-arg-reason = reason for the correction
cli-arg-applied = date of the application; today where it is not given
cli-no-document = “{ $name }” does not name one document.
