demo-mails-title = Demon viestit
demo-mails-text = Demo ei lähetä sähköpostia. Lähtevät viestit näkyvät tässä, uusin ensin.
demo-mails-none = Ei vielä viestejä
demo-mails-none-text = Avaa henkilökohtainen linkki uudella selaimella, niin koodi on tässä hetken päästä.
demo-mails-to = Saaja { $name }, { $address }
