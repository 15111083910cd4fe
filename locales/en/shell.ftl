# The window's frame: the menu, and what is said while the page cannot speak.

# Menus
shell-menu-app = Engawa
shell-menu-book = Book
shell-menu-new-contract = Record a contract
shell-menu-settings = Settings
shell-menu-quit = Quit
shell-menu-edit = Edit
shell-menu-undo = Undo last record
shell-menu-redo = Redo last record
shell-menu-undo-typing = Undo typing
shell-menu-redo-typing = Redo typing
shell-menu-cut = Cut
shell-menu-copy = Copy
shell-menu-paste = Paste
shell-menu-select-all = Select all
shell-menu-go = Go
shell-menu-today = Today
shell-menu-contracts = Contracts
shell-menu-guides = Guides
shell-menu-inquiries = Inquiries
shell-menu-palette = Find an action
shell-menu-window = Window
shell-menu-minimize = Minimize
shell-menu-fullscreen = Full screen
shell-menu-close = Close

# The page did not appear
shell-empty-title = The screen cannot be shown
shell-empty-message =
    The window opened, but nothing appeared in it. Your book is unharmed.
    Opening again with another way of drawing helps in most cases.
shell-empty-reopen = Open again with another way of drawing
shell-empty-quit = Quit
shell-empty-last-title = The screen cannot be shown
# $folder is the folder of the book.
shell-empty-last-message =
    Nothing appeared with another way of drawing either. Your book is unharmed.
    Restarting the computer or updating its graphics driver may help.
    Until then the command engawa-cli reads and writes the book.
    Folder of the book: { $folder }

# The app cannot start at all
shell-start-title = Engawa cannot be opened
# $cause is what the system says.
shell-start-message =
    The window could not be opened. Your book is unharmed.
    Cause: { $cause }

# Problems of the shell
shell-clipboard-message = The text could not be copied to the clipboard. Nothing in your book changed.
shell-clipboard-remedy = Select the words of the draft and copy them with Ctrl+C (⌘C on macOS).
shell-unfinished-message = This stopped half-way. What was saved is unharmed.
shell-unfinished-remedy = Please try again. If it happens again, close the app and open it once more.
shell-picker-title = Choose the files to keep as evidence
