# Projektit ja niiden valot.
light-done = Valmis
light-on-track = Aikataulussa
light-at-risk = Vaarassa
light-late = Myöhässä
light-none = Juuri alkanut
project-next = Seuraavaksi:
project-no-promises = Päiviä ei ole vielä luvattu.
project-all-reached = Kaikki luvattu on saavutettu.
project-no-report = Tilannetta ei ole vielä kerrottu. Ensimmäinen valo tulee perustelun kanssa.
project-not-shown = Ei vielä näy asiakkaalle
project-ended = Päättynyt
project-ended-on = Päättyi { $day }.
project-report = Kerro tilanne
project-report-of = { $name }
project-reports = Miten tähän tultiin
project-who-has-it = Kuka vastaa tästä projektista
project-start = Aloita projekti
project-start-title = Uusi projekti
project-edit = Nimi, näkyvyys, päättäminen
project-edit-title = Projekti ja kuka sen näkee
project-name = Projektin nimi
project-about = Mitä varten se on
project-about-hint = Yksi tai kaksi lausetta asiakkaan omilla sanoilla.
project-who-sees-it = Kuka sen näkee
project-show-at-once = Näytä asiakkaalle heti
project-show-at-once-hint = Muuten sen näkevät vain kollegasi, kunnes näytät sen.
project-shown-since = Asiakas on nähnyt sen { $day } lähtien.
project-share = Näytä asiakkaalle
project-share-means = { $customer } ei vielä näe tätä projektia. Kun näytät sen, näkyviin tulevat kaikki tilanneraportit, luvatut päivät ja yhteiset tehtävät sekä se, mitä siitä lähtien keskustellaan. Keskustelut, jotka alkoivat projektin ollessa piilossa, jäävät talon sisälle.
project-unshare = Piilota asiakkaalta
project-unshare-means = { $customer } ei enää löydä tätä projektia. Minkä he ovat lukeneet, sen he ovat lukeneet.
project-unshare-sure = Kyllä, piilota
project-goes-on = Jatkuuko se
project-end = Päätä projekti
project-end-means = Se poistuu suunnitelman valoista ja jää molempien luettavaksi. Sen voi avata uudelleen.
project-end-sure = Kyllä, päätä
project-resume = Avaa uudelleen
project-resume-means = Tämä projekti on päättynyt. Uudelleen avattuna se on taas suunnitelmassa.
status-title = Miten sujuu
status-light = Valo
status-reason = Miksi, asiakkaan omilla sanoilla
status-reason-hint = Se näkyy suunnitelmassa valon vieressä. Kerro, mitä se heille merkitsee.
status-keep = Kerro

# Mitä on poistettu
removed-title = Poistetut
removed-count = { $count ->
    [one] Yksi poistettu
   *[other] { $count } poistettua
}
removed-milestone = Välitavoite, poistettu { $when }, poistaja { $who }
removed-task = Tehtävä, poistettu { $when }, poistaja { $who }
removed-bring-back = Palauta
