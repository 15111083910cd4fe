# Shown once, while the book is empty.

first-run-picture = Line drawing of an engawa: eaves, posts, the wooden floor and the stone one steps on
first-run-lead = May we talk outside? One plain word for each contract.
first-run-text = See whether contact is permitted now, why, and what to do next. When the link for the request is not there, a guide goes with you.
first-run-where = Where shall we begin?
first-run-own = Make my first record
first-run-own-text = Your account first, then one talk or contract. About a minute.
first-run-sample = Look at the sample book
first-run-sample-text = Invented records to try everything with. They never mix with your own book.
first-run-back = Put a backup back
first-run-back-text = Go on with a book that another machine or a stick has a backup of.
first-run-promise-offline = No connection
first-run-promise-offline-text = No account needed either
first-run-promise-here = It stays on this machine
first-run-promise-here-text = The folder of the book is yours to open at any time
first-run-promise-yours = Take it out at any time
first-run-promise-yours-text = Records and evidence, all of it
