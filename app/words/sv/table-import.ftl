# Import av kunder, personer, projekt och uppgifter från ett kalkylblad
table-title = Importera från kalkylblad
table-lead = Kopiera raderna med rubriker och klistra in dem här, eller välj en fil. Inget sparas innan du har kontrollerat det.
table-what = Vad finns i tabellen?
table-customers = Kunder
table-people = Personer
table-projects = Projekt och lovade datum
table-tasks = Uppgifter
table-work = Arbete
table-usage = Användning av tjänster
table-paste = Klistra in raderna
table-paste-hint = Med rubrikerna på första raden.
table-file = Eller välj en fil
table-file-hint = CSV, som varje kalkylprogram sparar; högst { $limit } rader åt gången.
table-check = Kontrollera raderna
table-pasted = Inklistrade rader
table-nothing = Klistra först in rader eller välj en fil.
table-no-kind = Välj vad som finns i tabellen.
table-known = Vilka kolumner känns igen?
table-known-text = De med fet stil behövs. Ordningen spelar ingen roll, och andra rubriker kan du para ihop själv.
table-recent = Senast importerat
table-check-title = { $kind }: kontrollera och importera
table-to-customers = Till kunderna
table-another = Importera en tabell till
table-other = Välj en annan tabell
table-unreadable = Tabellen kan inte läsas.
table-too-large = Filen är för stor.
table-not-text = Det här är ingen tabell med text. Spara den som CSV från kalkylprogrammet.
table-empty = Det finns inga rader i den.
table-heading-twice = Rubriken ”{ $heading }” finns två gånger; den andra är i kolumn { $column }. Byt namn på en av dem.
table-no-heading = Rad { $row } har ”{ $written }” i kolumn { $column }, som saknar rubrik.
table-too-many-rows = Den har fler än { $limit } rader. Importera den i delar.
table-too-many-columns = Den har fler än { $limit } kolumner. Utelämna dem som inte behövs.
table-cell-too-long = Rad { $row }, kolumn { $column }: texten är längre än { $limit } tecken.
table-bad-character = Rad { $row }, kolumn { $column }: ett tecken kan inte läsas.
table-open-quote = Rad { $row }, kolumn { $column }: ett citattecken avslutas aldrig.
table-missing = Kolumn saknas: { $names }.
table-missing-text = Välj nedan vilken kolumn det är.
table-columns-all = Kolumner: alla känns igen
table-columns-unused = { $n ->
    [one] Kolumner: en utelämnas
   *[other] Kolumner: { $n } utelämnas
}
table-columns-text = Ditt val gäller också nästa tabell med samma rubriker.
table-columns-take = Använd de här kolumnerna
table-column-left-out = Utelämna
table-sample = Till exempel: { $sample }
table-field-customer = Kund
table-field-name = Namn
table-field-first-name = Förnamn
table-field-last-name = Efternamn
table-field-email = E-post
table-field-title = Titel
table-field-language = Språk
table-field-scopes = Vad personen ser
table-field-project = Projekt
table-field-shared = Synligt för kunden
table-field-milestone = Delmål
table-field-promised-on = Lovat datum
table-field-task = Uppgift
table-field-due-on = Sista dag
table-field-side = Vem gör det
table-field-stage = Vem ser det
table-field-why = Vad den behövs för
table-field-worker = Vem gjorde
table-field-done = Vad som gjordes
table-in-column = { $name }, kolumn { $column }
table-row = Rad
table-doubtful = Att bekräfta
table-new = Ny
table-here = Finns redan
table-no-rows = Inga rader under rubrikerna
table-count-new = { $n } nya
table-count-present = { $n } finns redan
table-count-doubtful = { $n } att bekräfta
table-count-wrong = { $n } att rätta
table-count-added = { $n ->
    [0] Inget importerat
    [one] En rad importerad
   *[other] { $n } rader importerade
}
table-count-refused = { $n } importerades inte
table-undone = { $n ->
    [0] Importen är ångrad
    [one] Importen är ångrad; en rad är kvar
   *[other] Importen är ångrad; { $n } rader är kvar
}
table-undo = Ångra importen
table-undo-title = Ångra importen?
table-undo-text = Det som importerades tas bort för gott. Det som har ändrats sedan dess, eller som kundens personer har sett, blir kvar.
table-undo-sure = Ja, ångra den
table-undo-nothing = Inget av importen är kvar.
table-undo-stays = De här blir kvar för att de har ändrats eller setts, eller för att något annat hör till dem. Om deras personer eller projekt också har importerats, ångra den importen först.
table-keep = { $n ->
    [one] Importera en rad
   *[other] Importera { $n } rader
}
table-keep-doubtful = { $n ->
    [one] Det stämmer: importera en rad
   *[other] Allt stämmer: importera { $n } rader
}
table-ambiguous-day = Det här kan vara två datum. Skriv så här: 2026-12-04.
table-unknown-word = ”{ $word }” säger inget här.
table-unknown-customer = Ingen kund har det här numret, FO-numret eller namnet.
table-several-customers = Flera kunder har det här namnet. Använd kundnumret.
table-ended-customer = Samarbetet med den här kunden har avslutats.
table-unknown-project = Kunden har inget projekt med det här namnet. Importera projektet först.
table-several-projects = Kunden har flera projekt med det här namnet.
table-unknown-colleague = Ingen av dina kolleger har den här e-postadressen eller det här namnet.
table-not-responsible = Någon annan ansvarar för den här kunden.
table-links = Mejla alla en personlig länk
table-links-text = De som ännu inte har en personlig länk får en med e-post, på sitt språk.
table-links-mailed = De personliga länkarna är på väg.
table-invoices = Fakturor, en rad i taget
table-field-invoice-number = Fakturanummer
table-field-issued-on = Fakturadatum
table-field-line = Beskrivning
table-field-quantity = Antal
table-field-unit = Enhet
table-field-price = Pris per enhet
table-field-net = Belopp utan moms
table-field-vat-rate = Moms-%
table-field-period = Period eller dess första dag
table-field-period-end = Periodens sista dag
table-field-order = Inköpsorder
table-field-reference = Referensnummer
table-field-account = Bankkonto
table-field-currency = Valuta
table-field-total = Fakturans summa med moms
table-field-credits = Faktura som krediteras
table-not-a-day = ”{ $written }” är inget datum. Skriv så här: 4.12.2026.
table-not-a-period = ”{ $written }” är varken en månad eller två datum. Skriv så här: 12/2026 eller 1.12.2026–31.12.2026.
table-not-a-number = ”{ $written }” är inget tal.
table-unknown-currency = ”{ $written }” är ingen valuta. Använd tre bokstäver, till exempel EUR.
table-unknown-vat = ”{ $written }” är ingen momssats. Skriv procenten, till exempel 25,5, eller ”omvänd skattskyldighet” eller ”momsfri”.
table-too-fine = Här finns fler decimaler än valutan har.
table-number-too-large = Talet är för stort.
table-text-too-long = Det här är längre än { $limit } tecken.
table-other-than = På rad { $row } för samma faktura står det ”{ $written }”.
table-differs = I tabellen står det { $stated }, men summan är { $computed }.
table-invoice-faults = Faktura { $number }: { $faults }
table-match-elsewhere = Du kan ange kolumnerna under Importera från kalkylblad; valet sparas.
table-keep-invoices = { $n ->
    [one] Importera en faktura
   *[other] Importera { $n } fakturor
}
table-count-invoices = { $n ->
    [0] Inget importerat
    [one] En faktura importerad
   *[other] { $n } fakturor importerade
}
table-reports = Tidigare statusrapporter
table-messages = Tidigare meddelanden
table-field-reason = Orsak
table-field-text = Meddelande
table-field-reporter = Vem som rapporterade
table-field-date = Datum
table-field-writer = Skribentens e-post
table-field-light = Status
table-field-topic = Diskussion
table-unknown-writer = Det här är varken en kollega eller en av kundens personer. Importera personen först.
table-more-faults = Och { $n } till.
