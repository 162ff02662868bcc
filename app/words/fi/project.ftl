# Projektit ja niiden tilanne.
light-done = Valmis
light-on-track = Aikataulussa
light-at-risk = Uhkaa myöhästyä
light-late = Myöhässä
light-none = Ei vielä raportoitu
project-no-promises = Päiviä ei ole vielä luvattu.
project-all-reached = Kaikki luvattu on saavutettu.
project-no-report = Ensimmäinen tilannekatsaus tulee tähän.
project-not-shown = Ei vielä näy asiakkaalle
project-ended = Päättynyt
project-ended-on = Päättyi { $day }.
project-report = Raportoi tilanne
project-report-of = { $name }
project-reports = Aiemmat tilannekatsaukset
project-who-has-it = Projektin vastuuhenkilö
project-start = Aloita projekti
project-start-title = Uusi projekti
project-edit = Nimi, näkyvyys, päättäminen
project-edit-title = Projekti ja sen näkyvyys
project-name = Nimi
project-about = Tarkoitus
project-about-hint = Yksi tai kaksi lausetta asiakkaan omilla sanoilla.
project-who-sees-it = Näkyvyys
project-show-at-once = Näytä asiakkaalle heti
project-show-at-once-hint = Muuten sen näkevät vain kollegat, kunnes näytät sen.
project-shown-since = Näkynyt asiakkaalle { $day } alkaen.
project-share = Näytä asiakkaalle
project-share-means = { $customer } ei vielä näe tätä projektia. Kun näytät sen, he näkevät tilannekatsaukset, luvatut päivät ja asiakkaalle näkyvät tehtävät sekä uudet keskustelut. Aiemmat keskustelut jäävät sisäisiksi.
project-unshare = Piilota asiakkaalta
project-unshare-means = { $customer } ei enää näe tätä projektia. He ovat voineet jo lukea sen.
project-unshare-sure = Kyllä, piilota
project-goes-on = Päättäminen ja avaaminen
project-end = Päätä projekti
project-end-means = Projekti siirtyy suunnitelman päättyneisiin, ja molemmat voivat yhä lukea sitä. Voit avata sen uudelleen.
project-end-sure = Kyllä, päätä
project-resume = Avaa projekti uudelleen
project-resume-means = Tämä projekti on päättynyt. Uudelleen avattuna se on taas käynnissä.
status-title = Tilannekatsaus
status-light = Tilanne
status-reason = Syy, asiakkaan omilla sanoilla
status-reason-hint = Näkyy suunnitelmassa tilanteen vieressä. Kerro, mitä se asiakkaalle merkitsee.
status-keep = Raportoi

# Mitä on poistettu
removed-title = Poistetut
removed-count = { $count ->
    [one] Yksi poistettu
   *[other] { $count } poistettua
}
removed-milestone = Välitavoite, poistettu { $when }, poistaja { $who }
removed-task = Tehtävä, poistettu { $when }, poistaja { $who }
removed-bring-back = Palauta
status-round-title = Raportoi monen projektin tilanne
status-round-lead = Muuta sitä, mikä on toisin, ja kerro miksi. Projekti, jonka jätät ennalleen, ei saa uutta katsausta.
status-round-open = Raportoi tilanne
status-round-some = Osaa katsauksista ei ole vielä tallennettu. Muut on tallennettu.
status-round-meanwhile = { $who } on raportoinut tällä välin: { $light }. Katsaustasi ei ole vielä tallennettu; raportoi uudelleen, niin se tulee tämän jälkeen.

# Projektin kopiointi ja monen asian lisääminen kerralla
project-copy = Kopioi tämä projekti
project-copy-title = Kopioi projekti
project-copy-text = Luvatut päivät ja tehtävät kopioidaan; päivien välit pysyvät samoina. Asiakas ei näe kopiota ennen kuin näytät sen.
project-copy-sure = Tee kopio
project-copy-for = Mille asiakkaalle
project-copy-for-hint = Asiakkaan numero tai nimi.
project-copy-starts-on = Ensimmäinen päivä
project-copy-starts-on-hint = Kopion ensimmäinen luvattu päivä. Muut seuraavat siitä.
lines-several = Lisää useita
lines-several-title = Lisää useita kerralla
lines-what = Mitä rivit ovat?
lines-ours = Meidän tehtäviämme
lines-theirs = Asiakkaan tehtäviä
lines-dates = Luvattuja päiviä
lines-lines = Yksi kullekin riville
lines-hint = Kirjoita tai liitä. Rivin alussa tai lopussa oleva päivä on sen päivä, esimerkiksi: Pilotti halli 3:ssa; 4.12.2026.
lines-add = Lisää kaikki
lines-unreadable = Riviä { $line } ei voi käyttää: se on tyhjä tai liian pitkä.
lines-without-day = Rivillä { $line } ei ole päivää.
lines-too-many = Enintään { $limit } riviä kerralla.
lines-quick = Lisää tehtävä
lines-quick-hint = Yksi rivi ja Enter. Lopussa oleva päivä on sen määräpäivä.
lines-quick-add = Lisää

# Templates of projects, and the first day
project-template-title = Tallenna projekti malliksi
project-template-text = Päivät ja tehtävät tallentuvat etäisyyksinä ensimmäisestä päivästä. Henkilöiden nimet, tilanne, keskustelut ja sisäisten tehtävien muistiinpanot eivät tallennu. Myös työkaverisi voivat lukea mallin ja aloittaa siitä.
project-template-save = Tallenna malliksi
project-template-name = Mallin nimi
project-template-name-hint = Esimerkiksi: Uusi toimipaikka, 12 viikkoa
project-template-task = Tehtävä
project-template-date = Luvattu päivä
project-template-days = { $days ->
    [0] ensimmäisenä päivänä
    [one] yksi päivä ensimmäisestä
   *[other] { $days } päivää ensimmäisestä
}
project-template-size = { $items ->
    [one] Yksi päivä tai tehtävä
   *[other] { $items } päivää ja tehtävää
}
project-template-remove = Poista
project-templates-title = Projektimallit
project-templates-lead = Näistä voi aloittaa projektin minkä tahansa asiakkaan suunnitelmassa.
project-templates-none = Ei vielä malleja. Tallenna malli projektin muokkaussivulta.
project-from-title = Aloita mallista
project-from-text = Asiakas ei näe projektia, ennen kuin näytät sen. Kaikki päivät seuraavat ensimmäistä päivää.
project-first-day = Ensimmäinen päivä
project-first-day-hint = Muut päivät pysyvät yhtä kaukana siitä.
project-first-day-title = Siirrä ensimmäistä päivää
project-first-day-text = Asiakas ei ole nähnyt projektia, joten mitään päivää ei ole vielä luvattu. Kaikki päivät siirtyvät yhtä paljon.
project-first-day-move = Siirrä kaikki päivät
problem-promised = Asiakas on nähnyt nämä päivät. Siirrä kukin erikseen ja kerro syy.
project-template-remove-means = Mallista { $name } ei enää voi aloittaa projektia. Jo aloitetut projektit pysyvät ennallaan.
project-template-remove-sure = Kyllä, poista malli
status-round-nothing = Mikään ei ole vielä muuttunut. Valitse toinen tilanne tai kirjoita syy ainakin yhdelle projektille.
