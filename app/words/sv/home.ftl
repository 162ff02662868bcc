home-title = Er gemensamma plan
home-text = Kunder kommer in med den personliga länken i sin e-post. Om din är borta eller för gammal skickar vi en ny.
