# Listan
invoice-way-back = Tillbaka
invoices-title = Fakturor
invoices-none = Inga fakturor ännu
invoices-none-text = Den första visas här, med varje rad förklarad.
invoices-open = Att betala
invoices-in-favour = Ni har till godo: vi betalar tillbaka eller drar av på nästa faktura.
invoices-in-favour-staff = Kunden har till godo: vi betalar tillbaka eller drar av på nästa faktura.
invoices-nothing-open = Inget att betala. Allt är betalt.
invoices-cancel-out = Inget att betala: fakturor och krediter tar ut varandra.
invoices-all = Alla fakturor
invoices-of-month = Fakturor, { $month }
invoices-show-all = Visa alla
invoices-none-in-month = Inga fakturor är daterade den månaden.
invoices-newer = Nyare fakturor
invoices-older = Äldre fakturor
invoice-column = Faktura
invoice-dated = Fakturadatum
invoice-tax-point = Momsdatum
invoice-due = Förfallodag
invoice-sum = Summa
invoice-open = Obetalt
invoice-late = Förfallen
invoice-paid = Betald
invoice-not-for-payment = Ska inte betalas
invoice-replaced = Ersatt av en korrigerad faktura
invoice-replaced-by = Korrigerad faktura { $number } ersätter den här

# Vad det är
invoice-title = Faktura { $number }
invoice-title-credit = Kreditfaktura { $number }
invoice-title-corrected = Korrigerad faktura { $number }

# Högst upp
invoice-at-a-glance = I korthet
invoice-gives-back = Det här minskar det ni betalar, eller betalas tillbaka till er.
invoice-gives-back-staff = Det här minskar det kunden betalar, eller betalas tillbaka.
invoice-still-open = { $sum } obetalt
invoice-original = Ladda ner originalet
invoice-pdf = Ladda ner PDF
invoice-ask = Fråga om hela fakturan
due-today = det är i dag
due-in = { $days ->
    [one] om { $days } dag
   *[other] om { $days } dagar
}
due-in-years = { $years ->
    [one] om { $years } år
   *[other] om { $years } år
}
due-since = { $days ->
    [one] för { $days } dag sedan
   *[other] för { $days } dagar sedan
}
due-since-years = för { $years } år sedan
invoice-from = Från
invoice-to = Till
invoice-period = Period
invoice-delivered = Levererat
invoice-delivered-to = Leveransplats
invoice-corrects = Gäller faktura
invoice-your-reference = Er referens
invoice-your-order = Er beställning
invoice-sellers-order = Säljarens order
invoice-contract = Avtal
invoice-project = Projekt
invoice-object = Fakturerat objekt
invoice-booked = Er konteringsreferens
invoice-payee = Betalningsmottagare
invoice-direct-debit = Autogiro
direct-debit-from = från ert konto { $account }
direct-debit-mandate = medgivande { $id }
direct-debit-nothing-to-do = dras automatiskt
invoice-account = Bankkonto
invoice-payment-reference = Referensnummer
invoice-terms = Betalningsvillkor
invoice-note = Tilläggsuppgifter
invoice-brought-in = Importerad
invoice-brought-in-by = { $day }, av { $name }
invoice-brought-in-console = { $day }, från kommandoraden
period-from-to = { $from } – { $to }
period-from = från { $from }
period-to = till { $to }

# Rader
lines-title = Fakturarader
lines-before = Föregående rader
lines-after = Fler rader
invoice-more = … och { $count } till. Allt finns i originalfilen.
line-column = Rad
line-quantity = Antal
line-price = Pris
line-vat = Moms
line-net = Netto
line-question = Fråga om raden
line-numbered = Rad { $id }
line-item-number = Artikel
line-order-line = Rad i er beställning
line-list-price = Listpris { $price }, rabatt { $discount }
line-reckoned = Beräknat: { $sum }
price-per = per { $quantity }
taken-off = Avdrag
put-on = Tillägg
taken-off-sum = Avdrag: { $sum }
taken-off-because = Avdrag: { $sum } ({ $reason })
put-on-sum = Tillägg: { $sum }
put-on-because = Tillägg: { $sum } ({ $reason })
with-vat-rate = Moms { $rate }
unit-hour = h
unit-minute = min
unit-day = d
unit-week = v
unit-month = mån
unit-year = år
unit-piece = st
unit-working-day = { $n ->
    [one] arbetsdag
   *[other] arbetsdagar
}
unit-quarter = { $n ->
    [one] kvartal
   *[other] kvartal
}
unit-set = { $n ->
    [one] sats
   *[other] satser
}
unit-pair = { $n ->
    [one] par
   *[other] par
}
unit-dozen = { $n ->
    [one] dussin
   *[other] dussin
}
unit-package = { $n ->
    [one] förpackning
   *[other] förpackningar
}
unit-box = { $n ->
    [one] låda
   *[other] lådor
}
unit-bag = { $n ->
    [one] påse
   *[other] påsar
}
unit-bottle = { $n ->
    [one] flaska
   *[other] flaskor
}
unit-pallet = { $n ->
    [one] pall
   *[other] pallar
}
unit-roll = { $n ->
    [one] rulle
   *[other] rullar
}
unit-person = { $n ->
    [one] person
   *[other] personer
}
unit-job = { $n ->
    [one] arbete
   *[other] arbeten
}
unit-lump-sum = { $n ->
    [one] fast pris
   *[other] fasta priser
}
unit-other = enhet { $code }

# Moms
vat-title = Moms
vat-rate = Sats
vat-on = Skatteunderlag
vat-tax = Moms
vat-standard = normal skattesats
vat-zero = nollskattesats
vat-exempt = momsfri
vat-reverse-charge = omvänd skattskyldighet
vat-within-eu = EU-försäljning
vat-export = export
vat-outside = utanför momsen
vat-split-payment = momsen betalas separat
vat-canary-islands = IGIC, Kanarieöarna
vat-ceuta-melilla = IPSI, Ceuta och Melilla

# Summor
adjustments-title = Avdrag och tillägg
totals-title = Så uppstår summan
total-lines = Rader totalt
total-without-vat = Exkl. moms
total-vat-own = Moms i säljarens valuta
total-with-vat = Inkl. moms
total-prepaid = Betalt i förskott
total-rounding = Avrundning
total-third-party = För tredje part
total-withheld = Skatt som innehålls
total-payable = Att betala
total-settled = Fakturerat och betalt
total-partly = Fakturerat, varav { $open } obetalt
total-given-back = Krediteras
sum-of-many = { $count ->
    [one] summan av { $count } belopp
   *[other] summan av { $count } belopp
}

# Betalningar
payments-title = Betalningar
payments-none = Ingen betalning har registrerats ännu.
payment-record = Registrera en betalning
payment-amount = Betalt belopp
payment-given-back = Återbetalt belopp
payment-day = Datum
payment-take-back = Ångra
payment-take-back-means = För en felaktig registrering. Summan är obetald igen, och det visas bland ändringarna.
payment-take-back-sure = Ja, ångra den
problem-more-than-open = Då är { $over } mer betalt än fakturerat. Om det stämmer, bekräfta det nedan.
payment-more-than-open = Ja, det här är mer än det obetalda beloppet
payment-more-than-open-hint = Resten blir betalaren till godo.
problem-not-an-amount = Skriv ett belopp, till exempel 1234,50, med högst så många decimaler som valutan har.

# I planen
money-due = förfaller den { $day }
money-still-open = { $sum } av { $whole } är obetalt.
money-open = Att betala: { $sum }.
money-in-favour = Ni har { $sum } till godo.
money-in-favour-staff = Kunden har { $sum } till godo.
money-line = Att betala: { $sum } senast { $day }.
money-line-late = Förfallet den { $day }: { $late }. Totalt att betala: { $sum }.
money-line-all-late = Förfallet den { $day }: { $sum }.
money-line-nothing = Inget att betala just nu.
money-rest = Övrigt
money-vat = Moms

# En annan kunds faktura
invoice-not-theirs = Fel kund?
invoice-take-back = Ta bort fakturan
invoice-take-back-means = Fakturan och filen tas permanent bort från { $customer }. Sedan kan du importera den för rätt kund. De hos { $customer } som ser fakturor får veta att den visades av misstag.
invoice-take-back-payments = { $n ->
    [one] Betalningen som registrerats här tas också bort.
   *[other] De { $n } betalningarna som registrerats här tas också bort.
}
invoice-take-back-discussions = { $n ->
    [one] Diskussionen om den tas också bort, med alla meddelanden.
   *[other] De { $n } diskussionerna om den tas också bort, med alla meddelanden.
}
invoice-take-back-seen = { $n ->
    [one] { $names } kan se fakturor här och kan redan ha sett den.
   *[other] De här personerna kan se fakturor här och kan redan ha sett den: { $names }.
}
invoice-take-back-unseen = Ingen hos { $customer } kan se fakturor nu.
invoice-take-back-sure = Ja, ta bort den
invoice-taken-back = Fakturan är borttagen. Importera nu filen för rätt kund.

# Skäl från koderna
reason-code = skälskod { $code }
allowance-ahead-of-schedule = färdigt före utsatt tid
allowance-bonus = bonus
allowance-special-agreement = särskilt avtal
allowance-production-error = produktionsfel
allowance-sample = varuprov
allowance-end-of-range = utgående vara
allowance-discount = rabatt
allowance-special-rebate = särskild rabatt
allowance-temporary = tillfällig rabatt
allowance-standard = standardrabatt
allowance-yearly = årsomsättning
charge-advertising = reklam
charge-additional-packaging = extra förpackning
charge-other-services = övriga tjänster
charge-cleaning = rengöring
charge-delivery = leverans
charge-freight = frakt
charge-financing = finansiering
charge-labelling = märkning
charge-packing = packning
charge-special-handling = särskild hantering
