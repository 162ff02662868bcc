# Viestit, jotka eivät menneet perille, henkilökunnan näkymä
undelivered-title = Viestit, jotka eivät menneet perille
undelivered-to = Viesti ei mennyt perille: { $name }
undelivered-link = Henkilökohtainen linkki ei mennyt perille.
undelivered-code = Uuden laitteen koodi ei mennyt perille.
undelivered-message = Keskusteluun kirjoitettu viesti ei mennyt perille.
undelivered-device = Ilmoitus uudesta laitteesta ei mennyt perille.
undelivered-way-in = Ilmoitus kirjautumistietojen muutoksesta ei mennyt perille.
undelivered-other = Sähköposti ei mennyt perille.
undelivered-refused = Sähköpostipalvelin ei hyväksy tätä osoitetta. Onko se kirjoitettu oikein?
undelivered-not-taken = Yritimme useita kertoja, mutta sähköpostipalvelin ei ottanut viestiä vastaan.
undelivered-bounced = Sähköpostipalvelin palautti viestin. Onko osoite vielä käytössä?
undelivered-server-said = Palvelimen vastaus: { $said }
undelivered-line = Sähköposti ei mene perille ({ $day })
