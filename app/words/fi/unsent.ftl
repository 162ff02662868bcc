# Mitä kirjoitettiin ilman verkkoa
unsent-you = Sinä
unsent-not-yet = Ei vielä lähetetty
unsent-means = Lähtee itsestään, kun verkkoyhteys palaa, myös selaimen sulkemisen jälkeen.
unsent-now = Lähetä nyt
unsent-discard = Hylkää
unsent-not-in = Et ole enää kirjautunut, joten tätä ei lähetetty. Se säilyy tässä selaimessa viikon ja lähtee, kun kirjaudut uudelleen henkilökohtaisella linkilläsi tai salasanallasi.
unsent-not-found = Tätä ei voitu lähettää: keskustelua ei enää ole, tai sinulla ei ole siihen enää oikeutta. Tekstisi on taas lomakkeella; kopioi se siitä.
unsent-refused = Tätä ei voitu lähettää tällaisenaan. Tekstisi on taas lomakkeella; tarkista se ja lähetä uudelleen.
unsent-files = Verkkoyhteyttä ei ole, eivätkä tiedostot voi odottaa selaimessa. Jätä tämä sivu auki ja lähetä uudelleen, kun yhteys palaa.
