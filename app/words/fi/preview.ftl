# Looking at a plan as one of its members, and who has looked at it
preview-as = Esikatsele: { $name }
preview-about = Näet samat sivut kuin { $name }, myös ennen kuin ensimmäinen linkki on lähetetty. Mitään ei voi muuttaa, ja { $customer } näkee esikatselun käyttölokistaan.
preview-title = Esikatselu
preview-bar = Näet saman kuin { $name }. Mitään ei voi muuttaa, ja esikatselu näkyy käyttölokissa.
preview-leave = Lopeta esikatselu
error-preview-title = Esikatselussa ei muuteta mitään
error-preview-text = Katsot suunnitelmaa asiakkaan henkilönä. Kun lopetat esikatselun, toimit taas omissa nimissäsi.
error-kind-preview = Esikatselu
access-title = Käyttöloki
access-lead = Ketkä ovat avanneet tai muuttaneet suunnitelmaa viimeisten 90 päivän aikana, kummassakin yrityksessä.
access-none = Kukaan ei ole vielä avannut suunnitelmaa.
access-open = Ketkä ovat avanneet suunnitelman
access-opened = Avasi suunnitelman
access-changed = { $changes ->
    [one] Yksi muutos
   *[other] { $changes } muutosta
}
access-preview = esikatselu
access-previewed = Katsoi suunnitelmaa kuten { $name }, klo { $until } asti
access-previewing = Katsoo suunnitelmaa kuten { $name }
error-preview-sums-title = Näet vähemmän kuin tämä henkilö
error-preview-sums-text = Hän näkee summat ja laskut, sinä et. Pyydä esikatselu työkaverilta, joka näkee ne. Mitään ei kirjattu.
error-preview-page-title = Sivu ei kuulu esikatseluun
error-preview-page-text = Henkilö, jonka sivuja katsot, ei voi avata tätä sivua. Kun lopetat esikatselun, toimit taas omissa nimissäsi.
