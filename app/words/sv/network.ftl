### Vem känner vem
network-title = Vem känner vem
network-lead = Kontakter mellan personer på båda sidor: diskussioner, samtal, besök, möten och e-post som du kan se.
network-map = Karta
network-picture = Karta över vem som har haft kontakt med vem: { $n ->
    [one] { $n } linje
   *[other] { $n } linjer
}. Tabellen nedanför säger samma sak.
network-legend = Ju tjockare linje, desto fler kontakter under de senaste sex månaderna. En prickad linje betyder inga under den tiden.
network-line = { $member } och { $staff }: senaste kontakt { $ago }
network-table = Kontakter
network-caption = Den senaste kontakten först. Nya kontakter är från de senaste { $days } dagarna.
network-person = Person
network-contact = Med vem
network-last = Senaste kontakt
network-lately = Nya
network-how = Hur
network-recent = { $n ->
    [0] inga
    [one] { $n } kontakt
   *[other] { $n } kontakter
}
network-discussions = diskussioner
network-calls = samtal
network-visits = besök
network-meetings = möten
network-emails = e-post
network-ago-days = { $n ->
    [0] i dag
    [one] i går
   *[other] för { $n } dagar sedan
}
network-ago-weeks = { $n ->
    [one] för { $n } vecka sedan
   *[other] för { $n } veckor sedan
}
network-ago-months = { $n ->
    [one] för { $n } månad sedan
   *[other] för { $n } månader sedan
}
network-alone = Ingen kontakt
network-alone-text = Ingen av dina kolleger har haft kontakt med dessa personer under de senaste { $days } dagarna.
network-never = ingen kontakt än
network-last-ago = senaste kontakt { $ago }
network-none = Inga kontakter än
network-none-text = Kartan visas när personer på båda sidor har skrivit i samma diskussion, träffats eller talat i telefon.
