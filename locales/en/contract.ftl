# The screen of one contract.

contract-standing = Contact outside
contract-standing-of = Contact outside: { $state }
contract-this = This contract, today
contract-after = This stays so after an approval
contract-next = Next step
contract-ledger = Requests and link checks
contract-timeline = Timeline
contract-timeline-none = Nothing recorded yet.
contract-deadlines = Next dates
contract-unknowns = What is not known
contract-account = Account { $name }
contract-url = Address of the contract
contract-menu = Actions for this contract
contract-remove = Remove this contract
contract-fact-menu = Actions for “{ $what }”
contract-fact-amend = Correct
contract-fact-remove = Remove

contract-amend = Correct this contract
contract-client-correct = Correct the client
contract-client-everywhere = The name changes in every contract with this client, and at once in search and drafts.
contract-client-named = {" the client"}
contract-amend-gone = The record you were correcting is not in the book now. What you typed is kept: bring the record back and go on from there.
contract-back = Back to the contracts
contract-keep = Add evidence
contract-format-number = { $format }, contract no. { $number }
contract-ledger-look = Record a check
contract-record = Record a fact
contract-timeline-all = Show all { $count }
contract-fact-attach = Attach files
contract-deadlines-none = No date is set.
contract-unknowns-text = not published
contract-history = History of this contract
contract-history-text = what was recorded and corrected
contract-history-undone = taken back

# What the work pays
contract-money = What the work pays
contract-amount = Amount, tax included
contract-amount-record = Record the amount
contract-not-recorded = not recorded
contract-fee = Fee of the service
contract-tier-all = all of it, { $percent }%
contract-tier-up-to = up to { $upTo }, { $percent }%
contract-tier-between = { $above } to { $upTo }, { $percent }%
contract-tier-above = above { $above }, { $percent }%
contract-fee-tax = Tax on the fee, { $percent }%
contract-received = Expected to receive
contract-paid = Paid
contract-paid-total = Paid in all
contract-paid-record = Record a payment
contract-paid-differs = Difference from what was expected: { $difference }
contract-paid-in = confirmed { $when }
contract-money-basis = Withholding tax is not included. Source { $title }, checked { $day }
contract-fee-unknown = The fee of this service has not been checked.

# Letters
contract-guides = Guides
contract-letters = Letters
contract-letter-office = to the office
contract-letter-client = to the client
contract-letter-form = for the form
contract-letter-none = There is no letter for this contract yet. An inquiry can still be recorded.
