# サポート用の報告, and how to check that nothing is sent.

# The screen
support-title = Support report
support-sub = A report to hand to somebody who helps you. Names, addresses, titles, amounts, places of files and everything else you typed are not in it.
support-read = Read it before you copy it. It is not sent anywhere.
support-text = The whole report
support-copy = Copy the report
support-save = Save as a file
support-save-title = Where to save the report
support-saved = The report was saved: { $path }
support-anew = Make it again
support-open = Make a support report
support-open-text = Versions, settings, counts and the last problems, nothing else. You can read it before you hand it on.

# It was not shown
support-refused-message = The report still held words of your book, so it is not shown. Your book is unchanged.
support-refused-remedy = When you ask for help, tell the version that stands under About, and what you were doing.

# The report itself
support-report-title = Engawa support report
support-report-made = Made
support-report-masked =
    In this report there are only versions, values of settings, counts, sizes, times and kinds of problems.
    Names, addresses, titles, notes, amounts, words seen, names of files, places of folders, and the names of the user and the machine are not in it.
    What is no fixed word in the detail of a problem is written […].
support-report-program = Program
support-report-version = Version
support-report-schema = Schema of the book
support-report-web-view = Web view
support-report-terminal = Made by the command engawa-cli.
support-report-machine = Machine
support-report-system = System
support-report-kernel = Kernel
support-report-processor = Processor
support-report-session = Session
support-report-desktop = Desktop
support-report-settings = Settings
support-report-language = Language
support-report-theme = Theme
support-report-contrast = Contrast
support-report-text = Text size (%)
support-report-columns = Columns with a width of their own
support-report-counts = Counts
support-report-kind = Kind of book
support-report-entries = History
support-report-sizes = Sizes (files, KiB)
support-report-last-backup = Last backup
support-report-check = Check of the book (0 is well)
support-report-check-file = File
support-report-check-chain = Chain of the history
support-report-check-dangling = Records that refer to nothing
support-report-check-unexplained = Records that the history does not explain
support-report-check-evidence = Evidence that is gone or of another size
support-report-check-refused = The book could not be checked.
support-report-book = Book
support-report-no-book = Not open
support-report-problems = Last problems (oldest first, at most 50)
support-report-problems-none = None.

# About: how to check that nothing is sent
silent-title = Check yourself that nothing is sent
silent-text = Engawa has no part that could talk to a network. With these commands you can see it at any time.
silent-copy = Copy
# Read after 「コピー」, so that each button says which command it copies
silent-copy-named = {" "}({ $what })
silent-command = command
silent-linux = Linux
silent-linux-ss = Run this in a terminal while Engawa is open. When nothing is shown, no door to a network is open.
silent-linux-strace = This writes down everything about networks that Engawa asks the system for, from start to end. Close Engawa, then run the next line.
silent-linux-grep = It shows 0. What is written down is the talk with the display (AF_UNIX), and asking which network there is (AF_NETLINK).
silent-linux-unshare = This opens Engawa where there is no network at all. It works as always. Some systems do not allow this to ordinary users.
silent-windows = Windows
silent-windows-resmon = This opens the Resource Monitor. engawa.exe does not appear under Network, Processes with Network Activity.
silent-windows-powershell = Run this in PowerShell while Engawa is open. It shows nothing.
silent-windows-netstat = The list of connections. The process number of Engawa (PID under Details in the Task Manager) does not appear in the last column.
silent-windows-web-view = msedgewebview2.exe, which draws the window, is a part of Windows. Engawa stops every connection of its pages; that part may connect by itself, for its own updates for example.
silent-macos = macOS
silent-macos-lsof = Run this in a terminal while Engawa is open. It shows nothing.
silent-macos-nettop = A table of traffic. No connection appears under Engawa. Close it with q.
silent-macos-web-view = com.apple.WebKit.Networking, which serves the window, is a part of macOS. Engawa stops every connection of its pages.

# engawa-cli
cli-support-about = Makes a support report: versions, settings, counts and the last problems, nothing that you wrote
