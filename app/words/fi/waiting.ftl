# Mikä odottaa toimittajan henkilöä
waiting-title = { $n ->
    [0] Mikään ei odota sinua
    [one] Yksi asia odottaa sinua
   *[other] { $n } asiaa odottaa sinua
}
waiting-promises = Lupaukset, joiden päivä on mennyt
waiting-tasks = Meidän myöhässä olevat tehtävämme
waiting-late = { $days ->
    [one] { $days } päivän myöhässä
   *[other] { $days } päivää myöhässä
}
waiting-instead-of = Sijaistat: { $name }
waiting-none = Kaikki lupaukset pitävät
waiting-none-text = Tänne tulevat ylittyneet lupaukset ja myöhästyneet tehtävät, vanhin ensin.
waiting-to-customers = Katso kaikki asiakkaat
