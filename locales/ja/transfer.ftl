# 帳の書き出しと読み込み。

transfer-title = 書き出しと読み込み
transfer-text = 帳のすべてを JSON というだれでも読める形式で書き出し、別のパソコンの空の帳に読み込めます。証拠のファイルもいっしょです。
transfer-export = 帳を書き出す
transfer-import = 書き出した帳を読み込む
transfer-seal = 合言葉で開く、ひとつのファイルにする
transfer-plain-text = だれでも読めるファイルと、証拠のフォルダーになります。人に預けるときや、ネットの保管場所に置くときは、合言葉をつけてください。
transfer-export-choose = 保存する場所を選んで書き出す
transfer-export-picker = 帳を書き出す場所
transfer-exporting = 書き出して、読み直しています
transfer-exported = 帳を書き出し、確かめました。
transfer-holds = 履歴 { $entries }件・契約 { $contracts }件・証拠のファイル { $files }個
transfer-sheet-for = この紙は、暗号化して書き出した帳を開くためのものです。パソコンが使えなくなったときに、帳を取り戻せます。
transfer-sheet-app-text = 縁側の「バックアップ」で「書き出した帳を読み込む」を選び、ファイルと合言葉を入れます。読み込めるのは、まだ何も記録していない帳です。
transfer-sheet-after = book.json が帳の記録、book.json.evidence が証拠のファイルです。book.json は、そのまま縁側の空の帳に読み込めます。

transfer-import-text = まだ何も記録していない帳に読み込めます。全部読み込むか、何も変えないかのどちらかです。名前が .age で終わるファイルは、合言葉で開きます。
transfer-import-choose = ファイルを選ぶ
transfer-import-other = 別のファイルを選ぶ
transfer-import-try = 読み込めるか確かめる
transfer-import-would = 読み込めます。まだ何も変えていません。
transfer-import-missing = 証拠のファイル { $count }個は、見つかりませんでした。記録は読み込まれ、ファイルはあとから追加できます。
transfer-import-take = 読み込む
transfer-importing = 読んで、確かめています
transfer-imported = 帳を読み込みました
