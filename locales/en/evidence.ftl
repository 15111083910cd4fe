# Evidence.

evidence-none = No files yet. A file dropped on this window is kept here too.
evidence-size = { $digits } bytes
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
