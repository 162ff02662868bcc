# Looking at a plan as one of its members, and who has looked at it
preview-as = Förhandsgranska som { $name }
preview-about = Du ser samma sidor som { $name }, också innan den första länken har skickats. Inget kan ändras, och { $customer } ser förhandsgranskningen i sin åtkomstlogg.
preview-title = Förhandsgranskning
preview-bar = Du ser det som { $name } ser. Inget kan ändras, och förhandsgranskningen syns i åtkomstloggen.
preview-leave = Avsluta förhandsgranskningen
error-preview-title = Inget ändras i en förhandsgranskning
error-preview-text = Du ser planen som en av kundens personer. Avsluta förhandsgranskningen för att arbeta som dig själv igen.
error-kind-preview = Förhandsgranskning
access-title = Åtkomstlogg
access-lead = Vilka som har öppnat eller ändrat planen under de senaste 90 dagarna, i båda företagen.
access-none = Ingen har öppnat planen ännu.
access-open = Vilka som har öppnat planen
access-opened = Öppnade planen
access-changed = { $changes ->
    [one] En ändring
   *[other] { $changes } ändringar
}
access-preview = förhandsgranskning
access-previewed = Såg planen som { $name }, till kl. { $until }
access-previewing = Ser just nu planen som { $name }
error-preview-sums-title = Du ser mindre än den här personen
error-preview-sums-text = Personen ser summor och fakturor, men det gör inte du. Be en kollega som ser dem att titta. Inget antecknades.
error-preview-page-title = Sidan hör inte till förhandsgranskningen
error-preview-page-text = Personen som du förhandsgranskar kan inte öppna den här sidan. Avsluta förhandsgranskningen för att arbeta som dig själv igen.
