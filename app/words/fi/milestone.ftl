# Välitavoitteet ja lupaukset.
milestone-title = Luvatut päivät
milestone-none = Päiviä ei ole vielä luvattu
milestone-none-member = Luvatut päivät tulevat tähän. Jos päivä siirtyy, vanha jää näkyviin ja syy kerrotaan.
milestone-none-staff = Lupaa ensimmäinen päivä. Jos se siirtyy, vanha jää näkyviin ja syy kerrotaan.
milestone-was = aiemmin:
milestone-late = Myöhässä: luvattu päivä on mennyt.
milestone-reached-on-day = Saavutettu luvattuna päivänä.
milestone-reached-early = Saavutettu { $day }, { $days ->
    [one] päivän
   *[other] { $days } päivää
} etuajassa.
milestone-reached-later = Saavutettu { $day }, { $days ->
    [one] päivän
   *[other] { $days } päivää
} luvattua myöhemmin.
milestone-moved-because = Uusi päivä { $to } (muutettu { $day }):
milestone-add = Lupaa päivä
milestone-add-title = Uusi luvattu päivä
milestone-add-keep = Lupaa tämä päivä
milestone-name = Mikä silloin on valmista
milestone-name-hint = Niin kuin asiakas sen näkee: ”Halli 3 uudessa verkossa”.
milestone-promised-on = Luvattu päivä
milestone-move = Siirrä päivää
milestone-move-of = { $name }
milestone-promised-now = Nyt luvattu:
milestone-new-day = Uusi päivä
milestone-because = Syy
milestone-because-hint = Asiakas lukee tämän. Vanha päivä jää suunnitelmaan yliviivattuna.
milestone-move-keep = Lupaa uusi päivä
milestone-reached-title = Saavutettu?
milestone-reached-on = Saavuttamispäivä
milestone-reach-keep = Merkitse saavutetuksi
milestone-not-reached = Ei vielä saavutettu
milestone-reached-day = Saavutettu { $day }
milestone-is-not-reached = Ei saavutettu
milestone-rename = Nimi
milestone-remove = Poista suunnitelmasta
milestone-remove-means = Välitavoite ja sen luvatut päivät poistuvat molemmilta. Jos se on vain myöhässä, siirrä mieluummin päivää. Voit palauttaa sen projektin sivulta.
milestone-remove-sure = Kyllä, poista
