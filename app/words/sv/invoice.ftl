# Listan
invoice-way-back = Tillbaka
invoices-title = Fakturor
invoices-none = Inga fakturor ännu
invoices-none-text = Den första kommer hit, förklarad rad för rad.
invoices-open = Obetalt
invoices-in-favour = Till kundens fördel: betalas tillbaka eller minskar nästa faktura.
invoices-nothing-open = Ingenting. Allt är betalt.
invoices-cancel-out = Det som är obetalt tar ut vartannat.
invoices-all = Alla fakturor
invoice-column = Faktura
invoice-dated = Daterad
invoice-tax-point = Momsdatum
invoice-due = Förfaller
invoice-sum = Summa
invoice-open = Obetalt
invoice-late = Förfallen
invoice-paid = Reglerad

# Vad det är
invoice-title = Faktura { $number }
invoice-title-credit = Kreditnota { $number }
invoice-title-corrected = Rättad faktura { $number }

# Högst upp
invoice-at-a-glance = I korthet
invoice-gives-back = Det här minskar det ni betalar, eller betalas tillbaka.
invoice-still-open = { $sum } obetalt
invoice-original = Ladda ner originalet
invoice-ask = Fråga om hela fakturan
due-today = det är i dag
due-in = { $days ->
    [one] om { $days } dag
   *[other] om { $days } dagar
}
due-since = { $days ->
    [one] för { $days } dag sedan
   *[other] för { $days } dagar sedan
}
due-since-years = för { $years } år sedan
invoice-from = Från
invoice-to = Till
invoice-period = För
invoice-delivered = Levererat
invoice-corrects = Gäller faktura
invoice-your-reference = Er referens
invoice-your-order = Er beställning
invoice-sellers-order = Säljarens order
invoice-contract = Avtal
invoice-project = Projekt
invoice-object = Objekt
invoice-booked = Kontering
invoice-account = Konto
invoice-payment-reference = Ange vid betalning
invoice-terms = Villkor
invoice-note = Meddelande
invoice-brought-in = Inläst
invoice-brought-in-by = { $day }, av { $name }
invoice-brought-in-console = { $day }, från kommandoraden
period-from-to = { $from } till { $to }
period-from = från { $from }
period-to = till { $to }

# Rader
lines-title = Vad den består av
line-column = Rad
line-quantity = Antal
line-price = Pris
line-vat = Moms
line-net = Netto
line-question = Fråga om raden
line-item-number = Artikel
line-order-line = Rad i er beställning
line-list-price = Listpris { $price }
line-reckoned = Uträknat: { $sum }
price-per = per { $quantity }
taken-off = Avdraget
put-on = Tillagt
taken-off-sum = Avdraget: { $sum }
taken-off-because = Avdraget: { $sum } ({ $reason })
put-on-sum = Tillagt: { $sum }
put-on-because = Tillagt: { $sum } ({ $reason })
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
vat-on = Underlag
vat-tax = Skatt
vat-standard = normal sats
vat-zero = nollsats
vat-exempt = momsfritt
vat-reverse-charge = omvänd skattskyldighet
vat-within-eu = försäljning inom EU
vat-export = export
vat-outside = utanför momsen

# Summor
adjustments-title = Avdrag och tillägg
totals-title = Så blir summan till
total-lines = Rader
total-without-vat = Utan moms
total-vat-own = Moms i säljarens valuta
total-with-vat = Med moms
total-prepaid = Betalt tidigare
total-rounding = Avrundning
total-payable = Att betala
total-given-back = Krediteras
sum-of-many = { $count ->
    [one] summan av { $count } belopp
   *[other] summan av { $count } belopp
}

# Betalningar
payments-title = Betalningar
payments-none = Ingen betalning har noterats ännu.
payment-record = Notera en betalning
payment-amount = Betalt belopp
payment-given-back = Återbetalt belopp
payment-day = Dag
payment-take-back = Ångra
payment-take-back-means = För en post som blev fel. Summan är obetald igen, och det syns bland det som ändrats.
payment-take-back-sure = Ja, ta tillbaka den
problem-more-than-open = Då är { $over } mer betalt än vad som har begärts. Om det stämmer, bekräfta det nedan.
payment-more-than-open = Det stämmer: mer än vad som är obetalt
payment-more-than-open-hint = Resten står till betalarens fördel.
problem-not-an-amount = Skriv bara ett belopp, till exempel 1234,50, med högst så många decimaler som valutan har.

# I planen
money-title = Vad ni betalar för
money-title-staff = Vad kunden betalar för
money-due = förfaller { $day }
money-still-open = { $sum } av { $whole } är obetalt.
money-open = Att betala: { $sum }.
money-in-favour = Till kundens fördel: { $sum }.
money-line = Obetalt: { $sum }, förfaller { $day }.
money-line-late = Obetalt: { $sum }, förföll { $day }.
money-line-nothing = Inget att betala just nu.
money-rest = Allt annat
money-vat = Moms

# En annan kunds faktura
invoice-not-theirs = Är den en annan kunds?
invoice-take-back = Ta tillbaka fakturan
invoice-take-back-means = Den försvinner för gott ur planen, summorna och listan hos { $customer }, tillsammans med sin fil. Sedan kan den läsas in igen för rätt kund. De som ser summor hos { $customer } läser bland ändringarna att den inte var deras.
invoice-take-back-payments = { $n ->
    [one] Betalningen som noterats här försvinner också.
   *[other] De { $n } betalningarna som noterats här försvinner också.
}
invoice-take-back-discussions = { $n ->
    [one] Diskussionen om den försvinner också, med allt som skrivits där.
   *[other] De { $n } diskussionerna om den försvinner också, med allt som skrivits där.
}
invoice-take-back-seen = { $n ->
    [one] { $names } ser summor här och kan redan ha sett den.
   *[other] De här personerna ser summor här och kan redan ha sett den: { $names }.
}
invoice-take-back-unseen = Ingen hos { $customer } ser summor nu.
invoice-take-back-sure = Ja, ta tillbaka den
invoice-taken-back = Fakturan är tillbakatagen. Läs in filen igen för rätt kund.
