# Välitavoitteet ja lupaukset.
timeline-label = { $count ->
    [one] 1 välitavoite
   *[other] { $count } välitavoitetta
}, saavutettu { $reached }.
timeline-next = Seuraavaksi: { $name }, { $day }.
milestone-title = Mitä on luvattu
milestone-none = Päiviä ei ole vielä luvattu
milestone-none-member = Tässä näkyy, mitä on odotettavissa ja milloin. Jos päivä siirtyy, vanhakin jää näkyviin perusteluineen.
milestone-none-staff = Lupaa ensimmäinen päivä. Jos se siirtyy, vanhakin jää näkyviin perusteluineen.
milestone-was = aiemmin:
milestone-late = Päivä on ohi, eikä tämä ole valmis.
milestone-reached-on-day = Saavutettu sovittuna päivänä.
milestone-reached-early = Saavutettu { $day }, { $days ->
    [one] päivän
   *[other] { $days } päivää
} etuajassa.
milestone-reached-later = Saavutettu { $day }, { $days ->
    [one] päivän
   *[other] { $days } päivää
} luvattua myöhemmin.
milestone-moved-because = Siirretty { $day }, uusi päivä { $to }:
milestone-add = Lupaa päivä
milestone-add-title = Uusi lupaus
milestone-add-keep = Lupaa
milestone-name = Mikä silloin on valmista
milestone-name-hint = Niin kuin asiakas sen huomaa: ”Halli 3 uudessa verkossa”.
milestone-promised-on = Luvattu päivä
milestone-move = Siirrä päivää
milestone-move-of = { $name }
milestone-promised-now = Nyt luvattu:
milestone-new-day = Uusi päivä
milestone-because = Syy
milestone-because-hint = Asiakas lukee tämän. Vanha päivä jää suunnitelmaan yliviivattuna.
milestone-move-keep = Lupaa uusi päivä
milestone-reached-title = Saavutettu?
milestone-reached-on = Milloin se saavutettiin
milestone-reach-keep = Se on saavutettu
milestone-not-reached = Sitä ei olekaan vielä saavutettu
milestone-reached-day = Saavutettu { $day }
milestone-is-not-reached = Ei saavutettu
milestone-rename = Nimi
milestone-remove = Poista suunnitelmasta
milestone-remove-means = Välitavoite ja sille luvatut päivät häviävät molemmilta. Jos se on vain myöhässä, siirrä mieluummin päivää. Sen voi palauttaa projektin sivulta.
milestone-remove-sure = Kyllä, poista
