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

# 訂正できる値
rules-point-gate = 連絡できるようになる段階
rules-point-contact-text = 外での連絡についての文
rules-point-deal-text = 外での契約・支払いについての文
rules-point-span = 期間
rules-point-due-text = 期日についての文
rules-point-fee-tax = 手数料にかかる消費税
rules-point-fee-text = 手数料についての文
rules-point-write-again = もう一度問い合わせてよいまでの日数
rules-point-entrance = 問い合わせの入口のアドレス
rules-value-percent = { $percent }%
rules-value-number = { $count }
rules-value-gate = 「{ $stage }」
rules-value-gate-kind = 決まった段階のあとにできます
rules-value-gate-and-approval = 決まった段階のあと、申請が承認されたらできます
correction-gone = このきまりには、もうその値がありません。
correction-unfit = この値は、ここには入れられません。

# きまりの部分
rules-part-name = 名前
rules-part-zone = 時間帯
rules-part-hosts = ページのアドレス
rules-part-operating = 運営の状況
rules-part-contact = 外での連絡
rules-part-exemptions = 目的を限って認められていること
rules-part-deal-outside = 外での契約・支払い
rules-part-request = 申請
rules-part-formats = 契約の形式
rules-part-stage-words = 段階の呼び名
rules-part-closures = 休業日
rules-part-timers = 期日
rules-part-support = 運営への問い合わせ
rules-part-fee = 手数料
rules-part-penalties = 守らなかったとき
rules-part-duties = 利用者に求められること
rules-part-conflicts = 案内の食い違い
rules-part-warnings = メッセージの注意
rules-part-unknowns = わかっていないこと
rules-part-earlier = 前のきまり
rules-part-id = 名前
