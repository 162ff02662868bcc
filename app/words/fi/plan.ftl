# Asiakkaan suunnitelma.
plan-title = Yhteistyösuunnitelma
plan-how-it-is-going = Miten sujuu
plan-people = Keitä muita täällä on
plan-people-none = Täällä ei ole vielä muita yrityksestäsi.
plan-welcome = Tämä on suunnitelma, jota { $customer } ja { $supplier } pitävät yhdessä: miten työ etenee, kuka siitä vastaa ja mikä odottaa ketäkin. Tästä lähtien se kertoo, mikä on muuttunut käyntisi jälkeen.
plan-no-projects = Ei vielä projekteja
plan-no-projects-member = Jokainen näkyy tässä valoineen, perusteluineen ja seuraavine luvattuine päivineen. Ensimmäisen tuo { $name }; kysy, jos odotat sitä.
plan-no-projects-staff = Aloita ensimmäinen. Asiakas ei näe siitä mitään ennen kuin näytät sen.
greeting-first = Tervetuloa, { $name }
greeting-morning = Hyvää huomenta, { $name }
greeting-day = Hyvää päivää, { $name }
greeting-evening = Hyvää iltaa, { $name }
waiting-for-you = Odottaa sinua
waiting-for-us = Odottaa meitä
waiting-none = Ei mitään juuri nyt
waiting-none-member = Kun tarvitsemme sinulta jotakin, se näkyy tässä: mitä varten ja mihin mennessä.
waiting-none-staff = Tässä näkyvät asiakkaan kysymykset ja keskeneräiset tehtävämme, vanhin ensin.
waiting-due = viimeistään { $day }
waiting-was-due = määräpäivä oli { $day }
news-title = Mikä on muuttunut
news-count = { $count ->
    [one] Yksi asia
   *[other] { $count } asiaa
} on muuttunut edellisen käyntisi jälkeen ({ $visit }).
news-more-than = Yli { $count } asiaa on muuttunut edellisen käyntisi jälkeen ({ $visit }).
news-latest = Tässä on { $count } viimeisintä; ennen niitä on tapahtunut muutakin.
news-above-all = Tärkein: { $sentence }
news-none = Kaikki ennallaan
news-none-since = Mikään ei ole muuttunut edellisen käyntisi jälkeen ({ $visit }).
news-first-visit = Ensimmäinen käyntisi
news-first-visit-text = Seuraavalla kerralla tässä näkyy, mitä uutta on tullut tämän päivän jälkeen.
way-back = Takaisin päin
conflict-title = Joku muutti tätä, kun kirjoitit
conflict-nothing-lost = Mitään ei hävinnyt, eikä omaasi ole vielä tallennettu. Se, mitä vain toinen teistä muutti, on jo yhdistetty. Tähän kirjoititte molemmat: luovu omastasi tai kirjoita se niin kuin sen pitää olla.
conflict-theirs = Nyt voimassa
conflict-yours = Sinun, ei vielä tallennettu
conflict-leave-theirs = Jätä ennalleen
conflict-take-mine = Tallenna näin

# Kaikki muutokset
changes-all = Kaikki muutokset
changes-title = Kaikki, mikä on muuttunut
changes-lead = Kaikki tämän suunnitelman tapahtumat, jotka sinulle kuuluvat, uusin ensin.
changes-none = Täällä ei ole enempää.
changes-newer = Uudemmat
changes-older = Vanhemmat
