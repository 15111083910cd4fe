# The frame around every screen.

frame-brand = 縁側
frame-brand-second = Engawa
frame-nav = Main screens
frame-skip = Skip to content
frame-today = Today
frame-contracts = Contracts
frame-guides = Guides
frame-inquiries = Inquiries
frame-evidence = Evidence
frame-settings = Settings
frame-keys = Shortcuts
# Read after the number in the navigation: 2 waiting for a reply
frame-waiting = {" "}waiting for a reply
frame-search = Search the book
frame-search-hint = Search titles, clients and notes
frame-search-clear = Clear the search
frame-record = Record a contract
frame-undo = Undo
frame-redo = Redo
frame-status = State of the book
frame-offline = Offline, no connection
frame-rules = Rules checked { $day }
frame-sample = This is the sample book. Its records are invented and never mix with your own book.
frame-sample-leave = Back to my book
frame-not-opened = The book could not be opened
