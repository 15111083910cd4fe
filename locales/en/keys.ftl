# Shortcuts, their help, and the palette.

keys-title = Shortcuts
keys-palette = Find a command
keys-palette-type = Find screens, commands and contracts
keys-palette-found = Found
keys-palette-none = Nothing found.
keys-undo = Undo the last record
keys-redo = Redo the record
keys-search = Search the book
keys-new-contract = Record a contract
keys-send = Record what was written (in a letter: copy it)
keys-help = Show shortcuts
keys-today = Go to Today
keys-contracts = Go to Contracts
keys-guides = Go to Guides
keys-inquiries = Go to Inquiries
keys-evidence = Go to Evidence
keys-message = Go to Message check
keys-settings = Go to Settings
