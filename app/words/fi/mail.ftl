mail-greeting = Hei { $name }!
mail-sender = { $name } · Coplan

mail-link-subject = Linkkisi yhteiseen suunnitelmaan: { $supplier }
mail-link-note = { $name } kirjoittaa: ”{ $text }”
mail-link-text = Tässä on henkilökohtainen linkkisi suunnitelmaan, jota { $companies } ja { $supplier } yhdessä ylläpitävät: miten työ etenee, kuka siitä vastaa, mitä tarvitsemme sinulta ja mistä maksatte.
mail-link-personal = Et tarvitse salasanaa, ja linkki on voimassa { $day } asti.
mail-link-code-new-device = Uudella laitteella pyydämme lisäksi koodin, jonka lähetämme tähän osoitteeseen.
mail-link-code-always = Joka kerta kun avaat linkin, pyydämme lisäksi koodin, jonka lähetämme tähän osoitteeseen.
mail-link-open = Avaa suunnitelma
mail-link-foot = Linkki on vain sinulle. Jos kollega tarvitsee oman, pyydä meiltä; edelleen lähetetty linkki ei toimi muilla.
mail-link-foot-no-code = Linkki on vain sinulle: kuka tahansa sen avaakin, kirjautuu sinuna, joten älä jaa sitä. Jos kollega tarvitsee oman, pyydä meiltä.

mail-code-subject = { $code } on koodisi
mail-code-text = Kirjoita tämä koodi sivulle, joka sitä kysyi. Se on voimassa kymmenen minuuttia, vain siinä selaimessa.
mail-code-foot = Jos et juuri avannut linkkiäsi, se voi olla jonkun muun hallussa. Älä jaa koodia, ja kerro meille.

mail-new-device-subject = Linkkiäsi käytettiin uudella laitteella
mail-new-device-staff = Tunnuksillasi kirjauduttiin uudella laitteella
mail-new-device-text = Uusi kirjautuminen: { $device }, { $when }. Jos se olit sinä, kaikki on kunnossa.
mail-new-device-open = Jos se et ollut sinä, katso laitteesi ja valitse ”Tämä en ole minä”
mail-not-me-subject = Tuntematon laite: { $who }
mail-not-me-text = { $who } ilmoittaa, ettei tämä laite ole oma: { $device }, kirjautunut { $when }.
mail-not-me-ended = Olemme kirjanneet laitteen ulos, mitätöineet sen käyttämän linkin ja lähetämme uuden linkin tuntemaamme osoitteeseen.
mail-not-me-ended-staff = Olemme kirjanneet ulos kaikki hänen muut laitteensa.
mail-not-me-next = Soita ja varmista, ettei kukaan muu lue hänen sähköpostiaan. Jos lukee, vaihda osoite: silloin kaikki linkit lakkaavat toimimasta.
mail-not-me-next-staff = Joku voi tietää salasanan. Soita ja anna uusi, jos sitä ei ole vielä vaihdettu.

mail-way-in-password = Salasanasi on vaihtunut
mail-way-in-factor-on = Kaksivaiheinen tunnistautuminen on käytössä
mail-way-in-factor-off = Kaksivaiheinen tunnistautuminen on poistettu käytöstä
mail-way-in-recovery = Sinulla on uudet varakoodit
mail-way-in-tried = Salasanasi annettiin oikein, mutta koodi viidesti väärin
mail-way-in-address = Linkkisi lähetetään nyt toiseen sähköpostiosoitteeseen
mail-way-in-sign-in-address = Kirjaudut nyt toisella sähköpostiosoitteella
mail-way-in-text = { $what }. Aika: { $when }.
mail-way-in-not-you = Jos se olit sinä, kaikki on kunnossa. Jos et, pyydä heti ylläpitäjää uusimaan tunnuksesi.
mail-way-in-tried-not-you = Jos se olit sinä, kaikki on kunnossa. Jos et, joku tietää salasanasi: vaihda se omalla sivullasi tai pyydä ylläpitäjältä uusi.
mail-way-in-not-asked = Aiemmat linkkisi eivät enää toimi, laitteesi on kirjattu ulos, eikä tänne enää tule uusia linkkejä. Jos et pyytänyt tätä, kerro meille.
mail-way-in-not-asked-staff = Laitteesi on kirjattu ulos, ja salasanasi on ennallaan. Jos et pyytänyt tätä, kerro heti ylläpitäjälle.

mail-message-subject = { $title }
mail-message-text = { $author } kirjoitti suunnitelmaan ({ $customer }):
mail-message-files = Tiedostot: { $names }
mail-message-open = Lue ja vastaa
mail-message-foot = Vastaa sivulla: vastaus tähän sähköpostiin ei tule keskusteluun.

mail-invitation-subject = Tunnuksesi: { $supplier }
mail-invitation-text = Sinut on lisätty kollegaksi suunnitelmiin, joita { $supplier } jakaa asiakkaidensa kanssa. Valitse salasanasi, niin olet kirjautunut.
mail-invitation-foot = Linkki on vain sinulle ja toimii kerran. Jos et työskentele kanssamme, voit jättää tämän viestin huomiotta.
mail-reset-subject = Valitse uusi salasana
mail-reset-text = Ylläpitäjä on nollannut salasanasi. Vanha ei enää toimi, ja laitteesi on kirjattu ulos. Valitse uusi, niin pääset taas kirjautumaan.
mail-reset-foot = Linkki on vain sinulle ja toimii kerran. Jos et pyytänyt tätä, soita ylläpitäjälle.
mail-forgotten-text = Tunnuksellesi on pyydetty uutta salasanaa. Jos pyysit sitä itse, valitse se nyt.
mail-forgotten-foot = Jos et pyytänyt, voit jättää tämän viestin huomiotta: mikään ei ole muuttunut. Linkki on vain sinulle ja toimii kerran.
mail-password-until = Linkki on voimassa: { $when } asti.
mail-password-open = Valitse salasanasi

mail-news-promise = { $who } siirsi luvattua päivää: { $label }
mail-news-status = { $who } raportoi tilanteen: { $label }
mail-news-task = { $who } lisäsi sinulle tehtävän: { $label }
mail-news-asked = { $who } tarvitsee vastauksesi: { $label }
mail-news-invoice = { $who } lisäsi laskun: { $label }
mail-news-idea = { $who } vastasi ideaan: { $label }
mail-news-due = Lasku { $label } erääntyy kolmen päivän kuluessa
mail-news-contact = Yhteyshenkilösi on nyt { $label }
mail-news-where = Tarkemmin suunnitelmassa: { $customer }.
mail-news-foot = Olet valinnut, että kerromme heti. Voit muuttaa sitä omalla sivullasi kohdassa Sähköpostit.
mail-request-where = Asiakas: { $customer }. Avaa pyyntö ja vastaa siihen.
mail-request-foot = Saat tämän viestin, koska pyyntö on vastuullasi. Voit valita omalla sivullasi, mistä saat sähköpostia.
mail-mention-subject = { $author } mainitsi sinut: { $title }
mail-mention-text = { $author } mainitsi sinut keskustelussa ({ $customer }):
mail-mention-note = { $author } mainitsi sinut sisäisessä muistiinpanossa: ”{ $title }” ({ $customer }). Sen voi lukea vain sivulla.
mail-mention-foot = Saat tämän, koska sinut mainittiin nimeltä.
mail-message-foot-reply = Voit vastata tähän sähköpostiin: vastauksesi tulee keskusteluun.
mail-note-foot-reply = Voit vastata tähän sähköpostiin: vastauksestasi tulee sisäinen muistiinpano.
mail-digest-subject = { $n ->
    [0] Uutta: { $name }
    [one] { $n } keskustelu: { $name }
   *[other] { $n } keskustelua: { $name }
}
mail-digest-text = Nämä ovat uusia edellisen yhteenvedon jälkeen, etkä ole vielä lukenut niitä:
mail-digest-message = { $title } ({ $customer })
mail-digest-foot = Olet valinnut yhteenvedon. Voit lopettaa sen: { $address }
mail-today-subject = { $n ->
    [one] { $n } asia odottaa sinua, { $day }
   *[other] { $n } asiaa odottaa sinua, { $day }
}
mail-today-open = Avaa Tänään
mail-today-foot = Valitsit tämän sähköpostin. Lopeta se tästä: { $address }
