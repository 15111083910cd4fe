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
