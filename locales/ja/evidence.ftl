# 証拠.

evidence-none = まだファイルはありません。この画面に落とすか、貼り付けても添えられます。
evidence-kept = { $when } に保存
evidence-sha256 = SHA-256
evidence-detach = 外す
evidence-attach = ファイルを添える
evidence-pick = ファイルを選ぶ
evidence-path = ファイルの場所
evidence-path-help = 場所を書いて添えることもできます。
evidence-where = 証拠は契約ごとに保存します
evidence-where-text = 契約の画面で、ファイルを添えたり見たりできます。
evidence-contracts = 契約を選ぶ

evidence-open = 開く
evidence-menu = 「{ $name }」の操作
evidence-whole = 契約全体
evidence-untied = どの契約にも添えていません
evidence-and-more = ほか{ $count }件
evidence-by-path = 場所を書いて添える

# すべてのファイル
evidence-count = { $count }件
evidence-all-there = { $count }件、すべてあります
evidence-missing = { $count }件のファイルが、保存したときのままの形では見つかりません。記録は残っています。バックアップから帳のフォルダーに戻せます。
evidence-name = ファイル
evidence-proves = 示すこと
evidence-contract = 契約
evidence-day = 保存した日
evidence-bytes = 大きさ
evidence-presence = いま
evidence-there = あります
evidence-gone = 見つかりません
evidence-other-size = 大きさが違います
evidence-unreadable = 確かめられません
evidence-foot = SHA-256 は、ファイルが1バイトも変わっていないことを確かめるための値です。
