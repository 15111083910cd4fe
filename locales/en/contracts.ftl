# Contracts: the table.

contracts-count = { $matching } of { $all }
contracts-filter = Filter by standing
contracts-all = All
contracts-title = Title
contracts-client = Client
contracts-platform = Service
contracts-stage = Stage
contracts-state = Contact outside
contracts-deadline = Next date
contracts-amount = Amount
contracts-search = Search contracts
contracts-none = No contract matches
contracts-empty = No contracts yet
contracts-empty-text = Record one talk or contract with five fields.
contracts-working = Work
