# 証拠の保管: 取り込み、見る、確かめる。

vault-cancelled-message = 取りやめました。帳は変わっていません。
vault-cancelled-remedy = 必要になったら、もう一度始めてください。
vault-altered-message = 「{ $name }」は、保存したときの中身と違います。写しは作っていません。
vault-altered-remedy = バックアップや元のファイルがあれば、もう一度追加してください。同じ中身なら元に戻ります。
vault-copy-refused-message = 「{ $name }」を書き込めません。帳は変わっていません。
vault-copy-refused-remedy = ほかの場所を選んでください。
vault-clipboard-message = クリップボードを読めませんでした。帳は変わっていません。
vault-clipboard-remedy = もう一度貼り付けるか、画像をファイルに保存して追加してください。
vault-proves-whole = 契約全体
# 貼り付け 2026-11-24 14.05.09.png
vault-pasted-name = 貼り付け { $when }.png
vault-copy-title = 写しを保存する場所
op-evidence-note = 証拠のメモを変更
op-evidence-link = 証拠が示すことを変更
done-evidence-note = 証拠「{ $name }」のメモを変更しました
done-evidence-link = 証拠「{ $name }」が示すことを変更しました
vault-check-unreadable = 証拠のファイルを読めません：{ $hash }
vault-check-no-record = 記録のないファイル（取り消した記録のものかもしれません。害はありません）：{ $path }
vault-check-foreign = 証拠ではないファイル：{ $path }
