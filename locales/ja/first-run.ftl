# Shown once, while the book is empty.

first-run-picture = 軒と柱、板の間、沓脱石のある縁側の線画
first-run-lead = 外で話してよいかを、契約ごとに、ひとつの言葉で。
first-run-text = いま連絡してよいか、その理由と次の一手を示します。申請のリンクが見当たらないときは、手引きが一緒に進みます。
first-run-where = どこから始めますか
first-run-own = はじめて記録する
first-run-own-text = まず登録アカウントを、つぎにいまの相談・契約をひとつ。約1分です。
first-run-sample = サンプル帳を見る
first-run-sample-text = 架空の記録で、ひととおり触れます。自分の帳には混ざりません。
first-run-back = バックアップから戻す
first-run-back-text = 前の端末やUSBメモリーにあるバックアップから、帳を続けられます。
first-run-promise-offline = 通信しません
first-run-promise-offline-text = アカウントも要りません
first-run-promise-here = この端末に残ります
first-run-promise-here-text = 帳のフォルダーは、いつでも自分で開けます
first-run-promise-yours = いつでも書き出せます
first-run-promise-yours-text = 記録も証拠も、まるごと
