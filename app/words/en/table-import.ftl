# Importing customers, people, projects and tasks from a spreadsheet
table-title = Import from a spreadsheet
table-lead = Copy the rows with their headings and paste them here, or choose a file. Nothing is saved before you have checked it.
table-what = What is in the table?
table-customers = Customers
table-people = People
table-projects = Projects and promised dates
table-tasks = Tasks
table-work = Work
table-usage = Use of services
table-paste = Paste the rows
table-paste-hint = With the headings in the first row.
table-file = Or choose a file
table-file-hint = CSV, as every spreadsheet saves it; up to { $limit } rows at a time.
table-check = Check the rows
table-pasted = Pasted rows
table-nothing = Paste some rows or choose a file first.
table-no-kind = Choose what is in the table.
table-known = Which columns are recognised?
table-known-text = The bold ones are needed. The order does not matter, and you can match other headings by hand.
table-recent = Imported lately
table-check-title = { $kind }: check and import
table-to-customers = To the customers
table-another = Import another table
table-other = Choose another table
table-unreadable = The table cannot be read.
table-too-large = The file is too large.
table-not-text = This is not a table of text. Save it from your spreadsheet as CSV.
table-empty = There are no rows in it.
table-heading-twice = The heading “{ $heading }” is there twice; the second is in column { $column }. Rename one of them.
table-no-heading = Row { $row } has “{ $written }” in column { $column }, which has no heading.
table-too-many-rows = It has more than { $limit } rows. Import it in parts.
table-too-many-columns = It has more than { $limit } columns. Leave out those that are not needed.
table-cell-too-long = Row { $row }, column { $column }: the text is longer than { $limit } characters.
table-bad-character = Row { $row }, column { $column }: there is a character that cannot be read.
table-open-quote = Row { $row }, column { $column }: a quotation mark is never closed.
table-missing = No column for: { $names }.
table-missing-text = Choose below which column it is.
table-columns-all = Columns: all recognised
table-columns-unused = { $n ->
    [one] Columns: one is left out
   *[other] Columns: { $n } are left out
}
table-columns-text = Your choice is remembered for the next table with the same headings.
table-columns-take = Use these columns
table-column-left-out = Leave out
table-sample = For example: { $sample }
table-field-customer = Customer
table-field-name = Name
table-field-first-name = First name
table-field-last-name = Last name
table-field-email = Email
table-field-title = Job title
table-field-language = Language
table-field-scopes = What the person sees
table-field-project = Project
table-field-shared = Visible to the customer
table-field-milestone = Milestone
table-field-promised-on = Promised date
table-field-task = Task
table-field-due-on = Due date
table-field-side = Who does it
table-field-stage = Who sees it
table-field-why = What it is needed for
table-field-worker = Who did it
table-field-done = What was done
table-in-column = { $name }, column { $column }
table-row = Row
table-doubtful = To confirm
table-new = New
table-here = Already here
table-no-rows = No rows below the headings
table-count-new = { $n } new
table-count-present = { $n } already here
table-count-doubtful = { $n } to confirm
table-count-wrong = { $n } to correct
table-count-added = { $n ->
    [0] Nothing imported
    [one] One row imported
   *[other] { $n } rows imported
}
table-count-refused = { $n } not imported
table-undone = { $n ->
    [0] The import is undone
    [one] The import is undone; one row stays
   *[other] The import is undone; { $n } rows stay
}
table-undo = Undo this import
table-undo-title = Undo the import?
table-undo-text = What was imported is removed for good. What has been changed since, or seen by the customer’s people, stays.
table-undo-sure = Yes, undo it
table-undo-nothing = Nothing of this import is left.
table-undo-stays = These stay because they have been changed or seen since, or because something else belongs to them. If their people or projects were imported too, undo that import first.
table-keep = { $n ->
    [one] Import one row
   *[other] Import { $n } rows
}
table-keep-doubtful = { $n ->
    [one] It is right: import one row
   *[other] All is right: import { $n } rows
}
table-ambiguous-day = This could be two dates. Write it like this: 2026-12-04.
table-unknown-word = “{ $word }” says nothing here.
table-unknown-customer = No customer with this number, business ID or name.
table-several-customers = Several customers have this name. Use the customer number.
table-ended-customer = The co-operation with this customer has ended.
table-unknown-project = This customer has no project with this name. Import the project first.
table-several-projects = This customer has several projects with this name.
table-unknown-colleague = This is not the email or name of a colleague.
table-not-responsible = Somebody else is responsible for this customer.
table-links = Email everybody a personal link
table-links-text = Everybody without a personal link gets one by email, in their own language.
table-links-mailed = The personal links are on their way.
table-invoices = Invoices, one row a line
table-field-invoice-number = Invoice number
table-field-issued-on = Invoice date
table-field-line = Description
table-field-quantity = Quantity
table-field-unit = Unit
table-field-price = Unit price
table-field-net = Net
table-field-vat-rate = VAT %
table-field-period = Period, or its first day
table-field-period-end = Last day of the period
table-field-order = Purchase order
table-field-reference = Payment reference
table-field-account = Bank account
table-field-currency = Currency
table-field-total = Invoice total with VAT
table-field-credits = Invoice that is credited
table-not-a-day = “{ $written }” is not a date. Write it like this: 2026-12-04.
table-not-a-period = “{ $written }” is not a month or two dates. Write it like this: 2026-12, or 1.12.2026–31.12.2026.
table-not-a-number = “{ $written }” is not a number.
table-unknown-currency = “{ $written }” is not a currency. Use three letters, such as EUR.
table-unknown-vat = “{ $written }” is not a VAT rate. Write the percentage, such as 25.5, or “reverse charge” or “exempt”.
table-too-fine = This has more decimals than the currency.
table-number-too-large = This number is too large.
table-text-too-long = This is longer than { $limit } characters.
table-other-than = Row { $row } of the same invoice says “{ $written }”.
table-differs = The table says { $stated }, but it comes to { $computed }.
table-invoice-faults = Invoice { $number }: { $faults }
table-match-elsewhere = You can match the columns under Import from a spreadsheet; they are remembered.
table-keep-invoices = { $n ->
    [one] Import one invoice
   *[other] Import { $n } invoices
}
table-count-invoices = { $n ->
    [0] Nothing imported
    [one] One invoice imported
   *[other] { $n } invoices imported
}
table-reports = Earlier status reports
table-messages = Earlier messages
table-field-reason = Reason
table-field-text = Message
table-field-reporter = Who reported it
table-field-date = Date
table-field-writer = Writer’s email
table-field-light = Status
table-field-topic = Discussion
table-unknown-writer = This is neither a colleague nor one of the customer’s people. Import the person first.
table-more-faults = And { $n } more.
