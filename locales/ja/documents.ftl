# 電子取引の書類と、訂正・削除の記録。事務処理規程による運用を補助するもので、それだけで法律の要件を満たすとは言わない。

op-document-declare = 電子取引の書類として登録
op-document-amend = 電子取引の書類を訂正
op-document-remove = 電子取引の書類の登録を削除
op-document-untie = 電子取引の書類のファイルを契約から外す
done-document-declare = 「{ $title }」を電子取引の書類として登録しました
done-document-amend = 「{ $title }」を訂正し、記録に書きました
done-document-remove = 「{ $title }」の登録を削除し、記録に書きました。ファイルは残っています

history-kind-document = 電子取引の書類
history-kind-document-correction = 訂正・削除の記録
backup-kind-documents = 電子取引の書類
backup-kind-document-corrections = 訂正・削除の記録

document-kind = 書類の種類
document-kind-estimate = 見積書
document-kind-order = 注文書
document-kind-contract = 契約書
document-kind-delivery-note = 納品書
document-kind-invoice = 請求書
document-kind-receipt = 領収書
document-kind-other = そのほか
document-number = 取引伝票番号
document-title = 取引件名
document-counterparty = 取引先名
document-day = 取引年月日
document-amount = 取引金額
document-person = 処理担当者名
document-applied = 申請日
document-done = 訂正・削除日付
document-did = 行ったこと
document-content = 訂正・削除内容
document-reason = 訂正・削除理由
document-did-corrected = 訂正
document-did-removed = 登録の削除
document-did-returned = 登録を戻した
document-did-untied = ファイルを契約から外した
document-did-tied = ファイルを契約に結び直した
document-nothing = なし
document-change = { $field }: { $before } → { $after }

document-reason-needed = これは電子取引の書類です。訂正や削除には、理由と担当者名の記録が要ります。
document-reason-needed-remedy = 何も変えていません。証拠の画面でファイルを開き、「電子取引の書類」から理由を書いて進めてください。契約を削除するときは、先にその契約の書類を一つずつ外してください。
document-log-stays = 訂正・削除の記録は、書き換えも削除もしません。
document-log-stays-remedy = 何も変えていません。誤りがあれば、書類をもう一度訂正すると、新しい行として残ります。
document-declared-already = このファイルは、電子取引の書類として登録済みです。
document-declared-already-remedy = 何も変えていません。内容が違うときは、登録済みの書類を訂正してください。
document-applied-later = 申請日が今日より後です。今日までの日付にしてください。
document-log-letters = Shift_JIS で書けない文字があります: { $letters }
document-log-letters-remedy = ファイルは作っていません。記録はそのままです。UTF-8 の CSV を選ぶと、すべての文字を書けます。
document-log-file = ファイルに書けませんでした: { $path }
document-log-file-remedy = 帳の中の記録はそのままです。別の場所を選んで、もう一度保存してください。

document-screen = 電子取引の書類
document-screen-text = メールやサイトで受け取った、または送った請求書や領収書を、電子取引の書類として登録できます。訂正や削除のたびに、事務処理規程の8項目を記録します。
document-screen-route = これは、事務処理規程による運用を補助するものです。規程を定めて備え付けることは、別に必要です。
document-list = 登録した書類
document-list-none = まだ登録した書類はありません
document-list-none-text = 証拠のファイルを開いて「電子取引の書類として登録」を選ぶと、ここに並びます。
document-evidence = 証拠の一覧へ
document-file = ファイル
document-lines = { $count ->
    [0] 訂正・削除なし
   *[other] 記録 { $count }行
}
document-find = 書類を探す
document-find-words = 取引先・件名など
document-find-from = 取引年月日（から）
document-find-to = 取引年月日（まで）
document-find-least = 取引金額（以上）
document-find-most = 取引金額（以下）
document-find-amount-blank = 金額のない書類だけ
document-find-help = 入れた条件のすべてに合う書類だけを並べます。
document-found = { $count }件
document-found-none = 条件に合う書類はありません。

document-log-title = 訂正・削除の記録
document-log-about = { $count }行、{ $day }に書き出し
document-log-whole = すべての記録を見る
document-log-none = まだ訂正も削除もありません。
document-log-open = 訂正・削除の記録を見る
document-log-utf8 = CSV（UTF-8）で保存
document-log-shift-jis = CSV（Shift_JIS）で保存
document-log-page = 印刷用のページを保存
document-table-saved = { $path } に{ $lines }行を書きました
document-log-pick = 訂正・削除の記録の保存先

document-declare = 電子取引の書類として登録
document-declare-text = 受け取った、または送った請求書や領収書などなら、登録すると取引先・日付・金額で探せます。
document-amend = 訂正
document-remove = 登録を削除
document-untie = 契約から外す
document-untie-of = 「{ $name }」を契約から外す
document-save = 登録
document-amend-save = 理由とともに訂正
document-remove-save = 理由とともに登録を削除
document-untie-save = 理由とともに外す
document-cancel = やめる
document-number-help = 番号がなければ空のままでかまいません。
document-amount-help = 納品書のように金額のない書類は、空のままにします。
document-slip = 訂正・削除の記録
document-slip-text = 記録した行は、書き換えも削除もできません。「元に戻す」でも消えず、戻したことが新しい行になります。
document-applied-help = 空のままなら今日です。
document-remove-text = 登録だけを削除します。ファイルと、これまでの記録は残ります。
document-untie-text = 契約との結びつきだけを外します。ファイル、登録、これまでの記録は残ります。

# In a packet for a dispute
document-packet-text = この契約のファイルのうち、電子取引の書類として登録したものと、その訂正・削除の記録です。記録の行は、書き換えも削除もされません。

# 索引簿
document-index-title = 索引簿
document-index-text = 連番・日付・金額・取引先・備考と、ファイルの名前と SHA-256 を並べた表です。帳を書き出すと、ファイルは SHA-256 の名前で添えられます。
document-index-about = { $count }件、{ $day }に書き出し
document-index-nth = 連番
document-index-day = 日付
document-index-amount = 金額
document-index-counterparty = 取引先
document-index-remarks = 備考
document-index-hash = SHA-256
document-index-utf8 = 索引簿を CSV（UTF-8）で保存
document-index-shift-jis = 索引簿を CSV（Shift_JIS）で保存
document-index-page = 索引簿を印刷用のページで保存
document-index-pick = 索引簿の保存先

# コマンド
cli-documents-about = 電子取引の書類を探し、登録・訂正し、索引簿と訂正・削除の記録を書き出します
cli-documents-list-about = 電子取引の書類を並べます。日付、金額、取引先などで絞れます
cli-documents-declare-about = 保存したファイルを、電子取引の書類として登録します
cli-documents-correct-about = 登録した書類を、理由とともに訂正します。指定しない項目は変わりません
cli-documents-remove-about = 書類の登録を、理由とともに削除します。ファイルと記録は残ります
cli-documents-untie-about = 書類のファイルを、理由とともに契約から外します。ファイル、登録、記録は残ります
cli-documents-index-about = 索引簿を CSV に書き出します
cli-documents-log-about = 訂正・削除の記録を CSV に書き出します
cli-arg-party = 取引先、件名、番号、備考、ファイル名のどれかにある言葉
cli-arg-since = この日から
cli-arg-until = この日まで
cli-arg-least = この金額以上
cli-arg-most = この金額以下
cli-arg-no-amount = 金額のない書類だけ
cli-arg-encoding = 文字コード
cli-arg-evidence = 保存したファイル：識別子かSHA-256（またはその先頭）か、ファイル名
cli-arg-document = 書類：その識別子か先頭、またはファイルの識別子
cli-arg-kind = 書類の種類
cli-arg-title = 取引件名
cli-arg-counterparty = 取引先名
cli-arg-day = 取引年月日
cli-arg-amount = 取引金額。金額のない書類では、空のままにします
cli-arg-number = 取引伝票番号
cli-arg-note = 備考
cli-arg-person = 処理担当者名
cli-arg-reason = 訂正・削除理由
cli-arg-applied = 申請日。指定しなければ今日
cli-no-document = 「{ $name }」に当たる書類がひとつに決まりません。
