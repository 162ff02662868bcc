# Att ta det godkända i drift.
launch-title = Driftstart
launch-plan = Planera driftstarten
launch-plan-text = Båda sidor säger att de är redo; sedan registreras driftstarten med ett tryck. En ny dag frågas båda sidor om igen.
launch-change = Ändra dagen
launch-day = Dag för driftstarten
launch-note = Vad som händer och vem som gör vad
launch-note-hint = Frivilligt
launch-theirs = { $name } har under tiden planerat { $day }. Din dag ersätter den när du sparar.
launch-on = Planerad till { $day }
launch-ready = Redo
launch-not-ready = Inte redo än
launch-say-ready = Vi är redo
launch-say-not-ready = Vi är ändå inte redo
launch-do = Det är i drift
launch-done = I drift
launch-done-by = { $name }, { $moment }

event-launch-planned = { $who } planerade driftstarten för ”{ $label }”.
event-launch-ready = { $who } är redo för driftstarten av ”{ $label }”.
event-launched = { $who } tog ”{ $label }” i drift.
