# A protected book: the passphrase, the recovery code, locking and unlocking.

# The page of a locked book
protect-locking = 鍵をかけています。
protect-locked-title = 帳に鍵がかかっています
protect-locked-text = 合言葉で開けます。書きかけの入力も、鍵をかけたときのまま残っています。
protect-unlock = 開ける
protect-by-code = 合言葉を忘れたとき
protect-by-passphrase = 合言葉で開ける
protect-code-help = 書き写した回復コードを入れてください。大文字と小文字、全角と半角、空白やハイフンのちがいは、かまいません。
protect-passphrase = 合言葉
protect-passphrase-help = 日本語で入力するときは、「文字を見せる」を押してください。
protect-code = 回復コード

# 設定: what it is
protect-title = 帳の保護
protect-off = この帳は、保護されていません。この端末を使える人は、帳を読めます。
protect-on = この帳は、暗号化されています。
protect-what = 合言葉を決めると、帳と証拠のファイル、帳のフォルダーのバックアップを暗号化します。端末や帳のフォルダーを手に入れた人にも、読めなくなります。
protect-begin = 帳を保護する
protect-lock-now = いま鍵をかける
protect-idle = 使っていないとき、鍵をかけるまで
protect-idle-help = 端末が眠っていた時間も数えます。
protect-minutes = { $minutes }分
protect-never = かけない
protect-change = 合言葉を変える
protect-new-code = 回復コードを作り直す
protect-end = 保護をやめる

# The steps of protecting
protect-step-passphrase = 合言葉を決める
protect-step-code = 回復コードを書き写す
protect-lost = 合言葉と回復コードの両方をなくすと、帳は、だれにも開けられません。取り戻す方法はありません。
protect-new-passphrase = 新しい合言葉
protect-new-passphrase-help = { $least }字から。関係のない言葉をいくつか並べると、覚えやすく、強くなります。
protect-again = もう一度
protect-again-differs = 2つが違っています。
protect-next = 次へ
protect-cancel = やめる
protect-code-once = このコードは、いまだけ表示します。紙に書き写して、端末とは別の場所にしまってください。
protect-code-copy = コードをコピー
protect-code-part = 書き写したコードの、{ $place }番目の組
protect-code-part-help = 書き写せたことを確かめます。
protect-do = 暗号化して保護する
protect-doing = 暗号化しています。証拠のファイルが多いときは、しばらくかかります。途中で電源が切れても、帳は失われません。
protect-plain-rest = もとのファイルは、上書きしてから消します。ただし、SSDでは、上書きしても古い中身がドライブのなかに残ることがあります。それも読めなくするのは、ディスク全体の暗号化（BitLocker、FileVault、LUKS）だけです。
protect-elsewhere = 書き出したファイルと、手で置いた写しは、保護されません。
protect-places = 次の場所に、暗号化していないバックアップがあります。保護したバックアップがそこで確かめられたら、暗号化していないものを消します。その場所にいま届かないときは、次に届いたときに消します。帳のフォルダーのバックアップは、どれも消さずに暗号化します。
protect-places-kept = 消したくない場所は、先に「バックアップ」で外してください。
protect-stopped = 止めました。帳は、もとのままです。
protect-bound = 仕上げています。もう止められません。
protect-ending = もとの形に戻しています。途中で電源が切れても、帳は失われません。
protect-done = 帳を保護しました。
protect-stays = 帳のものではないので、そのまま残したファイル：{ $files }
protect-now-passphrase = いまの合言葉、または回復コード
protect-change-do = 変える
protect-change-note = 鍵そのものは変わりません。前の合言葉と古い保護ファイルの写しの両方を持つ人には、開けられます。それが心配なときは、保護をやめて、もう一度保護してください。
protect-changed = 合言葉を変えました。
protect-renew-do = 新しいコードにする
protect-renewed = 回復コードを新しくしました。前のコードでは、開けられません。
protect-end-text = 帳と証拠のファイルを、暗号化していない形に戻します。この端末を使える人は、帳を読めるようになります。
protect-end-do = 保護をやめる
protect-ended = 帳の保護をやめました。
protect-not-protected = この帳は保護されていないので、鍵はかかりません。設定の「帳の保護」で始められます。

# Shortcut and menu
keys-lock = 帳に鍵をかける
shell-menu-lock = 帳に鍵をかける

# The command line
protect-ask = 合言葉、または回復コード：
cli-arg-book-passphrase-file = 保護された帳の合言葉を、このファイルから読みます

protect-export-is-plain = 書き出したファイルは、暗号化されていません。だれにでも読めるので、置き場所に気をつけてください。

# Problems
problem-locked-message = 帳に鍵がかかっています。帳の内容は失われていません。
problem-locked-remedy = 合言葉か、回復コードで開けてください。engawa-cli では、--book-passphrase-file で渡せます。
problem-wrong-passphrase-message = この合言葉では、開きませんでした。帳の内容は失われていません。
problem-wrong-passphrase-remedy = 入力の切り替え（日本語と英字、大文字と小文字）を確かめて、もう一度お試しください。
problem-wrong-code-message = 回復コードの形は合っていますが、この帳のものではありません。帳の内容は失われていません。
problem-wrong-code-remedy = コードを作り直したことがあるときは、新しいほうを入れてください。
problem-mistyped-code-message = 回復コードに、写しまちがいがあるようです。帳の内容は失われていません。
problem-mistyped-code-remedy = 4字の組が9つあるか、1組ずつ見比べてください。
problem-too-soon-message = 続けて合わなかったので、少し間を置きます。あと{ $seconds }秒です。帳の内容は失われていません。
problem-too-soon-remedy = 時間をおいて、もう一度お試しください。
problem-short-passphrase-message = 合言葉は{ $least }字からです。帳は変わっていません。
problem-short-passphrase-remedy = 言葉を足して、長くしてください。
problem-code-not-confirmed-message = 書き写したコードの組が、表示したものと違います。帳は変わっていません。
problem-code-not-confirmed-remedy = 書き写した紙を、画面のコードと1組ずつ見比べてください。
problem-no-code-shown-message = 回復コードの表示が終わっています。帳は変わっていません。
problem-no-code-shown-remedy = 最初からやり直して、新しいコードを書き写してください。
problem-already-protected-message = この帳は、もう保護されています。帳は変わっていません。
problem-already-protected-remedy = 合言葉は、設定の「帳の保護」で変えられます。
problem-not-protected-message = この帳は、保護されていません。帳は変わっていません。
problem-not-protected-remedy = 設定の「帳の保護」で始められます。
problem-sample-not-protected-message = サンプル帳は保護できません。架空の記録だけが入っています。
problem-sample-not-protected-remedy = 自分の帳に戻ってから、保護してください。
problem-key-file-message = 帳の鍵のファイルを読めません（{ $path }）。帳の内容は変わっていません。
problem-key-file-remedy = 同じ名前のファイルの写しを、バックアップから同じ場所に戻してください。
problem-costly-key-message = 帳の鍵のファイルが、縁側のどの版が書くよりも多くのメモリーか時間を求めています（{ $path }。メモリー { $mib }MiB、{ $passes }回。{ $most }MiBまで）。別の人が書きかえたおそれがあるので、開いていません。帳は変えていません。
problem-costly-key-remedy = 自分のバックアップにある同じ名前のファイルの写しを、同じ場所に戻してください。受け取った帳なら、渡した人に確かめてください。
problem-plain-book-message = 保護された帳の場所に、暗号化されていない帳のファイルがあります。ファイルは変わっていません。
problem-plain-book-remedy = 写しを戻したときは、protection.json を別の場所に移すと、保護のない帳として開きます。
problem-not-the-same-message = 作り直したファイルが、もとと同じになりませんでした（{ $path }）。帳は、もとのままです。
problem-not-the-same-remedy = ディスクの故障かもしれません。別の場所に書き出してから、もう一度お試しください。
problem-protection-stopped-message = 途中で止めました。帳は、もとのままです。
problem-protection-stopped-remedy = いつでも、はじめからできます。

backup-problem-other-key = このバックアップは、前の保護の合言葉で守られています（{ $path }）。帳は変わっていません。
backup-problem-other-key-remedy = 「ほかの場所のバックアップを開く」でこのファイルを選ぶと、そのときの合言葉か回復コードで開けます。
backup-problem-protected = この帳は保護されていて、バックアップも同じ合言葉で守られています。別の合言葉で閉じたバックアップは、作ることも開くこともできません。
backup-problem-protected-remedy = 帳もバックアップもそのままです。ほかの場所にも置くには、バックアップの保存先を加えてください。人に渡すには、合言葉で閉じた書き出しが使えます。
