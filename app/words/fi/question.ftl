# Questions about an invoice, and its approval.
question-title = Kysy laskusta
question-reason = Mistä on kyse?
question-quantity = Määrä
question-price = Hinta
question-not-ordered = Emme ole tilanneet tätä
question-not-received = Emme ole saaneet tätä
question-twice = Laskutettu kahdesti
question-other = Jokin muu
question-open = Kysymys avoinna
question-explained = Selvitetty
question-to-credit = Hyvitetään
question-credited = Hyvitetty
question-credit-note = Hyvityslasku
question-explain = Lähetä selvityksenä
question-promise-credit = Lähetä ja lupaa hyvityslasku
question-accept = Hyväksy selvitys
question-accepted = Selvitys hyväksytty
approval-title = Maksun hyväksyntä
approval-none = Ei vielä hyväksytty.
approval-decide = Hyväksy tai kiistä
approval-again = Päätä uudelleen
approval-before = Aiemmat päätökset
approval-decision = Päätöksesi
approval-approve = Hyväksy maksettavaksi
approval-object = Kiistä
approval-approved = Hyväksytty maksettavaksi
approval-objected = Kiistetty
approval-objection = Lasku kiistetään
approval-reference = Ostoviitteenne
approval-reference-hint = Tilausnumero tai kustannuspaikka. Mekin näemme sen.
approval-reference-short = Ostoviite
approval-reason = Syy
approval-reason-hint = Tarvitaan, jos kiistät. Vastaamme siihen.
approval-document = Asiakirja (SHA-256)
approval-stale = Joku ehti päättää, kun kirjoitit. Katso päätös yltä ja tallenna omasi, jos se on yhä oikein.
event-invoice-approved = { $who } hyväksyi laskun { $label } maksettavaksi.
event-invoice-objected = { $who } kiisti laskun { $label }.
event-question-explained = { $who } antoi selvityksen: ”{ $label }”.
event-question-to-credit = { $who } lupasi hyvityslaskun: ”{ $label }”.
event-question-credited = Hyvityslasku ratkaisi kysymyksen ”{ $label }”.

# Taking invoices away
take-away-title = Lataa laskut
take-away-text = Kaikilta päiviltä tai valitsemaltasi ajalta.
take-away-from = Alkaen
take-away-to = Asti
take-away-lines = Rivit CSV-tiedostona
take-away-originals = Alkuperäiset ZIP-tiedostona

# What was invoiced, month by month
spend-title = Laskutettu viimeisten { $n } kuukauden aikana
spend-months = Näytä { $n } kuukautta
spend-picture = Laskutus kuukausittain
spend-table = Luvut
spend-month = Kuukausi
spend-documents = Laskuja
spend-open = Maksamatta eräpäivän mukaan
spend-not-due = Ei vielä erääntynyt
spend-late-month = Myöhässä enintään 30 päivää
spend-late-two = Myöhässä 31–60 päivää
spend-late-more = Myöhässä yli 60 päivää

# What comes with an invoice
attachments-title = Liitteet
attachment-unnamed = Nimetön liite
attachment-size = { $n } kt
