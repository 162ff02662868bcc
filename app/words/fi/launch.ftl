# Hyväksytyn käyttöönotto.
launch-title = Käyttöönotto
launch-plan = Suunnittele käyttöönotto
launch-plan-text = Kumpikin osapuoli kertoo olevansa valmis; sitten käyttöönotto kirjataan yhdellä painalluksella. Uusi päivä kysytään molemmilta uudelleen.
launch-change = Vaihda päivä
launch-day = Käyttöönottopäivä
launch-note = Mitä tapahtuu ja kuka tekee mitä
launch-note-hint = Vapaaehtoinen
launch-theirs = { $name } suunnitteli sillä välin päivän { $day }. Sinun päiväsi korvaa sen, kun tallennat.
launch-on = Suunniteltu päivä: { $day }
launch-ready = Valmis
launch-not-ready = Ei vielä valmis
launch-say-ready = Olemme valmiita
launch-say-not-ready = Emme olekaan valmiita
launch-do = Otettu käyttöön
launch-done = Käytössä
launch-done-by = { $name }, { $moment }

event-launch-planned = { $who } suunnitteli käyttöönoton: ”{ $label }”.
event-launch-ready = { $who } on valmis käyttöönottoon: ”{ $label }”.
event-launched = { $who } otti käyttöön: ”{ $label }”.
