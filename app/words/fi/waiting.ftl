# Mikä odottaa toimittajan henkilöä
waits-title = { $n ->
    [0] Mikään ei odota sinua
    [one] Yksi asia odottaa sinua
   *[other] { $n } asiaa odottaa sinua
}
waits-title-more = Yli { $n } asiaa odottaa sinua
waits-cut = Kustakin lajista näkyy { $n } ensimmäistä.
waits-threads = Kysymykset
waits-promises = Myöhästyneet lupaukset
waits-tasks = Myöhästyneet tehtävämme
waits-late = { $days ->
    [one] { $days } päivän myöhässä
   *[other] { $days } päivää myöhässä
}
waits-late-years = { $years ->
    [one] { $years } vuoden myöhässä
   *[other] { $years } vuotta myöhässä
}
waits-more = { $n ->
    [one] { $n } muu
   *[other] { $n } muuta
}
waits-instead-of = Olet sijaisena, kun { $name } on poissa
waits-none = Ei mitään juuri nyt
waits-none-text = Asiakkaiden kysymykset sekä myöhästyneet lupaukset ja tehtävät tulevat tähän, vanhin ensin.
waits-to-customers = Katso kaikki asiakkaat

# Sähköpostit, joita ei julkaistu itsestään
held-title = Julkaisemattomat sähköpostit
held-from = { $from } kirjoitti vastausosoitteeseen, joka kuuluu henkilölle { $person }.
held-internal = Siitä tulisi sisäinen muistiinpano.
held-post = Julkaise nimellä { $name }
held-discard = Siirrä syrjään
held-other-sender = Se lähetettiin muusta osoitteesta kuin henkilön omasta.
held-unverified = Postipalvelin ei voinut vahvistaa lähettäjää.
held-automatic = Automaattinen vastaus.
held-bounce = Postipalvelin kertoo, ettei sähköposti mennyt perille.
held-empty = Siinä ei ole muuta tekstiä kuin lainaus.
held-too-long = Se on pidempi kuin viesti voi olla.
held-unreadable = Se on pakattu niin syvälle tai niin rikki, ettei sen tekstiä voitu lukea.
held-no-access = Henkilö ei voi kirjoittaa tähän keskusteluun.
held-too-many = Henkilö lähetti hyvin monta viestiä lyhyessä ajassa.
held-files-left = Teksti julkaistiin, mutta kaikkia tiedostoja ei voitu lisätä.
