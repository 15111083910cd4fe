# Settings.

settings-accounts = Accounts
settings-accounts-text = Your registrations. Inquiries to the support are sent from the registered address.
settings-accounts-none = No account yet
settings-account-add = Record an account
settings-account-amend = Edit
settings-account-remove = Remove
# Read after 「直す」 and 「消す」, so that each button says whose account it means
settings-account-named = {" "}({ $name })
settings-account-contracts = { $count ->
    [one] { $count } contract
   *[other] { $count } contracts
}
settings-account-save = Save
settings-account-cancel = Cancel
settings-platform = Service
settings-user-name = User name
settings-email = Registered e-mail address
settings-email-help = The address you registered with the service.
settings-email-none = No registered address recorded
settings-note = Note
settings-look = Appearance and language
settings-system = As the system
settings-language = Language
settings-language-ja = 日本語
settings-language-en = English
settings-theme = Theme
settings-theme-light = Light
settings-theme-dark = Dark
settings-contrast = Contrast
settings-contrast-normal = Normal
settings-contrast-more = More
settings-text = Text size
settings-percent = { $percent }%
settings-book = Book
settings-folder = Folder of the book
settings-folder-copy = Copy the folder
settings-backup = Backup
settings-backup-at = Last backup { $when }
settings-backup-none = None yet. One is made after the first record.
settings-backups = See the backups
settings-size = Contracts: { $contracts }, accounts: { $accounts }
settings-history = History
settings-about = About Engawa
settings-version = Version { $version }
settings-rules = The rules of the services were checked on { $day }.
settings-paths = All { $paths } paths of the guides were walked when this version was built. A guide that every service has counts once, and was walked under the rules of each.
settings-never = Nothing is sent anywhere. Your records are only in the book on this machine.
settings-service-own = Added by you
settings-service-corrections = { $count ->
    [one] { $count } correction
   *[other] { $count } corrections
}
settings-service-to-decide = Needs a decision
settings-service-missing = Add a service that is not in the list
