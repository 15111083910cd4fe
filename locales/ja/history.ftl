# 履歴: だれが、いつ、何を、どう変えたか。ある日の帳を見る。消したものを戻す。

# A book that is only looked at
problem-past-message = 過去の帳を見ているので、書き込めません。いまの帳は、そのままです。
problem-past-remedy = 「今に戻る」を押すと、いまの帳に記録できます。
problem-looking-message = 帳を、読むだけのために開いています。書き込みはしていません。
problem-looking-remedy = 書き込める場所で帳を開き直すと、記録できます。

# Kinds of records
history-kind-account = 登録アカウント
history-kind-client = クライアント
history-kind-contract = 契約
history-kind-stage = 段階
history-kind-sighting = リンクの確認
history-kind-request = 申請
history-kind-status = 申請ステータス
history-kind-inquiry = 問い合わせ
history-kind-wish = クライアントの希望
history-kind-outside-contact = サービス外での連絡
history-kind-restriction = 利用制限
history-kind-evidence = 証拠のファイル
history-kind-evidence-link = 証拠の添付
history-kind-run = 手引き
history-kind-payment = 支払い
history-kind-copy = 点検で見つかったままコピーした文
history-kind-service = 追加したサービス
history-kind-correction = きまりの訂正

# What the fields of records are called
history-field-id = 番号
history-field-contract = 契約
history-field-day = 日付
history-field-time = 時刻
history-field-note = メモ
history-field-platform = サービス
history-field-user-name = ユーザー名
history-field-registered-email = 登録メールアドレス
history-field-name = 名前
history-field-reading = ふりがな
history-field-client-kind = 個人・会社
history-field-account = 登録アカウント
history-field-client = クライアント
history-field-title = 件名
history-field-format = 形式
history-field-url = 契約のページ
history-field-number = 契約番号
history-field-amount = 金額
history-field-delivery-due = 納品の予定
history-field-contact-reason = 外部連絡の理由
history-field-stage = 段階
history-field-looker = 見た人
history-field-place = 見た場所
history-field-seen = リンク
history-field-filed-by = 申請した人
history-field-reason = 申請の理由
history-field-channels = 連絡手段
history-field-status-value = ステータス
history-field-witness = だれが見たか
history-field-words = 画面の言葉
history-field-shown = 表示された場所
history-field-entrance = 問い合わせの入口
history-field-sender = 送信元アドレス
history-field-body = 本文
history-field-sent-day = 送信した日
history-field-sent-time = 送信した時刻
history-field-reply-day = 返信の日
history-field-reply-time = 返信の時刻
history-field-reply-result = 返信の結果
history-field-reply-text = 返信の本文
history-field-channel = 連絡手段
history-field-party = 制限を受けた側
history-field-sha256 = ハッシュ値（SHA-256）
history-field-bytes = 大きさ
history-field-original-name = ファイル名
history-field-media-type = ファイルの種類
history-field-captured = 取り込んだ日時
history-field-origin = 取り込み方
history-field-evidence = ファイル
history-field-fact-kind = 証明する記録の種類
history-field-fact = 証明する記録
history-field-guide = 手引き
history-field-started-day = 始めた日
history-field-started-time = 始めた時刻
history-field-course = 進め方
history-field-answers = 答え
history-field-resumed = 続けた記録
history-field-draft = 文案
history-field-found = 見つかったこと
history-field-text = コピーした文
history-field-own-contact = 外部連絡のきまり
history-field-deal = サービス外での取引
history-field-source = 根拠
history-field-address = 根拠のページ
history-field-looked = 確かめた日
history-field-support = 問い合わせ先
history-field-answer-days = 返事までの日数
history-field-path = きまりの項目
history-field-corrected = 訂正した値
history-field-shipped = アプリの値

# Words of choices that are named nowhere else
history-seen-visible = 見えた
history-seen-missing = 見当たらない
history-witness-me = 自分で見た
history-witness-told-by-client = クライアントから聞いた
history-origin-picked = ファイルを選んだ
history-origin-dropped = 画面に置いた
history-origin-pasted = 貼り付けた
history-origin-imported = 取り込んだ
history-course-asked = 順に答える
history-course-skipped = 確認をとばす
history-deal-forbidden = できない
history-deal-unknown = わからない
history-deal-permitted = できる

# Values
history-value = { $value }
history-bytes = { $bytes } バイト
history-days = { $days }日
history-count = { $count }件
history-moment = { $day } { $time }
history-fact = { $what }（{ $day }）
history-correction-name = { $platform }：{ $path }

# Who
history-by-here = この端末
history-by-import = 取り込んだ帳（{ $book }）

# Bringing back
op-record-restore = 記録を復元
done-record-restore = 復元しました：{ $kind }「{ $name }」
problem-restore-newer-message = そのあとの変更があります：{ $fields }。まだ何も変えていません。
problem-restore-newer-remedy = それでも戻すときは「新しい内容を置きかえて戻す」を押してください。置きかえた内容も履歴に残り、元に戻せます。
problem-restore-refers-message = この記録が属する{ $what }がないので、復元できません。何も変えていません。
problem-restore-refers-remedy = 先に、「消したもの」から{ $what }を復元してください。
problem-restore-gone-message = この{ $what }は、いまの帳にありません。何も変えていません。
problem-restore-gone-remedy = 先に「消したもの」から復元すると、項目ごとに戻せます。
problem-restore-nothing-message = 復元するものは、ありません。何も変えていません。
problem-restore-nothing-remedy = もう復元されているか、その時点では記録がありませんでした。
problem-day-not-yet = { $day }は、まだ来ていません

# The screen
history-title = 履歴
history-title-of = { $what } の履歴
history-show = 見るもの
history-changes = 変更
history-deleted = 消したもの
history-whole = 帳全体の履歴を見る
history-none = まだ何も記録されていません
history-none-text = 記録したこと、直したことが、ここに順に残ります。
history-older = もっと古いものを見る
history-undone = 元に戻しました
history-did-added = 追加
history-did-changed = 変更
history-did-removed = 削除
history-record = { $kind }：{ $name }
history-fields = 項目の変更
history-before = 前：
history-after = 後：
history-nothing = （なし）
history-and-others = ほか{ $count }件
history-more-records = このほかに{ $count }件の記録
history-of-record = この記録の履歴
history-restore = 復元
history-restore-record = この変更の前に戻す
history-restore-field = 前に戻す
history-restore-then = この契約を、このときの内容に戻す
history-newer-title = そのあとの変更があります
history-newer-keep = いまのままにする
history-newer-replace = 新しい内容を置きかえて戻す
history-deleted-none = 消したものは、ありません
history-deleted-none-text = 消した記録は、ここに日付とともに残り、復元できます。
history-deleted-of = 「{ $contract }」の記録
history-back = 元に戻す・やり直す
history-back-text = 回数に限りはなく、アプリを閉じたあとも戻せます。戻したあとに新しく記録すると、やり直しはできなくなります。戻した内容は、この履歴に残ります。
history-back-none = 元に戻すものは、ありません。
history-undo = 元に戻す：{ $what }
history-redo = やり直す：{ $what }
history-as-of = ある日の帳を見る
history-as-of-day = 日付
history-as-of-help = その日の終わりの帳を開きます。例：11/20、昨日
history-as-of-look = この時点の帳を見る
history-past-banner = { $when } の帳を見ています。外部連絡の可否も、そのときのものです。ここでは記録できません。
history-past-leave = 今に戻る
history-settings-text = いつ、何を、どう変えたかを見る。消したものを戻す。ある日の帳を見る。
history-open = 履歴を見る
history-all-of-contract = 項目ごとの変更を見る
keys-history = 履歴へ

# The command line
cli-arg-as-of = その日の終わりまでに記録されていた帳で答えます
remark-redo-lost = 元に戻した「{ $what }」は、やり直せなくなりました。履歴から戻せます
history-looking-form = いまは帳を見るだけなので、記録の画面は開けません
history-looking-title = いまは記録できません
