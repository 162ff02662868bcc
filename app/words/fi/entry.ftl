# Kieli ennen sisään tuloa
entry-language = Kieli

# Henkilökohtainen linkki
link-kind = Henkilökohtainen linkki
link-title = { $name }, sinulle
link-text = Tässä on suunnitelma, jota { $companies } ja { $supplier } pitävät yhdessä: miten työ etenee, kuka sitä hoitaa, mitä tarvitsemme sinulta ja mistä maksat.
link-open = Avaa suunnitelma
link-other-in = Olet tässä selaimessa sisällä nimellä { $name }. Kun avaat tämän linkin, { $name } kirjataan täällä ulos.
link-not-you = Etkö ole { $name }?
link-not-you-text = Linkki on henkilökohtainen: sen avaaja toimii nimellä { $name }. Jos se tuli sinulle vahingossa, sulje tämä sivu. Jos se annettiin sinulle eteenpäin, annamme mielellämme sinulle oman.
link-ask-own = Pyydä oma linkki
link-too-many-title = Koodeja on pyydetty liikaa.
link-too-many-text = { $minutes ->
    [one] Yritä uudelleen minuutin päästä. Viimeksi lähettämämme koodi voi yhä kelvata.
   *[other] Yritä uudelleen { $minutes } minuutin päästä. Viimeksi lähettämämme koodi voi yhä kelvata.
}
link-too-many-hours = Yritä uudelleen { $hours } tunnin päästä, tai pyydä uusi linkki: se avautuu heti.
link-devices-title = Tällä linkillä on juuri tultu monelta uudelta laitteelta.
link-devices-text = { $minutes ->
    [one] Yritä uudelleen minuutin päästä. Jos laitteet eivät olleet sinun, kerro yhteyshenkilöllesi: linkki voi olla muiden hallussa.
   *[other] Yritä uudelleen { $minutes } minuutin päästä. Jos laitteet eivät olleet sinun, kerro yhteyshenkilöllesi: linkki voi olla muiden hallussa.
}
link-expired-title = Linkin aika on päättynyt
link-expired-text = Henkilökohtainen linkki on voimassa puoli vuotta. Mitään ei ole kadonnut: pyydä uusi, niin se tulee sähköpostiisi.
link-revoked-title = Tämä linkki ei ole enää voimassa
link-revoked-text = Se on päätetty, ehkä siksi että sait uudemman. Mitään ei ole kadonnut: etsi sähköpostistasi viimeisin linkki tai pyydä uusi.
link-unknown-title = Tämä ei ole meidän linkkimme
link-unknown-text = Ehkä osa siitä jäi matkalle: jotkin sähköpostiohjelmat katkaisevat pitkät osoitteet. Paina viestissä olevaa painiketta tai pyydä uusi linkki.
link-over-foot = Jos haluat mieluummin puhua, vastaa viestiin, jossa linkki tuli, tai soita tutullesi meillä.

# Koodi sähköpostiin
code-kind = Koodi sähköpostiin
code-title = Kuusi numeroa sähköpostistasi
code-text = Lähetimme sinulle juuri koodin sähköpostiin. Se kelpaa kymmenen minuuttia ja vain tässä selaimessa.
code-label = Koodi sähköpostista
code-hint = Liitä tai kirjoita se; välilyönneistä ei tarvitse välittää.
code-continue = Jatka
code-wrong = { $left ->
    [one] Tämä ei ole lähettämämme koodi. Sinulla on yksi yritys jäljellä.
   *[other] Tämä ei ole lähettämämme koodi. Sinulla on { $left } yritystä jäljellä.
}
code-no-mail = Eikö viestiä näy?
code-no-mail-text = Se tulee yleensä alle minuutissa. Katso myös roskapostista. Jos sitä ei kuulu, avaa henkilökohtainen linkkisi uudelleen: silloin lähetämme uuden koodin. Jos sekään ei tule, soita tutullesi meillä: ehkä osoitteesi on meillä väärin.
code-expired-title = Tällä sivulla ei voi nyt antaa koodia
code-expired-text = Kymmenen minuuttia on kulunut, tai koodia pyydettiin toisessa selaimessa. Avaa henkilökohtainen linkkisi uudelleen sähköpostista: silloin lähetämme uuden koodin.
code-used-title = Tämä koodi on käytetty
code-used-text = Vääriä yrityksiä oli liikaa, tai koodilla tultiin jo sisään. Avaa henkilökohtainen linkkisi uudelleen sähköpostista: silloin lähetämme uuden koodin.
code-over-foot = Sähköpostissasi oleva linkki toimii entiseen tapaan. Uuden tarvitset vain, jos se on hukassa.

# Uusi linkki
new-link-title = Uusi henkilökohtainen linkki
new-link-text = Kirjoita sähköpostiosoite, josta tunnemme sinut. Uusi linkki tulee sinne; ne, joilla olet jo tullut sisään, toimivat yhä.
new-link-email = Työsähköpostisi
new-link-send = Lähetä minulle uusi linkki
new-link-staff = Oletko täällä töissä?
new-link-sent-title = Linkki on matkalla
new-link-sent-text = Jos tunnemme tämän osoitteen, uusi linkki tulee siihen muutamassa minuutissa. Katso myös roskapostista.
new-link-sent-foot = Eikö mitään näy? Ehkä tunnemme sinut toisesta osoitteesta: kokeile sitä, tai soita tutullesi meillä.
new-link-too-many-title = Pyyntöjä on tullut liikaa.
new-link-too-many-text = { $minutes ->
    [one] Yritä uudelleen minuutin päästä. Jo lähetetyt linkit toimivat.
   *[other] Yritä uudelleen { $minutes } minuutin päästä. Jo lähetetyt linkit toimivat.
}
