demo-mails-title = Demon sähköpostit
demo-mails-text = Demo ei lähetä sähköpostia. Lähtevät viestit näkyvät tässä, uusin ensin.
demo-mails-none = Ei vielä viestejä
demo-mails-none-text = Avaa henkilökohtainen linkki uudella selaimella, niin koodi tulee tähän hetken kuluttua.
demo-mails-to = Saaja { $name }, { $address }
