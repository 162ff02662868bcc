# Kieli ennen kirjautumista
entry-language = Kieli

# Henkilökohtainen linkki
link-kind = Henkilökohtainen linkki
link-title = Sinulle, { $name }
link-text = Tässä on suunnitelma, jota { $companies } ja { $supplier } yhdessä ylläpitävät: miten työ etenee, kuka siitä vastaa, mitä tarvitsemme sinulta ja mistä maksatte.
link-open = Avaa suunnitelma
link-other-in = Olet kirjautunut tässä selaimessa nimellä { $name }. Jos avaat tämän linkin, { $name } kirjataan täällä ulos.
link-not-you = Etkö ole { $name }?
link-not-you-text = Linkki on henkilökohtainen: kuka tahansa sen avaakin, toimii nimellä { $name }. Jos se tuli sinulle vahingossa, sulje tämä sivu. Jos joku lähetti sen sinulle edelleen, annamme mielellämme oman linkin.
link-ask-own = Pyydä oma linkki
link-too-many-title = Koodeja on pyydetty liian monta.
link-too-many-text = { $minutes ->
    [one] Yritä uudelleen minuutin kuluttua. Viimeksi lähetetty koodi voi yhä toimia.
   *[other] Yritä uudelleen { $minutes } minuutin kuluttua. Viimeksi lähetetty koodi voi yhä toimia.
}
link-too-many-hours = Yritä uudelleen { $hours } tunnin kuluttua, tai pyydä uusi linkki: se avautuu heti.
link-devices-title = Linkkiä on juuri käytetty monella uudella laitteella.
link-devices-text = { $minutes ->
    [one] Yritä uudelleen minuutin kuluttua. Jos laitteet eivät olleet sinun, kerro yhteyshenkilöllesi: linkki voi olla jonkun muun hallussa.
   *[other] Yritä uudelleen { $minutes } minuutin kuluttua. Jos laitteet eivät olleet sinun, kerro yhteyshenkilöllesi: linkki voi olla jonkun muun hallussa.
}
link-expired-title = Linkki on vanhentunut
link-expired-text = Henkilökohtainen linkki on voimassa puoli vuotta. Mitään ei ole kadonnut: pyydä uusi, niin lähetämme sen sähköpostiisi.
link-revoked-title = Tämä linkki ei ole enää voimassa
link-revoked-text = Se on mitätöity, ehkä siksi että sait uudemman. Mitään ei ole kadonnut: etsi sähköpostistasi viimeisin linkki tai pyydä uusi.
link-ended-title = Yhteistyö on päättynyt
link-ended-text = Suunnitelmaa, jonka tämä linkki avasi, ei enää näytetä. Jos tarvitset siitä vielä jotakin, kysy yhteyshenkilöltäsi.
link-unknown-title = Tämä ei ole meidän linkkimme
link-unknown-text = Osa siitä voi puuttua: jotkin sähköpostiohjelmat katkaisevat pitkät osoitteet. Paina viestissä olevaa painiketta tai pyydä uusi linkki.
link-over-foot = Jos haluat mieluummin jutella, vastaa linkin tuoneeseen viestiin tai soita yhteyshenkilöllesi.

# Koodi sähköpostiin
code-kind = Koodi sähköpostiin
code-title = Kuusi numeroa sähköpostistasi
code-text = Lähetimme juuri koodin sähköpostiisi. Se on voimassa kymmenen minuuttia, vain tässä selaimessa.
code-label = Koodi sähköpostista
code-hint = Liitä tai kirjoita se; välilyönneistä ei tarvitse välittää.
code-continue = Jatka
code-wrong = { $left ->
    [one] Tämä ei ole lähettämämme koodi. Sinulla on yksi yritys jäljellä.
   *[other] Tämä ei ole lähettämämme koodi. Sinulla on { $left } yritystä jäljellä.
}
code-too-short = { $missing ->
    [one] Yksi numero puuttuu: koodissa on kuusi.
   *[other] { $missing } numeroa puuttuu: koodissa on kuusi.
}
code-no-mail = Eikö viestiä näy?
code-no-mail-text = Se tulee yleensä alle minuutissa. Katso myös roskapostista. Jos sitä ei kuulu, avaa henkilökohtainen linkkisi uudelleen: silloin lähetämme uuden koodin. Jos sekään ei tule, soita yhteyshenkilöllesi: osoitteesi voi olla meillä väärin.
code-expired-title = Tällä sivulla ei voi nyt antaa koodia
code-expired-text = Kymmenen minuuttia on kulunut, tai koodia pyydettiin toisessa selaimessa. Avaa henkilökohtainen linkkisi uudelleen sähköpostista: silloin lähetämme uuden koodin.
code-used-title = Tämä koodi ei enää kelpaa
code-used-text = Vääriä yrityksiä oli liikaa, tai olet jo kirjautunut koodilla. Avaa henkilökohtainen linkkisi uudelleen sähköpostista: silloin lähetämme uuden koodin.
code-over-foot = Sähköpostissasi oleva linkki toimii edelleen. Uuden tarvitset vain, jos se on hukassa.

# Uusi linkki
new-link-title = Uusi henkilökohtainen linkki
new-link-text = Kirjoita työsähköpostisi. Jo käyttämäsi linkit toimivat edelleen.
new-link-email = Työsähköposti
new-link-send = Lähetä minulle uusi linkki
new-link-staff = Oletko töissä meillä?
new-link-sent-title = Linkki on matkalla
new-link-sent-text = Jos tunnemme tämän osoitteen, uusi linkki tulee muutamassa minuutissa. Katso myös roskapostista.
new-link-sent-foot = Eikö mitään näy? Ehkä tunnemme sinut toisesta osoitteesta: kokeile sitä tai soita yhteyshenkilöllesi.
new-link-too-many-title = Pyyntöjä on tullut liikaa.
new-link-too-many-text = { $minutes ->
    [one] Yritä uudelleen minuutin kuluttua. Jo lähetetyt linkit toimivat.
   *[other] Yritä uudelleen { $minutes } minuutin kuluttua. Jo lähetetyt linkit toimivat.
}
