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

# あなたが確かめたきまり
rules-ground-own = 出典 { $title }・確認日 { $day }・あなたが確かめたきまりです
rules-own-sub = 自分で追加したサービス

# 値を訂正する
rules-correct = 値を訂正する
rules-correct-text = ご自分で確かめた値に直せます。訂正は、アプリを更新しても残ります。
rules-correct-short = 訂正
# Read after 「訂正」, so that each button says which value it means
rules-correct-named = （{ $name }）
rules-correct-point = { $label }・{ $of }
rules-correct-of = { $name }を訂正
rules-correct-now = いまの値：{ $value }
rules-correct-value = 正しい値
rules-correct-number = 数字だけを書きます。
rules-correct-percent = 数字だけを、5.5 のように書きます。
rules-correct-unknown = 数字だけを書きます。公表されていなければ、空のままにします。
rules-correct-address = https:// から書きます。ないときは空のままにします。
rules-correct-save = 訂正する
rules-correct-mark = 訂正済み

rules-preview = 訂正すると変わる答え
rules-preview-first = 値を変えると、答えが変わる契約をここに出します。
rules-preview-changes = 進行中の{ $open }件のうち、{ $count }件の答えが変わります。
rules-preview-none = 進行中の{ $open }件の答えは、どれも変わりません。
rules-preview-no-open = このサービスに、進行中の相談・契約はありません。
rules-preview-permits = { $count }件が「連絡できます」になります。あなたが書いた出典だけが根拠になります。
rules-preview-permits-again = { $count }件が「連絡できます」になります。根拠は、アプリのきまりの出典です。
rules-preview-ground = 根拠が変わります
rules-preview-more = ほかに{ $count }件
rules-becomes = から次に変わります：

rules-corrections = あなたの訂正
rules-correction-applied = この値で答えています。
rules-correction-agrees = アプリの値も、同じになりました。訂正は取りやめてもかまいません。
rules-correction-conflict = 訂正したあとで、アプリの値が変わりました。決めるまでは、どちらの値も確かなものとしては使いません。
rules-correction-unused = この訂正は使っていません。
rules-correction-mine = あなたの訂正
rules-correction-app = アプリの値
rules-correction-keep = 自分の訂正のまま
rules-correction-take = アプリの値にする
rules-correction-drop = 訂正を取りやめる
rules-correction-drop-of = { $name }の訂正を取りやめる
rules-correction-drop-text = アプリの値に戻します。元に戻すこともできます。
rules-correction-stay = 訂正を残す

# きまりの変わったところ
rules-changed = きまりの変わったところ
rules-changed-sub = アプリを更新して、前に確かめたときから変わった値です。
rules-changed-none = 新しい変更はありません
rules-changed-none-text = サービスのきまりは、前に確かめたときと同じです。
rules-changed-new = 新しく加わったサービスです。
rules-changed-values = 変わった値
rules-changed-part = きまりの部分
rules-changed-before = 前
rules-changed-after = いま
rules-changed-nothing = なし
rules-changed-open = 関係する進行中の相談・契約（{ $count }件）
rules-changed-no-open = 進行中の相談・契約はありません。
rules-changed-seen = 確認しました
rules-changed-read = { $name }のきまりを読む
