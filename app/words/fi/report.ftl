# Mitä kuukaudesta, neljänneksestä tai vuodesta raportoidaan.
nav-reports = Raportit
report-and-agreement = Sopimus ja raportit
report-lead = Mitä luvattiin, toimitettiin ja päätettiin, kuukausi kerrallaan. Julkaistu raportti ei muutu.
report-none = Ei vielä raportteja
report-none-text = Raportti tulee tähän, kun se julkaistaan.
report-draft = Luonnostele raportti
report-draft-means = Raportti kootaan suunnitelmasta. Lisäät omat sanasi ja julkaiset sen.
report-period = Miltä ajalta?
report-month = Kuukausi
report-quarter = Vuosineljännes
report-year = Vuosi
report-day = Jokin sen päivä
report-day-hint = Mikä tahansa kuukauden, neljänneksen tai vuoden päivä
report-words = Omin sanoin
report-words-hint = Mikä onnistui, mitä opimme, mitä seuraavaksi
report-of-month = { $month ->
    [1] Tammikuu
    [2] Helmikuu
    [3] Maaliskuu
    [4] Huhtikuu
    [5] Toukokuu
    [6] Kesäkuu
    [7] Heinäkuu
    [8] Elokuu
    [9] Syyskuu
    [10] Lokakuu
    [11] Marraskuu
   *[other] Joulukuu
} { $year }
report-of-quarter = Vuosineljännes { $quarter }/{ $year }
report-of-year = Vuosi { $year }
report-is-draft = Luonnos
report-draft-is = Vain sinä ja kollegasi näette luonnoksen. Sisältö seuraa suunnitelmaa, kunnes raportti julkaistaan.
report-published-on = Julkaistu { $day }
report-change = Muokkaa sanoja
report-remove = Poista luonnos
report-remove-means = Sanat katoavat. Suunnitelma pysyy ennallaan.
report-remove-sure = Poista luonnos
report-publish = Julkaise
report-publish-means = Asiakas näkee raportin, eikä sitä voi enää muuttaa. Julkaisemalla hyväksyt sen.
report-stale = Kollega muutti sanoja sen jälkeen, kun avasit sivun. Lue ne ennen julkaisua.
report-broken = Raporttia on muutettu Coplanin ulkopuolella julkaisun jälkeen. Sisältö ei enää vastaa tiivistettä.
report-nothing = Tältä ajalta ei ole raportoitavaa
report-delivered = Toimitettu
report-promised = Luvattu
report-measured = Mitattu
report-decided = Päätetty
report-asked = Kysytty
report-spent = Laskutettu
report-reached = { $project }, { $day } (luvattu { $promised })
report-promised-for = { $project }, luvattu { $day }
report-moved = Aiemmin: { $day }.
report-value = { $value }, { $day }; lähtö { $from }, tavoite { $target }
report-asked-open = Avoinna, kun tästä raportoitiin
report-invoice = Lasku
report-day-of-invoice = Päivä
report-sum = Maksettavaa
report-total = Yhteensä { $sum }
report-approval = Hyväksyntä
report-approve = Hyväksy raportti
report-agreed = Hyväksytty
report-not-agreed = Ei vielä hyväksytty
report-hash = Julkaistu sisältö, SHA-256 { $hash }
report-waits = Uusi raportti
report-waits-do = Lue ja hyväksy
rhythm-title = Kuinka usein
rhythm-means = Kun kuukausi, neljännes tai vuosi on ohi, luonnos ilmestyy odottaviin asioihisi. Lisäät omat sanasi ja julkaiset sen tähän päivään mennessä.
rhythm-how-often = Raportti tulee
rhythm-never = Kun teemme sellaisen
rhythm-month = Kuukausittain
rhythm-quarter = Neljännesvuosittain
rhythm-year = Vuosittain
rhythm-day = Mihin seuraavan kuukauden päivään mennessä
rhythm-day-hint = Luku 1–28
rhythm-none = Ei säännöllisiä raportteja.
rhythm-is-month = Kuukausittain, viimeistään seuraavan kuukauden { $day }. päivänä.
rhythm-is-quarter = Neljännesvuosittain, viimeistään seuraavan kuukauden { $day }. päivänä.
rhythm-is-year = Vuosittain, viimeistään tammikuun { $day }. päivänä.
report-due = Julkaistava viimeistään { $day }.
report-waits-draft = Julkaistava raportti
report-waits-publish = Lue ja julkaise
report-waits-by = Raportti julkaistava viimeistään { $day }
changes-of-report = Raportit
thread-about-report = Raportti: { $name }
about-report = Raportti
event-report-published = { $who } julkaisi raportin { $label }
event-report-approved = { $who } hyväksyi raportin { $label }
mail-news-report = { $who } julkaisi raportin { $label }
problem-has-report = Näiltä päiviltä on jo raportti. Valitse muut päivät tai avaa se raportti; tekstisi on tallella tässä.
report-publish-sums = Raportin julkaisee joku, joka näkee summat, jotta siitä ei puutu mitään.
report-pdf = Tallenna PDF-tiedostona
