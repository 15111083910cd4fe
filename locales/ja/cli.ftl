# engawa-cli: help and the words around its answers.

cli-about = 縁側の帳を、窓なしで確かめ、書き出し、答えを見ます。
cli-check-about = 帳が壊れていないか、履歴と証拠がそろっているかを確かめます
cli-standing-about = 外部連絡の可否を、理由と次の一手とともに示します
cli-guide-about = 手引きを示し、進めます
cli-guide-find-about = 困っていることの言葉から、手引きを探します
cli-guide-show-about = 手引きの質問か、進めた手引きのいまの様子を示します。名前がなければ、あるものを並べます
cli-guide-run-about = 手引きを始めるか、続けます。--answer がなければ、端末で順に尋ねます
cli-packs-about = サービスのきまりを確かめ、説明し、比べます
cli-packs-check-about = きまり、手引き、文案のファイルを調べ、合わないところを、行と直し方とともに示します
cli-packs-explain-about = サービスのきまりを、出どころ、確かめた日、確からしさとともに示します。名前がなければ、あるものを並べます
cli-packs-diff-about = ふたつの版のきまりを比べ、変わった値を示します
cli-draft-about = 文案を記録から作り、点検します
cli-message-about = クライアントのメッセージを点検します
cli-message-check-about = ファイルか標準入力のメッセージを読み、気をつけたいところを示します。帳は要りません
cli-record-about = 記録します。中身は JSON で、ファイルか標準入力から読みます
cli-amend-about = 記録を直します。中身は JSON で、ファイルか標準入力から読みます
cli-remove-about = 記録を取り除きます。どれかは JSON で読みます。あとから戻せます
cli-undo-about = 最後の変更を元に戻します
cli-redo-about = 元に戻した変更を、やり直します
cli-export-about = 帳を JSON に書き出します
cli-import-about = JSON から読み込みます。全部読み込むか、何も変えないかのどちらかです
cli-journal-about = 履歴を示します
cli-sample-about = 見本の帳を作ります
cli-schema-about = 書き出しの形（JSON Schema）を示します

cli-arg-help = この説明を示す
cli-arg-version = 版を示す
cli-arg-book = 帳のフォルダー
cli-arg-lang = 言葉
cli-arg-json = 答えを JSON で示す
cli-arg-contract = 相談・契約：識別子か、その始まりか、依頼名
cli-arg-packs = きまりのフォルダー。なければ、このアプリのきまり
cli-arg-service = サービスの名前。packs explain で並ぶもの
cli-arg-before = 前のきまりのフォルダー
cli-arg-after = 後のきまりのフォルダー。なければ、このアプリのきまり
cli-arg-words = 困っていること。ことばでも文でも
cli-arg-platform = サービスの名前。packs explain で並ぶもの
cli-arg-on = 日付。この日の終わりに分かっていたことで答える
cli-arg-draft = 文案の名前
cli-arg-text = 点検する文章のファイル（文案を直したもの）
cli-arg-what = 何の記録か
cli-arg-from = 読み込むファイル
cli-arg-to = 書き出すファイル
cli-arg-name = 手引きの名前か、進めた手引きの識別子（その始まりでもよい）
cli-arg-answers = 質問の名前と、答えの名前か番号。何度でも書けます
cli-arg-skip = 確認をとばして、結論に進む
cli-arg-drawing = 手引きの全体を、図にできる文字（Mermaid）で示す
cli-arg-dry-run = 何が起きるかだけを示し、何も変えない
cli-arg-contracts = 相談・契約の数
cli-arg-stage = いまの段階
cli-arg-approved = この相談・契約の承認がある
cli-arg-agreed = 承認された申請に書いた連絡手段（コンマで区切る）

cli-exit-codes =
    終了コード：0 できた・1 できなかった・2 使い方がちがう・3 帳を開けない・4 見つからない・5 読み込みを断った・6 確かめたら誤りがあった

cli-input-refused = 入力を読めません（{ $why }）。帳は変わっていません。直してから、もう一度実行してください。
cli-no-contract = 「{ $name }」に当たる相談・契約がひとつに決まりません。識別子で指定してください。
cli-no-guide = 「{ $name }」に当たる手引きか、進めた手引きが、ひとつに決まりません。guide show で確かめてください。
cli-no-answer = 「{ $given }」は、この手引きの答えにありません。何も記録していません。番号か名前で答えてください。
cli-usage-refused = 使い方がちがいます。何も変えていません。使い方は --help で確かめられます。
cli-no-folder = 帳のフォルダーを --book か ENGAWA_BOOK で指定してください。
cli-check-whole = 帳は壊れていません。
cli-check-faults = 帳に誤りがあります。
cli-check-looked = 履歴 { $entries } 件と、証拠 { $files } 件を確かめました。
cli-exported = { $entries } 件の履歴を書き出しました。
cli-imported = { $entries } 件の履歴と、{ $files } 件の証拠を読み込みました。
cli-import-would = { $entries } 件の履歴と、{ $files } 件の証拠を読み込めます。何も変えていません。
cli-import-file-missing = 証拠のファイルが見つかりません。あとから加えられます：{ $hash }
cli-journal-undone = （取り消し済み）
cli-sample-made = 相談・契約は { $contracts } 件です。
cli-no-book = { $folder } に帳がありません。フォルダーの場所を確かめてください。
cli-not-empty = この帳にはもう記録があります。何も変えていません。見本には空のフォルダーを指定してください。

# 外部連絡の可否
cli-standing-on = { $day } の時点

# 文案
cli-draft-sender = 差出人
cli-draft-entrance = 送り方
cli-draft-address = アドレス
cli-draft-subject = 件名
cli-draft-checks = 点検
cli-tone-good = よし
cli-tone-look = 確かめる
cli-tone-stop = まだ送らない

# 手引き
cli-guide-questions = 質問
cli-guide-outcomes = 結論
cli-guide-from-me = あなた
cli-guide-from-record = 記録
cli-guide-from-rules = きまり
cli-guide-for-everyone = どのサービスにも
cli-guide-question = 質問 { $number }/{ $of }
cli-guide-earlier = （前の答え）
cli-guide-ask = 番号で答えます。空のまま進むと、ここで止めます。
cli-guide-left = ここまでの答えを残しました。続きは engawa-cli guide run { $run } です。
cli-guide-look-again = もう一度見る日 { $day }
cli-guide-run = この手引きの識別子：{ $run }

# サービスのきまり
cli-no-service = 「{ $name }」というサービスのきまりは、ありません。packs explain で、あるものが並びます。
cli-packs-right = どのファイルも、合っています。
cli-packs-on = { $day } のきまり
cli-packs-ended = { $day } に終了
cli-packs-sources = 出どころ
cli-packs-ground = 出どころ { $source }・{ $checked } に確認・確からしさ { $confidence }
cli-packs-ground-old = 出どころ { $source }・{ $checked } に確認（確認から日がたっています）・確からしさ { $confidence }
cli-packs-new = { $service }：新しく加わりました
cli-packs-gone = { $service }：なくなりました
cli-packs-changed = { $service }：変わりました
cli-packs-same = 変わったところは、ありません。
