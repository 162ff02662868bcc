# Keskustelut.
thread-ask = Kysy tai kerro jotakin
thread-ask-first = Esitä ensimmäinen kysymys
thread-ask-here = Kysy tästä
thread-count = { $n ->
    [one] { $n } keskustelu
   *[other] { $n } keskustelua
}
threads-none = Ei vielä kysymyksiä
threads-none-text = Kysy mitä vain. Näet, kenen vuoro on vastata ja kauanko kysymys on odottanut.
threads-none-here = Tätä koskevat kysymykset tulevat tähän, ja näet, kenen vuoro on.
threads-all = Kaikki keskustelut
threads-with = Vuorossa { $name }
threads-resting = Ei vaadi toimia
threads-resolved = Ratkaistut
threads-newer = Edelliset
threads-older = Seuraavat
thread-last = { $name }: { $text }
thread-last-you = Sinä: { $text }
thread-not-shown = Asiakas ei näe tätä juuri nyt
thread-not-shown-text = Projekti on piilotettu, eikä { $customer } näe sitä. Kun se näytetään taas, he voivat lukea kaiken, myös sillä välin kirjoitetun.
thread-inside = Jää sisäiseksi
thread-inside-text = Tämä alkoi ennen kuin { $customer } näki projektin. Se jää meille ({ $supplier }) myös projektin näyttämisen jälkeen. Aloita silloin uusi keskustelu siitä, mitä asiakkaan pitää lukea.
thread-new-inside = { $customer } ei näe tätä projektia nyt. Kirjoittamasi jää meille ({ $supplier }) myös projektin näyttämisen jälkeen.
thread-reply-inside = Kollegoillesi

# Mistä keskustellaan
thread-about = Aihe
thread-about-plan = Koko suunnitelma
thread-about-milestone = { $name }, projekti { $project }
thread-about-task = { $name }, projekti { $project }
thread-about-invoice = Lasku { $number }
thread-about-line = { $name }, lasku { $number }
about-project = Projekti
about-milestone = Välitavoite
about-task = Tehtävä
about-invoice = Lasku
about-line = Laskurivi
thread-opened-by = Aloitti

# Kenen vuoro
ball-you = odottaa sinua, { $age }
ball-us = odottaa meitä, { $age }
ball-other = vuorossa { $name }, { $age }
ball-nobody = ei vaadi toimia
ball-resolved = ratkaistu
ball-since = { $moment } alkaen
ball-not-right = Eikö pidä paikkaansa?
ball-say-you = Tämä odottaa minua
ball-say-us = Tämä odottaa meitä
ball-say-other = Vuorossa on { $name }
ball-say-nobody = Ei vaadi toimia

# Yksi keskustelu
thread-speech = Viestit
thread-earlier = Aiemmat viestit
thread-to-end = Uusimpiin viesteihin
thread-reply = Vastaa
thread-reply-label = Viesti: { $name } ja muut tässä keskustelussa
thread-reply-reopens = Vastaus avaa keskustelun uudelleen.
thread-markdown-hint = Voit käyttää linkkejä, - luetteloita, *korostusta* ja `koodia`.
thread-send = Lähetä vastaus
thread-draft-kept = Luonnos on tallennettu tähän selaimeen.
draft-sending = Lähetetään…
draft-saving = Tallennetaan…
message-read-by = Lukenut: { $names }.
message-emailed = { $n ->
    [one] Lähetetty. { $names } saa sähköpostin.
   *[other] Lähetetty. { $names } saavat sähköpostin.
}
message-unread = Lähetetty, ei vielä luettu.
message-names-more = { $names } ja { $n } muuta
thread-readers = Lukijat: { $names } ja { $supplier }.
thread-readers-supplier = Tämän lukee vain { $supplier }.
thread-news = Uusi viesti on saapunut.
thread-files = Tiedostot
thread-files-choose = Lisää tiedostoja
thread-files-hint = Enintään { $count } tiedostoa, kukin enintään { $limit } Mt ja yhteensä { $total } Mt. Kuvat näkyvät tässä ilman tietoa kuvauspaikasta.
thread-files-again = Tätä ei ole vielä lähetetty. Valitse tiedostot uudelleen.
thread-file-too-large = { $name } on suurempi kuin { $limit } Mt.
thread-file-too-many = { $name } on yksi liikaa: viestiin mahtuu { $limit } tiedostoa.
thread-file-program = { $name } on ohjelma, eikä ohjelmia voi lähettää täällä.
thread-file-unreadable = Kuvaa { $name } ei voi lukea. Tallenna se uudelleen JPEG- tai PNG-muodossa.
thread-file-busy = { $name } ei tullut mukaan: muita kuviasi luetaan vielä. Liitä se hetken päästä uudelleen.
thread-file-full = { $name } ei mahdu: näiden keskustelujen tiedostoille on tilaa yhteensä { $limit } Gt.
file-version = Versio { $n }
file-choose = Valitse tiedosto
file-choose-hint = Yksi tiedosto, enintään { $limit } Mt.
file-newest = Nykyinen versio
file-earlier = Aiemmat versiot
file-replaced = Korvattu
file-waits = Odottaa hyväksyntää
file-waits-you = Tiedosto, joka odottaa hyväksyntääsi
file-waits-do = Katso tiedosto
file-approved = Hyväksytty
file-refused = Hylätty
file-approved-by = Hyväksynyt { $name }, { $moment }. Hyväksytyn tiedoston tunniste: { $hash }
file-refused-by = Hylännyt { $name }, { $moment }. Hylätyn tiedoston tunniste: { $hash }
file-asked-by = { $name } pyysi hyväksyntää, { $moment }.
file-hash = Tunniste (SHA-256): { $hash }
file-ask = Vaatii hyväksynnän
file-ask-files = Tiedostot vaativat hyväksynnän: { $name }
file-ask-now = Pyydä hyväksyntää: { $name }
file-next = Uusi versio
file-next-send = Lisää versio
file-one = Valitse yksi tiedosto.
file-different = Mikä on muuttunut?
file-different-hint = Ei pakollinen. Uusi versio vaatii uuden hyväksynnän.
file-verdict = Päätöksesi
file-approve = Hyväksy
file-approve-hint = Juuri tämä versio kelpaa.
file-refuse = Hylkää
file-refuse-hint = Jotain on ensin muutettava. Kerro mitä.
file-reason = Perustelu
file-reason-hint = Pakollinen, kun hylkäät.
file-decide = Tallenna päätös
file-stale = Tiedostosta on jo uudempi versio tai toinen päätös. Katso se ensin.
file-infected = Tiedostoa { $name } ei otettu vastaan: virustarkistus löysi siitä haittaohjelman { $found }.
file-not-scanned = Tiedostoa { $name } ei otettu vastaan: virustarkistus ei vastaa. Yritä hetken päästä uudelleen.
size-kb = { $size } kt
size-mb = { $size } Mt
thread-resolve = Merkitse ratkaistuksi
thread-outcome-label = Lopputulos yhdellä rivillä
thread-outcome-hint = Näkyy keskustelun yläpuolella myöhemmille lukijoille.
thread-resolve-send = Merkitse ratkaistuksi
thread-resolved = Ratkaistu
thread-resolved-before = Ratkaistu, avattu myöhemmin uudelleen
thread-reopen = Avaa uudelleen
thread-stale = Joku ehti ensin.
thread-stale-text = Keskustelu muuttui sen jälkeen, kun avasit sivun, joten muutostasi ei ole vielä tallennettu. Kirjoittamasi on tallella alla. Nyt tilanne on tämä:
thread-stale-outcome = Kirjoitit lopputulokseksi näin. Kopioi se vastaukseen, jos sitä vielä tarvitaan:
note-internal = Sisäinen: vain { $name } näkee tämän
note-label = Muistiinpano kollegoille
note-keep = Tallenna muistiinpano

# Uusi keskustelu
thread-new-title = Kysy tai kerro jotakin
thread-new-about = Aihe: { $about }
thread-title-label = Aihe yhdellä rivillä
thread-text-label = Viestisi
thread-new-send = Lähetä

# Kirjoittaja ei ole enää kirjautunut
kept-title = Mitään kirjoittamaasi ei kadonnut
kept-text = Kirjautumisesi ehti päättyä ennen lähettämistä. Tekstiäsi ei ole vielä lähetetty, mutta se on tässä.
kept-steps = Lähetä kahdessa vaiheessa
kept-come-in = Kirjaudu uudelleen toisessa välilehdessä: avaa henkilökohtainen linkkisi sähköpostista tai käytä jompaakumpaa näistä. Palaa sitten tälle sivulle ja lähetä uudelleen.
kept-sign-in = Kirjautumisesi oli päättynyt. Kirjaudu uudelleen toisessa välilehdessä, palaa sitten tälle sivulle ja lähetä uudelleen.
kept-open-link = Kirjaudu uudelleen toisessa välilehdessä: avaa henkilökohtainen linkkisi sähköpostista tai pyydä uusi. Palaa sitten tälle sivulle ja lähetä uudelleen.
kept-second-factor = Ota kaksivaiheinen tunnistautuminen käyttöön toisessa välilehdessä; siihen menee kaksi minuuttia. Palaa sitten tälle sivulle ja lähetä uudelleen.
kept-text-label = Mitä kirjoitit
kept-send = Lähetä uudelleen

# Yksi viesti
message-edit = Muokkaa
message-edited = muokattu
message-title = Viesti: { $name }
message-edit-label = Viestisi
message-edit-means = Kaikki keskustelussa näkevät, että muokkasit viestiä, ja mitä siinä luki aiemmin.
message-edit-stale = Viesti muuttui toisessa ikkunassa sen jälkeen, kun avasit tämän sivun. Tekstisi on alla, mutta sitä ei ole vielä tallennettu.
message-withdraw = Peru tämä viesti
message-withdraw-means = Keskustelussa näkyy, että peruit viestin. Muut ovat voineet jo lukea sen, ja aiempi teksti jää tälle sivulle.
message-withdraw-sure = Peru viesti
message-withdrawn = Kirjoittaja on perunut tämän viestin.
message-before = Aiemmat versiot
message-before-more = Vielä aiemmat versiot
message-until = { $moment } asti
message-show = Näytä keskustelussa
message-agree = Olen samaa mieltä
message-agree-undo = Olet samaa mieltä. Kumoa
message-agreed = Samaa mieltä: { $names }
message-called = Mainittu: { $names }
message-called-you = sinut mainittiin
message-call-hint = Kirjoita @ ja nimi, niin henkilö saa tiedon.
message-call-names = Henkilöt, joille voit kertoa
message-call-found = Valitse nimi. Liiku nuolinäppäimillä, valitse Enterillä.
thread-split = Aloita tästä uusi keskustelu
thread-split-text = { $n ->
    [one] Tämä viesti siirtyy omaan keskusteluunsa.
   *[other] { $n } viestiä, tämä ja kaikki sen jälkeen, siirtyvät omaan keskusteluunsa.
} Sitä lukevat samat ihmiset.
thread-split-do = Aloita keskustelu
thread-split-from = Jatkoa keskustelulle
thread-split-to = Jatkuu keskustelussa
thread-change = Muuta
thread-change-title = Muuta aihetta
thread-change-stale = Aihe on nyt { $title }: joku muutti sen sen jälkeen, kun avasit tämän sivun. Tekstiäsi ei ole vielä tallennettu.
thread-about-choice = Mitä asia koskee
thread-about-choice-hint = Tämä ratkaisee, ketkä voivat lukea keskustelun: laskusta keskustelun lukevat ne, jotka näkevät laskut, piilotetusta projektista vain kollegasi.
thread-here = { $n ->
    [one] { $names } lukee tätä juuri nyt.
   *[other] { $names } lukevat tätä juuri nyt.
}
