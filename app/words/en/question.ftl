# Questions about an invoice, and its approval.
question-title = Ask about the invoice
question-reason = What is it about?
question-quantity = The quantity
question-price = The price
question-not-ordered = We did not order this
question-not-received = We have not received this
question-twice = Invoiced twice
question-other = Something else
question-open = Question open
question-explained = Explained
question-to-credit = To be credited
question-credited = Credited
question-credit-note = Credit note
question-explain = Send as the explanation
question-promise-credit = Send and promise a credit note
question-accept = Accept the explanation
question-accepted = Explanation accepted
approval-title = Approval for payment
approval-none = Not approved yet.
approval-decide = Approve or object
approval-again = Decide again
approval-before = Earlier decisions
approval-decision = Your decision
approval-approve = Approve for payment
approval-object = Object
approval-approved = Approved for payment
approval-objected = Objected to
approval-objection = Objection to the invoice
approval-reference = Your purchase reference
approval-reference-hint = An order number or a cost centre. We see it too.
approval-reference-short = Purchase reference
approval-reason = Reason
approval-reason-hint = Needed if you object. We answer it.
approval-document = Document (SHA-256)
approval-stale = Somebody decided while you were writing. Check the decision above, then save yours if it is still right.
event-invoice-approved = { $who } approved invoice { $label } for payment.
event-invoice-objected = { $who } objected to invoice { $label }.
event-question-explained = { $who } explained: “{ $label }”.
event-question-to-credit = { $who } promised a credit note: “{ $label }”.
event-question-credited = A credit note settled “{ $label }”.

# Taking invoices away
take-away-title = Download invoices
take-away-text = Of all days, or of those you choose.
take-away-from = From
take-away-to = To
take-away-lines = Lines as CSV
take-away-originals = Originals as ZIP

# What was invoiced, month by month
spend-title = Invoiced in the last { $n } months
spend-months = Show { $n } months
spend-picture = Invoiced by month
spend-table = The figures
spend-month = Month
spend-documents = Documents
spend-open = Unpaid by age
spend-not-due = Not due yet
spend-late-month = Overdue up to 30 days
spend-late-two = Overdue 31 to 60 days
spend-late-more = Overdue more than 60 days

# What comes with an invoice
attachments-title = Attachments
attachment-unnamed = Attachment without a name
attachment-size = { $n } kB
