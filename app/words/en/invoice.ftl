# The list
invoice-way-back = Way back
invoices-title = Invoices
invoices-none = No invoices yet
invoices-none-text = The first one will be here with every line explained.
invoices-open = Still open
invoices-in-favour = In the customer's favour: the supplier gives it back, or it lowers the next invoice.
invoices-nothing-open = Nothing. Everything is paid.
invoices-cancel-out = What is open cancels out.
invoices-all = All invoices
invoice-column = Invoice
invoice-dated = Dated
invoice-tax-point = VAT date
invoice-due = Due
invoice-sum = Sum
invoice-open = Still open
invoice-late = Overdue
invoice-paid = Settled

# What a document is
invoice-title = Invoice { $number }
invoice-title-credit = Credit note { $number }
invoice-title-corrected = Corrected invoice { $number }

# The top
invoice-at-a-glance = At a glance
invoice-gives-back = This lowers what you pay, or is given back.
invoice-still-open = { $sum } still open
invoice-original = Download the original
invoice-ask = Ask about the whole invoice
due-today = that is today
due-in = { $days ->
    [one] in { $days } day
   *[other] in { $days } days
}
due-since = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
due-since-years = { $years ->
    [one] { $years } year ago
   *[other] { $years } years ago
}
invoice-from = From
invoice-to = To
invoice-period = For
invoice-delivered = Delivered
invoice-corrects = Refers to
invoice-your-reference = Your reference
invoice-your-order = Your order
invoice-sellers-order = Seller's order
invoice-contract = Contract
invoice-project = Project
invoice-object = Object
invoice-booked = Booked to
invoice-account = Account
invoice-payment-reference = Quote when paying
invoice-terms = Terms
invoice-note = Note
invoice-brought-in = Brought in
invoice-brought-in-by = { $day }, by { $name }
invoice-brought-in-console = { $day }, at the console
period-from-to = { $from } to { $to }
period-from = from { $from }
period-to = until { $to }

# Lines
lines-title = What it is made of
line-column = Line
line-quantity = Quantity
line-price = Price
line-vat = VAT
line-net = Net
line-question = Question this line
line-item-number = Item
line-order-line = Line of your order
line-list-price = List price { $price }
line-reckoned = Reckoned: { $sum }
price-per = per { $quantity }
taken-off = Taken off
put-on = Added
taken-off-sum = Taken off: { $sum }
taken-off-because = Taken off: { $sum } ({ $reason })
put-on-sum = Added: { $sum }
put-on-because = Added: { $sum } ({ $reason })
with-vat-rate = VAT { $rate }
unit-hour = h
unit-minute = min
unit-day = d
unit-week = wk
unit-month = mo
unit-year = yr
unit-piece = pcs
unit-working-day = { $n ->
    [one] working day
   *[other] working days
}
unit-quarter = { $n ->
    [one] quarter
   *[other] quarters
}
unit-set = { $n ->
    [one] set
   *[other] sets
}
unit-pair = { $n ->
    [one] pair
   *[other] pairs
}
unit-dozen = { $n ->
    [one] dozen
   *[other] dozen
}
unit-package = { $n ->
    [one] package
   *[other] packages
}
unit-box = { $n ->
    [one] box
   *[other] boxes
}
unit-bag = { $n ->
    [one] bag
   *[other] bags
}
unit-bottle = { $n ->
    [one] bottle
   *[other] bottles
}
unit-pallet = { $n ->
    [one] pallet
   *[other] pallets
}
unit-roll = { $n ->
    [one] roll
   *[other] rolls
}
unit-person = { $n ->
    [one] person
   *[other] people
}
unit-job = { $n ->
    [one] job
   *[other] jobs
}
unit-lump-sum = { $n ->
    [one] lump sum
   *[other] lump sums
}
unit-other = unit { $code }

# VAT
vat-title = VAT
vat-rate = Rate
vat-on = Taxable
vat-tax = VAT
vat-standard = standard rate
vat-zero = zero rate
vat-exempt = exempt
vat-reverse-charge = reverse charge
vat-within-eu = sale within the EU
vat-export = export
vat-outside = outside VAT

# Totals
adjustments-title = Taken off and added
totals-title = How the sum comes about
total-lines = Lines
total-without-vat = Without VAT
total-vat-own = VAT in the seller's currency
total-with-vat = With VAT
total-prepaid = Paid before
total-rounding = Rounding
total-payable = To pay
total-given-back = Given back
sum-of-many = { $count ->
    [one] the sum of { $count } amount
   *[other] the sum of { $count } amounts
}

# Payments
payments-title = Payments
payments-none = No payment recorded yet.
payment-record = Record a payment
payment-amount = Amount paid
payment-given-back = Amount given back
payment-day = Day
payment-take-back = Take back
problem-more-than-open = Paid is then { $over } more than is asked for. If that is right, say so below.
payment-take-back-means = For an entry that was wrong. The sum is open again, and what changed tells of it.
payment-take-back-sure = Yes, take it back
payment-more-than-open = It is right: more than is open
payment-more-than-open-hint = The rest stands in favour of whoever paid.
problem-not-an-amount = Write a plain amount, such as 1234.50, with no more decimals than the currency has.

# On the plan
money-title = What you pay for
money-title-staff = What the customer pays for
money-due = due { $day }
money-still-open = { $sum } of { $whole } is still open.
money-open = { $sum } to pay.
money-in-favour = { $sum } in the customer’s favour.
money-line = { $sum } open, due { $day }.
money-line-late = { $sum } open, overdue since { $day }.
money-line-nothing = Nothing to pay now.
money-rest = Everything else
money-vat = VAT

# An invoice that is another customer's
invoice-not-theirs = Is it another customer’s?
invoice-take-back = Take this invoice back
invoice-take-back-means = It goes from { $customer }’s plan, sums and list for good, with its file. Then it can be brought in again for the right customer. The people at { $customer } who see sums read in what changed that it was not theirs.
invoice-take-back-payments = { $n ->
    [one] The payment recorded here goes with it.
   *[other] The { $n } payments recorded here go with it.
}
invoice-take-back-discussions = { $n ->
    [one] The discussion about it goes with it, with everything written there.
   *[other] The { $n } discussions about it go with it, with everything written there.
}
invoice-take-back-seen = { $n ->
    [one] { $names } sees sums here and may have seen it already.
   *[other] These people see sums here and may have seen it already: { $names }.
}
invoice-take-back-unseen = Nobody at { $customer } sees sums now.
invoice-take-back-sure = Yes, take it back
invoice-taken-back = The invoice is taken back. Read its file again for the right customer.
