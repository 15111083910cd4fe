# サービスのきまり：1つのサービスについて、わかっていることと、わからないこと

rules-title = サービスのきまり
rules-of = { $name }のきまり
rules-checked = 全体を確かめた日 { $day }
rules-ended = このサービスは { $day } に終わりました。古い記録のために残してあります。
rules-all = サービスのきまり
rules-all-text = サービスごとに、外での連絡のきまりと、その出どころを読めます。
rules-read = きまりをすべて読む

rules-contact = 外での連絡
rules-shape-approval = 申請が承認されたあとにできます
rules-shape-gate-and-approval = 「{ $stage }」のあと、申請が承認されたらできます
rules-shape-gate = 「{ $stage }」のあとにできます
rules-shape-forbidden = できません
rules-shape-free = できます
rules-shape-not-known = 公表されていないか、まだ調べていません
rules-exemptions = 目的を限って認められていること
rules-when-after-contact = 外で話したあと
rules-when-after-revocation = 承認が取り消されたとき
rules-deal = 外での契約・支払い
rules-deal-permitted = サービス外での契約・支払いもできます
rules-penalties = 守らなかったとき

rules-request = 申請
rules-request-none = 外での連絡を申請するしくみは、知られていません。
rules-filers = 申請できる人
rules-filers-by-role = 仕事を受けたとき：{ $worker }。出品したとき：{ $seller }
rules-limit = 回数
rules-times = 1つの相談・契約につき{ $count }回
rules-review = 審査
rules-survives-contract = 相談での承認が、契約のあとも有効か
rules-survives-end = 終わったあとも有効か
rules-words = 表示される言葉（わかっているもの）
rules-place = { $screen }の「{ $section }」の「{ $link }」
rules-yes = はい
rules-no = いいえ
rules-not-published = 公表されていません

rules-timers = 期日
rules-timer = 「{ $start }」から{ $span }
rules-days = { $count }日
rules-business-days = { $count }営業日
rules-hours = { $count }時間
rules-months = { $count }か月

rules-fee = 手数料
rules-tier = { $upTo }まで { $percent }%
rules-tier-all = 全額 { $percent }%
rules-tier-rest = それを超える分 { $percent }%
rules-fee-tax = 手数料に消費税 { $percent }%
rules-fee-none = 手数料は、まだ調べていません。

rules-support = { $name }への入口
rules-support-none = 入口は、まだ調べていません。
rules-registered = 登録メールアドレスから送ります。
rules-earlier = 前のきまり
rules-until = { $day } より前：
rules-ground = 出典 { $title }・確認日 { $day }・確からしさ { $confidence }
rules-ground-stale = 確認から日がたっています
