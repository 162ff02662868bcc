mail-greeting = Hei { $name },
mail-sender = { $name }, Coplanilla

mail-link-subject = Linkkisi yhteiseen suunnitelmaan, { $supplier }
mail-link-text = tässä on henkilökohtainen linkkisi suunnitelmaan, jota { $companies } ja { $supplier } pitävät yhdessä: miten työ etenee, kuka sitä hoitaa, mitä tarvitsemme sinulta ja mistä maksat.
mail-link-personal = Salasanaa ei tarvita, ja linkki toimii { $day } asti.
mail-link-code-new-device = Uudella laitteella kysymme koodin, jonka lähetämme tähän osoitteeseen.
mail-link-code-always = Aina kun avaat linkin, kysymme koodin, jonka lähetämme tähän osoitteeseen.
mail-link-open = Avaa suunnitelma
mail-link-foot = Linkki on vain sinun. Jos kollega tarvitsee oman, pyydä meiltä; edelleen lähetetty linkki ei päästä ketään sisään.
mail-link-foot-no-code = Linkki on vain sinun, ja kuka sen avaakin, tulee sisään sinun nimelläsi: pidä se omana tietonasi. Jos kollega tarvitsee oman, pyydä meiltä.

mail-code-subject = Koodisi on { $code }
mail-code-text = kirjoita tämä koodi sivulle, joka sitä kysyi. Se kelpaa kymmenen minuuttia ja vain siinä selaimessa.
mail-code-foot = Jos et juuri avannut linkkiäsi, se voi olla jonkun muun käsissä. Älä anna koodia eteenpäin, ja kerro meille.

mail-new-device-subject = Linkilläsi tultiin uudelta laitteelta
mail-new-device-staff = Tunnuksillasi kirjauduttiin uudelta laitteelta
mail-new-device-text = { $device } päästettiin sisään { $when }. Jos se olit sinä, kaikki on hyvin.
mail-new-device-open = Jos et: katso laitteesi ja sano ”tämä en ole minä”
mail-not-me-subject = { $who } ei tunnista laitetta
mail-not-me-text = { $who } kertoo, että tämä laite ei ole oma: { $device }, päästetty sisään { $when }.
mail-not-me-ended = Olemme kirjanneet laitteen ulos ja päättäneet linkin, jolla se tuli, ja lähetämme uuden linkin tuntemaamme osoitteeseen.
mail-not-me-ended-staff = Olemme kirjanneet ulos kaikki hänen muut laitteensa.
mail-not-me-next = Soita ja varmista, ettei kukaan muu lue sitä postilaatikkoa. Jos lukee, vaihda osoite: silloin kaikki linkit päättyvät.
mail-not-me-next-staff = Joku voi tietää salasanan. Soita, ja anna uusi, jos sitä ei ole vielä vaihdettu.

mail-way-in-password = Salasanasi on vaihtunut
mail-way-in-factor-on = Toinen tunnisteesi on otettu käyttöön
mail-way-in-factor-off = Toinen tunnisteesi on poistettu käytöstä
mail-way-in-recovery = Sinulla on uudet varakoodit
mail-way-in-tried = Salasanasi oli oikein, mutta koodi sen jälkeen väärin viidesti
mail-way-in-address = Linkkisi tulevat nyt toiseen osoitteeseen
mail-way-in-sign-in-address = Kirjaudut nyt toisella osoitteella
mail-way-in-text = { $what }. Se tapahtui { $when }.
mail-way-in-not-you = Jos teit sen itse, kaikki on hyvin. Jos et, pyydä heti ylläpitäjää uusimaan tunnuksesi.
mail-way-in-tried-not-you = Jos se olit sinä, kaikki on hyvin. Jos et, joku tietää salasanasi: vaihda se omalla sivullasi tai pyydä ylläpitäjältä uusi.
mail-way-in-not-asked = Linkkisi ja laitteesi on suljettu, eikä tähän postilaatikkoon enää tule uusia. Jos et pyytänyt tätä, kerro meille.
mail-way-in-not-asked-staff = Laitteesi on kirjattu ulos, ja salasanasi on ennallaan. Jos et pyytänyt tätä, kerro heti ylläpitäjälle.

mail-message-subject = { $title }
mail-message-text = { $author } kirjoitti suunnitelmaan ({ $customer }):
mail-message-open = Lue ja vastaa
