//! What Lakeside Mills was asked once: answered by Anna, found again by whoever comes to the mill.

use crate::{
    Told,
    builder::{DemoBuilder, told},
    staff::Colleagues,
};
use coplan_domain::id::CustomerId;
use coplan_store::access::Actor;
use coplan_usecases::knowledge::{self, AnswerQuestionForm, AskQuestionForm, TemplateForm};

/// What is asked for a service, and what Anna answered.
const ASKED: [(&str, &str, &str, &str); 3] = [
    (
        "Who opens the gate on weekends?",
        "The crew comes at six and must not wait outside",
        "the installers",
        "The guard at gate 2, any time; tell the name of the crew a day before.",
    ),
    (
        "Which machines may never lose power?",
        "We plan each step around them",
        "the installers",
        "The dye line and the drying cylinders. Everything else may stop for 20 minutes outside Fridays.",
    ),
    (
        "Who decides at night?",
        "The service desk calls this person first",
        "the service desk",
        "The shift leader on duty; above that Anna, also at night.",
    ),
];

/// Tells it.
pub async fn tell(builder: &DemoBuilder, by: &Colleagues, anna: &Actor, id: CustomerId) -> Told<()> {
    builder.go(37, 2);
    let text = |text: &str| text.to_owned();
    for (words, why, whom, _) in ASKED {
        let service = text("Network in a plant");
        let form = TemplateForm {
            service,
            words: text(words),
            reason: text(why),
            whom: text(whom),
            ..TemplateForm::blank(builder.id())
        };
        told(knowledge::add_template(&builder.portal, &by.mikko, &form).await)?;
    }
    for (days_ago, (words, why, whom, answer)) in (30..).zip(ASKED) {
        builder.go(36, 2);
        let form = AskQuestionForm {
            question: text(words),
            why: text(why),
            for_whom: text(whom),
            ..AskQuestionForm::blank(builder.id())
        };
        let question = told(knowledge::ask(&builder.portal, &by.mikko, id, &form).await)?;
        builder.go(days_ago, 3);
        let form = AnswerQuestionForm { answer: text(answer), ..AnswerQuestionForm::blank(builder.id()) };
        told(knowledge::answer(&builder.portal, anna, id, question, &form).await)?;
    }
    Ok(())
}
