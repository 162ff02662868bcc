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
