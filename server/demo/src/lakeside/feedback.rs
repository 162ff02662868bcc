//! What Anna and Ben say of the work, what was done about it, and what both are asked.

use crate::{
    Told,
    builder::{DemoBuilder, told},
    staff::Colleagues,
};
use coplan_domain::{
    feedback::{FeedbackKind, Helped},
    id::{CustomerId, FeedbackId, ProjectId},
};
use coplan_store::access::Actor;
use coplan_usecases::{
    acceptance::{self, LaunchForm, NextVersionForm, ProposeAcceptanceForm, VerdictForm},
    feedback::{self, AnswerFeedbackForm, GiveForm, HelpedForm, PromiseForm},
    survey::{self, RespondForm, SendSurveyForm, YearlyForm},
};

/// The day shift of the service desk, which Anna tested twice.
pub async fn hand_over(builder: &DemoBuilder, by: &Actor, anna: &Actor, id: CustomerId, service_desk: ProjectId) -> Told<()> {
    let portal = &builder.portal;
    let text = |text: &str| text.to_owned();
    builder.go(27, 3);
    let form = ProposeAcceptanceForm {
        title: text("Service desk for the day shift"),
        lines: text("A call is answered within a minute\nWhoever answers knows the mill\nA ticket can be followed on the phone"),
        ..ProposeAcceptanceForm::blank(builder.id())
    };
    let proposed = told(acceptance::propose(portal, by, id, service_desk, &form).await)?;
    builder.go(26, 4);
    let works = |lines: &[u8]| lines.iter().map(ToString::to_string).collect();
    let (verdict, reason) = (text("refused"), text("Two of five callers had to explain which hall they stand in."));
    let form = VerdictForm { version: 1, works: works(&[1, 3]), verdict, reason };
    told(acceptance::decide(portal, anna, id, proposed, &form).await)?;
    builder.go(18, 3);
    let lines = text(
        "A call is answered within a minute\nWhoever answers sees the mill and the hall\nA ticket can be followed on the phone",
    );
    let form = NextVersionForm { version: 1, lines, note: text("The number of the caller now shows the hall.") };
    told(acceptance::propose_next(portal, by, id, proposed, &form).await)?;
    builder.go(16, 5);
    let form =
        VerdictForm { version: 2, works: works(&[1, 2, 3]), verdict: text("approved"), reason: text("Tried by six leaders.") };
    told(acceptance::decide(portal, anna, id, proposed, &form).await)?;
    let note = text("The old number rings through for two more weeks.");
    let launch = LaunchForm { day: builder.day(1).to_string(), note, ..LaunchForm::default() };
    told(acceptance::plan_launch(portal, by, id, proposed, &launch).await)?;
    for side in [by, anna] {
        told(acceptance::say_ready(portal, side, id, proposed, 1, true).await)?;
    }
    builder.go(15, 4);
    told(acceptance::say_launched(portal, by, id, proposed).await)?;
    told(survey::ask_use(portal, &builder.system).await)?;
    let view = told(acceptance::show(portal, anna, id, proposed).await)?;
    let Some((_, first)) = view.uses.first() else { return Ok(()) };
    builder.go(15, 2);
    let (score, reason) = (text("8"), text("Whoever answers sees the hall at once. The evening shift has not tried it yet."));
    let form = RespondForm { score, reason, ..RespondForm::blank(builder.id()) };
    let Some(given) = told(survey::respond(portal, anna, id, first.id, &form).await)? else { return Ok(()) };
    answer(builder, by, id, given, "Good. Saara shows it to the evening shift on Thursday.").await?;
    let form = HelpedForm { helped: Helped::Yes.to_string(), words: String::new() };
    told(feedback::say_helped(portal, anna, id, given, &form).await)
}

/// What both are asked once a year, and how they answered the first of the three questions; the next comes in a month.
pub async fn levels(builder: &DemoBuilder, by: &Actor, (anna, ben): (&Actor, &Actor), id: CustomerId) -> Told<()> {
    let portal = &builder.portal;
    builder.go(80, 3);
    let questions = YearlyForm {
        version: 0,
        contact: "How well do we help you when you call, write or meet us?".to_owned(),
        relationship: "How well do we work together over time?".to_owned(),
        overall: "How much does working with us help your business?".to_owned(),
        // The worker asks by the day in UTC, which at night is still the day before.
        first_day: builder.day(-1).to_string(),
    };
    told(survey::change_yearly(portal, by, &questions).await)?;
    told(survey::ask_yearly(portal, &builder.system).await)?;
    let asked = told(feedback::list(portal, by, id).await)?;
    let Some(contact) = asked.levels.first() else { return Ok(()) };
    builder.go(79, 2);
    for (actor, score, reason) in
        [(anna, "8", "Whoever answers knows our halls by name."), (ben, "6", "At night I explain too much.")]
    {
        let form = RespondForm { score: score.to_owned(), reason: reason.to_owned(), ..RespondForm::blank(builder.id()) };
        let Some(given) = told(survey::respond(portal, actor, id, contact.survey, &form).await)? else { continue };
        answer(builder, by, id, given, "Thank you. The night desk now has the drawings of all four halls.").await?;
        let form = HelpedForm { helped: Helped::Yes.to_string(), words: String::new() };
        told(feedback::say_helped(portal, actor, id, given, &form).await)?;
    }
    builder.go(0, 1);
    let next = YearlyForm { version: 1, first_day: builder.day(30).to_string(), ..questions };
    told(survey::change_yearly(portal, by, &next).await)
}

/// Tells it.
pub async fn tell(
    builder: &DemoBuilder,
    by: &Colleagues,
    (anna, ben): (&Actor, &Actor),
    id: CustomerId,
    (network, service_desk): (ProjectId, ProjectId),
) -> Told<()> {
    let portal = &builder.portal;
    builder.go(24, 3);
    let about = format!("project.{service_desk}");
    let said = "At night the service desk asked me three times which mill I call from.";
    let problem = give(builder, ben, id, (FeedbackKind::Problem, &about), said).await?;
    builder.go(24, 1);
    let form = PromiseForm {
        action: "Show the mill on the screen of whoever answers".to_owned(),
        owner: by.saara.person().to_string(),
        due_on: builder.day(7).to_string(),
        ..PromiseForm::blank(builder.id())
    };
    told(feedback::promise(portal, &by.mikko, id, problem, &form).await)?;
    builder.go(19, 2);
    answer(
        builder,
        &by.saara,
        id,
        problem,
        "Your number now shows the mill and the hall. I called twice at night: nobody asked.",
    )
    .await?;
    builder.go(17, 5);
    let form = HelpedForm { helped: Helped::Yes.to_string(), words: "Yes, the last two calls went straight on.".to_owned() };
    told(feedback::say_helped(portal, ben, id, problem, &form).await)?;

    builder.go(15, 2);
    let form = SendSurveyForm {
        scale: "nps".to_owned(),
        scores: "How well do we keep you informed?".to_owned(),
        choices: "What should we do first? Hall 3; The night desk; Fewer letters".to_owned(),
        words: "What should we stop doing?".to_owned(),
        ..SendSurveyForm::blank(builder.id())
    };
    told(survey::send(portal, &by.mikko, id, &form).await)?;
    builder.go(14, 6);
    let (score, reason) = ("9".to_owned(), "You tell us early when a date moves.".to_owned());
    let (informed, first) = ("8".to_owned(), "1".to_owned());
    let stop = "Calling before seven.".to_owned();
    let answered =
        RespondForm { score, reason, answer2: informed, answer3: first, answer4: stop, ..RespondForm::blank(builder.id()) };
    let Some(scored) = told(survey::respond(portal, anna, id, form.id, &answered).await)? else { return Ok(()) };
    builder.go(13, 4);
    answer(
        builder,
        &by.mikko,
        id,
        scored,
        "Thank you. From now on the weekly letter says it on Mondays, before your own meeting.",
    )
    .await?;
    builder.go(13, 1);
    let form = HelpedForm { helped: Helped::Yes.to_string(), words: String::new() };
    told(feedback::say_helped(portal, anna, id, scored, &form).await)?;

    builder.go(12, 3);
    let about = format!("project.{network}");
    give(builder, ben, id, (FeedbackKind::Idea, &about), "Tell the night shift by text message when a hall is done.").await?;
    Ok(())
}

async fn give(
    builder: &DemoBuilder,
    by: &Actor,
    id: CustomerId,
    (kind, about): (FeedbackKind, &str),
    words: &str,
) -> Told<FeedbackId> {
    let form = GiveForm { id: builder.id(), about: about.to_owned(), kind: kind.to_string(), words: words.to_owned() };
    told(feedback::give(&builder.portal, by, id, &form).await)
}

async fn answer(builder: &DemoBuilder, by: &Actor, id: CustomerId, of: FeedbackId, words: &str) -> Told<()> {
    let form = AnswerFeedbackForm { result: words.to_owned(), ..AnswerFeedbackForm::blank(builder.id()) };
    told(feedback::answer(&builder.portal, by, id, of, &form).await)
}
