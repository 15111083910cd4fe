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

# 取り込み
vault-paste = 貼り付け
vault-paste-text = クリップボードにあるのは文字です。画像かファイルをコピーしてから、もう一度貼り付けてください。
vault-paste-nothing = クリップボードに、画像やファイルはありません。
keys-paste = 画像やファイルを貼り付ける
vault-taking = 証拠の取り込み
# 「会議.mp4」を保存しています
vault-taking-file = 「{ $name }」を保存しています
vault-taking-left = このあと{ $count }件
# 1.2 GB / 4.0 GB
vault-taking-of = { $done } / { $total }
vault-percent = { $percent } %
vault-stop = 取りやめる
vault-drop-here = ここに落とすと、証拠に加わります
vault-which-contract = どの契約の証拠ですか
vault-which-files = { $count ->
    [1] 「{ $name }」
   *[other] 「{ $name }」など{ $count }件
}
vault-which-search = 契約を探す
vault-which-none = 見つかりませんでした。
vault-which-leave = 加えない

# 開いたファイル
vault-encoding = 文字コード：{ $encoding }
vault-huge = 画素が多すぎるため（{ $width } × { $height }）、ここでは開きません。元のまま保存してあります。写しを保存すると、ほかのソフトで見られます。
vault-no-preview = この種類のファイルは、ここでは開けません。元のまま保存してあります。写しを保存すると、ほかのソフトで見られます。
vault-zoom = 画像の大きさ
vault-larger = 拡大
vault-smaller = 縮小
vault-fit = 全体
vault-own-size = 元の大きさ
vault-original-name = 元の名前
vault-place = 保存した場所
vault-origin-picked = 選んで追加
vault-origin-dropped = 落として追加
vault-origin-pasted = 貼り付けて追加
vault-origin-imported = 読み込みで追加
vault-note = メモ
vault-note-help = 何を写したものか、あとで分かるように書けます。ファイルそのものは変わりません。
vault-note-save = メモを保存
vault-save-copy = 写しを保存
vault-copying = 写しを保存しています
vault-copied = 写しを { $place } に保存しました

# 確かめる
vault-verify = 確かめる
vault-verifying = すべてのファイルを読んで、保存したときと同じか確かめています
vault-verify-stopped = 取りやめました。
vault-never-verified = ファイルの中身は、まだ確かめていません。
vault-verified = { $when } に{ $count }件（{ $size }）を確かめました
vault-wrong = 保存したときのままでないファイルが{ $count }件あります。
vault-wrong-remedy = 記録とSHA-256は残っています。バックアップや元のファイルがあれば、もう一度追加してください。同じ中身なら元に戻ります。
vault-file-missing = 見つかりません
vault-file-altered = 中身が違います
vault-file-unreadable = 読めません
vault-unknown = 記録にないファイルが{ $count }件あります
vault-stray-no-record = 取り消した記録のものかもしれません。害はありません。
vault-stray-foreign = 証拠として保存したものではありません。

# 書類のページ
vault-pages = ページ
# 2 / 5 ページ
vault-page = { $number } / { $pages } ページ
vault-page-before = 前のページ
vault-page-after = 次のページ
vault-page-drawn = 見やすいように描き直した絵です。文字が欠けて見えるときは、写しを保存してほかのソフトで見てください。
