# Mitä uudelleen laskeminen kertoo
verdict-all-agree = Täsmää sentilleen
verdict-all-rounding = Pyöristysero, selitys alla
verdict-all-differ = Kaikki ei täsmää, selitys alla
verdict-all-unknown = Kaikkea ei voi tarkistaa
verdict-every-sum = Jokainen summa täsmää
verdict-agrees = Täsmää
verdict-off = Ero { $sum }
verdict-unknown = Ei voi sanoa
differs-title = Mikä ei täsmää
differs-text = Laskimme kaikki summat uudelleen. Nämä eivät ole niin kuin lasku sanoo. Lasku näytetään sellaisena kuin lähettäjä sen kirjoitti; jos ero maksaa teille jotain, kysykää siitä.
untold-title = Mitä laskusta ei selviä
untold-text = Laskimme kaikki summat uudelleen. Näistä lasku ei kerro tarpeeksi. Lasku näytetään sellaisena kuin lähettäjä sen kirjoitti; jos tämä maksaa teille jotain, kysykää siitä.
differs-others = { $count ->
    [0] Muuta ei voitu tarkistaa.
    [one] { $count } muu summa täsmää sentilleen.
   *[other] Muut { $count } summaa täsmäävät sentilleen.
}
finding-differs = Tulos on { $computed }; laskussa lukee { $stated }.
finding-differs-by = { $working } on { $computed }; laskussa lukee { $stated }.
finding-unknown = Luvut ovat liian suuria laskettaviksi, tai hinta on annettu nollalle yksikölle.
finding-other-units = Hinta on määrälle { $priced }, mutta laskutettu määrä on { $counted }; lasku ei kerro, miten ne vastaavat toisiaan.
rules-looked-at = { $count ->
    [one] { $count } sääntö tarkistettu
   *[other] { $count } sääntöä tarkistettu
}
rule-line-net = Rivi { $line }: määrä kertaa hinta, vähennykset ja lisät mukana.
rule-line-net-any = Rivi: määrä kertaa hinta, vähennykset ja lisät mukana.
rule-adjustment = Prosentti, joka vähennetään tai lisätään koko laskuun.
rule-adjustment-of-line = Rivi { $line }: prosentti, joka vähennetään tai lisätään.
rule-lines-total = Rivien summa on rivien yhteissumma.
rule-allowances-total = Vähennykset yhteensä.
rule-charges-total = Lisät yhteensä.
rule-without-vat = Veroton summa seuraa riveistä, vähennyksistä ja lisistä.
rule-vat-base = Alv { $rate }: veron peruste yhteensä.
rule-vat-base-any = Veron peruste yhteensä.
rule-vat-amount = Alv { $rate }: verokanta kertaa peruste.
rule-vat-amount-any = Verokanta kertaa peruste.
rule-vat-total = Vero yhteensä kannoittain.
rule-with-vat = Verollinen summa.
rule-payable = Maksettava, josta on vähennetty jo maksettu.
cause-sign-reversed = Summa on oikein, kun etumerkki vaihdetaan.
cause-quantity-left-out = Yhden hinta näyttää jääneen kaikkien hinnaksi.
cause-cut-off = Lähettäjän ohjelma näyttää katkaisseen desimaalit pyöristämättä.
cause-lines-added-unrounded = Lähettäjän ohjelma näyttää laskeneen rivit yhteen ja pyöristäneen vasta summan.
cause-vat-rounded-per-line = Lähettäjän ohjelma näyttää pyöristäneen veron riveittäin ja laskeneen sitten yhteen.

# Miksi tiedostoa ei voi lukea
unreadable-too-large = Tiedostossa on { $size } Mt; enintään { $limit } Mt mahtuu.
unreadable-not-text = Emme saa tiedoston merkeistä selvää. Ehkä se on kuva, PDF tai pakattu tiedosto; tarvitsemme laskun UBL-muotoisena XML:nä.
unreadable-not-xml = Tämä ei ole ehjää XML:ää: se katkeaa tai menee vikaan rivillä { $line }. Ehkä se katkesi matkalla; hae se uudelleen sieltä, mistä se tuli.
unreadable-doctype = Rivillä { $line } on DOCTYPE, jota mikään lasku ei tarvitse ja jolla voi tehdä vahinkoa. Emme lue sellaisia tiedostoja.
unreadable-too-deep = Rivillä { $line } on yli { $limit } sisäkkäistä tasoa, mitä missään laskussa ei ole.
unreadable-too-many-parts = Riville { $line } mennessä tiedostossa on enemmän osia kuin missään laskussa.
unreadable-other-kind = Tämä on XML:ää mutta ei UBL-lasku eikä hyvityslasku: uloin elementti on ”{ $root }”. Ehkä tarkoitus oli valita toinen tiedosto.
unreadable-missing = Jotain, mikä joka laskussa on, puuttuu: { $place }.
unreadable-text-too-long = Teksti on yli { $limit } merkkiä: { $place }.
unreadable-date = ”{ $written }” ei ole kalenterin päivä: { $place }.
unreadable-number = ”{ $written }” ei ole UBL:n mukainen luku: { $place }.
unreadable-decimals = { $decimals ->
    [0] Luvussa ”{ $written }” on desimaaleja, mutta { $currency } lasketaan kokonaisina: { $place }.
   *[other] ”{ $written }” on tarkempi kuin valuutan { $currency } { $decimals } desimaalia: { $place }.
}
unreadable-amount-too-large = ”{ $written }” on suurempi kuin osaamme laskea: { $place }.
unreadable-currency = ”{ $written }” ei ole tuntemamme valuutta: { $place }.
unreadable-other-currency = Summa on valuutassa { $found }, vaikka lasku on valuutassa { $currency }: { $place }.
unreadable-neither = Ei käy ilmi, vähennetäänkö vai lisätäänkö (”{ $written }”): { $place }.
spot = { $name } ({ $term })
spot-on-line = { $name } rivillä { $line } ({ $term })
term-number = laskun numero
term-issued-on = päiväys
term-kind = asiakirjan laji
term-currency = valuutta
term-due-on = eräpäivä
term-seller = myyjän nimi
term-buyer = ostajan nimi
term-totals = loppusummat
term-lines = rivit
term-adjustment = vähennys tai lisä
term-lines-total = rivien summa
term-without-vat = veroton summa
term-vat = arvonlisävero
term-with-vat = verollinen summa
term-prepaid = jo maksettu
term-payable = maksettava summa
term-vat-base = veron peruste
term-vat-rate = verolaji tai verokanta
term-line-number = rivin numero
term-quantity = määrä
term-line-net = rivin veroton summa
term-price = hinta
term-line-name = mitä laskutetaan
term-other = muu kenttä

# Tuominen
import-title = Tuo laskuja
import-steps = Vaiheet
import-step-choose = Valitse tiedostot
import-step-look = Katso, mitä luettiin
import-step-keep = Tallenna
import-drop = Pudota UBL-tiedostot tähän
import-hint = Laskuja ja hyvityslaskuja XML:nä, enintään { $limit } Mt kukin, { $count } kerrallaan. Mitään ei tallenneta ennen kuin olet nähnyt sen.
import-read = Lue tiedostot
import-nothing-chosen = Valitse ensin ainakin yksi tiedosto.
import-refused = Näitä tiedostoja ei otettu. Muut ovat alla.
import-too-many = enintään { $limit } tiedostoa voi odottaa kerralla. Tallenna tai hylkää ensin osa.
import-not-all-kept = { $kept } tallennettu, { $left ->
    [one] yksi tarvitsee sinua
   *[other] { $left } tarvitsee sinua
}.
import-not-all-kept-text = Mitä puuttuu, lukee kunkin laskun kohdalla alla.
import-not-brought-in = Ei tuotu
import-here-already = Se on jo täällä.
import-twice = Sitä ennen tulleessa tiedostossa { $file } on saman myyjän sama numero. Jätä pois se, jota ei pidä tallentaa.
import-here-by = Myyjän { $seller } numeron { $number } toi { $name } asiakkaalle { $customer } { $day }.
import-here = Myyjän { $seller } numero { $number } tuotiin asiakkaalle { $customer } { $day }.
import-comes-twice = Se on mukana kahdesti.
import-open-it = Avaa se
import-untold = Kaikkia summia ei voi tarkistaa. Laskun voi tallentaa sellaisenaan; asiakas näkee samat lauseet.
import-differs = Kaikki summat eivät täsmää. Laskun voi tallentaa sellaisenaan; asiakas näkee samat lauseet.
import-found-by = löytyi tunnuksella { $id }
import-perhaps = Ehkä { $customer }, jonka tunnemme tunnuksesta { $id }; tarkistathan. ”{ $name }” ilmoittaa toisen tunnuksen, jota emme tunne.
import-another = Onko se toisen asiakkaan?
import-several = ”{ $name }”: usealla asiakkaalla on sama tunnus
import-nobody-by = Tunnuksella { $id } ei löydy ketään, ”{ $name }”
import-nobody = ”{ $name }”, ei mitään tunnusta
import-sum-due = { $sum }, eräpäivä { $day }
import-sum-given-back = { $sum }, palautetaan tai vähennetään maksettavasta
import-what-was-read = Luettu
import-lines = { $count ->
    [one] { $count } rivi
   *[other] { $count } riviä
}
import-adjustments = { $count ->
    [0] ei vähennyksiä eikä lisiä
    [one] { $count } vähennys tai lisä
   *[other] { $count } vähennystä tai lisää
}
import-rates = { $count ->
    [one] { $count } verokanta
   *[other] { $count } verokantaa
}
import-for-whom = Kenelle asiakkaalle se kuuluu?
import-for-whom-hint = Asiakkaan numero tai osa nimestä.
import-choose-one = Valitse
import-choose-customer = Kerro, kenelle asiakkaalle se kuuluu.
import-no-such-customer = Kenelläkään asiakkaalla ei ole tätä numeroa tai nimeä.
import-which-customer = Tämä voi tarkoittaa useaa. Valitse yksi.
import-not-responsible = Tästä asiakkaasta vastaavat muut, joten et voi tallentaa tätä. Kysy asiakkaan vastuuhenkilöltä.
import-keep = { $count ->
    [one] Tallenna { $count } lasku
   *[other] Tallenna { $count } laskua
}
import-leave-out = Jätä tämä pois
import-throw-away = Hylkää kaikki
import-throw-away-means = Mitään näistä tiedostoista ei tallenneta, ja niille tekemäsi valinnat katoavat. Voit tuoda tiedostot uudelleen.
import-throw-away-sure = Kyllä, hylkää kaikki
import-recent = Tallennettu viimeisen tunnin aikana
