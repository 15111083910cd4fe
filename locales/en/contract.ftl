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
