# Questions about an invoice, and its approval.
question-title = Fråga om fakturan
question-reason = Vad gäller det?
question-quantity = Antalet
question-price = Priset
question-not-ordered = Vi har inte beställt detta
question-not-received = Vi har inte fått detta
question-twice = Fakturerat två gånger
question-other = Något annat
question-open = Öppen fråga
question-explained = Förklarad
question-to-credit = Krediteras
question-credited = Krediterad
question-credit-note = Kreditfaktura
question-explain = Skicka som förklaring
question-promise-credit = Skicka och lova kreditfaktura
question-accept = Godkänn förklaringen
question-accepted = Förklaringen godkänd
approval-title = Godkännande för betalning
approval-none = Inte godkänd ännu.
approval-decide = Godkänn eller bestrid
approval-again = Besluta på nytt
approval-before = Tidigare beslut
approval-decision = Ditt beslut
approval-approve = Godkänn för betalning
approval-object = Bestrid
approval-approved = Godkänd för betalning
approval-objected = Bestridd
approval-objection = Fakturan bestrids
approval-reference = Er inköpsreferens
approval-reference-hint = Ett ordernummer eller kostnadsställe. Vi ser det också.
approval-reference-short = Inköpsreferens
approval-reason = Skäl
approval-reason-hint = Behövs om du bestrider. Vi svarar på det.
approval-document = Dokument (SHA-256)
approval-stale = Någon hann besluta medan du skrev. Se beslutet ovan och spara ditt om det fortfarande stämmer.
event-invoice-approved = { $who } godkände faktura { $label } för betalning.
event-invoice-objected = { $who } bestred faktura { $label }.
event-question-explained = { $who } förklarade: ”{ $label }”.
event-question-to-credit = { $who } lovade en kreditfaktura: ”{ $label }”.
event-question-credited = En kreditfaktura avslutade ”{ $label }”.

# Taking invoices away
take-away-title = Ladda ner fakturor
take-away-text = För alla dagar eller för den tid du väljer.
take-away-from = Från
take-away-to = Till
take-away-lines = Rader som CSV
take-away-originals = Original som ZIP

# What was invoiced, month by month
spend-title = Fakturerat de senaste { $n } månaderna
spend-months = Visa { $n } månader
spend-picture = Fakturerat per månad
spend-table = Siffrorna
spend-month = Månad
spend-documents = Fakturor
spend-open = Obetalt efter ålder
spend-not-due = Inte förfallet ännu
spend-late-month = Försenat högst 30 dagar
spend-late-two = Försenat 31–60 dagar
spend-late-more = Försenat över 60 dagar

# What comes with an invoice
attachments-title = Bilagor
attachment-unnamed = Bilaga utan namn
attachment-size = { $n } kB
