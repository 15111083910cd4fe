# 履歴: だれが、いつ、何を、どう変えたか。ある日の帳を見る。消したものを戻す。

# A book that is only looked at
problem-past-message = 過去の帳を見ているので、書き込めません。いまの帳は、そのままです。
problem-past-remedy = 「今に戻る」を押すと、いまの帳に記録できます。
problem-looking-message = 帳を、読むだけのために開いています。書き込みはしていません。
problem-looking-remedy = 書き込める場所で帳を開き直すと、記録できます。
