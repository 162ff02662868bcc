# En kunds plan.
plan-title = Samarbetsplan
plan-how-it-is-going = Hur det går
plan-people = Vilka andra som är här
plan-people-none = Ingen annan från ditt företag är här ännu.
plan-welcome = Det här är planen som { $customer } och { $supplier } håller tillsammans: hur arbetet går, vem som har hand om det och vad som väntar på vem. Från och med nu berättar den vad som har ändrats sedan du var här.
plan-no-projects = Inga projekt ännu
plan-no-projects-member = Vart och ett står här med sitt ljus, skälet till det och nästa lovade datum. { $name } lägger in det första; fråga om du väntar på det.
plan-no-projects-staff = Starta det första. Kunden ser inget av det förrän du visar det.
greeting-first = Välkommen, { $name }
greeting-morning = God morgon, { $name }
greeting-day = Hej, { $name }
greeting-evening = God kväll, { $name }
waiting-for-you = Väntar på dig
waiting-for-us = Väntar på oss
waiting-none = Inget just nu
waiting-none-member = När vi behöver något av dig står det här, med varför och när.
waiting-none-staff = Här står det som kunden frågar och det vi inte har gjort ännu, det äldsta först.
waiting-due = senast { $day }
waiting-was-due = skulle ha varit klart { $day }
news-title = Vad som har ändrats
news-count = { $count ->
    [one] En sak
   *[other] { $count } saker
} har ändrats sedan ditt förra besök ({ $visit }).
news-more-than = Mer än { $count } saker har ändrats sedan ditt förra besök ({ $visit }).
news-latest = Det här är de senaste { $count }; det finns mer före dem.
news-above-all = Framför allt: { $sentence }
news-none = Allt är som du lämnade det
news-none-since = Inget har ändrats sedan ditt förra besök ({ $visit }).
news-first-visit = Ditt första besök
news-first-visit-text = Nästa gång står det här vad som är nytt sedan i dag.
way-back = Vägen tillbaka
conflict-title = Någon ändrade det här medan du skrev
conflict-nothing-lost = Inget har gått förlorat, och inget av ditt är sparat ännu. Det som bara en av er ändrade är redan sammanfört. Här skrev ni båda: avstå från ditt, eller skriv det som det ska vara.
conflict-theirs = Som det står nu
conflict-yours = Ditt, inte sparat ännu
conflict-leave-theirs = Låt det stå
conflict-take-mine = Spara så här

# Alla ändringar
changes-all = Alla ändringar
changes-title = Allt som har ändrats
changes-lead = Allt i den här planen som du får veta, det nyaste först.
changes-none = Här finns inget mer.
changes-newer = Nyare
changes-older = Äldre
