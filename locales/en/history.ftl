# History: who changed what, when and how. The book as it was. Bringing back what was deleted.

# A book that is only looked at
problem-past-message = You are looking at the book as it was, so nothing can be written. The book of today is as it was.
problem-past-remedy = Press “Back to today” to record in the book of today.
problem-looking-message = The book is open for reading only. Nothing was written.
problem-looking-remedy = Open the book again where it can be written, and you can record in it.
