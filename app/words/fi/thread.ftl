# Keskustelut.
thread-ask = Kysy tai kerro jotakin
thread-ask-first = Esitä ensimmäinen kysymys
thread-ask-here = Kysy tästä
thread-count = { $n ->
    [one] { $n } keskustelu
   *[other] { $n } keskustelua
}
threads-none = Vielä ei ole kysytty mitään
threads-none-text = Kysy mistä tahansa. Näet, kuka vastaa ja mistä asti asia on odottanut.
threads-none-here = Tähän tulee kaikki, mitä tästä kysytään, ja tieto siitä, kenen vuoro on.
threads-all = Kaikki keskustelut
threads-with = Vuorossa { $name }
threads-resting = Ei odota ketään
threads-resolved = Ratkaistut
threads-newer = Edelliset
threads-older = Seuraavat
thread-last = { $name }: { $text }
thread-last-you = Sinä: { $text }
thread-not-shown = Asiakas ei näe tätä juuri nyt
thread-not-shown-text = Projekti on piilossa, eikä { $customer } näe sitä. Kun se näytetään uudelleen, he voivat lukea tämän kaiken, myös sen, mitä siihen mennessä sanotaan.
thread-inside = Jää talon sisälle
thread-inside-text = Tämä alkoi ennen kuin projekti näytettiin asiakkaalle ({ $customer }). Se jää meille ({ $supplier }) myös sen jälkeen, kun projekti näytetään. Jos asiakkaan pitää lukea jotakin, aloita siitä silloin uusi keskustelu.
thread-new-inside = Asiakas ({ $customer }) ei näe tätä projektia nyt. Se, mitä kirjoitat, jää meille ({ $supplier }) myös sen jälkeen, kun projekti näytetään.
thread-reply-inside = Kollegoillesi

# Mistä keskustellaan
thread-about = Aihe
thread-about-plan = Koko suunnitelma
thread-about-milestone = { $name }, projekti { $project }
thread-about-invoice = Lasku { $number }
thread-about-line = { $name }, lasku { $number }
about-project = Projekti
about-milestone = Välitavoite
about-invoice = Lasku
about-line = Laskurivi
thread-opened-by = Aloitti

# Kenen vuoro
ball-you = odottaa sinua, { $age }
ball-us = odottaa meitä, { $age }
ball-other = vuorossa { $name }, { $age }
ball-nobody = ei odota ketään
ball-resolved = ratkaistu
ball-since = { $moment } alkaen
ball-not-right = Eikö pidä paikkaansa?
ball-say-you = Tämä odottaa sinua
ball-say-us = Tämä odottaa meitä
ball-say-other = Vuorossa on { $name }
ball-say-nobody = Tämä ei odota ketään

# Yksi keskustelu
thread-speech = Mitä on sanottu
thread-earlier = Aiemmat viestit
thread-to-end = Uusimpiin viesteihin
thread-reply = Vastaa
thread-reply-label = Viesti: { $name } ja muut tässä keskustelussa
thread-reply-reopens = Vastaus avaa keskustelun uudelleen.
thread-markdown-hint = Voit käyttää linkkejä, - luetteloita, *korostusta* ja `koodia`.
thread-send = Lähetä vastaus
thread-draft-kept = Luonnos on tallessa tässä selaimessa.
thread-resolve = Merkitse ratkaistuksi
thread-outcome-label = Mihin päädyttiin, yhdellä rivillä
thread-outcome-hint = Tämä näkyy keskustelun yläpuolella niille, jotka tulevat myöhemmin.
thread-resolve-send = Merkitse ratkaistuksi
thread-resolved = Ratkaistu
thread-reopen = Avaa uudelleen
thread-stale = Joku ehti ensin.
thread-stale-text = Keskustelu on muuttunut sen jälkeen, kun avasit sivun, joten muutostasi ei vielä tehty. Kirjoittamasi on tallella alla. Tilanne on nyt tämä:
thread-stale-outcome = Kirjoitit lopputulokseksi näin. Kopioi se vastaukseen, jos se pitää vielä sanoa:
note-internal = Sisäinen: vain { $name } näkee tämän
note-label = Muistiinpano kollegoille
note-keep = Tallenna muistiinpano

# Uusi keskustelu
thread-new-title = Kysy tai kerro jotakin
thread-new-about = Aihe: { $about }
thread-title-label = Mistä on kyse, yhdellä rivillä
thread-text-label = Viestisi
thread-new-send = Lähetä

# Kirjoittaja ei ole enää sisällä
kept-title = Mitään kirjoittamaasi ei hävinnyt
kept-text = Käyntisi ehti päättyä ennen lähettämistä. Sitä ei ole vielä lähetetty, mutta se on tässä.
kept-steps = Lähetä kahdessa vaiheessa
kept-come-in = Tule uudelleen sisään toisessa välilehdessä: avaa henkilökohtainen linkkisi sähköpostista tai käytä jompaakumpaa näistä. Palaa sitten tälle sivulle ja lähetä uudelleen.
kept-sign-in = Käyntisi oli päättynyt. Kirjaudu uudelleen toisessa välilehdessä, palaa sitten tälle sivulle ja lähetä uudelleen.
kept-open-link = Tule uudelleen sisään toisessa välilehdessä: avaa henkilökohtainen linkkisi sähköpostista tai pyydä uusi. Palaa sitten tälle sivulle ja lähetä uudelleen.
kept-second-factor = Ota toinen tunniste käyttöön toisessa välilehdessä; siihen menee kaksi minuuttia. Palaa sitten tälle sivulle ja lähetä uudelleen.
kept-text-label = Mitä kirjoitit
kept-send = Lähetä uudelleen
