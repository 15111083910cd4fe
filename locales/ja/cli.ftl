# engawa-cli: help and the words around its answers.

cli-about = 縁側の帳を、窓なしで確かめ、書き出し、答えを見ます。
cli-check-about = 帳が壊れていないか、履歴と証拠がそろっているかを確かめます
cli-standing-about = 外部連絡の可否を、理由と次の一手とともに示します
cli-draft-about = 文案を記録から作り、点検します
cli-record-about = 記録します。中身は JSON で、ファイルか標準入力から読みます
cli-export-about = 帳を JSON に書き出します
cli-import-about = JSON から読み込みます。全部読み込むか、何も変えないかのどちらかです
cli-journal-about = 履歴を示します
cli-sample-about = 見本の帳を作ります
cli-schema-about = 書き出しの形（JSON Schema）を示します

cli-arg-book = 帳のフォルダー
cli-arg-lang = 言葉
cli-arg-json = 答えを JSON で示す
cli-arg-contract = 相談・契約：識別子か、その始まりか、依頼名
cli-arg-on = この日の終わりに分かっていたことで答える
cli-arg-draft = 文案の名前
cli-arg-what = 何を記録するか
cli-arg-from = 読み込むファイル
cli-arg-to = 書き出すファイル
cli-arg-dry-run = 何が起きるかだけを示し、何も変えない
cli-arg-contracts = 相談・契約の数

cli-exit-codes =
    終了コード：0 できた・1 できなかった・2 使い方がちがう・3 帳を開けない・4 見つからない・5 読み込みを断った・6 確かめたら誤りがあった

cli-input-refused = 入力を読めません（{ $why }）。帳は変わっていません。直してから、もう一度実行してください。
cli-no-contract = 「{ $name }」に当たる相談・契約がひとつに決まりません。識別子で指定してください。
cli-no-folder = 帳のフォルダーを --book か ENGAWA_BOOK で指定してください。
cli-check-whole = 帳は壊れていません。
cli-check-faults = 帳に誤りがあります。
cli-exported = { $entries } 件の履歴を書き出しました。
cli-imported = { $entries } 件の履歴を読み込みました。
cli-import-would = { $entries } 件の履歴を読み込めます。何も変えていません。
cli-sample-made = 相談・契約は { $contracts } 件です。
cli-no-book = { $folder } に帳がありません。フォルダーの場所を確かめてください。
cli-not-empty = この帳にはもう記録があります。何も変えていません。見本には空のフォルダーを指定してください。
