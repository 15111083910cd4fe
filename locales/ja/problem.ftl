# What went wrong: what happened, that nothing was lost, what to do.

# Fields
problem-field-empty = ここに書いてください。
problem-field-too-long = { $length }字あります。{ $limit }字までにしてください。
problem-field-no-such-choice = 選んだものが、帳に見つかりません。選び直してください。
problem-day-unreadable = 「{ $typed }」は日付として読めません。11/25、あさって、+2営業日 のように書けます。
problem-day-no-such-day = { $month }月は{ $last }日までです。
problem-day-no-such-month = { $month }月はありません。
problem-day-other-weekday = { $day } です。曜日がちがいます。
problem-day-several = どの日のことか、選んでください。
problem-day-before-era = { $era }が始まる前の日付です。
problem-day-out-of-reach = 扱える日付の外です。
problem-time-unreadable = 「{ $typed }」は時刻として読めません。14:05、午後2時 のように書けます。
problem-time-no-such-hour = { $hour }時はありません。
problem-time-no-such-minute = { $minute }分はありません。
problem-time-next-day = つぎの日の時刻です。日付を、つぎの日にしてください。
problem-time-several = 昼の12時か夜の12時か、選んでください。
problem-amount-unreadable = 「{ $typed }」は金額として読めません。50,000、5万円 のように書けます。
problem-amount-negative = 金額に、マイナスは使えません。
problem-amount-fraction = 1円より細かい額は記録できません。
problem-amount-beyond = { $limit }までの額を記録できます。
problem-amount-several = どの額のことか、選んでください。
problem-amount-before-tax = { $amount }は税抜の額です。税込の額を書いてください。
problem-email-unreadable = 「{ $typed }」はメールアドレスとして読めません。
problem-email-otherwise = 全角の字や余分な字が入っています。
problem-page-unreadable = 「{ $typed }」はページのURLとして読めません。
problem-page-otherwise = https:// から書いてください。
problem-offer-day = { $day }にする
problem-offer-yen = { $amount }にする
problem-offer-words = { $words } にする

# The form as a whole
problem-fields-message = 直すところが{ $count }か所あります。入力は失われていません。
problem-fields-remedy = 印のついたところを直すと、記録できます。

# The book
problem-held-message = 帳は、ほかのプログラムで開かれています。帳の内容は失われていません。
problem-held-remedy = 先に開いた縁側を使うか、閉じてから、もう一度開いてください。
problem-busy-message = ほかのプログラムが、帳のファイルを使っています。帳の内容は失われていません。
problem-busy-remedy = 少し待ってから、もう一度お試しください。
problem-request-limit-message = この契約の申請は、もう記録されています（契約につき{ $limit }回）。帳は変わっていません。
problem-request-limit-remedy = 記録が違っているときは、台帳の申請を直してください。
problem-no-request-message = このサービスには、申請のしくみがありません。帳は変わっていません。
problem-no-request-remedy = 申請のあるサービスかどうか、登録アカウントを確かめてください。
problem-in-use-message = { $count }件の契約が使っているので、変えられません。帳は変わっていません。
problem-in-use-remedy = 先に、その契約の登録アカウントを変えてください。
problem-in-use-by-accounts-message = { $count }件の登録アカウントが使っているので、消せません。帳は変わっていません。
problem-in-use-by-accounts-remedy = 先に、その登録アカウントを消してください。
problem-referred-message = ほかの記録が使っているので、消せません。帳は変わっていません。
problem-referred-remedy = 先に、それを使っている記録を消してください。
problem-not-found-message = 探している記録は、もうありません。ほかの記録は失われていません。
problem-not-found-remedy = 画面を開き直すか、履歴で確かめてください。
problem-nothing-to-undo-message = 元に戻す記録はありません。
problem-nothing-to-undo-remedy = 帳はそのままです。
problem-nothing-to-redo-message = やり直す記録はありません。
problem-nothing-to-redo-remedy = 帳はそのままです。
problem-overtaken-message = そのあとの記録が変わるため、元に戻せません。帳は変わっていません。
problem-overtaken-remedy = 先に、そのあとの記録を元に戻してください。
problem-import-message = 読み込めませんでした。帳は変わっていません。
problem-import-remedy = 書き出したファイルがそろっているか確かめて、もう一度お試しください。
problem-export-message = 書き出せませんでした。帳の内容は失われていません。
problem-export-remedy = 別の場所を選ぶか、場所を空けて、もう一度お試しください。
problem-newer-message = この帳は、新しい版の縁側で作られています（帳の形式 { $found }、この版は { $known } まで）。帳は変えていません。
problem-newer-remedy = 新しい版の縁側で開いてください。
problem-not-a-book-message = { $path } は、縁側の帳ではありません。ファイルは変えていません。
problem-not-a-book-remedy = 帳のフォルダーを選び直してください。
problem-damaged-message = 帳のファイルに、読めないところがあります。ファイルは変えていません。
problem-damaged-remedy = 設定の「帳を調べる」で、どこが読めないかを確かめ、読める記録を新しい帳に移せます。バックアップから戻すこともできます。
problem-read-only-message = 帳に書き込めません。記録は失われていません。
problem-read-only-remedy = フォルダーの書き込みの許可を確かめてください。
problem-disk-full-message = 保存先がいっぱいです。記録は失われていません。
problem-disk-full-remedy = 場所を空けて、もう一度お試しください。
problem-folder-message = { $path } を読み書きできません。記録は失われていません。
problem-folder-remedy = フォルダーがあるか、許可があるかを確かめてください。
problem-internal-message = 縁側の不具合で、できませんでした。保存済みの記録は失われていません。
problem-internal-remedy = もう一度お試しください。続くときは、くわしい内容を添えてお知らせください。
problem-newer-history-message = 履歴に、この版の縁側が知らない操作があります。帳は変えていません。

# Files
problem-file-folder-message = 「{ $name }」はフォルダーです。帳は変わっていません。
problem-file-folder-remedy = 中のファイルを選んでください。
problem-file-none-message = 「{ $name }」はファイルではありません。帳は変わっていません。
problem-file-empty-message = 「{ $name }」は空のファイルです。帳は変わっていません。
problem-file-vanished-message = 「{ $name }」が見つかりません。帳は変わっていません。
problem-file-changed-message = 「{ $name }」が、写すあいだに変わりました。帳は変わっていません。
problem-file-changed-remedy = 保存が終わってから、もう一度追加してください。
problem-file-unreadable-message = 「{ $name }」を読めません。帳は変わっていません。
problem-file-unreadable-remedy = ファイルの許可を確かめて、もう一度追加してください。
problem-file-choose-remedy = ほかのファイルを選んでください。

# A correction of what became another meanwhile
problem-changed-message = 書いているあいだに、この記録が変わりました。いまの記録は「{ $now }」、ここに書いたのは「{ $yours }」です。
problem-changed-remedy = まだ何も書きかえていません。どちらを残すか、選んでください。
problem-changed-record = { $what }（{ $more }）

problem-source-needed = このきまりだけで「連絡できます」になります。どこに書いてあるか（ページ名や契約書の名前）を書いてください。
problem-looked-later = 確認した日は、今日までの日付にしてください。
problem-answer-days = 1から{ $limit }までの日数を書いてください。
