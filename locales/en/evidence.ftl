# Evidence.

evidence-none = No files yet. What is dropped on this window or pasted is kept here too.
evidence-kept = kept { $when }
evidence-sha256 = SHA-256
evidence-detach = Detach
evidence-attach = Attach the file
evidence-pick = Choose files
evidence-path = Path of a file
evidence-path-help = The path can be typed instead.
evidence-where = Files are kept with their contract
evidence-where-text = They are attached and seen on the screen of the contract.
evidence-contracts = Choose a contract

evidence-open = Open
evidence-menu = Actions for “{ $name }”
evidence-whole = the contract as a whole
evidence-untied = not attached to a contract
evidence-and-more = and { $count } more
evidence-by-path = Attach by its path

# Every file
evidence-count = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
evidence-all-there = { $count ->
    [one] { $count } file, still there
   *[other] { $count } files, all of them there
}
evidence-missing = { $count ->
    [one] { $count } file is
   *[other] { $count } files are
} not found as kept. The record is still there; a backup of the folder of the book may hold the file.
evidence-name = File
evidence-proves = What it shows
evidence-contract = Contract
evidence-day = Kept
evidence-bytes = Size
evidence-presence = Now
evidence-there = there
evidence-gone = not found
evidence-other-size = another size
evidence-unreadable = cannot be checked
evidence-foot = The SHA-256 is by what anybody can check that not one byte has changed.
