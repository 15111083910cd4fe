# 自分で追加するサービス：5つの質問

service-add = サービスを追加
service-amend = サービスを直す
service-sub = 一覧にないサービスや、直接の取引先を、5つの質問で登録します。あとから直せます。
service-none = このサービスは、もうありません
service-none-text = 消してすぐなら、設定の履歴で元に戻せます。

service-question-name = 1. なんという相手ですか
service-question-name-help = サービスの名前です。直接の取引先なら、その名前を書きます。
service-name = 名前
service-question-contact = 2. サービスの外で連絡してもよいですか
service-question-contact-help = 規約や契約書に書いてあるとおりに選びます。はっきりしなければ「わからない」のままにします。
service-contact = 外での連絡
service-question-deal = 3. サービスの外で契約したり、支払いを受けたりしてもよいですか
service-question-deal-help = 連絡とは別のきまりです。連絡ができても、契約や支払いはできないサービスがほとんどです。
service-deal = 外での契約・支払い
service-deal-forbidden = できない
service-deal-permitted = できる（直接の取引先など）
service-deal-unknown = わからない
service-question-source = 4. どこに書いてありますか
service-question-source-help = 申請なしで「できる」と答えたときは、書いてあるところが必要です。それが「連絡できます」の根拠になります。
service-source = ページや契約書
service-source-help = 利用規約 第8条、業務委託契約書 など
service-address = アドレス
service-address-help = なければ空のままにします。アプリがページを開くことはありません。
service-looked = 確認した日
service-looked-help = 空なら今日です。11/25、おととい とも書けます。
service-question-support = 5. 困ったとき、どこに聞きますか
service-question-support-help = 返事が来ないときに、もう一度聞く日を数えます。
service-support = 問い合わせ先
service-answer-days = もう一度聞くまでの営業日
service-answer-days-help = 空なら2営業日です。
service-note = メモ

service-save = 追加する
service-amend-save = 直して保存
service-cancel = やめる
service-kept = 書いたものは、そのつど下書きに残ります

service-answers = あなたの答え
service-answers-text = このサービスのきまりは、あなたの答えだけでできています。
service-source-none = 書いてあるところは、まだ記録していません。
service-support-none = まだ記録していません
service-account = 登録アカウントを記録
service-amend-short = 直す
service-remove = 消す
