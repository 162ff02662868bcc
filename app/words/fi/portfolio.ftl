# Toimittajan taulukko kaikista asiakkaista
portfolio-title = Asiakkaat
portfolio-all = Kaikki asiakkaat
portfolio-new = Uusi asiakas
portfolio-search = Nimi tai numero
portfolio-responsible = Vastuuhenkilö
portfolio-everyone = Kaikki
portfolio-mine = Minä
portfolio-show = Näytä
portfolio-show-all = Kaikki nykyiset asiakkaat
portfolio-show-waiting = Odottavat meitä
portfolio-show-alarming = Uhkaa myöhästyä tai myöhässä
portfolio-show-overdue = Lupaus myöhässä
portfolio-show-ended = Päättyneet asiakkaat
portfolio-order = Järjestys
portfolio-find = Hae
portfolio-old = Palvelimeen ei saatu yhteyttä, joten luettelo voi olla vanha. Yritämme hetken kuluttua uudelleen.
portfolio-count = { $n ->
    [one] { $n } asiakas, { $order }
   *[other] { $n } asiakasta, { $order }
}
portfolio-by-waiting = pisimpään odottanut ensin
portfolio-by-waiting-back = pisimpään odottanut viimeisenä
portfolio-by-name = A:sta Ö:hön
portfolio-by-name-back = Ö:stä A:han
portfolio-by-light = huonoin tilanne ensin
portfolio-by-light-back = paras tilanne ensin
portfolio-by-promise = lähin luvattu päivä ensin
portfolio-by-promise-back = kaukaisin luvattu päivä ensin
portfolio-by-open = suurin summa ensin
portfolio-by-open-back = pienin summa ensin
portfolio-by-visit = viimeksi avattu ensin
portfolio-by-visit-back = pisimpään avaamatta ollut ensin
portfolio-customer = Asiakas
portfolio-projects = Projektit
portfolio-waits = Odottaa meitä
portfolio-promise = Seuraava luvattu päivä
portfolio-open = Maksamatta
portfolio-visit = Avattu viimeksi
portfolio-late = { $n ->
    [1] myöhässä
   *[other] { $n } myöhässä
}
portfolio-at-risk = { $n ->
    [1] uhkaa myöhästyä
   *[other] { $n } uhkaa myöhästyä
}
portfolio-on-track = { $n ->
    [1] aikataulussa
   *[other] { $n } aikataulussa
}
portfolio-done = { $n ->
    [1] valmis
   *[other] { $n } valmista
}
portfolio-no-projects = ei vielä
portfolio-waits-nothing = ei mitään
portfolio-waits-count = { $n } asiaa
portfolio-promise-none = ei ole
portfolio-promise-passed = { $day }, myöhässä
portfolio-open-none = ei mitään
portfolio-open-others = { $n ->
    [one] ja { $n } muu valuutta
   *[other] ja { $n } muuta valuuttaa
}
portfolio-visit-never = ei koskaan
portfolio-pages = Sivut
portfolio-range = { $first }–{ $last } / { $n }
portfolio-before = Edelliset
portfolio-after = Seuraavat
portfolio-nothing = Asiakasta ei löytynyt
portfolio-nothing-text = Kokeile lyhyempää nimen tai numeron osaa, tai hae kaikista asiakkaista.
portfolio-none = Ei vielä asiakkaita
portfolio-none-text = Tässä näet jokaisen asiakkaan projektien tilanteen, mikä odottaa sinua ja mitä on maksamatta.
portfolio-number = Asiakasnumero
portfolio-waits-since = Odottanut alkaen
portfolio-currency = Valuutta
portfolio-export = Lataa taulukkona (CSV)
saved-filter-title = Tallennetut näkymäsi
saved-filter-save = Tallenna tämä näkymä
saved-filter-name = Näkymän nimi
saved-filter-name-hint = Esimerkiksi: Myöhässä olevat asiakkaani
saved-filter-remove = Poista
saved-filter-edit = Muuta
saved-filter-none = Ei vielä näkymiä. Valitse, mitkä asiakkaat näet ja missä järjestyksessä, ja tallenna se näkymäksi.
saved-filter-remove-means = Näkymä { $name } poistuu luettelostasi. Asiakkaisiin se ei vaikuta.
saved-filter-remove-sure = Kyllä, poista näkymä
portfolio-waits-more = Luvussa ”Odottaa meitä” ovat mukana myös summia koskevat keskustelut, joita et näe.
portfolio-trend = Verrattuna 30 päivän takaiseen
portfolio-trend-better = parempi kuin kuukausi sitten
portfolio-trend-same = sama kuin kuukausi sitten
portfolio-trend-worse = huonompi kuin kuukausi sitten
portfolio-trend-marks = Viimeisimmät tilanteet: { $marks }
