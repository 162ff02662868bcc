# Luettelo
invoice-way-back = Takaisin
invoices-title = Laskut
invoices-none = Ei vielä laskuja
invoices-none-text = Ensimmäinen tulee tähän rivi riviltä selitettynä.
invoices-open = Avoinna
invoices-in-favour = Asiakkaan hyväksi: palautetaan tai vähennetään seuraavasta laskusta.
invoices-nothing-open = Ei mitään. Kaikki on maksettu.
invoices-cancel-out = Avoimet summat kumoavat toisensa.
invoices-all = Kaikki laskut
invoice-column = Lasku
invoice-dated = Päivätty
invoice-tax-point = Arvonlisäveron päivä
invoice-due = Eräpäivä
invoice-sum = Summa
invoice-open = Avoinna
invoice-late = Erääntynyt
invoice-paid = Maksettu

# Mikä asiakirja
invoice-title = Lasku { $number }
invoice-title-credit = Hyvityslasku { $number }
invoice-title-corrected = Korjattu lasku { $number }

# Yläosa
invoice-at-a-glance = Yhdellä silmäyksellä
invoice-gives-back = Tämä pienentää maksettavaa tai palautetaan teille.
invoice-still-open = { $sum } avoinna
invoice-original = Lataa alkuperäinen
invoice-ask = Kysy koko laskusta
due-today = eli tänään
due-in = { $days ->
    [one] { $days } päivän päästä
   *[other] { $days } päivän päästä
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
invoice-period = Ajalta
invoice-delivered = Toimitettu
invoice-corrects = Viittaa laskuun
invoice-your-reference = Viitteenne
invoice-your-order = Tilauksenne
invoice-sellers-order = Myyjän tilaus
invoice-contract = Sopimus
invoice-project = Projekti
invoice-object = Kohde
invoice-booked = Tiliöinti
invoice-account = Tili
invoice-payment-reference = Maksun viite
invoice-terms = Ehdot
invoice-note = Huomautus
invoice-brought-in = Tuotu
invoice-brought-in-by = { $day }, { $name }
invoice-brought-in-console = { $day }, komentoriviltä
period-from-to = { $from } – { $to }
period-from = { $from } alkaen
period-to = { $to } saakka

# Rivit
lines-title = Mistä se koostuu
line-column = Rivi
line-quantity = Määrä
line-price = Hinta
line-vat = Alv
line-net = Veroton
line-question = Kysy tästä rivistä
line-item-number = Tuote
line-order-line = Tilauksenne rivi
line-list-price = Listahinta { $price }
line-reckoned = Laskettu: { $sum }
price-per = / { $quantity }
taken-off = Vähennetty
put-on = Lisätty
taken-off-sum = Vähennetty: { $sum }
taken-off-because = Vähennetty: { $sum } ({ $reason })
put-on-sum = Lisätty: { $sum }
put-on-because = Lisätty: { $sum } ({ $reason })
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
vat-zero = nollakanta
vat-exempt = veroton
vat-reverse-charge = käännetty verovelvollisuus
vat-within-eu = EU-myynti
vat-export = vienti
vat-outside = ei alv:n piirissä

# Summat
adjustments-title = Vähennykset ja lisät
totals-title = Näin summa muodostuu
total-lines = Rivit
total-without-vat = Veroton
total-vat-own = Vero myyjän valuutassa
total-with-vat = Verollinen
total-prepaid = Maksettu ennakkoon
total-rounding = Pyöristys
total-payable = Maksettava
total-given-back = Hyvitetään
sum-of-many = { $count ->
    [one] { $count } luku
   *[other] { $count } lukua yhteensä
}

# Maksut
payments-title = Maksut
payments-none = Maksuja ei ole vielä kirjattu.
payment-record = Kirjaa maksu
payment-amount = Maksettu summa
payment-given-back = Palautettu summa
payment-day = Päivä
payment-take-back = Peru kirjaus
payment-take-back-means = Väärää kirjausta varten. Summa on taas avoinna, ja muutoksissa kerrotaan siitä.
payment-take-back-sure = Kyllä, peru
problem-more-than-open = Maksettu on silloin { $over } enemmän kuin on laskutettu. Jos se pitää paikkansa, vahvista se alla.
payment-more-than-open = Pitää paikkansa: enemmän kuin on avoinna
payment-more-than-open-hint = Ylimenevä osa jää maksajan hyväksi.
problem-not-an-amount = Kirjoita pelkkä summa, esimerkiksi 1234,50, enintään valuutan desimaaleilla.

# Suunnitelmassa
money-title = Mistä maksat
money-title-staff = Mistä asiakas maksaa
money-due = eräpäivä { $day }
money-still-open = Avoinna { $sum }, koko summa { $whole }.
money-open = Maksettavana { $sum }.
money-in-favour = Asiakkaan hyväksi { $sum }.
money-line = Avoinna { $sum }, eräpäivä { $day }.
money-line-late = Avoinna { $sum }, erääntyi { $day }.
money-line-nothing = Nyt ei ole maksettavaa.
money-rest = Kaikki muu
money-vat = Arvonlisävero

# Toisen asiakkaan lasku
invoice-not-theirs = Onko lasku toisen asiakkaan?
invoice-take-back = Ota lasku takaisin
invoice-take-back-means = Se poistuu tiedostoineen pysyvästi tämän asiakkaan suunnitelmasta, summista ja luettelosta. Sen jälkeen sen voi tuoda uudelleen oikealle asiakkaalle. Ne, jotka näkevät asiakkaalla { $customer } summia, lukevat muutoksista, ettei se ollut heidän.
invoice-take-back-payments = { $n ->
    [one] Tähän kirjattu maksu poistuu samalla.
   *[other] Tähän kirjatut { $n } maksua poistuvat samalla.
}
invoice-take-back-discussions = { $n ->
    [one] Siitä käyty keskustelu poistuu samalla kaikkine viesteineen.
   *[other] Siitä käydyt { $n } keskustelua poistuvat samalla kaikkine viesteineen.
}
invoice-take-back-seen = { $n ->
    [one] { $names } näkee täällä summia ja on voinut jo nähdä sen.
   *[other] Nämä ihmiset näkevät täällä summia ja ovat voineet jo nähdä sen: { $names }.
}
invoice-take-back-unseen = Kukaan asiakkaalla { $customer } ei näe nyt summia.
invoice-take-back-sure = Kyllä, ota se takaisin
invoice-taken-back = Lasku on otettu takaisin. Lue sen tiedosto uudelleen oikealle asiakkaalle.
