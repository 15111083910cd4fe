# 紛争に備えた一式: the dialog, the timeline, VERIFY.txt.

# The dialog
packet-open = 紛争に備えて一式を保存
packet-title = 紛争に備えて一式を保存
packet-text = この相談・契約について記録したことを、証拠のファイルと一緒に、ひとつのZIPにまとめます。誰にも送られません。直した履歴も入ります。
packet-language = 時系列の言葉
packet-language-both = 日本語と英語
packet-language-ja = 日本語
packet-language-en = 英語
packet-mask = 第三者の連絡先を伏せる（メール、電話、LINEなど）
packet-mask-text = 時系列と記録の中の連絡先を伏せます。伏せた項目は、履歴の鎖では確かめられなくなります。伏せたことと数は、一式の中に書かれます。
packet-files = 入れるファイル
packet-files-text = 証拠のファイルの中身は伏せられません。見せたくないファイルは外してください。外したことも、一式の中に書かれます。
packet-files-none = ファイルはありません。
packet-file = { $name }（{ $size }）
packet-by-path = 保存する場所を書く
packet-path = 保存する場所
packet-path-help = 空なら、保存のときに選びます。
packet-save = 保存する
packet-saved = 一式を保存して、確かめました
packet-place = 場所
packet-place-copy = 場所をコピー
packet-size = 大きさ
packet-hash = SHA-256
packet-hash-copy = SHA-256をコピー
packet-hash-text = この値を控えておくと、あとで一式が変わっていないことを示せます。
packet-contents = 証拠{ $files }件、履歴{ $entries }件が入っています。
packet-contents-left-out = 外したファイルは{ $files }件です。
packet-contents-masked = 伏せた箇所は{ $places }か所です。
packet-again = もう一度保存する
packet-save-title = 一式を保存する場所

# What is stated in the packet
packet-stated-not-masked = 連絡先は伏せていません。
packet-stated-masked = 第三者の連絡先を、記録と履歴の{ $places }か所で伏せました。履歴のうち{ $entries }件は中身の一部を伏せたため、ハッシュを計算し直して確かめることができません。
packet-stated-nothing-to-mask = 第三者の連絡先を伏せるように選ばれましたが、記録と履歴の中に見つかりませんでした。見つけられない書き方もあります。
packet-stated-withheld = 履歴のうち{ $entries }件は、ほかの相談・契約にも関わるため、中身を入れていません。その件のハッシュは計算し直せません。
packet-stated-left-out = 記録されているファイルのうち{ $files }件は入れていません。名前とハッシュは manifest.json の left_out にあります。
packet-stated-files-not-masked = files/ の中のファイルは元のままで、伏せていません。

# VERIFY.txt
packet-note-title = この一式について：{ $title }
packet-note-what = これは、ひとつの相談・契約について縁側に記録されたことと、その証拠のファイルです。時系列は timeline.ja.html（日本語）と timeline.en.html（英語）のうち、入っているものをブラウザーで開いて読めます。いちばん新しい記録の時刻は { $at }（UTC）です。
packet-note-app = 縁側があれば、次のコマンドで全体を確かめられます。帳は要りません。
packet-note-tools = 縁側がなくても、unzip で取り出したフォルダーで、bash、jq、sha256sum を使って確かめられます（macOSでは sha256sum の代わりに shasum -a 256 を使います）。
packet-note-proves = これで分かること：manifest.json に並ぶファイルがどれも1バイトも変わっていないこと。中身がすべて入っている履歴（content が whole）が、書かれたときのハッシュと合うこと。journal.jsonl の prev_hash と hash が、帳の履歴の鎖につながる値です。
packet-note-head = この一式を作ったときの鎖の終わり（origin、番号、時刻、ハッシュ）：
packet-note-limits = これでは分からないこと：記録した人が見たものが本当にそうだったか。また、manifest.json を含めて全体を作り直した一式は、このZIPのSHA-256か鎖の終わりのハッシュを別の場所に控えておいたときにだけ、見分けられます。

# timeline.*.html
packet-page-title = 時系列：{ $title }
packet-page-as-of = いちばん新しい記録（{ $at }）の時点でまとめました。日付はサービスの時間帯（{ $zone }）で数えています。
packet-page-verify = 確かめ方は VERIFY.txt にあります。
packet-page-client = クライアント
packet-page-service = サービス
packet-page-account = 登録アカウント
packet-page-format = 形式
packet-page-number = 番号
packet-page-url = ページのアドレス
packet-page-amount = 金額
packet-page-delivery = 納期
packet-page-reason = 外で連絡する理由
packet-page-note = メモ
packet-page-standing = 外部連絡の可否（この時点）
packet-page-reasons = 理由
packet-page-rule = きまり
packet-page-line = 時系列
packet-page-line-text = 「可否」は、その日の終わりに記録から分かることです。引用は、見た言葉や送った言葉のままです。
packet-page-when = いつ
packet-page-who = だれ
packet-page-what = 何を
packet-page-state = 可否
packet-page-written = 記録 { $at }
packet-page-support = サービスの事務局
packet-page-copied = 点検で見つかったまま文章をコピー
packet-page-dates = 期日と数え方
packet-page-dates-none = この時点で、決まった期日はありません。
packet-page-files = ファイル
packet-page-files-none = ファイルはありません。
packet-page-file = ファイル
packet-page-proves = 示すこと
packet-page-left-out = 入れていません
packet-page-bytes = { $bytes }バイト
packet-page-taken = 保存 { $at }
packet-page-whole-contract = 契約全体
packet-origin-picked = 選んで追加
packet-origin-dropped = 画面に落として追加
packet-origin-pasted = 貼り付けて追加
packet-origin-imported = 読み込み、またはコマンドで追加
packet-page-sources = きまりの出典
packet-page-history = 記録の履歴
packet-page-history-text = この相談・契約について書かれたことの全部です。取り消しや訂正も、消さずに残ります。
packet-page-entry = 番号
packet-page-hash = ハッシュ
packet-page-entry-masked = 連絡先を伏せています
packet-page-entry-withheld = 中身は入れていません
packet-page-head = 鎖の終わり
packet-op-undo = { $seq }番を元に戻す
packet-op-redo = { $seq }番をやり直す

# What went wrong
problem-packet-file-message = 一式のファイル「{ $path }」を読み書きできませんでした。帳の内容は失われていません。
problem-packet-file-remedy = 別の場所を選ぶか、場所を空けて、もう一度お試しください。
problem-packet-evidence-message = 証拠「{ $name }」が、保存したときのままの形では見つかりません。一式は作っていません。記録は失われていません。
problem-packet-evidence-remedy = バックアップから帳のフォルダーに戻すか、このファイルを外して保存してください。
problem-packet-none-message = 縁側の一式ではありません。何も変えていません。
problem-packet-newer-message = この一式は、より新しい版で作られています（形式 { $found }、この版は { $known } まで）。何も変えていません。
problem-packet-manifest-message = 一式の一覧（manifest.json）を読めません。ファイルが変わっています。何も変えていません。
problem-packet-many-message = 一式に入っているファイルが多すぎます。縁側が作ったものではありません。何も変えていません。
problem-packet-large-message = 一式の中の「{ $name }」が大きすぎます。縁側が作ったものではありません。何も変えていません。
problem-packet-name-message = 一式の中に、別の場所を指す名前のファイル「{ $name }」があります。読んでいません。
problem-packet-twice-message = 一式の中に、同じ名前のファイルが二つあります（{ $name }）。読んでいません。
problem-packet-kind-message = 一式の中の「{ $name }」は、ふつうのファイルではありません。読んでいません。
problem-packet-packed-message = 一式の中の「{ $name }」が圧縮または暗号化されています。縁側は圧縮しません。読んでいません。
problem-packet-overlap-message = 一式のZIPの中で、ファイルが重なっています。縁側が作ったものではありません。読んでいません。
problem-packet-remedy = 元の一式を受け取り直してください。作り直されたZIPなら、フォルダーに取り出してから確かめることもできます。
