# What doing the sums again says
verdict-all-agree = Agrees to the cent
verdict-all-rounding = Off by rounding, explained below
verdict-all-differ = Some sums differ, explained below
verdict-all-unknown = Some sums cannot be checked
verdict-every-sum = Every sum agrees
verdict-agrees = Agrees
verdict-off = Off by { $sum }
verdict-unknown = Cannot be told
differs-title = What does not agree
differs-text = We did every sum again. These do not come out as the invoice states them. It is shown as its sender wrote it; if it costs you something, ask about it.
untold-title = What cannot be told
untold-text = We did every sum again. For these the invoice does not say enough. It is shown as its sender wrote it; if it costs you something, ask about it.
differs-others = { $count ->
    [0] Nothing else could be checked.
    [one] { $count } other sum agrees to the cent.
   *[other] The { $count } other sums agree to the cent.
}
finding-differs = It comes to { $computed }; the invoice says { $stated }.
finding-differs-by = { $working } comes to { $computed }; the invoice says { $stated }.
finding-unknown = The numbers are too large to reckon with, or a price is for no units at all.
finding-other-units = The price is for { $priced }, and the quantity is { $counted }; the invoice does not say how many of one make the other.
rules-looked-at = { $count ->
    [one] { $count } rule looked at
   *[other] { $count } rules looked at
}
rule-line-net = Line { $line }: quantity times price, with what is taken off and added.
rule-line-net-any = A line: quantity times price, with what is taken off and added.
rule-adjustment = A percentage that is taken off or added on the whole invoice.
rule-adjustment-of-line = Line { $line }: a percentage that is taken off or added.
rule-lines-total = The lines add up to the sum of lines.
rule-allowances-total = What is taken off adds up.
rule-charges-total = What is added adds up.
rule-without-vat = The total without VAT follows from the lines, what is taken off and what is added.
rule-vat-base = VAT { $rate }: what is taxed adds up.
rule-vat-base-any = What is taxed adds up.
rule-vat-amount = VAT { $rate }: the rate times what is taxed.
rule-vat-amount-any = The rate times what is taxed.
rule-vat-total = VAT adds up over its rates.
rule-with-vat = The total with VAT.
rule-payable = What is to be paid, less what was paid before.
cause-sign-reversed = The amount is right with the other sign.
cause-quantity-left-out = The price of one seems to have been taken for all of them.
cause-cut-off = The sender's software seems to have cut off decimals instead of rounding.
cause-lines-added-unrounded = The sender's software seems to have added the lines first and rounded only the total.
cause-vat-rounded-per-line = The sender's software seems to have rounded VAT on each line and then added it up.

# Why a file cannot be read
unreadable-too-large = This file has { $size } MB; at most { $limit } MB fit.
unreadable-not-text = We cannot read the characters of this file. Perhaps it is a picture, a PDF or a packed file; we need the invoice as UBL XML.
unreadable-not-xml = This is not complete XML: it breaks off or goes wrong on line { $line }. Perhaps it was cut short on its way; please get it again from where it came.
unreadable-doctype = Line { $line } carries a DOCTYPE, which no invoice needs and which can do harm. We do not read such files.
unreadable-too-deep = Line { $line } is nested deeper than { $limit } levels, which no invoice is.
unreadable-too-many-parts = By line { $line } this file has more parts than any invoice.
unreadable-other-kind = This is XML, but no UBL invoice or credit note: its outermost element is “{ $root }”. Perhaps another file was meant.
unreadable-missing = Something that every invoice has is missing: { $place }.
unreadable-text-too-long = A text is longer than { $limit } characters: { $place }.
unreadable-date = “{ $written }” is not a day of the calendar: { $place }.
unreadable-number = “{ $written }” is not a number as UBL writes it: { $place }.
unreadable-decimals = { $decimals ->
    [0] “{ $written }” has decimals, and { $currency } is counted in whole units: { $place }.
   *[other] “{ $written }” is finer than the { $decimals } decimals of { $currency }: { $place }.
}
unreadable-amount-too-large = “{ $written }” is larger than we can count: { $place }.
unreadable-currency = “{ $written }” is no currency that we know: { $place }.
unreadable-other-currency = An amount is in { $found }, while the invoice is in { $currency }: { $place }.
unreadable-neither = It is not said whether something is taken off or added (“{ $written }”): { $place }.
spot = { $name } ({ $term })
spot-on-line = { $name } on line { $line } ({ $term })
term-number = the invoice number
term-issued-on = the date
term-kind = the kind of document
term-currency = the currency
term-due-on = the due date
term-seller = the seller's name
term-buyer = the buyer's name
term-totals = the totals
term-lines = the lines
term-adjustment = what is taken off or added
term-lines-total = the sum of lines
term-without-vat = the total without VAT
term-vat = the VAT
term-with-vat = the total with VAT
term-prepaid = what was paid before
term-payable = the sum to pay
term-vat-base = what is taxed
term-vat-rate = the category or rate of VAT
term-line-number = the number of the line
term-quantity = the quantity
term-line-net = the net
term-price = the price
term-line-name = what is billed
term-other = another field

# Bringing in
import-title = Bring in invoices
import-steps = Steps
import-step-choose = Choose files
import-step-look = Look at what was read
import-step-keep = Keep
import-drop = Drop UBL files here
import-hint = Invoices and credit notes as XML, up to { $limit } MB each, { $count } at a time. Nothing is kept before you have seen it.
import-read = Read the files
import-nothing-chosen = Choose at least one file first.
import-refused = These files were not taken in. The others are below.
import-too-many = at most { $limit } files can wait at a time. Keep or throw away some first.
import-not-all-kept = { $kept } kept, { $left ->
    [one] one needs you
   *[other] { $left } need you
}.
import-not-all-kept-text = What is missing stands with each invoice below.
import-not-brought-in = Not brought in
import-here-already = It is here already.
import-twice = The file { $file } before it has the same number of the same seller. Leave out the one that should not be kept.
import-here-by = { $seller }'s number { $number } came in for { $customer } on { $day } by { $name }.
import-here = { $seller }'s number { $number } came in for { $customer } on { $day }.
import-comes-twice = It comes twice.
import-open-it = Open it
import-untold = Some sums cannot be checked. It can be kept as it is; the customer sees the same sentences.
import-differs = Not every sum agrees. It can be kept as it is; the customer sees the same sentences.
import-found-by = found by { $id }
import-perhaps = Perhaps { $customer }, known by { $id }; check it. “{ $name }” names itself by another id, which we do not know.
import-another = Is it another customer’s?
import-several = “{ $name }”: several customers are known by the same id
import-nobody-by = Nobody we know by { $id }, “{ $name }”
import-nobody = “{ $name }”, without any id
import-sum-due = { $sum }, due { $day }
import-sum-given-back = { $sum }, given back or taken off what is owed
import-what-was-read = Read
import-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
import-adjustments = { $count ->
    [0] nothing taken off or added
    [one] { $count } amount taken off or added
   *[other] { $count } amounts taken off or added
}
import-rates = { $count ->
    [one] { $count } VAT rate
   *[other] { $count } VAT rates
}
import-for-whom = Which customer is it for?
import-for-whom-hint = The customer's number, or some of its name.
import-choose-one = Choose one
import-choose-customer = Say which customer it is for.
import-no-such-customer = No customer has this number or name.
import-which-customer = Several may be meant. Choose one.
import-not-responsible = Others are responsible for this customer, so you cannot keep it. Ask its key account manager.
import-keep = { $count ->
    [one] Keep { $count } invoice
   *[other] Keep { $count } invoices
}
import-leave-out = Leave this one out
import-throw-away = Throw all away
import-throw-away-means = None of these files is kept, and what you chose for them is gone. You can bring the files in again.
import-throw-away-sure = Yes, throw them away
import-recent = Kept within the last hour
