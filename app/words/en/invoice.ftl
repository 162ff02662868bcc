# The list
invoice-way-back = Back
invoices-title = Invoices
invoices-none = No invoices yet
invoices-none-text = The first one appears here, with every line explained.
invoices-open = To pay
invoices-in-favour = A credit for you: we pay it back or deduct it from your next invoice.
invoices-in-favour-staff = The customer’s credit: we pay it back or deduct it from the next invoice.
invoices-nothing-open = Nothing to pay. Everything is paid.
invoices-cancel-out = Nothing to pay: invoices and credits cancel out.
invoices-all = All invoices
invoices-of-month = Invoices of { $month }
invoices-show-all = Show all
invoices-none-in-month = Nothing is dated in this month.
invoices-newer = Newer invoices
invoices-older = Older invoices
invoice-column = Invoice
invoice-dated = Invoice date
invoice-tax-point = VAT date
invoice-due = Due
invoice-sum = Sum
invoice-open = Unpaid
invoice-late = Overdue
invoice-paid = Paid
invoice-not-for-payment = Not for payment
invoice-replaced = Replaced by a corrected invoice
invoice-replaced-by = Corrected invoice { $number } replaces this one

# What a document is
invoice-title = Invoice { $number }
invoice-title-credit = Credit note { $number }
invoice-title-corrected = Corrected invoice { $number }

# The top
invoice-at-a-glance = Summary
invoice-gives-back = This lowers what you pay, or is paid back to you.
invoice-gives-back-staff = This lowers what the customer pays, or is paid back.
invoice-still-open = { $sum } still unpaid
invoice-original = Download the original
invoice-pdf = Download PDF
invoice-ask = Ask about the whole invoice
due-today = that is today
due-in = { $days ->
    [one] in { $days } day
   *[other] in { $days } days
}
due-in-years = { $years ->
    [one] in { $years } year
   *[other] in { $years } years
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
invoice-period = Period
invoice-delivered = Delivered
invoice-delivered-to = Delivered to
invoice-corrects = Refers to invoice
invoice-your-reference = Your reference
invoice-your-order = Your order
invoice-sellers-order = Seller’s order
invoice-contract = Contract
invoice-project = Project
invoice-object = Invoiced object
invoice-booked = Your cost reference
invoice-payee = Pay to
invoice-direct-debit = Direct debit
direct-debit-from = from your account { $account }
direct-debit-mandate = mandate { $id }
direct-debit-nothing-to-do = paid automatically
invoice-account = Bank account
invoice-payment-reference = Payment reference
invoice-terms = Payment terms
invoice-note = Additional information
invoice-brought-in = Imported
invoice-brought-in-by = { $day }, by { $name }
invoice-brought-in-console = { $day }, from the command line
period-from-to = { $from } to { $to }
period-from = from { $from }
period-to = until { $to }

# Lines
lines-title = Invoice lines
lines-before = Earlier lines
lines-after = More lines
invoice-more = … and { $count } more. All of it is in the file as it came.
line-column = Line
line-quantity = Quantity
line-price = Price
line-vat = VAT
line-net = Net
line-question = Ask about this line
line-numbered = Line { $id }
line-item-number = Item
line-order-line = Your order line
line-list-price = List price { $price }, discount { $discount }
line-reckoned = Calculated: { $sum }
price-per = per { $quantity }
taken-off = Discount
put-on = Surcharge
taken-off-sum = Discount: { $sum }
taken-off-because = Discount: { $sum } ({ $reason })
put-on-sum = Surcharge: { $sum }
put-on-because = Surcharge: { $sum } ({ $reason })
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
vat-on = Taxable amount
vat-tax = VAT
vat-standard = standard rate
vat-zero = zero rate
vat-exempt = exempt from VAT
vat-reverse-charge = reverse charge
vat-within-eu = intra-EU sale
vat-export = export
vat-outside = outside VAT
vat-split-payment = split payment
vat-canary-islands = IGIC, Canary Islands
vat-ceuta-melilla = IPSI, Ceuta and Melilla

# Totals
adjustments-title = Discounts and surcharges
totals-title = How the total adds up
total-lines = Lines in total
total-without-vat = Excluding VAT
total-vat-own = VAT in the seller’s currency
total-with-vat = Including VAT
total-prepaid = Paid in advance
total-rounding = Rounding
total-third-party = Collected for a third party
total-withheld = Tax you withhold
total-payable = To pay
total-settled = Invoiced and paid
total-partly = Invoiced, of which { $open } unpaid
total-given-back = Credited
sum-of-many = { $count ->
    [one] the sum of { $count } amount
   *[other] the sum of { $count } amounts
}

# Payments
payments-title = Payments
payments-none = No payments recorded yet.
payment-record = Record a payment
payment-amount = Amount paid
payment-given-back = Amount paid back
payment-day = Date
payment-take-back = Undo
problem-more-than-open = Then { $over } more is paid than was invoiced. If that is right, confirm it below.
payment-take-back-means = For an incorrect entry. The sum is unpaid again, and this is shown under changes.
payment-take-back-sure = Yes, undo it
payment-more-than-open = Yes, this is more than the unpaid sum
payment-more-than-open-hint = The rest becomes a credit for the payer.
problem-not-an-amount = Write an amount such as 1234.50, with no more decimals than the currency has.

# On the plan
money-due = due { $day }
money-still-open = { $sum } of { $whole } is still unpaid.
money-open = { $sum } to pay.
money-in-favour = You have a credit of { $sum }.
money-in-favour-staff = The customer has a credit of { $sum }.
money-line = { $sum } to pay by { $day }.
money-line-late = { $late } overdue since { $day }, { $sum } to pay in all.
money-line-all-late = { $sum } overdue since { $day }.
money-line-nothing = Nothing to pay right now.
money-rest = Other items
money-vat = VAT

# An invoice of another customer
invoice-not-theirs = Wrong customer?
invoice-take-back = Remove invoice
invoice-take-back-means = The invoice and its file are permanently removed from { $customer }. Then you can import it for the right customer. The people at { $customer } who see invoices are told that it was shown by mistake.
invoice-take-back-payments = { $n ->
    [one] The payment recorded here is removed too.
   *[other] The { $n } payments recorded here are removed too.
}
invoice-take-back-discussions = { $n ->
    [one] The discussion about it is removed too, with all messages.
   *[other] The { $n } discussions about it are removed too, with all messages.
}
invoice-take-back-seen = { $n ->
    [one] { $names } can see invoices here and may have seen it already.
   *[other] These people can see invoices here and may have seen it already: { $names }.
}
invoice-take-back-unseen = Nobody at { $customer } can see invoices now.
invoice-take-back-sure = Yes, remove it
invoice-taken-back = The invoice is removed. Now import its file for the right customer.

# Reasons by their codes
reason-code = reason code { $code }
allowance-ahead-of-schedule = finished ahead of schedule
allowance-bonus = bonus
allowance-special-agreement = special agreement
allowance-production-error = production error
allowance-sample = sample
allowance-end-of-range = end of range
allowance-discount = discount
allowance-special-rebate = special rebate
allowance-temporary = temporary discount
allowance-standard = standard discount
allowance-yearly = annual turnover
charge-advertising = advertising
charge-additional-packaging = additional packaging
charge-other-services = other services
charge-cleaning = cleaning
charge-delivery = delivery
charge-freight = freight
charge-financing = financing
charge-labelling = labelling
charge-packing = packing
charge-special-handling = special handling
