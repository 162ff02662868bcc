# Betalningar från banken
bank-title = Importera betalningar
bank-lead = Importera filen från din bank. Betalningar med rätt referens registreras direkt. För de andra föreslår vi en faktura.
bank-file = Bankens fil
bank-file-hint = CAMT.053, CAMT.054 eller CSV. En fil som redan har importerats ändrar ingenting.
bank-import = Importera
bank-nothing-chosen = Välj en fil först.
bank-nothing-new = Inget nytt i filen
bank-look = Se vad som registrerades, eller ångra
bank-recent = Senast importerat
bank-brought = { $n ->
    [one] En betalning
   *[other] { $n } betalningar
}
bank-still-waiting = { $n ->
    [one] en utan faktura
   *[other] { $n } utan faktura
}
bank-left-out = { $n ->
    [one] en post utelämnad: utbetald, inte bokförd eller specificerad i en annan fil
   *[other] { $n } poster utelämnade: utbetalda, inte bokförda eller specificerade i en annan fil
}
bank-waiting = Betalningar utan faktura
bank-waiting-text = Välj en faktura för varje. Det du väljer registreras på fakturan.
bank-more-waiting = Fler visas när de här är klara.
bank-none-waiting = Alla betalningar har en faktura
bank-match = Matcha igen
bank-no-payer = Betalaren är inte angiven
bank-reference = referens { $reference }
bank-rest = { $sum } kvar
bank-part = del av { $invoice }
bank-propose = { $name }: { $numbers }
bank-other = En annan faktura, eller ingen
bank-numbers = Fakturanummer
bank-numbers-hint = Flera med kommatecken emellan; den första betalas först.
bank-record = Registrera betalningen
bank-dismiss = Gäller ingen faktura
bank-dismissed = Gäller ingen faktura
bank-wait-again = Välj faktura
bank-waits = Utan faktura
bank-recorded = Registrerad
bank-payments = Betalningar
bank-undo-means = Betalningarna från filen tas bort från fakturorna. Beloppen är obetalda igen.
bank-number-empty = Skriv numret på en faktura.
bank-number-unknown = Det finns ingen obetald faktura med numret { $number }.
bank-number-several = Flera kunder har en obetald faktura med numret { $number }. Registrera betalningen på rätt fakturas sida.
bank-number-customers = Fakturorna gäller olika kunder. Registrera en kunds fakturor först.
bank-not-a-statement = Det här kontoutdraget kan vi inte läsa. Det ska vara CAMT.053, CAMT.054 eller CSV.
bank-bad-entry = Post { $entry } saknar { $element }, eller så går det inte att läsa. Inget importerades.
bank-bad-cell = Rad { $row }: ”{ $heading }” går inte att läsa. Inget importerades.
bank-no-columns = Det finns ingen kolumn för datum eller belopp. Kalla dem ”Datum” och ”Belopp”.
bank-recorded-part = Delvis registrerad
bank-recorded-now = Betalningen är registrerad.
bank-dismissed-now = Markerad som ej för en faktura. Du kan ändra det på sidan för den importerade filen.
bank-waits-now = Betalningen finns i listan nedan igen. Välj faktura.
bank-nothing-recorded = Inget registrerades: fakturan har betalats under tiden, eller så har en kollega redan hanterat betalningen.
