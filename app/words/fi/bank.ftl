# Pankin ilmoittamat maksut
bank-title = Tuo maksut
bank-lead = Tuo pankkisi tekemä tiedosto. Maksut, joiden viite täsmää, kirjataan heti. Muille ehdotamme laskua.
bank-file = Pankin tiedosto
bank-file-hint = CAMT.053, CAMT.054 tai CSV. Jo tuotu tiedosto ei muuta mitään.
bank-import = Tuo
bank-nothing-chosen = Valitse ensin tiedosto.
bank-nothing-new = Tiedostossa ei ole uutta
bank-look = Katso kirjatut maksut tai kumoa
bank-recent = Viimeksi tuodut
bank-brought = { $n ->
    [one] Yksi maksu
   *[other] { $n } maksua
}
bank-still-waiting = { $n ->
    [one] yksi ilman laskua
   *[other] { $n } ilman laskua
}
bank-left-out = { $n ->
    [one] yksi tapahtuma jätettiin pois: maksettu ulos, kirjaamatta tai eritelty toisessa tiedostossa
   *[other] { $n } tapahtumaa jätettiin pois: maksettu ulos, kirjaamatta tai eritelty toisessa tiedostossa
}
bank-waiting = Maksut ilman laskua
bank-waiting-text = Valitse kullekin lasku. Valintasi kirjataan laskulle.
bank-more-waiting = Lisää tulee näkyviin, kun nämä on käsitelty.
bank-none-waiting = Jokaisella maksulla on lasku
bank-match = Kohdista uudelleen
bank-no-payer = Maksajaa ei nimetty
bank-reference = viite { $reference }
bank-rest = { $sum } jäljellä
bank-part = osa laskusta { $invoice }
bank-propose = { $name }: { $numbers }
bank-other = Toinen lasku tai ei laskua
bank-numbers = Laskujen numerot
bank-numbers-hint = Useat pilkuilla erotettuina; ensimmäinen maksetaan ensin.
bank-record = Kirjaa maksu
bank-dismiss = Ei koske laskua
bank-dismissed = Ei koske laskua
bank-wait-again = Valitse lasku
bank-waits = Ilman laskua
bank-recorded = Kirjattu
bank-payments = Maksut
bank-undo-means = Tästä tiedostosta kirjatut maksut poistetaan laskuilta. Summat ovat taas maksamatta.
bank-number-empty = Kirjoita laskun numero.
bank-number-unknown = Numerolla { $number } ei ole maksamatonta laskua.
bank-number-several = Usealla asiakkaalla on maksamaton lasku numerolla { $number }. Kirjaa maksu oikean laskun sivulla.
bank-number-customers = Laskut ovat eri asiakkaiden. Kirjaa ensin yhden asiakkaan laskut.
bank-not-a-statement = Tätä tiliotetta emme osaa lukea. Sen pitäisi olla CAMT.053, CAMT.054 tai CSV.
bank-bad-entry = Tapahtumasta { $entry } puuttuu { $element }, tai sitä ei voi lukea. Mitään ei tuotu.
bank-bad-cell = Rivi { $row }: saraketta ”{ $heading }” ei voi lukea. Mitään ei tuotu.
bank-no-columns = Päivän tai summan saraketta ei löydy. Nimeä ne ”Päivä” ja ”Summa”.
bank-recorded-part = Kirjattu osittain
bank-recorded-now = Maksu on kirjattu.
bank-dismissed-now = Merkitty: ei kuulu laskulle. Voit muuttaa tämän tuodun tiedoston sivulla.
bank-waits-now = Maksu on taas alla luettelossa. Valitse lasku.
bank-nothing-recorded = Mitään ei kirjattu: lasku on sillä välin maksettu, tai työkaveri on jo käsitellyt maksun.
