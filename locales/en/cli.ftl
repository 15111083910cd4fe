# engawa-cli: help and the words around its answers.

cli-about = Checks, exports and answers from an Engawa book, without a window.
cli-check-about = Checks that the book is whole: the file, its history and its evidence
cli-standing-about = Shows whether contact outside is permitted, why, and what to do next
cli-draft-about = Fills a draft from the record and checks it
cli-record-about = Records something, given as JSON in a file or on standard input
cli-export-about = Writes the book as JSON
cli-import-about = Reads a book from JSON: all of it, or nothing is changed
cli-journal-about = Shows the history
cli-sample-about = Makes a sample book
cli-schema-about = Shows the JSON Schema of the export

cli-arg-book = folder of the book
cli-arg-lang = language
cli-arg-json = answer in JSON
cli-arg-contract = a contract: its identifier, the start of it, or its title
cli-arg-on = answer with what was known at the end of this day
cli-arg-draft = name of the draft
cli-arg-what = what to record
cli-arg-from = file to read
cli-arg-to = file to write
cli-arg-dry-run = only show what would happen; change nothing
cli-arg-contracts = number of contracts

cli-exit-codes =
    Exit codes: 0 done, 1 could not be done, 2 wrong usage, 3 the book cannot be opened, 4 not found, 5 import refused, 6 the check found faults

cli-input-refused = The input cannot be read ({ $why }). The book is unchanged. Repair the input and run this again.
cli-no-contract = “{ $name }” does not name exactly one contract. Give its identifier.
cli-no-folder = Name the folder of the book with --book or ENGAWA_BOOK.
cli-check-whole = The book is whole.
cli-check-faults = The book has faults.
cli-exported = Wrote { $entries } entries of the history.
cli-imported = Read { $entries } entries of the history.
cli-import-would = { $entries } entries of the history can be read. Nothing was changed.
cli-sample-made = The book has { $contracts } contracts.
cli-no-book = There is no book in { $folder }. Check where the folder is.
cli-not-empty = This book already holds records. Nothing was changed. Name an empty folder for a sample.
