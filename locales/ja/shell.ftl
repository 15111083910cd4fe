# The window's frame: the menu, and what is said while the page cannot speak.

# Menus
shell-menu-app = 縁側
shell-menu-book = 帳
shell-menu-new-contract = 契約を記録
shell-menu-settings = 設定
shell-menu-quit = 終了
shell-menu-edit = 編集
shell-menu-undo = 記録を元に戻す
shell-menu-redo = 記録をやり直す
shell-menu-undo-typing = 入力を取り消す
shell-menu-redo-typing = 入力をやり直す
shell-menu-cut = 切り取り
shell-menu-copy = コピー
shell-menu-paste = 貼り付け
shell-menu-select-all = すべて選択
shell-menu-go = 移動
shell-menu-today = 今日
shell-menu-contracts = 契約
shell-menu-guides = 手引き
shell-menu-inquiries = 問い合わせ
shell-menu-palette = 操作を探す
shell-menu-window = ウインドウ
shell-menu-minimize = しまう
shell-menu-fullscreen = 画面いっぱいに表示
shell-menu-close = 閉じる

# The page did not appear
shell-empty-title = 画面を表示できません
shell-empty-message =
    ウインドウは開きましたが、画面が表示されませんでした。帳の内容は失われていません。
    表示の方法を変えて開き直すと、多くの場合は表示されます。
shell-empty-reopen = 表示の方法を変えて開き直す
shell-empty-quit = 終了
shell-empty-last-title = 画面を表示できません
# $folder is the folder of the book.
shell-empty-last-message =
    表示の方法を変えても、画面が表示されませんでした。帳の内容は失われていません。
    パソコンの再起動、またはグラフィックスの更新で直ることがあります。
    それまでは、コマンド engawa-cli で帳を読み書きできます。
    帳のフォルダー：{ $folder }

# The app cannot start at all
shell-start-title = 縁側を開けません
# $cause is what the system says.
shell-start-message =
    ウインドウを開けませんでした。帳の内容は失われていません。
    原因：{ $cause }

# Problems of the shell
shell-clipboard-message = クリップボードにコピーできませんでした。記録は変わっていません。
shell-clipboard-remedy = 文案の文字を選んで、Ctrl+C（macOS では ⌘C）でコピーしてください。
shell-unfinished-message = 操作が途中で止まりました。保存済みの記録は失われていません。
shell-unfinished-remedy = もう一度お試しください。続けて起きるときは、アプリを開き直してください。
shell-picker-title = 証拠のファイルを選ぶ
