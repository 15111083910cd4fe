# 証拠の保管: 取り込み、見る、確かめる。

vault-cancelled-message = 取りやめました。帳は変わっていません。
vault-cancelled-remedy = 必要になったら、もう一度始めてください。
vault-altered-message = 「{ $name }」は、保存したときの中身と違います。写しは作っていません。
vault-altered-remedy = バックアップや元のファイルがあれば、もう一度追加してください。同じ中身なら元に戻ります。
vault-copy-refused-message = 「{ $name }」を書き込めません。帳は変わっていません。
vault-copy-refused-remedy = ほかの場所を選んでください。
