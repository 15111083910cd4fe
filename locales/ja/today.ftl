# 今日.

today-sum = { $due ->
    [0] 今日のうちにすることはありません。{ $calm ->
        [0] {""}
       *[other] { $calm }件は落ち着いています。
    }
   *[other] 今日のうちに{ $due }件。ほかの{ $calm }件は落ち着いています。
}
today-tasks = 今日やること
today-tasks-order = 期日の近い順
today-task-what = { $title }・{ $client }
today-now = 今日
today-tomorrow = 明日
today-days-ahead = あと{ $days }日
today-days-ago = { $days }日前
today-calm = 今日やることはありません
today-calm-text = 期日のある契約は、どれも落ち着いています。
today-soon = このあと{ $count }日
today-soon-note = 土日と祝日は、審査の日数に入りません
# A word for a small calendar
today-mark-review = 審査
today-mark-reply = 返信
today-mark-date = 期日
today-mark-delivery = 納品
today-weekday = { $weekday ->
    [mon] 月
    [tue] 火
    [wed] 水
    [thu] 木
    [fri] 金
    [sat] 土
   *[sun] 日
}
today-states = 外部連絡の状態
today-states-of = 相談・進行中の{ $count }件
today-recent = 最近の動き
today-recent-none = まだ記録がありません。
today-rules-changed = サービスのきまりが、前に確かめたときから変わりました。
today-rules-changed-look = 変わったところを見る
