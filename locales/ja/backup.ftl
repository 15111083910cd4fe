# バックアップ：保存先、一覧、戻す、暗号化。

# The bar below every screen
# 最後に確かめたバックアップ 14:05・2か所
backup-bar = 最後に確かめたバックアップ { $when }・{ $places }か所
backup-bar-away = 最後に確かめたバックアップ { $when }・{ $places }か所（つながっていない保存先があります）
backup-bar-failed = バックアップを作れない保存先があります
backup-bar-shrunk = 記録が大きく減りました。確かめてください
backup-bar-none = バックアップはまだありません。最初の記録のあとに作ります

# The page
backup-title = バックアップ
backup-sub = 記録のあと、しばらく操作がないと自動で作ります。開いて中身をくらべ、同じだと確かめたものだけを数えます。
backup-make = いますぐ作る
backup-made = バックアップを作り、確かめました
backup-made-behind = バックアップを作り、確かめました。届いていない保存先があります
backup-unsaved = まだバックアップにない記録があります。
backup-all-saved = すべての記録が、確かめたバックアップにあります。

# Places
backup-places = 保存先
backup-place-home = 帳と同じ場所
backup-place-add = 保存先を追加
backup-place-remove = 外す
# Read after 「外す」, so that each button says which place it means
backup-place-named = （{ $folder }）
backup-place-added = 保存先を追加しました
backup-place-removed = 保存先を外しました。そこにあるバックアップはそのまま残っています
backup-place-picker = バックアップの保存先を選ぶ
backup-place-count = { $count }個のバックアップ
backup-place-only-home = いまは、帳と同じ場所にだけあります。パソコンごと失うときに備えて、USBメモリーなどの保存先を追加できます。
backup-place-synced = 同期サービスのフォルダーです。ここに置いたものは、サービスの会社のコンピューターにも写されます。気になるときは、暗号化バックアップを置いてください。
backup-state-waiting = これから作ります
backup-state-proven = { $when } に確かめました
backup-state-away = { $when } からつながっていません。つながると、自動で追いつきます
backup-state-failed = { $when } から作れていません：{ $why }
backup-because-no-room = 空きが足りません
backup-because-cannot-write = 書き込みが許されていません
backup-because-not-whole = 書いたものが、読み直すとちがっていました
backup-because-evidence = 証拠のファイルが欠けています
backup-because-other = 書き込めませんでした

# A sudden loss
backup-shrunk = 記録が大きく減っています
# $before is the day and time of the backup before
backup-shrunk-text = { $before } のバックアップとくらべて、契約は { $contracts_before }件から { $contracts_now }件に、証拠のファイルは { $files_before }個から { $files_now }個になりました。古いバックアップの整理は止めてあり、何も消していません。
backup-shrunk-meant = 減らしたとおりでよい
backup-shrunk-look = 前のバックアップとくらべる
backup-shrunk-answered = 古いバックアップの整理を、また始めます

# List
backup-list = バックアップの一覧
backup-list-none = バックアップはまだありません
backup-list-none-text = 最初の記録のあと、しばらく操作がないと作ります。いますぐ作ることもできます。
backup-list-rule = 24時間以内のものはすべて、その前は日ごとに12日、週ごとに10週、月ごとに24か月ぶんを残します。
backup-holds = 契約 { $contracts }件・ファイル { $files }個
backup-holds-unknown = 前の形式（{ $schema }）
backup-missing = 作ったとき、証拠のファイル { $count }個は帳にもありませんでした
backup-why-changes = 記録のあと
backup-why-exit = 終了のとき
backup-why-asked = 手動
backup-why-upgrade = 新しい版の前
backup-why-restore = 戻す前
backup-why-repair = 修復の前
backup-why-migration = 形式の更新の前
backup-at-home = 帳と同じ場所
backup-look = くらべて戻す
backup-look-named = （{ $when } のもの）
backup-prove = 確かめ直す
backup-proved = 確かめました。{ $places }か所、証拠のファイル { $files }個に変わりはありません
backup-before-restore = 前に戻したときの、戻す前の帳が残っています。
backup-before-restore-look = 戻す前の帳とくらべる

# Preview and restore
backup-preview = 戻すと変わること
backup-preview-of = { $when } のバックアップ
backup-preview-same = いまの帳と同じです。戻しても何も変わりません。
backup-preview-history = 履歴は { $now }件から { $then }件になります。バックアップのあとの履歴は、戻す前のバックアップに残ります。
backup-preview-back = 戻ってくる契約（{ $count }件）
backup-preview-gone = いまの帳にだけある契約（{ $count }件）
backup-preview-changed = 中身が変わる契約（{ $count }件）
backup-preview-how-back = 戻る記録 { $count }件
backup-preview-how-gone = なくなる記録 { $count }件
backup-preview-how-other = 前の内容になる記録 { $count }件
backup-preview-records = 記録の種類ごと
backup-preview-files-back = 戻ってくる証拠のファイル（{ $count }個）
backup-preview-files-gone = いまの帳にだけある証拠のファイル（{ $count }個）
backup-preview-files-gone-text = ファイルそのものは消しません。
backup-preview-files-lost = 見つからない証拠のファイル（{ $count }個）
backup-preview-files-lost-text = 記録は戻りますが、ファイルはどの保存先にも見つかりません。保存先をつなぐと見つかることがあります。
backup-preview-more = ほかに{ $count }件
backup-preview-kept = いまの帳は、戻す前に別のバックアップとして残します。あとから、いまの帳に戻れます。
backup-restore = この内容に戻す
backup-restore-not = 戻さない
backup-restored = 帳を戻しました
backup-restored-lost = 帳を戻しました。証拠のファイル { $count }個は見つかりませんでした
backup-restore-back = 戻す前の帳に戻る

# Kinds of records
backup-kind-accounts = 登録アカウント
backup-kind-clients = クライアント
backup-kind-stages = 段階
backup-kind-sightings = リンクの確認
backup-kind-requests = 申請
backup-kind-statuses = 申請ステータス
backup-kind-inquiries = 問い合わせ
backup-kind-wishes = クライアントの希望
backup-kind-outside-contacts = サービス外でのやりとり
backup-kind-restrictions = 利用制限
backup-kind-evidence-links = 証拠のひもづけ
backup-kind-runs = 手引き
backup-kind-payments = 入金
backup-kind-copies = 点検のままコピーした文
backup-kind-services = 追加したサービス
backup-kind-corrections = きまりの訂正

# Encrypted
backup-sealed = 暗号化バックアップ
backup-sealed-text = 合言葉で開く、ひとつのファイルにします。人に預けるときや、ネットの保管場所に置くときに向いています。age という公開された形式で、この版のアプリがなくても開けます。
backup-seal = 暗号化バックアップを作る
backup-elsewhere = ほかの場所のバックアップを開く
backup-elsewhere-title = ほかの端末や場所のバックアップ
backup-elsewhere-text = 別の端末で作ったものや、USBメモリーにあるものから、帳を戻せます。戻す前に、いまの帳との違いをお見せします。
backup-elsewhere-choose = ファイルを選ぶ
backup-elsewhere-which = 「book-」で始まるファイルか、.age で終わるファイルを選んでください。
backup-elsewhere-protected = このバックアップは、保護された帳のものです。そのときの合言葉か、回復コードで開けます。
backup-elsewhere-plain-here = 戻した帳は、この端末の帳と同じ扱いになります。この端末の帳が保護されていなければ、戻した帳も暗号化されません。戻したあと、設定の「帳の保護」で保護できます。
backup-elsewhere-secret = 合言葉、または回復コード
backup-passphrase = 合言葉
backup-passphrase-again = 合言葉をもう一度
backup-passphrase-help = 関係のない言葉を5つほど並べると、強くて覚えやすくなります。
backup-passphrase-lost = 合言葉をなくすと、このファイルは誰にも開けません。こちらにも控えはありません。
backup-passphrase-differs = ふたつの合言葉がちがいます。
backup-strength = 強さ
backup-strength-none = すぐに破られます
backup-strength-weak = 弱い
backup-strength-some = まだ足りません
backup-strength-good = 強い
backup-strength-strong = とても強い
backup-strength-longer = 日本語の文は、当てられやすさを正しく測れません。長くするほど強くなります。
backup-strength-words = よく使われる言葉や並びです。関係のない言葉を足してください。
backup-seal-folder = 保存するフォルダーを選んで作る
backup-seal-picker = 暗号化バックアップを保存するフォルダーを選ぶ
backup-seal-making = 作って、読み直しています
backup-seal-made = 暗号化バックアップを作り、開き直して確かめました
backup-seal-file = ファイル
backup-seal-sheet = 復旧シート
backup-seal-sheet-text = ブラウザーで開いて印刷し、合言葉を手で書いて、別の場所にしまってください。合言葉は入っていません。
backup-seal-holds = 契約 { $contracts }件・証拠のファイル { $files }個
backup-seal-missing = 証拠のファイル { $count }個は、帳にないため入っていません。
backup-copy-place = 場所をコピー
backup-unseal-other = 別のファイルを選ぶ
backup-unseal-open = 開く
backup-unseal-opening = 開いて、確かめています
backup-dialog-close = 閉じる

# The sheet to print
backup-sheet-title = 縁側 復旧シート
backup-sheet-for = この紙は、暗号化したバックアップを開くためのものです。パソコンが使えなくなったときに、帳を取り戻せます。
backup-sheet-file = ファイル
backup-sheet-folder = 作った場所
backup-sheet-day = 作った日
backup-sheet-holds = 中身
backup-sheet-holds-what = 契約 { $contracts }件、証拠のファイル { $files }個
backup-sheet-entries = 履歴の数
backup-sheet-head = 履歴の最後のハッシュ
backup-sheet-passphrase = 合言葉
backup-sheet-passphrase-text = 手で書いてください。この紙は、ファイルとは別の場所にしまってください。合言葉をなくすと、誰にも開けません。
backup-sheet-app = アプリで開く
backup-sheet-app-text = 縁側の「バックアップ」で「ほかの場所のバックアップを開く」を選び、ファイルと合言葉を入れます。
backup-sheet-tool = アプリがないとき
backup-sheet-tool-text = age という公開された形式です。age と tar があれば、次の命令で開けます。
backup-sheet-after = book.sqlite は SQLite のファイルで、標準の道具で読めます。取り出したフォルダーは、そのまま縁側の帳として開けます。

# What went wrong
backup-problem-none = そのバックアップは見つかりませんでした。帳は変わっていません。
backup-problem-none-remedy = 保存先をつないで、一覧から選び直してください。
backup-problem-away = 「{ $path }」が見つかりません。帳は変わっていません。
backup-problem-away-remedy = USBメモリーなどをつないで、もう一度お試しください。
backup-problem-in-book = 帳の中は、バックアップの保存先にできません。帳は変わっていません。
backup-problem-in-book-remedy = 帳のフォルダーの外を選んでください。
backup-problem-twice = そのフォルダーは、もう保存先になっています。
backup-problem-twice-remedy = 別のフォルダーを選んでください。
backup-problem-room = 空きが足りないため、作れませんでした。帳と前のバックアップは、そのまま残っています。
backup-problem-room-remedy = 空きを増やすか、別の場所を選んでください。
backup-problem-not-whole = 中身を確かめられなかったので、バックアップとして数えません。帳は変わっていません。
backup-problem-not-whole-remedy = 別の日時のバックアップを選ぶか、新しく作ってください。
backup-problem-newer = 新しい版のアプリが作ったバックアップです（形式 { $found }、この版は { $known } まで）。帳は変わっていません。
backup-problem-newer-remedy = アプリを新しくしてから、もう一度お試しください。
backup-problem-not-sealed = 縁側の暗号化バックアップとして読めません。帳は変わっていません。
backup-problem-not-sealed-remedy = 選んだファイルを確かめてください。名前は .age で終わります。
backup-problem-costly = このファイルを開くには、並外れて多くのメモリーと時間がかかります。開かずにやめました。帳は変わっていません。
backup-problem-costly-remedy = 縁側が作ったファイルでは起きません。どこから来たファイルかを確かめてください。
backup-problem-passphrase = 合言葉がちがいます。帳は変わっていません。
backup-problem-passphrase-remedy = 大文字と小文字、全角と半角、空白のちがいを確かめてください。
backup-problem-altered = ファイルが途中で切れているか、作ったときから変わっています。帳は変わっていません。
backup-problem-altered-remedy = 元のファイルを写し直すか、別のバックアップを使ってください。
backup-problem-no-passphrase = 合言葉がありません。
backup-problem-no-passphrase-remedy = 合言葉を入れてください。
backup-problem-busy = ほかの操作がバックアップを使っています。帳は変わっていません。
backup-problem-busy-remedy = 少し待ってから、もう一度お試しください。
backup-problem-system = 「{ $path }」を読み書きできませんでした。帳と前のバックアップは、そのまま残っています。
backup-problem-system-remedy = 保存先がつながっているか、書き込めるかを確かめてください。

# engawa-cli
cli-backup-about = バックアップを作り、確かめます。--to でこの一度だけ別のフォルダーにも、--encrypt で暗号化したファイルに
cli-backups-about = バックアップを並べます。--prove ですべて開いて確かめ直します
cli-restore-about = 帳をバックアップに戻します。いまの帳も、戻す前にバックアップとして残します
cli-arg-place = バックアップを置くフォルダー
cli-arg-encrypt = 合言葉で開く、ひとつのファイルにする。合言葉は入力か、ENGAWA_PASSPHRASE か、--passphrase-file で
cli-arg-passphrase-file = 合言葉の書いてあるファイル
cli-arg-prove = すべて開いて、中身をくらべ直す
cli-arg-backup = バックアップの日時（backups で並ぶもの）か、そのファイル。.age なら合言葉で開く
backup-cli-made = バックアップを作り、確かめました：{ $path }
backup-cli-sealed = 暗号化バックアップを作り、開き直して確かめました：{ $path }
backup-cli-sheet = 印刷する復旧シート：{ $path }
backup-cli-proven = { $at } 確かめました（{ $places }か所、証拠のファイル { $files }個）
backup-cli-not-proven = { $at } 確かめられません：{ $why }
backup-cli-restored = 帳を戻しました。戻す前の帳は { $before } のバックアップにあります。
backup-cli-lost = 証拠のファイル { $count }個は、どの保存先にも見つかりませんでした。
backup-cli-no-terminal = 合言葉を尋ねる端末がありません。ENGAWA_PASSPHRASE か --passphrase-file を使ってください。
