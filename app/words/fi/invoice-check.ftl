# Mitä uudelleen laskeminen kertoo
verdict-all-agree = Täsmää sentilleen
verdict-all-rounding = Pyöristysero, selitys alla
verdict-all-differ = Osa summista ei täsmää, selitys alla
verdict-all-unknown = Osaa summista ei voi tarkistaa
verdict-every-sum = Kaikki summat täsmäävät
verdict-agrees = Täsmää
verdict-rounded = Pyöristetty
verdict-off = Ero { $sum }
verdict-unknown = Ei voi tarkistaa
differs-title = Summat, jotka eivät täsmää
differs-text = Laskimme kaikki summat uudelleen. Nämä eroavat laskusta. Jos epäilet, että maksatte liikaa, kysy meiltä.
untold-title = Summat, joita ei voi tarkistaa
untold-text = Laskimme kaikki summat uudelleen. Näistä lasku ei kerro tarpeeksi. Jos epäilet, että maksatte liikaa, kysy meiltä.
differs-others = { $count ->
    [0] Muuta ei voitu tarkistaa.
    [one] { $count } muu summa täsmää sentilleen.
   *[other] Muut { $count } summaa täsmäävät sentilleen.
}
finding-differs = Laskimme { $computed }; laskussa lukee { $stated }.
finding-differs-by = { $working } on { $computed }; laskussa lukee { $stated }.
finding-unknown = Luvut ovat liian suuria laskettaviksi, tai hinta on annettu nollalle yksikölle.
finding-other-units = Hinta on annettu yksikölle { $priced }, mutta määrä on { $counted }; lasku ei kerro, miten ne vastaavat toisiaan.
rules-looked-at = { $count ->
    [one] { $count } sääntö tarkistettu
   *[other] { $count } sääntöä tarkistettu
}
rule-line-net = Rivi { $line }: määrä kertaa hinta, alennukset ja lisät mukana.
rule-line-net-any = Rivi: määrä kertaa hinta, alennukset ja lisät mukana.
rule-adjustment = Koko laskun prosentuaalinen alennus tai lisä.
rule-adjustment-of-line = Rivi { $line }: prosentuaalinen alennus tai lisä.
rule-lines-total = Rivit yhteensä vastaavat laskun rivisummaa.
rule-allowances-total = Alennukset yhteensä.
rule-charges-total = Lisät yhteensä.
rule-without-vat = Veroton summa: rivit, miinus alennukset, plus lisät.
rule-vat-base = Alv { $rate }: veron peruste.
rule-vat-base-any = Veron peruste.
rule-vat-amount = Alv { $rate }: verokanta kertaa veron peruste.
rule-vat-amount-any = Verokanta kertaa veron peruste.
rule-vat-total = Arvonlisävero yhteensä, kaikki kannat.
rule-with-vat = Verollinen summa.
rule-payable = Maksettava summa, josta on vähennetty ennakkomaksut.
rule-credit-sign = Hyvityslaskun summa ilmoitetaan positiivisena.
rule-decimals = Enemmän desimaaleja kuin valuutassa on: { $place } on laskussa { $written }.
rule-decimals-any = Summissa on enintään valuutan desimaalit.
cause-sign-reversed = Summa on oikein, kun etumerkki vaihdetaan.
cause-quantity-left-out = Koko määrän hintana näyttää olevan yhden hinta.
cause-cut-off = Lähettäjän ohjelma näyttää katkaisseen desimaalit eikä pyöristäneen niitä.
cause-lines-added-unrounded = Lähettäjän ohjelma näyttää laskeneen rivit yhteen ja pyöristäneen vasta summan.
cause-vat-rounded-per-line = Lähettäjän ohjelma näyttää pyöristäneen veron riveittäin ja laskeneen sen sitten yhteen.

# Miksi tiedostoa ei voi lukea
unreadable-too-large = Tiedoston koko on { $size } Mt; enintään { $limit } Mt mahtuu.
unreadable-not-text = Emme pysty lukemaan tiedostoa. Se voi olla kuva, PDF tai pakattu tiedosto; tarvitsemme laskun UBL- tai Finvoice-muotoisena XML:nä.
unreadable-not-xml = XML on vajaa: se katkeaa tai menee vikaan rivillä { $line }. Se on voinut katketa matkalla; hae tiedosto uudelleen.
unreadable-doctype = Rivillä { $line } on DOCTYPE, jota mikään lasku ei tarvitse ja josta voi olla haittaa. Emme lue sellaisia tiedostoja.
unreadable-too-deep = Rivillä { $line } on yli { $limit } sisäkkäistä tasoa; missään laskussa ei ole.
unreadable-too-many-parts = Riville { $line } mennessä tiedostossa on enemmän osia kuin missään laskussa.
unreadable-other-kind = Tämä on XML:ää mutta ei UBL-lasku eikä hyvityslasku: juurielementti on ”{ $root }”. Tarkoititko toista tiedostoa?
unreadable-missing = Jokaisessa laskussa on oltava tämä, mutta se puuttuu: { $place }.
unreadable-twice = Tämä on ilmoitettu kahdesti eri arvoilla: { $place }.
unreadable-text-too-long = Teksti on yli { $limit } merkkiä: { $place }.
unreadable-date = ”{ $written }” ei ole päivämäärä: { $place }.
unreadable-number = ”{ $written }” ei ole laskun muotoinen luku: { $place }.
unreadable-amount-too-large = ”{ $written }” on liian suuri laskettavaksi: { $place }.
unreadable-currency = ”{ $written }” ei ole tuntemamme valuutta: { $place }.
unreadable-other-currency = Summan valuutta on { $found }, mutta laskun { $currency }: { $place }.
unreadable-neither = Ei käy ilmi, onko tämä alennus vai lisä (”{ $written }”): { $place }.
spot = { $name } ({ $term })
spot-on-line = { $name } rivillä { $line } ({ $term })
term-number = laskun numero
term-issued-on = päiväys
term-kind = asiakirjan tyyppi
term-currency = valuutta
term-due-on = eräpäivä
term-seller = myyjän nimi
term-buyer = ostajan nimi
term-totals = loppusummat
term-lines = rivit
term-adjustment = alennus tai lisä
term-lines-total = rivien summa
term-without-vat = veroton summa
term-vat = arvonlisävero
term-with-vat = verollinen summa
term-prepaid = ennakkomaksu
term-payable = maksettava summa
term-vat-base = veron peruste
term-vat-rate = verokanta tai -luokka
term-line-number = rivin numero
term-quantity = määrä
term-line-net = rivin veroton summa
term-price = hinta
term-line-name = tuotteen nimi
term-other = muu kenttä

# Tuominen
import-title = Tuo laskuja
import-steps = Vaiheet
import-step-choose = Valitse tiedostot
import-step-look = Tarkista
import-step-keep = Tallenna
import-drop = Pudota laskutiedostot tähän
import-hint = Laskuja ja hyvityslaskuja XML:nä, PDF:nä, jossa on XML-lasku, CSV:nä, jossa on rivi kerrallaan, tai ZIPinä, enintään { $limit } Mt kukin, { $count } kerrallaan. Mitään ei tallenneta ennen kuin olet tarkistanut sen.
import-read = Lue tiedostot
import-nothing-chosen = Valitse ensin ainakin yksi tiedosto.
import-refused = Näitä tiedostoja ei hyväksytty. Muut ovat alla.
import-not-opened = Pakattua tiedostoa tai sen osaa ei voi avata.
import-infected = Virustarkistus löysi siitä haittaohjelman { $found }.
import-not-scanned = Virustarkistus ei vastaa. Yritä hetken päästä uudelleen.
import-too-many = Enintään { $limit } tiedostoa voi odottaa kerralla. Tallenna tai hylkää ensin osa.
import-not-all-kept = { $kept } tallennettu, { $left ->
    [one] yksi vaatii toimia
   *[other] { $left } vaatii toimia
}.
import-not-all-kept-text = Kunkin laskun kohdalla alla lukee, mitä puuttuu.
import-not-brought-in = Ei tuotu
import-here-already = On jo tuotu.
import-twice = Aiemmassa tiedostossa { $file } on sama numero samalta myyjältä. Jätä pois se, jota ei pidä tallentaa.
import-here-by = { $seller }: numeron { $number } toi { $name } asiakkaalle { $customer } { $day }.
import-here-elsewhere = { $seller }: numero { $number } on jo tuotu.
import-here = { $seller }: numero { $number } tuotiin asiakkaalle { $customer } { $day }.
import-comes-twice = Se on mukana kahdesti.
import-open-it = Avaa se
import-same-number = Toinen asiakirja samalla numerolla?
import-same-number-means = Jotkin yritykset käyttävät samaa numeroa kahdesti. Tallenna tämäkin vain, jos se ei ole sama asiakirja.
import-same-number-sure = Kyllä, tallenna tämäkin
import-untold = Osaa summista ei voi tarkistaa. Laskun voi tallentaa sellaisenaan; asiakas näkee saman selityksen.
import-differs = Osa summista ei täsmää. Laskun voi tallentaa sellaisenaan; asiakas näkee saman selityksen.
import-findings-more = … ja { $count } muuta, jotka näkyvät, kun lasku on tuotu
import-found-by = löytyi tunnuksella { $id }
import-perhaps = Ehkä { $customer } (tunnus { $id }); tarkista. ”{ $name }” ilmoittaa myös toisen tunnuksen, jota emme tunne.
import-another = Väärä asiakas?
import-several = ”{ $name }”: usealla asiakkaalla on sama tunnus
import-nobody-by = ”{ $name }”: asiakasta ei löydy tunnuksella { $id }
import-nobody = ”{ $name }”: laskussa ei ole tunnusta
import-sum-due = { $sum }, eräpäivä { $day }
import-sum-not-for-payment = { $sum }, ei maksettavaa
import-sum-given-back = { $sum }, palautetaan tai vähennetään seuraavasta laskusta
import-what-was-read = Sisältö
import-lines = { $count ->
    [one] { $count } rivi
   *[other] { $count } riviä
}
import-adjustments = { $count ->
    [0] ei alennuksia eikä lisiä
    [one] { $count } alennus tai lisä
   *[other] { $count } alennusta tai lisää
}
import-rates = { $count ->
    [one] { $count } verokanta
   *[other] { $count } verokantaa
}
import-for-whom = Mille asiakkaalle?
import-for-whom-hint = Asiakkaan numero tai osa nimestä.
import-choose-one = Valitse
import-choose-customer = Valitse asiakas.
import-no-such-customer = Kenelläkään asiakkaalla ei ole tätä numeroa tai nimeä.
import-which-customer = Usea asiakas täsmää. Valitse yksi.
import-not-responsible = Tästä asiakkaasta vastaa joku muu, joten et voi tallentaa tätä. Kysy asiakkuuspäälliköltä.
import-keep = { $count ->
    [one] Tallenna { $count } lasku
   *[other] Tallenna { $count } laskua
}
import-leave-out = Jätä tämä pois
import-throw-away = Hylkää kaikki
import-throw-away-means = Mitään näistä tiedostoista ei tallenneta, ja tekemäsi valinnat katoavat. Voit tuoda tiedostot uudelleen.
import-throw-away-sure = Kyllä, hylkää kaikki
import-recent = Tallennettu viimeisen tunnin aikana
