# 証拠.

evidence-none = まだファイルはありません。この画面に落としても添えられます。
evidence-size = { $digits } バイト
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
