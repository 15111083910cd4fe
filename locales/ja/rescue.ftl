# 開けない帳：何が起きたか、何ができるか、救い出した結果。

rescue-title-damaged = 帳のファイルに、読めないところがあります
rescue-title-not-a-book = ここにあるのは、帳ではありません
rescue-title-held = 帳は、ほかのプログラムで開かれています
rescue-title-newer = 帳は、新しい版の縁側で作られています
rescue-title-read-only = 帳に書き込めません
rescue-title-full = 保存先がいっぱいです
rescue-title-vanished = 帳のフォルダーが見つかりません
rescue-title-other = 帳を開けませんでした
rescue-text-damaged = 読めるところは残っています。縁側は、このファイルに何も書いていません。
rescue-text-not-a-book = book.sqlite が帳の形をしていません。縁側は、このファイルに何も書いていません。
rescue-text-held = 先に開いた縁側か、ほかのプログラムが使っています。帳は変えていません。
rescue-text-newer = 帳の形式は { $found }、この版の縁側が読めるのは { $known } までです。帳は変えていません。新しい版の縁側で開けます。
rescue-text-read-only = フォルダーかファイルが、読み込み専用になっています。帳は変えていません。
rescue-text-full = 場所が空くと、そのまま続けられます。保存済みの記録は失われていません。
rescue-text-vanished = 外付けのディスクやネットワークの接続が切れているかもしれません。新しい帳は作っていません。
rescue-text-other = 保存済みの記録は失われていません。
rescue-holder = 使っているもの：{ $program }（プロセス { $process }、{ $since } から）
rescue-ways = できること
rescue-detail = くわしい内容

# Each way out: the button, and what it does
rescue-way-try-again = もう一度開く
rescue-way-try-again-text = 原因を取り除いたあとに押します。
rescue-way-repair = 調べて直す
rescue-way-repair-text = どこが読めないかを調べ、分かるところを直します。先にバックアップをとります。
rescue-way-rescue = 救い出す
rescue-way-rescue-text = 読める記録を新しい帳に移し、いまのファイルと入れかえます。いまのファイルは、別の名前で残します。
rescue-way-restore = バックアップから戻す
rescue-way-restore-text = 選んだバックアップを帳にします。いまのファイルは、別の名前で残します。
rescue-way-look = 読むだけで開く
rescue-way-look-text = 読める記録を見ます。何も書き込みません。
rescue-way-show-folder = フォルダーの場所
rescue-way-show-folder-text = ファイルの管理画面で開けます。
rescue-way-other-folder = ほかのフォルダーの帳を開く
rescue-way-other-folder-text = 今回だけ、その帳を開きます。
rescue-way-sample = サンプル帳を見る
rescue-way-sample-text = 架空の記録です。自分の帳には混ざりません。

rescue-folder = 帳のフォルダー
rescue-folder-copy = 場所をコピー
rescue-folder-other = フォルダー
rescue-folder-choose = フォルダーを選ぶ
rescue-folder-open = この帳を開く
rescue-picker-title = 帳のフォルダーを選ぶ
rescue-backup-made = { $when } のバックアップ
rescue-backup-holds = 相談・契約 { $contracts }件
rescue-backup-last = 最後の記録 { $when }
rescue-backup-unreadable = このファイルは開けません
rescue-backup-use = このバックアップに戻す
# Read after 「このバックアップに戻す」, so that each button says which one
rescue-backup-named = （{ $when }）

rescue-working = 救い出しています
rescue-restoring = 戻しています
rescue-done = 救い出しました
rescue-restored = バックアップから戻しました
rescue-restored-kept = 前のファイルは { $kept } に残しました。
rescue-open = 救い出した帳を開く
rescue-open-restored = 戻した帳を開く
rescue-kept = もとのファイルは { $kept } に残しました。消していません。
rescue-report-tables = 記録
rescue-report-kind = 種類
rescue-report-saved = 救い出した数
rescue-report-history = うち履歴から
rescue-report-lost = 救い出せなかった数
rescue-report-entries = 履歴は { $count } 件を移しました。
rescue-report-entries-left = 読めない履歴があるため、そのあとの { $count } 件は、記録を確かめるのにだけ使いました。
rescue-report-lost-title = 救い出せなかった記録
rescue-report-nothing-lost = 救い出せなかった記録は、見つかりませんでした。
rescue-report-more = ほかに { $count } 件
rescue-report-files = 証拠のファイルは { $count } 件がそのままです。
rescue-report-files-missing = 見つからない証拠：{ $names }
rescue-report-files-altered = 取り込んだときと違う証拠：{ $names }
rescue-report-files-unknown = どの記録にもない証拠のファイル：{ $names }
rescue-lost-line = { $record }：{ $why }
rescue-lost-unreadable = 書かれているものが読めず、履歴にもありません。
rescue-lost-alone = これが属する記録を救い出せませんでした。
rescue-lost-doubtful = 承認の記録です。そのあとの履歴が読めないため、取り消されていないと言い切れません。サービスの画面で確かめて、記録し直してください。
rescue-nothing-message = 帳の記録が、見つかりませんでした。ファイルは変えていません。
rescue-nothing-remedy = フォルダーの場所を確かめるか、バックアップから戻してください。
rescue-not-empty-message = { $path } には、もうファイルがあります。何も変えていません。
rescue-not-empty-remedy = 空のフォルダーか、まだないフォルダーを指定してください。
rescue-looking = 読めた記録を見ています。帳のファイルには何も書いていません。
rescue-looking-leave = ふつうに開き直す

# Folders that others copy
rescue-site-one-drive = 帳が OneDrive のフォルダーにあります
rescue-site-i-cloud = 帳が iCloud Drive のフォルダーにあります
rescue-site-dropbox = 帳が Dropbox のフォルダーにあります
rescue-site-google-drive = 帳が Google ドライブのフォルダーにあります
rescue-site-other-cloud = 帳が、クラウドに写されるフォルダーにあります
rescue-site-network = 帳が、ネットワークの先のディスクにあります
rescue-site-text = ほかのプログラムが帳のファイルを写すと、途中の状態が残ることがあります。縁側は、ここではより慎重な書き方をしています。
rescue-site-remedy = 縁側を閉じて帳のフォルダーをこの端末のなかに移し、クラウドには書き出しかバックアップを置くと安全です。
rescue-site-seen = 分かりました

# engawa-cli rescue
cli-rescue-about = 開けない帳を調べ、読める記録を救い出します。帳のファイルには何も書きません
cli-rescue-check-about = 何を救い出せるかを示します。何も書きません
cli-rescue-salvage-about = 読める記録を、空のフォルダーに新しい帳として移します
cli-rescue-export-about = 読める記録を JSON に書き出します
cli-rescue-backups-about = 帳のとなりにあるバックアップを並べます
cli-rescue-restore-about = バックアップを、空のフォルダーに新しい帳として戻します。いまの帳には何も書きません
cli-rescue-table = { $kind }：{ $saved } 件を救い出せます（うち履歴から { $history } 件、救い出せないもの { $lost } 件）
cli-rescue-made = 新しい帳を { $folder } に作りました。もとの帳は変えていません。
cli-rescue-backups-none = バックアップは見つかりませんでした。
cli-rescue-restored = バックアップを { $folder } に戻し、開いて確かめました。相談・契約 { $contracts }件、証拠のファイル { $files }個。いまの帳は変えていません。
cli-arg-into = 新しい帳を作るフォルダー。空か、まだないもの
cli-arg-named = バックアップの名前。rescue backups で並ぶもの
