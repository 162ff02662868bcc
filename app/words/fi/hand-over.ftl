# Useita asiakkaita kollegalle
hand-over-title = Siirrä asiakkaita
hand-over-lead = Valitse asiakkaat, uusi vastuuhenkilö ja päivä. Näet, mitä siirtyy, ennen kuin mitään tapahtuu.
hand-over-several = Siirrä useita
hand-over-list = Suunnitellut siirrot
hand-over-which = Kenen asiakkaat
hand-over-customers = Asiakkaat
hand-over-every = Valitse nämä kaikki
hand-over-cut = Tässä ovat ensimmäiset { $n }. Muut löydät hakemalla.
hand-over-waiting = { $n ->
    [one] { $n } avoin asia
   *[other] { $n } avointa asiaa
}
hand-over-to-hint = Kollegat, jotka näkevät samat asiakkaat kuin sinä.
hand-over-day = Mistä päivästä alkaen
hand-over-day-hint = Jos valitset tämän päivän, siirto tapahtuu heti. Voit perua sen, kunnes päivä alkaa.
hand-over-note = Viesti kollegalle
hand-over-note-hint = Mikä auttaa alkuun. Vain kollegat lukevat tämän.
hand-over-word = Viesti asiakkaille
hand-over-word-hint = He lukevat sen, kun yhteyshenkilö vaihtuu.
hand-over-look = Näytä, mitä siirtyy
hand-over-check = Onko tämä oikein?
hand-over-goes = Vastuuhenkilö { $day } alkaen: { $name }.
hand-over-goes-now = Vastuuhenkilö heti: { $name }.
hand-over-n = { $n ->
    [one] { $n } asiakas
   *[other] { $n } asiakasta
}
hand-over-from = Nyt: { $name }
hand-over-projects = Projektit: { $names }
hand-over-promise = seuraava luvattu päivä { $day }
hand-over-back = Muuta
hand-over-now = Siirrä nyt
hand-over-plan = Suunnittele siirto
hand-over-none = Ei suunniteltuja siirtoja
hand-over-none-text = Valitse asiakkaat, kollega ja päivä. Asiakkaat näkevät uuden yhteyshenkilön siitä päivästä alkaen.
hand-over-named = { $n ->
    [one] { $n } asiakas, { $day }: { $name }
   *[other] { $n } asiakasta, { $day }: { $name }
}
hand-over-by = Suunnitteli { $name }, { $day }
hand-over-withdraw = Peru
hand-over-withdraw-means = Asiakkaiden vastuuhenkilöt pysyvät samoina.
hand-over-withdraw-sure = Kyllä, peru
hand-over-withdrawn = Perui { $name }, { $day }
hand-over-done = Siirretty
hand-over-meanwhile = Ei siirretty: vastuuhenkilö oli ehtinyt vaihtua
hand-over-heir-cannot = Ei siirretty: { $name } ei voinut enää olla vastuuhenkilö
hand-over-not-allowed = Ei siirretty: { $name } ei voinut enää siirtää, tai yhteistyö oli päättynyt
today-hand-overs = Siirrot
today-over-you-get = { $n ->
    [one] Saat { $n } asiakkaan, { $day }
   *[other] Saat { $n } asiakasta, { $day }
}
today-over-you-got = { $n ->
    [one] Sait { $n } asiakkaan, { $day }
   *[other] Sait { $n } asiakasta, { $day }
}
today-over-failed = { $done }/{ $n } asiakasta siirtyi, uusi vastuuhenkilö: { $name }
today-over-why = Katso, mitkä eivät siirtyneet ja miksi.
