# Keeping evidence: taking in, looking, checking.

vault-cancelled-message = Stopped. The book is unchanged.
vault-cancelled-remedy = Start again whenever you need it.
vault-altered-message = “{ $name }” is not what was kept. No copy was made.
vault-altered-remedy = If you have a backup or the original file, add it again. With the same content it is whole again.
vault-copy-refused-message = “{ $name }” cannot be written. The book is unchanged.
vault-copy-refused-remedy = Choose another place.
