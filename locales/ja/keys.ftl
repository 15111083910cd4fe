# Shortcuts, their help, and the palette.

keys-title = キー操作
keys-palette = 操作を探す
keys-palette-type = 画面・操作・契約を探す
keys-palette-found = 見つかったもの
keys-palette-none = 見つかりませんでした。
keys-undo = 記録を元に戻す
keys-redo = 記録をやり直す
keys-search = 帳のなかを探す
keys-new-contract = 契約を記録
keys-send = 書いたものを記録する（文案では、コピーする）
keys-help = キー操作を見る
keys-today = 今日へ
keys-contracts = 契約へ
keys-guides = 手引きへ
keys-inquiries = 問い合わせへ
keys-evidence = 証拠へ
keys-message = メッセージ点検へ
keys-settings = 設定へ
