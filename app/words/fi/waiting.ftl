# Mikä odottaa toimittajan henkilöä
waits-title = { $n ->
    [0] Mikään ei odota sinua
    [one] Yksi asia odottaa sinua
   *[other] { $n } asiaa odottaa sinua
}
waits-title-more = Yli { $n } asiaa odottaa sinua
waits-cut = Jokaisesta lajista näkyy { $n } ensimmäistä.
waits-threads = Kysymykset
waits-promises = Lupaukset, joiden päivä on mennyt
waits-tasks = Meidän myöhässä olevat tehtävämme
waits-late = { $days ->
    [one] { $days } päivän myöhässä
   *[other] { $days } päivää myöhässä
}
waits-late-years = { $years ->
    [one] { $years } vuoden myöhässä
   *[other] { $years } vuotta myöhässä
}
waits-more = { $n } muuta
waits-instead-of = Sijaistat: { $name }
waits-none = Ei mitään juuri nyt
waits-none-text = Kun asiakas kysyy sinulta jotakin tai lupauksen tai tehtävän päivä menee ohi, se tulee tähän, vanhin ensin.
waits-to-customers = Katso kaikki asiakkaat
