# Keeping evidence: taking in, looking, checking.

vault-cancelled-message = Stopped. The book is unchanged.
vault-cancelled-remedy = Start again whenever you need it.
vault-altered-message = “{ $name }” is not what was kept. No copy was made.
vault-altered-remedy = If you have a backup or the original file, add it again. With the same content it is whole again.
vault-copy-refused-message = “{ $name }” cannot be written. The book is unchanged.
vault-copy-refused-remedy = Choose another place.
vault-clipboard-message = The clipboard could not be read. The book is unchanged.
vault-clipboard-remedy = Paste again, or save the picture as a file and add that.
vault-proves-whole = the contract as a whole
# Pasted 2026-11-24 14.05.09.png
vault-pasted-name = Pasted { $when }.png
vault-copy-title = Where to save the copy
op-evidence-note = Changed the note of a file
op-evidence-link = Changed what a file shows
done-evidence-note = Changed the note of “{ $name }”
done-evidence-link = Changed what “{ $name }” shows
vault-check-unreadable = A file of evidence cannot be read: { $hash }
vault-check-no-record = A file without a record (perhaps of a record that was taken back; it does no harm): { $path }
vault-check-foreign = A file that is no evidence: { $path }
