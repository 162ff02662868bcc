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
