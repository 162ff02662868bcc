# Payments from the bank
bank-title = Import payments
bank-lead = Take in the file that your bank makes. Payments with a matching reference are recorded right away; for the others we propose the invoice.
bank-file = File from the bank
bank-file-hint = CAMT.053, CAMT.054 or CSV. A file you have imported before changes nothing.
bank-import = Import
bank-nothing-chosen = Choose a file first.
bank-nothing-new = Nothing new in this file
bank-look = See what was recorded, or undo
bank-recent = Imported lately
bank-brought = { $n ->
    [one] One payment
   *[other] { $n } payments
}
bank-still-waiting = { $n ->
    [one] one without an invoice
   *[other] { $n } without an invoice
}
bank-left-out = { $n ->
    [one] one entry left out: paid out, not booked yet, or detailed in another file
   *[other] { $n } entries left out: paid out, not booked yet, or detailed in another file
}
bank-waiting = Payments without an invoice
bank-waiting-text = Choose the invoice for each. What you choose is recorded on the invoice.
bank-more-waiting = More will appear as you go.
bank-none-waiting = Every payment has its invoice
bank-match = Match again
bank-no-payer = Payer not named
bank-reference = reference { $reference }
bank-rest = { $sum } left
bank-part = part of { $invoice }
bank-propose = { $name }: { $numbers }
bank-other = Another invoice, or none
bank-numbers = Invoice numbers
bank-numbers-hint = Several with commas between; the first is paid first.
bank-record = Record the payment
bank-dismiss = Not for an invoice
bank-dismissed = Not for an invoice
bank-wait-again = Choose an invoice
bank-waits = Without an invoice
bank-recorded = Recorded
bank-payments = Payments
bank-undo-means = The payments recorded from this file are removed from the invoices. The sums are unpaid again.
bank-number-empty = Write the number of an invoice.
bank-number-unknown = There is no unpaid invoice with the number { $number }.
bank-number-several = Several customers have an unpaid invoice with the number { $number }. Record the payment on the page of the right one.
bank-number-customers = These invoices are for different customers. Record one customer’s first.
bank-not-a-statement = This is not a bank statement that we can read. It should be CAMT.053, CAMT.054 or CSV.
bank-bad-entry = Entry { $entry } has no { $element } that can be read. Nothing was imported.
bank-bad-cell = Row { $row }: “{ $heading }” cannot be read. Nothing was imported.
bank-no-columns = There is no column for the date or the amount. Name them “Date” and “Amount”.
bank-recorded-part = Partly recorded
bank-recorded-now = The payment is recorded.
bank-dismissed-now = Marked as not for an invoice. You can change that on the page of the imported file.
bank-waits-now = The payment is back in the list below. Choose its invoice.
bank-nothing-recorded = Nothing was recorded: the invoice has been paid meanwhile, or a colleague has dealt with this payment.
