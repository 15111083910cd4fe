# The names of what is recorded.

# 段階
stage-consultation = 相談
stage-terms = 条件提示
stage-contracted = 契約
stage-escrowed = 仮払い
stage-delivered = 納品
stage-inspected = 検収
stage-completed = 完了
stage-reminder-requested = 連絡催促
stage-termination-requested = 途中終了の申し出
stage-continued = 続行
stage-terminated = 途中終了
stage-declined = 辞退

# Means of contact
channel-chatwork = Chatwork
channel-video-call = Zoomなどのビデオ通話
channel-email = メール
channel-phone = 電話
channel-line = LINE
channel-slack = Slack
channel-discord = Discord
channel-other = ほかの手段

# Sides and places
party-me = 私
party-client = クライアント
party-unknown = 不明
place-web = Web
place-app = アプリ
shown-web = 画面
shown-app = アプリ
shown-mail = メール

# How it is contracted
format-fixed = 固定報酬
format-hourly = 時間単価
format-task = タスク
format-competition = コンペ
format-listing = 出品
format-other = ほかの形式

# 申請ステータス, normalised
status-blank = 表示なし
status-pending = 審査中
status-approved = 承認
status-denied = 否認
status-revoked = 承認の取り消し
status-unclear = 判断できない表示

# Days, amounts and lists
date-short = { $month }/{ $day }({ date-weekday })
date-long = { $year }/{ date-short }
date-weekday = { $weekday ->
    [mon] 月
    [tue] 火
    [wed] 水
    [thu] 木
    [fri] 金
    [sat] 土
   *[sun] 日
}
money-yen = { $digits }円
money-yen-below-zero = −{ $digits }円
list-joint = 、

# クライアント
client-kind-person = 個人
client-kind-company = 会社・団体
client-kind-unknown = わからない

# 自分で追加したサービスの、外での連絡のきまり
own-contact-approval = 申請が承認されたらできる
own-contact-after-contract = 契約のあとならできる
own-contact-after-escrow = 仮払いのあとならできる
own-contact-forbidden = できない
own-contact-free = いつでもできる（直接の取引先など）
own-contact-not-known = わからない
