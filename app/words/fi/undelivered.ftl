# Viestit, jotka eivät menneet perille, henkilökunnan näkymä
undelivered-title = Viestit, jotka eivät menneet perille
undelivered-to = { $name }: viesti ei mennyt perille
undelivered-link = Henkilökohtainen linkki ei mennyt perille.
undelivered-code = Uuden laitteen koodi ei mennyt perille.
undelivered-message = Keskusteluun kirjoitettu viesti ei mennyt perille.
undelivered-device = Tieto uudesta laitteesta ei mennyt perille.
undelivered-way-in = Tieto tunnusten muutoksesta ei mennyt perille.
undelivered-other = Sähköpostiviesti ei mennyt perille.
undelivered-refused = Sähköpostipalvelin ei ota vastaan viestejä tähän osoitteeseen. Onko osoite oikein?
undelivered-not-taken = Yritimme useita kertoja, mutta sähköpostipalvelin ei ottanut viestiä vastaan.
