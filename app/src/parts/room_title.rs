//! How what waits in a room beside the plan is called, on pages and in emails alike.

use super::report_title;
use crate::{say, words::Words};
use coplan_domain::{
    feedback::Scored,
    person::Language,
    survey::{Scale, Survey},
};
use coplan_usecases::feedback::{RoomItem, RoomKind};

/// What a survey asks, or what was answered with a score.
pub struct Asked<'a> {
    scale: Scale,
    after_days: Option<i64>,
    own: &'a str,
    language: Language,
}

impl<'a> From<&'a Survey> for Asked<'a> {
    fn from(of: &'a Survey) -> Self {
        Self { scale: of.scale, after_days: of.of_use.map(|it| it.after_days), own: &of.words, language: of.language }
    }
}

impl<'a> From<&'a Scored> for Asked<'a> {
    fn from(of: &'a Scored) -> Self {
        Self { scale: of.scale, after_days: of.after_days, own: &of.question, language: of.language }
    }
}

/// The question: its own, or a standard one.
#[must_use]
pub fn question<'a>(words: &Words, supplier: &str, of: impl Into<Asked<'a>>) -> String {
    let Asked { scale, after_days, own, .. } = of.into();
    match (after_days, scale) {
        (Some(0), _) => say!(words, "use-question-first", what = own.to_owned()),
        (Some(_), _) => say!(words, "use-question", what = own.to_owned()),
        (None, Scale::Nps) if own.is_empty() => recommend(words, supplier),
        (None, Scale::Nps | Scale::Ten) => own.to_owned(),
    }
}

/// The language of the question, where it is somebody's own and not in the reader's.
#[must_use]
pub fn language<'a>(words: &Words, of: impl Into<Asked<'a>>) -> Option<&'static str> {
    let Asked { after_days, own, language, .. } = of.into();
    if own.is_empty() || after_days.is_some() { None } else { words.foreign(language) }
}

fn recommend(words: &Words, supplier: &str) -> String {
    say!(words, "survey-nps", supplier = supplier.to_owned())
}

/// What waits in a room, in one line; `asks_member` where it is said to one of the customer's people.
#[must_use]
pub fn title(words: &Words, supplier: &str, item: &RoomItem, asks_member: bool) -> String {
    match (item.kind, item.score) {
        (RoomKind::Survey, _) if item.title.is_empty() => recommend(words, supplier),
        (RoomKind::Feedback, Some(score)) if !asks_member => {
            let score = say!(words, "feedback-score", score = score);
            if item.title.is_empty() { score } else { format!("{score}: {}", item.title) }
        }
        (RoomKind::Report | RoomKind::ReportDraft, _) => report_title::named(words, &item.title),
        (RoomKind::Agreement, _) => say!(words, "agreement-waits-version", version = item.title.clone()),
        (RoomKind::Moment, _) if item.title.is_empty() => say!(words, "moment-waits"),
        (
            RoomKind::Feedback
            | RoomKind::Idea
            | RoomKind::Survey
            | RoomKind::MeetingTask
            | RoomKind::Acceptance
            | RoomKind::Concern
            | RoomKind::Phase
            | RoomKind::Moment
            | RoomKind::Request
            | RoomKind::RequestReply
            | RoomKind::RequestConfirm
            | RoomKind::File,
            _,
        ) => item.title.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::id::CustomerId;
    use jiff::Timestamp;
    use ulid::Ulid;

    fn said(kind: RoomKind, title: &str) -> String {
        let item = RoomItem {
            kind,
            id: Ulid::nil(),
            title: title.to_owned(),
            language: Language::En,
            score: None,
            since: Timestamp::UNIX_EPOCH,
            due_on: None,
            customer: CustomerId(Ulid::nil()),
            customer_name: String::new(),
            responsible: None,
        };
        super::title(&Words::new(Language::En, "UTC"), "Northline", &item, false)
    }

    #[test]
    fn what_is_kept_as_a_spelling_or_a_number_is_said_in_words() {
        assert_eq!(said(RoomKind::ReportDraft, "2026-11"), "November 2026");
        assert_eq!(said(RoomKind::Agreement, "2"), "Agreement, version 2");
        assert_eq!(said(RoomKind::Moment, ""), "A contact was not good");
        assert_eq!(said(RoomKind::Survey, ""), "How likely are you to recommend Northline to a colleague?");
        assert_eq!(said(RoomKind::Idea, "A weekly graph"), "A weekly graph");
    }
}
