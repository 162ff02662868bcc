# Vad kundens personer säger om arbetet, vad som görs åt det, och enkäter.
nav-feedback = Återkoppling
foot-feedback = Berätta för oss:
feedback-give = Ge återkoppling
feedback-give-means = Det här läses bara av dig och { $supplier }. { $name } får det och svarar här.
feedback-kind = Vad gäller det?
feedback-praise = Beröm
feedback-problem = Problem
feedback-idea = Idé
feedback-survey = Enkätsvar
feedback-words = Med egna ord
feedback-send = Skicka
feedback-between = Det du skriver här läses bara av dig och { $supplier }.
feedback-between-staff = Det en person säger visas för personen själv och för oss. Svara med vad som gjordes.
feedback-none = Ingen återkoppling ännu
feedback-none-text = Beröm, problem och idéer visas här, var och en med vad som gjordes.
feedback-waits = Väntar på dig
feedback-all = All återkoppling
feedback-open = Väntar på svar
feedback-answered = Besvarad
feedback-said = Återkopplingen
feedback-done = Vad som gjordes
feedback-do = Vad gör vi?
feedback-score = Betyg { $score }
feedback-thanks = Tack! { $name } har fått det och svarar här.
feedback-answer = Berätta vad som gjordes
feedback-result = Vad som gjordes
feedback-result-hint = Den som gav återkopplingen läser det här och säger om det hjälpte
feedback-helped = Hjälpte det?
feedback-helped-yes = Det hjälpte
feedback-helped-no = Det hjälpte inte än
feedback-helped-words = Vad saknas?
feedback-stale = En kollega hann före. Det du skrev är inte sparat.
feedback-waits-answer = Återkoppling att besvara
feedback-waits-promised = Återkoppling, lovad till den { $day }
feedback-waits-helped = Ett svar på din återkoppling
follow-up-promise = Lova en åtgärd
follow-up-action = Vad som görs
follow-up-action-hint = Den som gav återkopplingen läser det här
follow-up-owner = Vem som gör det
follow-up-due-on = Senast
follow-up-by = { $name }, senast den { $day }
follow-up-promised = Åtgärd lovad
follow-up-late = Åtgärden är försenad
waits-feedback = Från samarbetet
survey-title = Enkäter
survey-send = Skicka en enkät
survey-send-means = Högst nio frågor till alla som ser planen. Ingen tillfrågas oftare än varannan månad, utom om hur det som tagits emot används.
survey-scale = Fråga
survey-scale-nps = Skulle du rekommendera oss?
survey-scale-nps-hint = Betyg 0–10 (NPS)
survey-scale-ten = Egen fråga
survey-scale-ten-hint = Betyg 1–10
survey-question = Vår egen fråga
survey-question-hint = Till exempel: Hur gick flytten av hall 3? Behövs bara för en egen fråga.
survey-milestone = Efter vilket delmål
survey-no-milestone = Inget delmål
survey-people = Vem som tillfrågas
survey-rests = Nyligen tillfrågad, kan tillfrågas igen den { $day }
survey-nps = Hur troligt är det att du rekommenderar { $supplier } till en kollega?
survey-ends = { $lowest } är sämst, 10 är bäst.
survey-score = Betyg
survey-reason = Vad är skälet?
survey-reason-hint = Frivilligt. Det hjälper oss mest.
survey-respond = Svara
survey-decline = Inte nu
survey-means = { $n ->
    [one] En fråga.
   *[other] { $n } frågor, bara den första behöver ett svar.
} Dina svar ses bara av dig och { $supplier }, och någon följer upp dem.
survey-about = Efter: { $name }
survey-result = Resultat
survey-answers = Svar
survey-n = { $n ->
    [0] Inga svar ännu, { $asked } tillfrågade
    [one] { $n } svar, { $asked } tillfrågade
   *[other] { $n } svar, { $asked } tillfrågade
}
survey-shares = Ambassadörer (9–10): { $promoters }, passiva (7–8): { $passives }, kritiker (0–6): { $detractors }
survey-margin = Talet efter ± är felmarginalen (95 %): av få svar är den stor.
survey-question-waits = Kort enkät
problem-nobody-to-ask = Alla har tillfrågats under de senaste två månaderna.
mail-survey-subject = { $n ->
    [one] En fråga från { $supplier }
   *[other] { $n } korta frågor från { $supplier }
}
mail-survey-foot = Du får det här som kontaktperson hos { $customer }. Ett betyg öppnar sidan där du skickar ditt svar.
survey-more = Lägg till fler frågor
survey-more-means = Högst åtta till. Varje fråga kan lämnas obesvarad.
survey-more-scores = Besvaras med ett betyg från 1 till 10
survey-more-scores-hint = En fråga per rad
survey-more-choices = Besvaras med ett val
survey-more-choices-hint = En fråga per rad med sina val: Vilken hall är näst i tur? Hall 3; Hall 4; Ingen
survey-more-words = Besvaras med egna ord
survey-more-words-hint = En fråga per rad
survey-further = De andra frågorna är frivilliga.
survey-answer = Svar
survey-further-results = De andra frågorna
survey-n-further = { $n ->
    [0] Inga svar ännu
    [one] { $n } svar
   *[other] { $n } svar
}
problem-line-without-choices = Rad { $line } behöver en fråga och två till tio val, till exempel: Vilken hall är näst i tur? Hall 3; Hall 4
level-title = Tre nivåer
level-means = En fråga på varje nivå en gång om året, på skalan 1–10. Här är svaren från de senaste tolv månaderna.
level-change = Årliga frågor
level-lead = Varje nivå har sin egen fråga, som ställs till varje medlem en gång om året. Utan fråga tillfrågas ingen på den nivån.
level-contact = Enskilda kontakter
level-contact-hint = Ett samtal, ett besök, ett svar
level-contact-suggested = Hur väl hjälper vi dig när du kontaktar oss?
level-relationship = Relationen
level-relationship-hint = Vad kontakterna blir över tid
level-relationship-suggested = Hur väl fungerar vårt samarbete över tid?
level-overall = Helheten
level-overall-hint = Vad vi betyder för kundens verksamhet
level-overall-suggested = Hur mycket hjälper samarbetet med oss er verksamhet?
level-first-day = Fråga från och med
level-first-day-hint = Ingen tillfrågas två gånger inom två månader, så de tre frågorna kommer vid olika tider.
level-since = Ställs från den { $day }. Senast ändrat av { $name }.
level-not-yet = Inget frågas ännu. Det här är förslag.
level-stale = En kollega ändrade frågorna under tiden. Dina är inte sparade ännu.
changes-of-feedback = Återkoppling
event-feedback-given = { $who } gav återkoppling: ”{ $label }”
event-follow-up-promised = { $who } lovade en åtgärd: ”{ $label }”
event-feedback-answered = { $who } besvarade återkoppling: ”{ $label }”
event-feedback-helped = { $who } säger att det hjälpte: ”{ $label }”
event-feedback-not-helped = { $who } säger att det inte hjälpte än: ”{ $label }”
event-survey-sent = { $who } skickade en enkät. { $label }
event-survey-answered = { $who } svarade på en enkät med betyget { $label }.
