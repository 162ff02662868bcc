# Luettelo
invoice-way-back = Takaisin
invoices-title = Laskut
invoices-none = Ei vielä laskuja
invoices-none-text = Ensimmäinen tulee tähän, jokainen rivi selitettynä.
invoices-open = Maksettavaa
invoices-in-favour = Teillä on hyvitystä: palautamme sen tai vähennämme seuraavasta laskusta.
invoices-in-favour-staff = Asiakkaalla on hyvitystä: palautamme sen tai vähennämme seuraavasta laskusta.
invoices-nothing-open = Ei maksettavaa. Kaikki on maksettu.
invoices-cancel-out = Ei maksettavaa: laskut ja hyvitykset kumoavat toisensa.
invoices-all = Kaikki laskut
invoices-of-month = Laskut, { $month }
invoices-show-all = Näytä kaikki
invoices-none-in-month = Tässä kuussa ei ole laskuja.
invoices-newer = Uudemmat laskut
invoices-older = Vanhemmat laskut
invoice-column = Lasku
invoice-dated = Laskun päiväys
invoice-tax-point = Arvonlisäveron päivä
invoice-due = Eräpäivä
invoice-sum = Summa
invoice-open = Maksamatta
invoice-late = Erääntynyt
invoice-paid = Maksettu
invoice-not-for-payment = Ei maksettavaa
invoice-replaced = Korvattu oikaisulaskulla
invoice-replaced-by = Tämän korvaa oikaisulasku { $number }

# Mikä asiakirja
invoice-title = Lasku { $number }
invoice-title-credit = Hyvityslasku { $number }
invoice-title-corrected = Korjattu lasku { $number }

# Yläosa
invoice-at-a-glance = Yhteenveto
invoice-gives-back = Tämä pienentää maksettavaanne tai palautetaan teille.
invoice-gives-back-staff = Tämä pienentää asiakkaan maksettavaa tai palautetaan.
invoice-still-open = { $sum } maksamatta
invoice-original = Lataa alkuperäinen
invoice-pdf = Lataa PDF
invoice-ask = Kysy koko laskusta
due-today = eli tänään
due-in = { $days ->
    [one] { $days } päivän päästä
   *[other] { $days } päivän päästä
}
due-in-years = { $years ->
    [one] { $years } vuoden päästä
   *[other] { $years } vuoden päästä
}
due-since = { $days ->
    [one] { $days } päivä sitten
   *[other] { $days } päivää sitten
}
due-since-years = { $years ->
    [one] { $years } vuosi sitten
   *[other] { $years } vuotta sitten
}
invoice-from = Myyjä
invoice-to = Ostaja
invoice-period = Jakso
invoice-delivered = Toimitettu
invoice-delivered-to = Toimituspaikka
invoice-corrects = Viittaa laskuun
invoice-your-reference = Viitteenne
invoice-your-order = Tilauksenne
invoice-sellers-order = Myyjän tilaus
invoice-contract = Sopimus
invoice-project = Projekti
invoice-object = Laskutuksen kohde
invoice-booked = Tiliöintiviitteenne
invoice-payee = Maksun saaja
invoice-direct-debit = Suoraveloitus
direct-debit-from = tililtänne { $account }
direct-debit-mandate = valtakirja { $id }
direct-debit-nothing-to-do = veloitetaan automaattisesti
invoice-account = Tilinumero
invoice-payment-reference = Viitenumero
invoice-terms = Maksuehdot
invoice-note = Lisätiedot
invoice-brought-in = Tuotu
invoice-brought-in-by = { $day }, { $name }
invoice-brought-in-console = { $day }, komentoriviltä
period-from-to = { $from } – { $to }
period-from = { $from } alkaen
period-to = { $to } asti

# Rivit
lines-title = Laskurivit
lines-before = Edelliset rivit
lines-after = Seuraavat rivit
invoice-more = … ja { $count } muuta. Kaikki on alkuperäisessä tiedostossa.
line-column = Rivi
line-quantity = Määrä
line-price = Hinta
line-vat = Alv
line-net = Veroton
line-question = Kysy tästä rivistä
line-numbered = Rivi { $id }
line-item-number = Tuote
line-order-line = Tilauksenne rivi
line-list-price = Listahinta { $price }, alennus { $discount }
line-reckoned = Laskettu: { $sum }
price-per = / { $quantity }
taken-off = Alennus
put-on = Lisä
taken-off-sum = Alennus: { $sum }
taken-off-because = Alennus: { $sum } ({ $reason })
put-on-sum = Lisä: { $sum }
put-on-because = Lisä: { $sum } ({ $reason })
with-vat-rate = Alv { $rate }
unit-hour = h
unit-minute = min
unit-day = pv
unit-week = vk
unit-month = kk
unit-year = v
unit-piece = kpl
unit-working-day = { $n ->
    [one] työpäivä
   *[other] työpäivää
}
unit-quarter = { $n ->
    [one] vuosineljännes
   *[other] vuosineljännestä
}
unit-set = { $n ->
    [one] sarja
   *[other] sarjaa
}
unit-pair = { $n ->
    [one] pari
   *[other] paria
}
unit-dozen = { $n ->
    [one] tusina
   *[other] tusinaa
}
unit-package = { $n ->
    [one] pakkaus
   *[other] pakkausta
}
unit-box = { $n ->
    [one] laatikko
   *[other] laatikkoa
}
unit-bag = { $n ->
    [one] pussi
   *[other] pussia
}
unit-bottle = { $n ->
    [one] pullo
   *[other] pulloa
}
unit-pallet = { $n ->
    [one] lava
   *[other] lavaa
}
unit-roll = { $n ->
    [one] rulla
   *[other] rullaa
}
unit-person = { $n ->
    [one] henkilö
   *[other] henkilöä
}
unit-job = { $n ->
    [one] työ
   *[other] työtä
}
unit-lump-sum = { $n ->
    [one] kiinteä hinta
   *[other] kiinteää hintaa
}
unit-other = yksikkö { $code }

# Arvonlisävero
vat-title = Arvonlisävero
vat-rate = Kanta
vat-on = Veron peruste
vat-tax = Vero
vat-standard = yleinen kanta
vat-zero = nollaverokanta
vat-exempt = verosta vapautettu
vat-reverse-charge = käännetty verovelvollisuus
vat-within-eu = EU-yhteisömyynti
vat-export = vienti
vat-outside = ei arvonlisäveron piirissä
vat-split-payment = vero maksetaan erikseen
vat-canary-islands = IGIC, Kanariansaaret
vat-ceuta-melilla = IPSI, Ceuta ja Melilla

# Summat
adjustments-title = Alennukset ja lisät
totals-title = Miten summa muodostuu
total-lines = Rivit yhteensä
total-without-vat = Veroton
total-vat-own = Vero myyjän valuutassa
total-with-vat = Verollinen
total-prepaid = Maksettu ennakkoon
total-rounding = Pyöristys
total-third-party = Kolmannen osapuolen puolesta
total-withheld = Pidätettävä vero
total-payable = Maksettavaa
total-settled = Laskutettu ja maksettu
total-partly = Laskutettu, josta maksamatta { $open }
total-given-back = Hyvitetään
sum-of-many = { $count ->
    [one] { $count } summa
   *[other] { $count } summaa yhteensä
}

# Maksut
payments-title = Maksut
payments-none = Maksuja ei ole vielä kirjattu.
payment-record = Kirjaa maksu
payment-amount = Maksettu summa
payment-given-back = Palautettu summa
payment-day = Päivä
payment-take-back = Kumoa
payment-take-back-means = Virheellistä kirjausta varten. Summa on taas maksamatta, ja muutos näkyy muutoksissa.
payment-take-back-sure = Kyllä, kumoa
problem-more-than-open = Silloin on maksettu { $over } enemmän kuin on laskutettu. Jos se pitää paikkansa, vahvista se alla.
payment-more-than-open = Kyllä, tämä on enemmän kuin maksamatta oleva summa
payment-more-than-open-hint = Ylimenevä osa jää maksajan hyvitykseksi.
problem-not-an-amount = Kirjoita summa, esimerkiksi 1234,50, enintään valuutan desimaaleilla.

# Suunnitelmassa
money-due = eräpäivä { $day }
money-still-open = Maksamatta { $sum }, koko summa { $whole }.
money-open = Maksettavaa { $sum }.
money-in-favour = Teillä on hyvitystä { $sum }.
money-in-favour-staff = Asiakkaalla on hyvitystä { $sum }.
money-line = Maksettavaa { $sum }, eräpäivä { $day }.
money-line-late = Erääntynyt { $day }: { $late }. Maksettavaa yhteensä { $sum }.
money-line-all-late = Erääntynyt { $day }: { $sum }.
money-line-nothing = Ei maksettavaa juuri nyt.
money-rest = Muut
money-vat = Arvonlisävero

# Toisen asiakkaan lasku
invoice-not-theirs = Väärä asiakas?
invoice-take-back = Poista lasku
invoice-take-back-means = Lasku ja sen tiedosto poistetaan pysyvästi asiakkaalta ({ $customer }). Sitten voit tuoda sen oikealle asiakkaalle. Asiakkaan henkilöt, jotka näkevät laskut, näkevät muutoksissa, että lasku näkyi virheellisesti.
invoice-take-back-payments = { $n ->
    [one] Myös tähän kirjattu maksu poistetaan.
   *[other] Myös tähän kirjatut { $n } maksua poistetaan.
}
invoice-take-back-discussions = { $n ->
    [one] Myös siitä käyty keskustelu poistetaan viesteineen.
   *[other] Myös siitä käydyt { $n } keskustelua poistetaan viesteineen.
}
invoice-take-back-seen = { $n ->
    [one] { $names } näkee laskut täällä ja on voinut jo nähdä tämän.
   *[other] Nämä henkilöt näkevät laskut täällä ja ovat voineet jo nähdä tämän: { $names }.
}
invoice-take-back-unseen = { $customer }: kukaan ei nyt näe laskuja.
invoice-take-back-sure = Kyllä, poista
invoice-taken-back = Lasku on poistettu. Tuo sen tiedosto nyt oikealle asiakkaalle.

# Syyt koodeista
reason-code = syykoodi { $code }
allowance-ahead-of-schedule = valmistui etuajassa
allowance-bonus = bonus
allowance-special-agreement = erityissopimus
allowance-production-error = tuotantovirhe
allowance-sample = näyte
allowance-end-of-range = poistuva tuote
allowance-discount = alennus
allowance-special-rebate = erityisalennus
allowance-temporary = määräaikainen alennus
allowance-standard = vakioalennus
allowance-yearly = vuosiostot
charge-advertising = mainonta
charge-additional-packaging = lisäpakkaus
charge-other-services = muut palvelut
charge-cleaning = puhdistus
charge-delivery = toimitus
charge-freight = rahti
charge-financing = rahoitus
charge-labelling = merkintä
charge-packing = pakkaus
charge-special-handling = erityiskäsittely
