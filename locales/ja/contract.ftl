# 契約の画面.

contract-standing = 外部連絡の可否
contract-standing-of = 外部連絡の可否：{ $state }
contract-this = この契約・今日
contract-after = 承認のあとも変わりません
contract-next = 次の一手
contract-ledger = 申請の台帳
contract-timeline = 時系列
contract-timeline-none = まだ何も記録されていません。
contract-deadlines = 次の期日
contract-unknowns = わからないこと
contract-account = 登録アカウント { $name }
contract-url = 契約のURL
contract-menu = この契約の操作
contract-remove = この契約を取り除く
contract-fact-menu = 「{ $what }」の操作
contract-fact-amend = 直す
contract-fact-remove = 取り除く

contract-amend = 契約を直す
contract-client-correct = クライアントを直す
contract-client-everywhere = このクライアントのすべての契約で、名前が変わります。検索と文案にも、すぐ出ます。
contract-client-named = （クライアント）
contract-amend-gone = 直そうとしていた記録は、いま帳にありません。書いたものは残っています。記録を戻すと、続きから直せます。
contract-back = 契約の一覧へ戻る
contract-keep = 証拠を追加
contract-format-number = { $format }・契約 第{ $number }号
contract-ledger-look = 確認を記録
contract-record = できごとを記録
contract-timeline-all = { $count }件すべて見る
contract-fact-attach = ファイルを添える
contract-deadlines-none = 決まった期日はありません。
contract-unknowns-text = 公表されていないこと
contract-history = この契約の履歴
contract-history-text = 記録したこと、直したこと
contract-history-undone = 元に戻しました

# お金の見込み
contract-money = お金の見込み
contract-amount = 契約金額（税込）
contract-amount-record = 金額を記録
contract-not-recorded = 記録なし
contract-fee = サービスの手数料
contract-tier-all = 全額 { $percent }%
contract-tier-up-to = { $upTo }まで { $percent }%
contract-tier-between = { $above }〜{ $upTo } { $percent }%
contract-tier-above = { $above }超 { $percent }%
contract-fee-tax = 手数料の消費税 { $percent }%
contract-received = 受取見込み
contract-paid = 入金（実額）
contract-paid-total = 入金の合計
contract-paid-record = 入金を記録
contract-paid-differs = 見込みとの差：{ $difference }
contract-paid-in = { $when } に確認
contract-money-basis = 源泉徴収は含めていません。出典 { $title }、確認日 { $day }
contract-fee-unknown = このサービスの手数料は、確かめられていません。

# 文案
contract-guides = 手引き
contract-letters = 文案
contract-letter-office = 事務局あて
contract-letter-client = クライアントあて
contract-letter-form = 申請の欄
contract-letter-none = この契約に合う文案は、まだありません。問い合わせたら、記録だけ残せます。
