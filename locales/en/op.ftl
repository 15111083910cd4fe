# What was done: the notice beside 「元に戻す」, and the lines of 履歴.

op-remarked = { $done }. { $remark }

# Remarks: it was recorded, and this is worth knowing
remark-in-future = { $day } is later than today.
remark-no-words = Without the words on the screen it is no ground for an approval.
remark-no-request = No request is recorded. If you know who filed it, record it.
remark-before-request = This is dated before the request ({ $day }).
remark-other-sender = This is not the registered address { $address }. Support may not answer.
remark-registered-unknown = The registered address is not recorded.
remark-stage-order = The order differs from “{ $stage }” ({ $day }).
remark-delivery-before-contract = The planned delivery ({ $delivery }) is before the day of the contract ({ $contract }).
