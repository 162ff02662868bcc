mail-greeting = Hej { $name },
mail-sender = { $name }, med Coplan

mail-link-subject = Din länk till planen med { $supplier }
mail-link-text = här är din personliga länk till planen som { $companies } och { $supplier } håller tillsammans: hur arbetet går, vem som har hand om det, vad vi behöver av dig och vad ni betalar för.
mail-link-personal = Inget lösenord behövs, och länken gäller till { $day }.
mail-link-code-new-device = På en ny enhet ber vi om en kod som vi skickar till den här adressen.
mail-link-code-always = Varje gång du öppnar den ber vi om en kod som vi skickar till den här adressen.
mail-link-open = Öppna planen
mail-link-foot = Länken är bara din. Om en kollega behöver en egen, be oss om den; en vidarebefordrad länk släpper inte in någon.
mail-link-foot-no-code = Länken är bara din, och den som öppnar den kommer in som du: behåll den för dig själv. Om en kollega behöver en egen, be oss om den.

mail-code-subject = { $code } är din kod
mail-code-text = skriv koden på sidan som bad om den. Den gäller i tio minuter och bara i den webbläsaren.
mail-code-foot = Om du inte nyss öppnade din länk kan någon annan ha den. Ge inte koden vidare, och berätta för oss.

mail-new-device-subject = En ny enhet kom in med din länk
mail-new-device-staff = Någon loggade in som du på en ny enhet
mail-new-device-text = { $device } släpptes in { $when }. Om det var du är allt bra.
mail-new-device-open = Om inte: se dina enheter och säg ”det här är inte jag”
mail-not-me-subject = { $who } känner inte igen en enhet
mail-not-me-text = { $who } känner inte igen den här enheten: { $device }, insläppt { $when }.
mail-not-me-ended = Vi har loggat ut enheten och avslutat länken den kom med, och mejlar en ny länk till adressen som vi känner till.
mail-not-me-ended-staff = Vi har loggat ut alla andra enheter som personen har.
mail-not-me-next = Ring och försäkra dig om att ingen annan läser den e-postlådan. Om någon gör det, byt adressen: då slutar alla länkar att gälla.
mail-not-me-next-staff = Någon kan känna till lösenordet. Ring, och ge ett nytt om det inte redan är bytt.

mail-way-in-password = Ditt lösenord är bytt
mail-way-in-factor-on = Din andra faktor är påslagen
mail-way-in-factor-off = Din andra faktor är avstängd
mail-way-in-recovery = Du har nya reservkoder
mail-way-in-tried = Ditt lösenord var rätt, men koden efter det fel fem gånger
mail-way-in-address = Dina länkar går till en annan adress nu
mail-way-in-sign-in-address = Du loggar in med en annan adress nu
mail-way-in-text = { $what }. Det hände { $when }.
mail-way-in-not-you = Om det var du är allt bra. Om inte, be genast en administratör att återställa din inloggning.
mail-way-in-tried-not-you = Om det var du är allt bra. Om inte känner någon till ditt lösenord: byt det på sidan om dig, eller be en administratör om ett nytt.
mail-way-in-not-asked = Länkarna och enheterna du hade har avslutats, och hit kommer inga fler. Om du inte bad om det, berätta för oss.
mail-way-in-not-asked-staff = Dina enheter är utloggade, och ditt lösenord är som förut. Om du inte bad om det, säg genast till en administratör.

mail-message-subject = { $title }
mail-message-text = { $author } skrev i planen för { $customer }:
mail-message-open = Läs och svara
