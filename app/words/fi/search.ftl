# Haku
nav-search = Haku
search-title = Haku
search-label = Sanoja, nimi tai numero
search-hint = Haku kattaa kaiken, minkä sinä näet.
search-nothing = Mistään ei löydy kaikkia näitä sanoja.
search-count = { $n ->
    [one] { $n } osuma
   *[other] { $n } osumaa
}
search-more = Osumia on enemmän. Rajaa lisäämällä sana.
search-old = Palvelimeen ei saada yhteyttä, joten osumat voivat olla vanhentuneita. Yritämme hetken päästä uudelleen.
search-projects = Projektit
search-milestones = Välitavoitteet
search-tasks = Tehtävät
keys-label = Hae asiakasta, ihmistä, keskustelua, mitä tahansa
keys-find = Hae mitä tahansa, miltä sivulta tahansa
keys-lines = Listan seuraava tai edellinen rivi
keys-edit = Muokkaa sivun kohdetta
keys-close = Sulje
