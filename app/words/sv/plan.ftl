# En kunds plan.
plan-title = Samarbetsplan
plan-how-it-is-going = Läget
plan-people = Andra från ditt företag
plan-people-none = Ingen annan från ditt företag är med ännu.
plan-no-projects-staff = Starta det första. Kunden ser det först när du visar det.
waiting-for-you = Väntar på dig
waiting-for-us = Väntar på oss
news-first-visit-text = Nästa gång ser du här vad som har ändrats sedan i dag.
way-back = Tillbaka
conflict-title = Någon ändrade det här samtidigt
conflict-nothing-lost = Din version är inte sparad ännu. Övriga ändringar är sammanslagna; här ändrade ni båda. Låt stå eller spara din.
conflict-theirs = Sparad version
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
changes-of = Vad
changes-in = Var
changes-of-everything = Allt
changes-in-everything = Överallt
changes-show = Visa
changes-of-customer = Samarbetet
changes-of-person = Personer
changes-of-project = Projekt och deras läge
changes-of-milestone = Utlovade datum
changes-of-task = Uppgifter
changes-of-invoice = Fakturor
changes-of-thread = Diskussioner
changes-of-meeting = Möten
change-from-to = { $from } → { $to }.
