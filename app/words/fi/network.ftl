### Kuka tuntee kenet
network-title = Kuka tuntee kenet
network-lead = Osapuolten ihmisten yhteydenpito: keskustelut, puhelut, käynnit, kokoukset ja sähköpostit, jotka näet.
network-map = Kartta
network-picture = Kartta siitä, kuka on ollut yhteydessä keneen: { $n ->
    [one] { $n } viiva
   *[other] { $n } viivaa
}. Alla oleva taulukko kertoo saman.
network-legend = Mitä paksumpi viiva, sitä enemmän yhteydenottoja viimeisten kuuden kuukauden aikana. Pisteviiva tarkoittaa, ettei niitä ole ollut.
network-line = { $member } ja { $staff }: viimeksi { $ago }
network-table = Yhteydenpito
network-caption = Viimeisin yhteydenotto ensin. Tuoreita ovat viimeisten { $days } päivän yhteydenotot.
network-person = Henkilö
network-contact = Kenen kanssa
network-last = Viimeksi
network-lately = Tuoreita
network-how = Miten
network-recent = { $n ->
    [0] ei yhtään
    [one] { $n } yhteydenotto
   *[other] { $n } yhteydenottoa
}
network-discussions = keskustelut
network-calls = puhelut
network-visits = käynnit
network-meetings = kokoukset
network-emails = sähköpostit
network-ago-days = { $n ->
    [0] tänään
    [one] eilen
   *[other] { $n } päivää sitten
}
network-ago-weeks = { $n ->
    [one] viikko sitten
   *[other] { $n } viikkoa sitten
}
network-ago-months = { $n ->
    [one] kuukausi sitten
   *[other] { $n } kuukautta sitten
}
network-alone = Ei yhteyttä kehenkään
network-alone-text = Kukaan kollegoistasi ei ole ollut yhteydessä näihin henkilöihin viimeisten { $days } päivän aikana.
network-never = ei vielä yhteydenottoja
network-last-ago = viimeksi { $ago }
network-none = Ei vielä yhteydenottoja
network-none-text = Kartta ilmestyy, kun osapuolten ihmiset ovat kirjoittaneet samaan keskusteluun, tavanneet tai soittaneet.
