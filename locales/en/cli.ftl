# engawa-cli: help and the words around its answers.

cli-about = Checks, exports and answers from an Engawa book, without a window.
cli-check-about = Checks that the book is whole: the file, its history and its evidence
cli-standing-about = Shows whether contact outside is permitted, why, and what to do next
cli-guide-about = Shows guides and goes through them
cli-guide-find-about = Finds a guide by what is wrong
cli-guide-show-about = Shows the questions of a guide, or how a run of it stands; without a name, lists what there is
cli-guide-run-about = Starts a guide or goes on with it; without --answer it asks on the terminal
cli-packs-about = Checks, explains and compares the rules of the services
cli-packs-check-about = Looks at the files of rules, guides and drafts, and says what is wrong, with its line and what to do
cli-packs-explain-about = Shows the rules of a service with sources, dates and confidence; without a name, which services there are
cli-packs-diff-about = Compares two versions of the rules and shows what changed
cli-draft-about = Fills a draft from the record and checks it
cli-message-about = Checks what a client wrote
cli-message-check-about = Reads a message from a file or standard input and shows what to look at; it needs no book
cli-record-about = Records something, given as JSON in a file or on standard input
cli-amend-about = Corrects a record, given as JSON in a file or on standard input
cli-remove-about = Takes a record out; which one is read as JSON. It can be undone
cli-undo-about = Takes the last change back
cli-redo-about = Does again what was taken back
cli-export-about = Writes the book as JSON
cli-import-about = Reads a book from JSON: all of it, or nothing is changed
cli-journal-about = Shows the history
cli-sample-about = Makes a sample book
cli-schema-about = Shows the JSON Schema of the export

cli-arg-help = show this help
cli-arg-version = show the version
cli-arg-book = folder of the book
cli-arg-lang = language
cli-arg-json = answer in JSON
cli-arg-contract = a contract: its identifier, the start of it, or its title
cli-arg-packs = The folder of the rules; without it, the rules of this app
cli-arg-service = The name of the service, as packs explain lists them
cli-arg-before = The folder of the earlier rules
cli-arg-after = The folder of the later rules; without it, the rules of this app
cli-arg-words = What is wrong, in a word or a sentence
cli-arg-platform = The name of the service, as packs explain lists them
cli-arg-on = a date; answer with what was known at the end of that day
cli-arg-draft = name of the draft
cli-arg-text = file with the text to check: the draft as you changed it
cli-arg-what = what kind of record
cli-arg-from = file to read
cli-arg-to = file to write
cli-arg-name = name of a guide, or identifier of a run (or the start of it)
cli-arg-answers = name of the question, and name or number of the answer; may be given several times
cli-arg-skip = skip the checks and go to the conclusion
cli-arg-drawing = show the whole guide as text that can be drawn (Mermaid)
cli-arg-dry-run = only show what would happen; change nothing
cli-arg-contracts = number of contracts
cli-arg-stage = the stage reached
cli-arg-approved = an approval is held for this contract
cli-arg-agreed = the means of contact that the approved request named, parted by commas

cli-exit-codes =
    Exit codes: 0 done, 1 could not be done, 2 wrong usage, 3 the book cannot be opened, 4 not found, 5 import refused, 6 the check found faults

cli-input-refused = The input cannot be read ({ $why }). The book is unchanged. Repair the input and run this again.
cli-no-contract = “{ $name }” does not name exactly one contract. Give its identifier.
cli-no-guide = “{ $name }” does not name exactly one guide or run. See what there is with guide show.
cli-no-answer = “{ $given }” is no answer in this guide. Nothing was recorded. Give the number or the name of an answer.
cli-usage-refused = The command line was not understood. Nothing was changed. See --help for how it is used.
cli-no-folder = Name the folder of the book with --book or ENGAWA_BOOK.
cli-check-whole = The book is whole.
cli-check-faults = The book has faults.
cli-check-looked = Looked at { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} of the history and { $files ->
    [one] 1 file
   *[other] { $files } files
} of evidence.
cli-exported = Wrote { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} of the history.
cli-imported = Read { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} of the history and { $files ->
    [one] 1 file
   *[other] { $files } files
} of evidence.
cli-import-would = { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} of the history and { $files ->
    [one] 1 file
   *[other] { $files } files
} of evidence can be read. Nothing was changed.
cli-import-file-missing = A file of evidence was not found; it may follow later: { $hash }
cli-journal-undone = (taken back)
cli-sample-made = The book has { $contracts ->
    [one] 1 contract
   *[other] { $contracts } contracts
}.
cli-no-book = There is no book in { $folder }. Check where the folder is.
cli-not-empty = This book already holds records. Nothing was changed. Name an empty folder for a sample.

# Standing
cli-standing-on = As of { $day }

# Drafts
cli-draft-sender = From
cli-draft-entrance = How to send it
cli-draft-address = Address
cli-draft-subject = Subject
cli-draft-checks = Checks
cli-tone-good = fine
cli-tone-look = look
cli-tone-stop = do not send

# Guides
cli-guide-questions = Questions
cli-guide-outcomes = Conclusions
cli-guide-from-me = you
cli-guide-from-record = record
cli-guide-from-rules = rules
cli-guide-for-everyone = every service
cli-guide-question = Question { $number }/{ $of }
cli-guide-earlier = (your earlier answer)
cli-guide-ask = Answer with a number. An empty line stops here.
cli-guide-left = The answers so far are kept. Go on with engawa-cli guide run { $run }
cli-guide-look-again = Look again on { $day }
cli-guide-run = Identifier of this run: { $run }

# The rules of the services
cli-no-service = There are no rules of a service called “{ $name }”. packs explain lists those there are.
cli-packs-right = All files are right.
cli-packs-on = The rules of { $day }
cli-packs-ended = ended { $day }
cli-packs-sources = Sources
cli-packs-ground = Source { $source }, looked up { $checked }, confidence { $confidence }
cli-packs-ground-old = Source { $source }, looked up { $checked } (a while ago), confidence { $confidence }
cli-packs-new = { $service }: new
cli-packs-gone = { $service }: gone
cli-packs-changed = { $service }: changed
cli-packs-same = Nothing has changed.
