# Export and import of the book.

transfer-title = Export and import
transfer-text = The whole book can be written out as JSON, a form that anybody can read, and read into an empty book on another computer. The files of evidence go along.
transfer-export = Export the book
transfer-import = Read in an exported book
transfer-seal = As one file that a passphrase opens
transfer-plain-text = This makes a file that anybody can read, and a folder of evidence. With a passphrase it can be given to others to keep, or put into storage on the net.
transfer-export-choose = Choose a place and export
transfer-export-picker = Where to save the exported book
transfer-exporting = Exporting, and reading it back
transfer-exported = The book was exported and proven.
transfer-holds = Entries of the history { $entries }, contracts { $contracts }, files of evidence { $files }
transfer-sheet-for = This sheet opens a book that was exported with encryption. It brings the book back when the computer cannot be used any more.
transfer-sheet-app-text = In Engawa, under "Backups", choose "Read in an exported book" and enter the file and the passphrase. It is read into a book in which nothing was recorded yet.
transfer-sheet-after = book.json holds the records, book.json.evidence the files of evidence. book.json can be read into an empty book of Engawa as it is.

transfer-import-text = It is read into a book in which nothing was recorded yet: all of it, or nothing is changed. A file whose name ends in .age is opened with its passphrase.
transfer-import-choose = Choose a file
transfer-import-other = Choose another file
transfer-import-try = See whether it can be read in
transfer-import-would = It can be read in. Nothing was changed yet.
transfer-import-missing = Files of evidence that were not found: { $count }. Their records come in, and the files can be added later.
transfer-import-take = Read it in
transfer-importing = Reading and proving
transfer-imported = The book was read in
