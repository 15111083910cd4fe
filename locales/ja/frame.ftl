# The frame around every screen.

frame-brand = 縁側
frame-brand-second = Engawa
frame-nav = おもな画面
frame-skip = 本文へ
frame-today = 今日
frame-contracts = 契約
frame-guides = 手引き
frame-inquiries = 問い合わせ
frame-evidence = 証拠
frame-settings = 設定
frame-keys = キー操作
# Read after the number in the navigation: 2件の返信待ち
frame-waiting = 件の返信待ち
frame-search = 帳のなかを探す
frame-search-hint = 依頼名・クライアント・メモを探す
frame-search-clear = 検索を消す
frame-record = 契約を記録
frame-undo = 元に戻す
frame-redo = やり直す
frame-status = 帳の状態
frame-offline = オフライン・通信なし
frame-rules = サービスのきまり { $day } に確認
frame-sample = サンプル帳を見ています。架空の記録です。自分の帳には混ざりません。
frame-sample-leave = 自分の帳に戻る
frame-not-opened = 帳を開けませんでした
