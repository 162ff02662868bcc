# What customers' people say of the work, what is done about it, and surveys.
nav-feedback = Feedback
foot-feedback = Tell us:
feedback-give = Give feedback
feedback-give-means = Only you and { $supplier } read this. { $name } gets it and tells you here what was done.
feedback-kind = What is it?
feedback-praise = Praise
feedback-problem = Problem
feedback-idea = Idea
feedback-survey = Survey answer
feedback-words = In your words
feedback-send = Send
feedback-between = Only you and { $supplier } read what you write here.
feedback-between-staff = What each person says is shown to that person and to us. Answer with what was done.
feedback-none = No feedback yet
feedback-none-text = Praise, problems and ideas appear here, each with what was done about it.
feedback-waits = Waiting for you
feedback-all = All feedback
feedback-open = Waiting for an answer
feedback-answered = Answered
feedback-said = What was said
feedback-done = What was done
feedback-do = What do we do?
feedback-score = Score { $score }
feedback-thanks = Thank you! { $name } follows this up and tells you here what was done.
feedback-answer = Tell what was done
feedback-result = What was done
feedback-result-hint = The person who gave the feedback reads this and says whether it helped
feedback-helped = Did this help?
feedback-helped-yes = It helped
feedback-helped-no = It did not help yet
feedback-helped-words = What is missing?
feedback-stale = A colleague was first. What you wrote is not saved.
feedback-waits-answer = Feedback to answer
feedback-waits-promised = Feedback, promised by { $day }
feedback-waits-helped = An answer to your feedback
follow-up-promise = Promise a follow-up
follow-up-action = What will be done
follow-up-action-hint = The person who gave the feedback reads this
follow-up-owner = Who does it
follow-up-due-on = By when
follow-up-by = { $name }, by { $day }
follow-up-promised = Follow-up promised
follow-up-late = Follow-up overdue
waits-feedback = From our work together
survey-title = Surveys
survey-send = Send a survey
survey-send-means = Up to nine questions to everybody with access to the plan. Nobody is asked more often than every two months, apart from how something that was taken over is used.
survey-scale = Question
survey-scale-nps = Would you recommend us?
survey-scale-nps-hint = Score 0 to 10 (NPS)
survey-scale-ten = Our own question
survey-scale-ten-hint = Score 1 to 10
survey-question = Our own question
survey-question-hint = For example: How well did the move of hall 3 go? Only needed for our own question.
survey-milestone = After which promised date
survey-no-milestone = No milestone
survey-people = Who is asked
survey-rests = Asked recently, can be asked again { $day }
survey-nps = How likely are you to recommend { $supplier } to a colleague?
survey-ends = { $lowest } is the worst, 10 the best.
survey-score = Score
survey-reason = What is the reason?
survey-reason-hint = Optional. It helps us most.
survey-respond = Answer
survey-decline = Not now
survey-means = { $n ->
    [one] One question.
   *[other] { $n } questions, only the first needs an answer.
} Only you and { $supplier } see your answers, and somebody follows them up.
survey-about = After: { $name }
survey-result = Result
survey-answers = Answers
survey-n = { $n ->
    [0] No answers yet, { $asked } asked
    [one] { $n } answer, { $asked } asked
   *[other] { $n } answers, { $asked } asked
}
survey-shares = Promoters (9–10): { $promoters }, passive (7–8): { $passives }, detractors (0–6): { $detractors }
survey-margin = The number after ± is the margin of error (95 %): of few answers it is large.
survey-question-waits = Short survey
problem-nobody-to-ask = Everybody was asked in the last two months.
mail-survey-subject = { $n ->
    [one] One question from { $supplier }
   *[other] { $n } short questions from { $supplier }
}
mail-survey-foot = You get this as a contact of { $customer }. A press on a score opens the page, where you send your answer.
survey-more = Add more questions
survey-more-means = At most eight more. Each may be left unanswered.
survey-more-scores = Answered with a score from 1 to 10
survey-more-scores-hint = One question per line
survey-more-choices = Answered with a choice
survey-more-choices-hint = One question per line with its choices: Which hall is next? Hall 3; Hall 4; Neither
survey-more-words = Answered in words
survey-more-words-hint = One question per line
survey-further = The other questions are optional.
survey-answer = Answer
survey-further-results = The other questions
survey-n-further = { $n ->
    [0] No answers yet
    [one] { $n } answer
   *[other] { $n } answers
}
problem-line-without-choices = Line { $line } needs a question and two to ten choices, for example: Which hall is next? Hall 3; Hall 4
level-title = Three levels
level-means = One question each, once a year, from 1 to 10. These are the answers of the last twelve months.
level-change = Yearly questions
level-lead = Each level has its own question, asked of every member once a year. A level without a question is not asked.
level-contact = Single contacts
level-contact-hint = A call, a visit, an answer
level-contact-suggested = How well do our people help you when you are in touch with us?
level-relationship = The relationship
level-relationship-hint = What the contacts add up to over time
level-relationship-suggested = How well do we work together over time?
level-overall = The whole
level-overall-hint = What we mean for the customer’s business
level-overall-suggested = How much does working with us help your business?
level-first-day = Ask from
level-first-day-hint = Nobody is asked twice within two months, so the three come apart from each other.
level-since = Asked from { $day }. Last changed by { $name }.
level-not-yet = Nothing is asked yet. These are suggestions.
level-stale = A colleague changed the questions meanwhile. Yours have not been saved yet.
changes-of-feedback = Feedback
event-feedback-given = { $who } gave feedback: “{ $label }”
event-follow-up-promised = { $who } promised a follow-up: “{ $label }”
event-feedback-answered = { $who } answered feedback: “{ $label }”
event-feedback-helped = { $who } says it helped: “{ $label }”
event-feedback-not-helped = { $who } says it did not help yet: “{ $label }”
event-survey-sent = { $who } sent a survey. { $label }
event-survey-answered = { $who } answered a survey with { $label }.
