# Det som väntar på en av leverantörens personer
waits-title = { $n ->
    [0] Inget väntar på dig
    [one] En sak väntar på dig
   *[other] { $n } saker väntar på dig
}
waits-title-more = Mer än { $n } saker väntar på dig
waits-cut = De första { $n } av varje slag visas.
waits-threads = Frågor
waits-promises = Försenade löften
waits-tasks = Våra försenade uppgifter
waits-late = { $days ->
    [one] { $days } dag försenat
   *[other] { $days } dagar försenat
}
waits-late-years = { $years } år försenat
waits-more = { $n } till
waits-instead-of = Du ersätter { $name }
waits-none = Inget just nu
waits-none-text = Frågor från kunder och försenade löften och uppgifter visas här, det äldsta först.
waits-to-customers = Se alla kunder

# E-post som inte publicerades av sig själv
held-title = E-post som inte har publicerats
held-from = { $from } skrev till svarsadressen för { $person }.
held-internal = Det skulle bli en intern anteckning.
held-post = Publicera som { $name }
held-discard = Lägg åt sidan
held-other-sender = Det skickades från en annan adress än personens egen.
held-unverified = E-postservern kunde inte bekräfta avsändaren.
held-automatic = Ett automatiskt svar.
held-bounce = En e-postserver meddelar att ett e-postmeddelande inte kom fram.
held-empty = Det finns ingen text utöver citatet.
held-too-long = Det är längre än ett meddelande kan vara.
held-unreadable = Det är packat så djupt, eller så trasigt, att texten inte kunde läsas.
held-no-access = Personen kan inte skriva i den här diskussionen.
held-too-many = Personen skickade väldigt många meddelanden på kort tid.
held-files-left = Texten publicerades, men alla filer kunde inte läggas till.
