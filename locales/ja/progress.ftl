# 長い作業の進み具合と、取りやめ。

# 1.2 GB / 4.0 GB を読み書き
progress-bytes = { $done } / { $total } を読み書き
progress-backup = バックアップを作り、確かめています
progress-prove = バックアップを読み直しています
progress-restore = 帳を戻す準備をしています
progress-restore-bound = 帳を入れかえています。ここからは取りやめられません
progress-packet = 一式を作り、確かめています
progress-stopped = 取りやめました。途中のものは残っていません。
progress-stopped-backup = 取りやめました。途中のものはバックアップに数えません。写し終えた証拠のファイルは、次に使います。
progress-stopped-book = 取りやめました。帳は元のままです。

# 帳の状態
progress-bar-backup = バックアップを作っています { $percent } %

# ウィンドウを閉じるとき
progress-close = 終了の前に、バックアップを作っています
progress-close-text = 待たずに終了しても、記録はなくなりません。途中のものは残らず、次に開いたときに作ります。
progress-close-now = いま終了
