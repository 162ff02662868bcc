# Asiakkaiden, henkilöiden, projektien ja tehtävien tuonti taulukosta
table-title = Tuo taulukosta
table-lead = Kopioi rivit otsikoineen ja liitä ne tähän, tai valitse tiedosto. Mitään ei tallenneta ennen kuin olet tarkistanut sen.
table-what = Mitä taulukossa on?
table-customers = Asiakkaat
table-people = Henkilöt
table-projects = Projektit ja luvatut päivät
table-tasks = Tehtävät
table-work = Työ
table-usage = Palvelujen käyttö
table-paste = Liitä rivit
table-paste-hint = Otsikot ensimmäisellä rivillä.
table-file = Tai valitse tiedosto
table-file-hint = CSV, jollaisen jokainen taulukko-ohjelma tallentaa; enintään { $limit } riviä kerralla.
table-check = Tarkista rivit
table-pasted = Liitetyt rivit
table-nothing = Liitä ensin rivejä tai valitse tiedosto.
table-no-kind = Valitse, mitä taulukossa on.
table-known = Mitkä sarakkeet tunnistetaan?
table-known-text = Lihavoidut tarvitaan. Järjestyksellä ei ole väliä, ja muut otsikot voit yhdistää itse.
table-recent = Viimeksi tuodut
table-check-title = { $kind }: tarkista ja tuo
table-to-customers = Asiakkaisiin
table-another = Tuo toinen taulukko
table-other = Valitse toinen taulukko
table-unreadable = Taulukkoa ei voi lukea.
table-too-large = Tiedosto on liian suuri.
table-not-text = Tämä ei ole tekstitaulukko. Tallenna se taulukko-ohjelmasta CSV-muodossa.
table-empty = Siinä ei ole rivejä.
table-heading-twice = Otsikko ”{ $heading }” on kahdesti; toinen on sarakkeessa { $column }. Nimeä toinen uudelleen.
table-no-heading = Rivillä { $row } on ”{ $written }” sarakkeessa { $column }, jolla ei ole otsikkoa.
table-too-many-rows = Siinä on yli { $limit } riviä. Tuo se osissa.
table-too-many-columns = Siinä on yli { $limit } saraketta. Jätä pois ne, joita ei tarvita.
table-cell-too-long = Rivi { $row }, sarake { $column }: teksti on yli { $limit } merkkiä.
table-bad-character = Rivi { $row }, sarake { $column }: merkkiä ei voi lukea.
table-open-quote = Rivi { $row }, sarake { $column }: lainausmerkki jää auki.
table-missing = Sarake puuttuu: { $names }.
table-missing-text = Valitse alla, mikä sarake se on.
table-columns-all = Sarakkeet: kaikki tunnistettu
table-columns-unused = { $n ->
    [one] Sarakkeet: yksi jää pois
   *[other] Sarakkeet: { $n } jää pois
}
table-columns-text = Valintasi muistetaan seuraavalle taulukolle, jossa on samat otsikot.
table-columns-take = Käytä näitä sarakkeita
table-column-left-out = Jätä pois
table-sample = Esimerkiksi: { $sample }
table-field-customer = Asiakas
table-field-name = Nimi
table-field-first-name = Etunimi
table-field-last-name = Sukunimi
table-field-email = Sähköposti
table-field-title = Tehtävänimike
table-field-language = Kieli
table-field-scopes = Mitä henkilö näkee
table-field-project = Projekti
table-field-shared = Näkyy asiakkaalle
table-field-milestone = Välitavoite
table-field-promised-on = Luvattu päivä
table-field-task = Tehtävä
table-field-due-on = Määräpäivä
table-field-side = Kuka tekee
table-field-stage = Kuka näkee
table-field-why = Mihin sitä tarvitaan
table-field-worker = Kuka teki
table-field-done = Mitä tehtiin
table-in-column = { $name }, sarake { $column }
table-row = Rivi
table-doubtful = Vahvista
table-new = Uusi
table-here = On jo täällä
table-no-rows = Otsikoiden alla ei ole rivejä
table-count-new = { $n } uutta
table-count-present = { $n } jo täällä
table-count-doubtful = { $n } vahvistettavaa
table-count-wrong = { $n } korjattavaa
table-count-added = { $n ->
    [0] Mitään ei tuotu
    [one] Yksi rivi tuotu
   *[other] { $n } riviä tuotu
}
table-count-refused = { $n } jäi tuomatta
table-undone = { $n ->
    [0] Tuonti on kumottu
    [one] Tuonti on kumottu; yksi rivi jää
   *[other] Tuonti on kumottu; { $n } riviä jää
}
table-undo = Kumoa tämä tuonti
table-undo-title = Kumotaanko tuonti?
table-undo-text = Tuodut rivit poistetaan lopullisesti. Se, mitä on sen jälkeen muutettu tai minkä asiakkaan henkilöt ovat nähneet, jää.
table-undo-sure = Kyllä, kumoa
table-undo-nothing = Tästä tuonnista ei ole mitään jäljellä.
table-undo-stays = Nämä jäävät, koska niitä on muutettu tai ne on nähty, tai niihin kuuluu jotakin muuta. Jos niiden henkilöt tai projektit on myös tuotu, kumoa ensin se tuonti.
table-keep = { $n ->
    [one] Tuo yksi rivi
   *[other] Tuo { $n } riviä
}
table-keep-doubtful = { $n ->
    [one] Se on oikein: tuo yksi rivi
   *[other] Kaikki on oikein: tuo { $n } riviä
}
table-ambiguous-day = Tämä voi olla kaksi eri päivää. Kirjoita se näin: 4.12.2026.
table-unknown-word = ”{ $word }” ei kerro tässä mitään.
table-unknown-customer = Millään asiakkaalla ei ole tätä numeroa, Y-tunnusta tai nimeä.
table-several-customers = Usealla asiakkaalla on tämä nimi. Käytä asiakasnumeroa.
table-ended-customer = Yhteistyö tämän asiakkaan kanssa on päättynyt.
table-unknown-project = Asiakkaalla ei ole tämän nimistä projektia. Tuo projekti ensin.
table-several-projects = Asiakkaalla on useita tämän nimisiä projekteja.
table-unknown-colleague = Kenelläkään kollegallasi ei ole tätä sähköpostia tai nimeä.
table-not-responsible = Joku muu vastaa tästä asiakkaasta.
table-links = Lähetä kaikille henkilökohtainen linkki
table-links-text = Ne, joilla ei ole vielä henkilökohtaista linkkiä, saavat sen sähköpostilla omalla kielellään.
table-links-mailed = Henkilökohtaiset linkit ovat matkalla.
table-invoices = Laskut, rivi kerrallaan
table-field-invoice-number = Laskun numero
table-field-issued-on = Laskun päiväys
table-field-line = Kuvaus
table-field-quantity = Määrä
table-field-unit = Yksikkö
table-field-price = Yksikköhinta
table-field-net = Veroton summa
table-field-vat-rate = ALV-%
table-field-period = Kausi tai sen ensimmäinen päivä
table-field-period-end = Kauden viimeinen päivä
table-field-order = Ostotilaus
table-field-reference = Viitenumero
table-field-account = Tilinumero
table-field-currency = Valuutta
table-field-total = Laskun verollinen summa
table-field-credits = Hyvitettävä lasku
table-not-a-day = ”{ $written }” ei ole päivämäärä. Kirjoita näin: 4.12.2026.
table-not-a-period = ”{ $written }” ei ole kuukausi eikä kaksi päivämäärää. Kirjoita näin: 12/2026 tai 1.12.2026–31.12.2026.
table-not-a-number = ”{ $written }” ei ole luku.
table-unknown-currency = ”{ $written }” ei ole valuutta. Käytä kolmea kirjainta, esimerkiksi EUR.
table-unknown-vat = ”{ $written }” ei ole ALV-kanta. Kirjoita prosentti, esimerkiksi 25,5, tai ”käännetty verovelvollisuus” tai ”veroton”.
table-too-fine = Desimaaleja on enemmän kuin valuutassa.
table-number-too-large = Luku on liian suuri.
table-text-too-long = Tässä on yli { $limit } merkkiä.
table-other-than = Saman laskun rivillä { $row } lukee ”{ $written }”.
table-differs = Taulukossa on { $stated }, mutta summa on { $computed }.
table-invoice-faults = Lasku { $number }: { $faults }
table-match-elsewhere = Voit kohdistaa sarakkeet sivulla Tuo taulukosta; valinta muistetaan.
table-keep-invoices = { $n ->
    [one] Tuo yksi lasku
   *[other] Tuo { $n } laskua
}
table-count-invoices = { $n ->
    [0] Mitään ei tuotu
    [one] Yksi lasku tuotu
   *[other] { $n } laskua tuotu
}
table-reports = Aiemmat tilannekatsaukset
table-messages = Aiemmat viestit
table-field-reason = Syy
table-field-text = Viesti
table-field-reporter = Kuka raportoi
table-field-date = Päivä
table-field-writer = Kirjoittajan sähköposti
table-field-light = Tilanne
table-field-topic = Keskustelu
table-unknown-writer = Tämä ei ole työtoveri eikä asiakkaan henkilö. Tuo ensin henkilö.
table-more-faults = Ja { $n } muuta.
