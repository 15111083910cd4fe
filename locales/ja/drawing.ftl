# 手引きの図.

# The screen
drawing-title = 図：{ $title }
drawing-open = 全体を図で見る
drawing-of = 「{ $title }」の全体を図で見る
drawing-counts = 質問 { $questions }・結論 { $outcomes }
drawing-back-to-run = 手引きに戻る
drawing-back-to-list = 手引きの一覧に戻る
drawing-larger = 拡大
drawing-smaller = 縮小
drawing-whole = 全体
drawing-zoom = 図の大きさ
drawing-percent = { $percent }%
drawing-nodes = 質問と結論の図
drawing-keys = → 先へ・← 戻る・↑↓ 上下へ・Home 最初へ・End 最後へ

# A node
drawing-danger = 先に安全を確かめる
drawing-check = 確認
drawing-verify = もう一度確かめる
drawing-lookup = 記録から分かることも
drawing-known = 記録：{ $fact }
drawing-outside = 連絡できるときだけ
drawing-who = する人：{ $who }
drawing-who-me = 自分
drawing-who-client = クライアント
drawing-who-office = 事務局
drawing-skip-to = 確認をとばすと、ここへ
drawing-look-again = もう一度見たあと：{ $what }
drawing-not-permitted = まだ連絡できないとき
drawing-leads = { $label } → { $to }

# The way of a run
drawing-walked = 通った
drawing-here = いまここ
drawing-legend-walked = 太い線は、これまでに通った道です
drawing-legend-later = 点線は、もう一度見たあとや、まだ連絡できないときの道です

# What the record knows, and what it leads by
drawing-fact-link-visible = 自分の画面で、リンクが見えた
drawing-fact-link-visible-client = クライアントの画面で、リンクが見えた
drawing-fact-link-missing-on = 自分の{ $place }の画面に、リンクがなかった
drawing-fact-link-missing-on-client = クライアントの{ $place }の画面に、リンクがなかった
drawing-fact-link-missing-everywhere = 自分のWebとアプリの両方に、リンクがなかった
drawing-fact-link-missing-everywhere-client = クライアントのWebとアプリの両方に、リンクがなかった
drawing-fact-status-seen = 最後に見た申請ステータスが「{ $status }」
drawing-fact-request-filed = 自分が申請した
drawing-fact-request-filed-client = クライアントが申請した
drawing-fact-request-filed-unknown = だれかが申請した
drawing-fact-stage-reached = 「{ $stage }」になった
drawing-fact-ended = 契約が終わった
drawing-fact-running = 契約して、続いている
drawing-fact-talks-only = まだ契約していない
drawing-fact-format = 契約の形式が「{ $format }」
drawing-fact-restricted = 自分のアカウントに制限がある
drawing-fact-restricted-client = クライアントのアカウントに制限がある
drawing-fact-contact = 外部での連絡があった
drawing-fact-inquiry-sent = 事務局に問い合わせた
drawing-fact-inquiry-waiting = 問い合わせの返信を待っている
drawing-fact-inquiry-result = 問い合わせの結果が「{ $result }」
drawing-fact-inquiry-answered = 問い合わせの返信があった
drawing-fact-write-again = 返信がなく、もう一度書く日になった
drawing-fact-inquiry-registered = 登録メールアドレスから問い合わせた
drawing-fact-inquiry-other = 登録とちがうアドレスから問い合わせた
drawing-fact-review-over = 審査の目安の日を過ぎた
drawing-fact-timer-due = 「{ $stage }」から数える期日になった
drawing-fact-timer-ahead = 「{ $stage }」から数える期日の前
drawing-fact-not-escrowed = 仮払いの記録がない
drawing-fact-not-delivered = 納品の記録がない
drawing-fact-asked-for = クライアントが「{ $channel }」を希望した
drawing-fact-permitted = 外での連絡が、いまできる
drawing-fact-not-permitted = 外での連絡は、まだできない
drawing-fact-to-ask = 外での連絡は、確認が必要
drawing-fact-rule = サービスのきまり：{ $rule }
drawing-fact-gate-ahead = きまりの段階に、まだなっていない
