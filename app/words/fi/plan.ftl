# Asiakkaan suunnitelma.
plan-title = Yhteistyösuunnitelma
plan-how-it-is-going = Missä mennään
plan-people = Muut yrityksestäsi
plan-people-none = Yrityksestäsi ei ole vielä muita mukana.
plan-welcome = Tämä on suunnitelma, jota { $customer } ja { $supplier } yhdessä ylläpitävät: miten työ etenee, kuka siitä vastaa ja mikä odottaa ketäkin. Jatkossa näet myös, mikä on muuttunut edellisen käyntisi jälkeen.
plan-no-projects = Ei vielä projekteja
plan-no-projects-member = Projektit tulevat tähän: tilanne ja seuraava luvattu päivä. Ensimmäisen lisää { $name }.
plan-no-projects-staff = Aloita ensimmäinen. Asiakas näkee sen vasta, kun näytät sen.
greeting-first = Tervetuloa, { $name }
greeting-morning = Hyvää huomenta, { $name }
greeting-day = Hei, { $name }
greeting-evening = Hyvää iltaa, { $name }
waiting-for-you = Odottaa sinua
waiting-for-us = Odottaa meitä
waiting-none = Ei mitään juuri nyt
waiting-none-member = Kun tarvitsemme sinulta jotakin, se tulee tähän: mitä, miksi ja mihin mennessä.
waiting-none-staff = Asiakkaan kysymykset ja keskeneräiset tehtävämme tulevat tähän, vanhin ensin.
waiting-due = viimeistään { $day }
waiting-was-due = määräpäivä oli { $day }
news-title = Muutokset
news-count = { $count ->
    [one] Yksi muutos
   *[other] { $count } muutosta
} edellisen käyntisi jälkeen ({ $visit }).
news-more-than = Yli { $count } muutosta edellisen käyntisi jälkeen ({ $visit }).
news-latest = Tässä näkyy { $count } viimeisintä. Aiemmat löytyvät kohdasta ”Kaikki muutokset”.
news-above-all = Tärkein: { $sentence }
news-none = Ei uutta
news-none-since = Mikään ei ole muuttunut edellisen käyntisi jälkeen ({ $visit }).
news-first-visit = Ensimmäinen käyntisi
news-first-visit-text = Ensi kerralla näet tässä, mikä on muuttunut tämän päivän jälkeen.
way-back = Takaisin
conflict-title = Joku muutti tätä samaan aikaan
conflict-nothing-lost = Versiotasi ei ole vielä tallennettu. Muut muutokset on yhdistetty; tätä muutitte molemmat. Jätä ennalleen tai tallenna omasi.
conflict-theirs = Nyt tallennettuna
conflict-yours = Sinun versiosi, ei vielä tallennettu
conflict-leave-theirs = Jätä ennalleen
conflict-take-mine = Tallenna omani

# Kaikki muutokset
changes-all = Kaikki muutokset
changes-title = Kaikki muutokset
changes-lead = Suunnitelman tapahtumat, uusin ensin.
changes-none = Ei enempää muutoksia.
changes-newer = Uudemmat
changes-older = Vanhemmat
