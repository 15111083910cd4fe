# 契約: the table.

contracts-count = { $all }件のうち { $matching }件
contracts-filter = 外部連絡の状態で絞り込む
contracts-all = すべて
contracts-title = 依頼名
contracts-client = クライアント
contracts-platform = サービス
contracts-stage = 段階
contracts-state = 外部連絡
contracts-deadline = 次の期日
contracts-amount = 金額
contracts-search = 契約を探す
contracts-none = 当てはまる契約はありません
contracts-empty = 契約がまだありません
contracts-empty-text = いまの相談・契約をひとつ、5項目で記録できます。
contracts-working = 業務
