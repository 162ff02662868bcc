//! The forms of what is asked and answered.

use crate::form::{day, form, line, prose};
use coplan_domain::{
    id::{QuestionAnswerId, QuestionId, QuestionTemplateId},
    knowledge::QuestionWords,
    text::{Line, Prose},
};
use jiff::civil::Date;

form! {
    /// What is asked.
    ReadAsk {
        /// What.
        question: Line = line("background-words"),
        /// Why.
        why: Line = line("background-why").hint("background-why-hint"),
        /// Who needs to know.
        for_whom: Option<Line> = line("background-for-whom").hint("background-for-whom-hint"),
        /// What cannot go on before.
        blocks: Option<Line> = line("background-blocks").hint("background-blocks-hint"),
        /// By when.
        due_on: Option<Date> = day("background-due-on"),
    }

    /// What is asked, as it was typed.
    new AskQuestionForm { id: QuestionId }
}

form! {
    /// An answer.
    ReadAnswer {
        /// What is so.
        answer: Prose = prose("background-answer"),
    }

    /// An answer as it was typed.
    new AnswerQuestionForm { id: QuestionAnswerId }
}

form! {
    /// What is asked for a service.
    ReadTemplate {
        /// The service.
        service: Line = line("template-service").hint("template-service-hint"),
        /// What is asked.
        words: Line = line("background-words"),
        /// Why.
        reason: Line = line("background-why").hint("background-why-hint"),
        /// Who needs to know.
        whom: Option<Line> = line("background-for-whom").hint("background-for-whom-hint"),
    }

    /// What is asked for a service, as it was typed.
    new TemplateForm { id: QuestionTemplateId }
}

impl From<ReadAsk> for QuestionWords {
    fn from(read: ReadAsk) -> Self {
        let text = |line: Option<Line>| line.map(String::from).unwrap_or_default();
        Self {
            words: read.question.into(),
            why: read.why.into(),
            for_whom: text(read.for_whom),
            blocks: text(read.blocks),
            due_on: read.due_on,
        }
    }
}
