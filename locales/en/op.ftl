# What was done: the notice beside 「元に戻す」, and the lines of 履歴.

done-remarked = { $done }. { $remark }

# Remarks: it was recorded, and this is worth knowing
remark-in-future = { $day } is later than today
remark-no-words = Without the words on the screen it is no ground for an approval
remark-no-request = No request is recorded. If you know who filed it, record it
remark-before-request = This is dated before the request ({ $day })
remark-other-sender = This is not the registered address { $address }. Support may not answer
remark-registered-unknown = The registered address is not recorded
remark-stage-order = The order differs from “{ $stage }” ({ $day })
remark-delivery-before-contract = The planned delivery ({ $delivery }) is before the day of the contract ({ $contract })
remark-reply-before-inquiry = This is dated before the inquiry ({ $day })
remark-write-again = Without a reply, write again on { $day }

# The notice after a write
done-account-add = Recorded the account “{ $name }”
done-account-amend = Changed the account “{ $name }”
done-account-remove = Removed the account “{ $name }”
done-client-amend = Changed the client “{ $name }”
done-contract-add = Recorded “{ $title }”
done-contract-amend = Changed “{ $title }”
done-contract-remove = Removed “{ $title }”
done-fact-add = Recorded: { $what }
done-fact-amend = Changed: { $what }
done-fact-remove = Removed: { $what }
done-evidence-attach = Added the evidence “{ $name }”
done-evidence-detach = Detached the evidence “{ $name }”
done-guide-start = Started the guide “{ $guide }”
done-guide-answer = Answered in the guide: { $question } “{ $answer }”
done-guide-skip = Skipped the checks of the guide “{ $guide }”
done-guide-forget = Removed the answers of an unfinished guide

# The lines of 履歴, and what 元に戻す takes back
op-account-add = Recorded an account
op-account-amend = Changed an account
op-account-remove = Removed an account
op-client-amend = Changed a client
op-contract-add = Recorded a contract
op-contract-amend = Changed a contract
op-contract-remove = Removed a contract
op-stage-add = Recorded a stage
op-stage-amend = Changed a stage
op-stage-remove = Removed a stage
op-sighting-add = Recorded a link check
op-sighting-amend = Changed a link check
op-sighting-remove = Removed a link check
op-request-add = Recorded a request
op-request-amend = Changed a request
op-request-remove = Removed a request
op-status-add = Recorded a request status
op-status-amend = Changed a request status
op-status-remove = Removed a request status
op-inquiry-add = Recorded an inquiry
op-inquiry-amend = Changed an inquiry
op-inquiry-remove = Removed an inquiry
op-wish-add = Recorded a client’s wish
op-wish-amend = Changed a client’s wish
op-wish-remove = Removed a client’s wish
op-outside-contact-add = Recorded a contact outside
op-outside-contact-amend = Changed a contact outside
op-outside-contact-remove = Removed a contact outside
op-restriction-add = Recorded a restriction
op-restriction-amend = Changed a restriction
op-restriction-remove = Removed a restriction
op-payment-add = Recorded a payment
op-payment-amend = Changed a payment
op-payment-remove = Removed a payment
op-copy-anyway = Copied a draft with what the check found
op-service-add = Added a service
op-service-amend = Changed an added service
op-service-remove = Removed an added service
op-correction-keep = Corrected a rule
op-correction-remove = Took back the correction of a rule
op-reply-record = Recorded a reply
op-reply-remove = Removed a reply
op-evidence-attach = Added evidence
op-evidence-detach = Detached evidence
op-guide-start = Started a guide
op-guide-answer = Answered in a guide
op-guide-skip = Skipped the checks of a guide
op-guide-resume = Went on with a guide
op-guide-forget = Removed the answers of a guide
op-sample-fill = Filled the sample book
op-undo = Taken back: { $what }
op-redo = Done again: { $what }
