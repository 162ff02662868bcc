# En kunds plan.
plan-title = Samarbetsplan
plan-how-it-is-going = Läget
plan-people = Andra från ditt företag
plan-people-none = Ingen annan från ditt företag är med ännu.
plan-welcome = Det här är den gemensamma planen för { $customer } och { $supplier }: hur arbetet går, vem som ansvarar och vad som väntar på vem. Från och med nu ser du också vad som har ändrats sedan ditt förra besök.
plan-no-projects = Inga projekt ännu
plan-no-projects-member = Projekten visas här med status och nästa datum. { $name } lägger in det första.
plan-no-projects-staff = Starta det första. Kunden ser det först när du visar det.
greeting-first = Välkommen, { $name }
greeting-morning = God morgon, { $name }
greeting-day = Hej, { $name }
greeting-evening = God kväll, { $name }
waiting-for-you = Väntar på dig
waiting-for-us = Väntar på oss
waiting-none = Inget just nu
waiting-none-member = När vi behöver något av dig visas det här, med skäl och datum.
waiting-none-staff = Kundens frågor och våra ogjorda uppgifter visas här, det äldsta först.
waiting-due = senast den { $day }
waiting-was-due = skulle vara klart den { $day }
news-title = Ändringar
news-count = { $count ->
    [one] En ändring
   *[other] { $count } ändringar
} sedan ditt förra besök ({ $visit }).
news-more-than = Mer än { $count } ändringar sedan ditt förra besök ({ $visit }).
news-latest = Här visas de { $count } senaste. Tidigare finns under ”Alla ändringar”.
news-above-all = Viktigast: { $sentence }
news-none = Inget nytt
news-none-since = Inget har ändrats sedan ditt förra besök ({ $visit }).
news-first-visit = Ditt första besök
news-first-visit-text = Nästa gång ser du här vad som har ändrats sedan i dag.
way-back = Tillbaka
conflict-title = Någon ändrade det här samtidigt
conflict-nothing-lost = Din version är inte sparad ännu. Övriga ändringar är sammanslagna; här ändrade ni båda. Låt stå eller spara din.
conflict-theirs = Sparat nu
conflict-yours = Din version, inte sparad ännu
conflict-leave-theirs = Låt stå
conflict-take-mine = Spara min

# Alla ändringar
changes-all = Alla ändringar
changes-title = Alla ändringar
changes-lead = Allt som har hänt i planen, det nyaste först.
changes-none = Inga fler ändringar.
changes-newer = Nyare
changes-older = Äldre
