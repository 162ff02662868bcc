home-title = The plan you keep together
home-text = Customers come in by the personal link in their mail. If yours is lost or too old, we send a new one.
