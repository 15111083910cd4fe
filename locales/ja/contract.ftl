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
