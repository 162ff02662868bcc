# What checking the sums says
verdict-all-agree = Correct to the cent
verdict-all-rounding = Rounding difference, explained below
verdict-all-differ = Some sums differ, explained below
verdict-all-unknown = Some sums cannot be checked
verdict-every-sum = All sums agree
verdict-agrees = Agrees
verdict-rounded = Rounded
verdict-off = Off by { $sum }
verdict-unknown = Cannot be checked
differs-title = Sums that differ
differs-text = We re-checked every sum. These differ from the invoice. If you think you are paying too much, ask us.
untold-title = Sums that cannot be checked
untold-text = We re-checked every sum. For these, the invoice does not say enough. If you think you are paying too much, ask us.
differs-others = { $count ->
    [0] Nothing else could be checked.
    [one] { $count } other sum agrees to the cent.
   *[other] The { $count } other sums agree to the cent.
}
finding-differs = Our result is { $computed }; the invoice says { $stated }.
finding-differs-by = { $working } is { $computed }; the invoice says { $stated }.
finding-unknown = The numbers are too large to calculate, or a price is given for zero units.
finding-other-units = The price is for { $priced }, but the quantity is { $counted }; the invoice does not say how to convert them.
rules-looked-at = { $count ->
    [one] { $count } rule checked
   *[other] { $count } rules checked
}
rule-line-net = Line { $line }: quantity times price, with discounts and surcharges.
rule-line-net-any = A line: quantity times price, with discounts and surcharges.
rule-adjustment = A percentage discount or surcharge on the whole invoice.
rule-adjustment-of-line = Line { $line }: a percentage discount or surcharge.
rule-lines-total = The lines add up to the invoice’s line total.
rule-allowances-total = The total of the discounts.
rule-charges-total = The total of the surcharges.
rule-without-vat = The total excluding VAT: lines, minus discounts, plus surcharges.
rule-vat-base = VAT { $rate }: the taxable amount.
rule-vat-base-any = The taxable amount.
rule-vat-amount = VAT { $rate }: the rate times the taxable amount.
rule-vat-amount-any = The rate times the taxable amount.
rule-vat-total = VAT in total, over all rates.
rule-with-vat = The total including VAT.
rule-payable = The sum to pay, minus what was paid in advance.
rule-credit-sign = What a credit note gives back is stated as a positive amount.
rule-decimals = More decimals than the currency has: { $place } is { $written } on the invoice.
rule-decimals-any = Amounts have at most the decimals of the currency.
cause-sign-reversed = The amount is right with the opposite sign.
cause-quantity-left-out = The price of one seems to have been used for the whole quantity.
cause-cut-off = The sender’s software seems to have cut off decimals instead of rounding.
cause-lines-added-unrounded = The sender’s software seems to have added up the lines first and rounded only the total.
cause-vat-rounded-per-line = The sender’s software seems to have rounded VAT on each line and then added it up.

# Why a file cannot be read
unreadable-too-large = This file has { $size } MB; the limit is { $limit } MB.
unreadable-not-text = We cannot read this file. It may be an image, a PDF or a compressed file; we need the invoice as UBL or Finvoice XML.
unreadable-not-xml = The XML is incomplete: it breaks off or goes wrong on line { $line }. It may have been cut off on the way; please get the file again.
unreadable-doctype = Line { $line } has a DOCTYPE, which no invoice needs and which can be harmful. We do not read such files.
unreadable-too-deep = Line { $line } is nested deeper than { $limit } levels; no invoice is.
unreadable-too-many-parts = Up to line { $line }, this file has more parts than any invoice.
unreadable-other-kind = This is XML, but not a UBL invoice or credit note: its root element is “{ $root }”. Did you mean another file?
unreadable-missing = Every invoice needs this, and it is missing: { $place }.
unreadable-twice = This is stated twice with different values: { $place }.
unreadable-text-too-long = A text is longer than { $limit } characters: { $place }.
unreadable-date = “{ $written }” is not a date: { $place }.
unreadable-number = “{ $written }” is not a number as invoices write it: { $place }.
unreadable-amount-too-large = “{ $written }” is too large to calculate: { $place }.
unreadable-currency = “{ $written }” is not a currency we know: { $place }.
unreadable-other-currency = An amount is in { $found }, but the invoice is in { $currency }: { $place }.
unreadable-neither = It is unclear whether this is a discount or a surcharge (“{ $written }”): { $place }.
spot = { $name } ({ $term })
spot-on-line = { $name } on line { $line } ({ $term })
term-number = the invoice number
term-issued-on = the date
term-kind = the document type
term-currency = the currency
term-due-on = the due date
term-seller = the seller's name
term-buyer = the buyer's name
term-totals = the totals
term-lines = the lines
term-adjustment = the discount or surcharge
term-lines-total = the line total
term-without-vat = the total excluding VAT
term-vat = the VAT
term-with-vat = the total including VAT
term-prepaid = the sum paid in advance
term-payable = the sum to pay
term-vat-base = the taxable amount
term-vat-rate = the VAT category or rate
term-line-number = the line number
term-quantity = the quantity
term-line-net = the net amount of the line
term-price = the price
term-line-name = the name of the item
term-other = another field

# Importing
import-title = Import invoices
import-steps = Steps
import-step-choose = Choose files
import-step-look = Check
import-step-keep = Save
import-drop = Drop invoice files here
import-hint = Invoices and credit notes as XML, PDF with an embedded invoice, CSV with one row a line, or ZIP, up to { $limit } MB each, { $count } at a time. Nothing is saved before you have checked it.
import-read = Read the files
import-nothing-chosen = Choose at least one file first.
import-refused = These files were not accepted. The others are below.
import-not-opened = This archive, or a file in it, cannot be opened.
import-infected = The virus scanner found { $found } in it.
import-not-scanned = The virus scanner does not answer. Please try again in a moment.
import-too-many = At most { $limit } files can wait at a time. Save or discard some first.
import-not-all-kept = { $kept } saved, { $left ->
    [one] one needs your attention
   *[other] { $left } need your attention
}.
import-not-all-kept-text = Each invoice below says what is missing.
import-not-brought-in = Not imported
import-here-already = Already imported.
import-twice = The file { $file } before it has the same number from the same seller. Leave out the one that should not be saved.
import-here-by = { $seller }: number { $number } was imported for { $customer } on { $day } by { $name }.
import-here-elsewhere = { $seller }: number { $number } was imported already.
import-here = { $seller }: number { $number } was imported for { $customer } on { $day }.
import-comes-twice = It is included twice.
import-open-it = Open it
import-same-number = Another document with the same number?
import-same-number-means = Some companies use a number twice. Save this one too only if it is not the same document.
import-same-number-sure = Yes, save it too
import-untold = Some sums cannot be checked. You can save it as it is; the customer sees the same explanation.
import-differs = Some sums differ. You can save it as it is; the customer sees the same explanation.
import-findings-more = … and { $count } more, shown once the invoice is imported
import-found-by = found by { $id }
import-perhaps = Perhaps { $customer } (ID { $id }); please check. “{ $name }” also states another ID, which we do not know.
import-another = Wrong customer?
import-several = “{ $name }”: several customers have the same ID
import-nobody-by = “{ $name }”: no customer has the ID { $id }
import-nobody = “{ $name }”: no ID on the invoice
import-sum-due = { $sum }, due { $day }
import-sum-not-for-payment = { $sum }, not for payment
import-sum-given-back = { $sum }, paid back or deducted from the next invoice
import-what-was-read = Contents
import-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
import-adjustments = { $count ->
    [0] no discounts or surcharges
    [one] { $count } discount or surcharge
   *[other] { $count } discounts or surcharges
}
import-rates = { $count ->
    [one] { $count } VAT rate
   *[other] { $count } VAT rates
}
import-for-whom = Which customer?
import-for-whom-hint = The customer’s number, or part of its name.
import-choose-one = Choose one
import-choose-customer = Choose the customer.
import-no-such-customer = No customer has this number or name.
import-which-customer = Several customers match. Choose one.
import-not-responsible = Somebody else is responsible for this customer, so you cannot save it. Ask its key account manager.
import-keep = { $count ->
    [one] Save { $count } invoice
   *[other] Save { $count } invoices
}
import-leave-out = Leave this one out
import-throw-away = Discard all
import-throw-away-means = None of these files is saved, and your choices for them are lost. You can import the files again.
import-throw-away-sure = Yes, discard all
import-recent = Saved in the last hour
