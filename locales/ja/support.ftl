# サポート用の報告, and how to check that nothing is sent.

# The screen
support-title = サポート用の報告
support-sub = 困ったときに、助けてくれる人へ渡すための報告です。名前、アドレス、題名、金額、ファイルの場所など、入力したことばは入っていません。
support-read = 読んでからコピーしてください。この報告はどこにも送られません。
support-text = 報告の全文
support-copy = 報告をコピー
support-save = ファイルに保存
support-save-title = 報告を保存する場所
support-saved = 報告を保存しました：{ $path }
support-anew = 作り直す
support-open = サポート用の報告を作る
support-open-text = 版、設定、件数、最近の問題だけの報告です。読んでから渡せます。

# It was not shown
support-refused-message = 報告に、帳のことばが残っていたため、表示しませんでした。帳は変わっていません。
support-refused-remedy = 助けを求めるときは、「縁側について」にあるバージョンと、何をしたときのことかを伝えてください。

# The report itself
support-report-title = 縁側 サポート用の報告
support-report-made = 作成
support-report-masked =
    この報告にあるのは、版、設定の値、件数、大きさ、日時、問題の種類だけです。
    名前、アドレス、題名、メモ、金額、見たことば、ファイル名、フォルダーの場所、利用者と端末の名前は入っていません。
    問題の説明のうち、決まったことばでないところは […] にしてあります。
support-report-program = プログラム
support-report-version = バージョン
support-report-schema = 帳の形式
support-report-web-view = 画面を描く部品
support-report-terminal = コマンド engawa-cli で作りました。
support-report-machine = 端末
support-report-system = システム
support-report-kernel = カーネル
support-report-processor = プロセッサー
support-report-session = 画面の方式
support-report-desktop = デスクトップ
support-report-settings = 設定
support-report-language = 言葉
support-report-theme = 明るさ
support-report-contrast = コントラスト
support-report-text = 文字の大きさ（%）
support-report-columns = 幅を変えた列
support-report-counts = 件数
support-report-kind = 帳の種類
support-report-entries = 履歴
support-report-sizes = 大きさ（ファイル数、KiB）
support-report-last-backup = 最後のバックアップ
support-report-check = 帳の確認（0は異常なし）
support-report-check-file = ファイル
support-report-check-chain = 履歴のつながり
support-report-check-dangling = 相手のない記録
support-report-check-unexplained = 履歴と違う記録
support-report-check-evidence = 見当たらない、または大きさの違う証拠
support-report-check-refused = 帳を調べられませんでした。
support-report-book = 帳
support-report-no-book = 開いていません
support-report-problems = 最近の問題（古い順、50件まで）
support-report-problems-none = ありません。

# About: how to check that nothing is sent
silent-title = 通信しないことを、自分で確かめる
silent-text = 縁側には通信のための部品が入っていません。次のコマンドで、いつでも確かめられます。
silent-copy = コピー
# Read after 「コピー」, so that each button says which command it copies
silent-copy-named = （{ $what }）
silent-command = コマンド
silent-linux = Linux
silent-linux-ss = 縁側を開いたまま、端末で実行します。何も表示されなければ、通信の口は1つも開いていません。
silent-linux-strace = 縁側がシステムに頼んだ通信を、初めから終わりまで記録します。縁側を閉じてから、次の行を実行します。
silent-linux-grep = 0 と表示されます。記録に残るのは、画面との連絡（AF_UNIX）と、ネットワークの有無をたずねるだけのもの（AF_NETLINK）です。
silent-linux-unshare = ネットワークのまったくない場所で縁側を開きます。いつもと同じように使えます。一般の利用者にこの操作を許していないシステムもあります。
silent-windows = Windows
silent-windows-resmon = リソース モニターが開きます。「ネットワーク」の「ネットワーク活動のプロセス」に engawa.exe は現れません。
silent-windows-powershell = 縁側を開いたまま、PowerShellで実行します。何も表示されません。
silent-windows-netstat = 接続の一覧です。縁側のプロセス番号（タスク マネージャーの「詳細」のPID）は、右端の列に現れません。
silent-windows-web-view = 画面を描く msedgewebview2.exe はWindowsの部品です。縁側のページからの接続は止めてありますが、この部品が自分の更新などのために接続することがあります。
silent-macos = macOS
silent-macos-lsof = 縁側を開いたまま、ターミナルで実行します。何も表示されません。
silent-macos-nettop = 通信量の表です。縁側の行に接続は現れません。q で閉じます。
silent-macos-web-view = 画面を描く com.apple.WebKit.Networking はmacOSの部品です。縁側のページからの接続は止めてあります。

# engawa-cli
cli-support-about = サポート用の報告を作ります。版、設定、件数、最近の問題だけで、入力したことばは入りません
