//! How what waits in a room beside the plan is called, on pages and in emails alike.

use super::report_title;
use crate::{say, words::Words};
use coplan_domain::{
    feedback::Scored,
    survey::{Scale, Survey},
};
use coplan_usecases::feedback::{RoomItem, RoomKind};

/// What a survey asks: its own question, or a standard one.
#[must_use]
pub fn question(words: &Words, supplier: &str, survey: &Survey) -> String {
    asked(words, supplier, (survey.scale, survey.of_use.map(|it| it.after_days)), &survey.words)
}

/// What was answered with a score.
#[must_use]
pub fn question_of(words: &Words, supplier: &str, scored: &Scored) -> String {
    asked(words, supplier, (scored.scale, scored.after_days), &scored.question)
}

/// The language of what a survey asks, where it is not the reader's.
#[must_use]
pub fn survey_language(words: &Words, survey: &Survey) -> Option<&'static str> {
    let is_own = !survey.words.is_empty() && survey.of_use.is_none();
    if is_own { words.foreign(survey.language) } else { None }
}

/// The language of what was asked, where it is not the reader's.
#[must_use]
pub fn language_of(words: &Words, scored: &Scored) -> Option<&'static str> {
    let is_own = !scored.question.is_empty() && scored.after_days.is_none();
    if is_own { words.foreign(scored.language) } else { None }
}

fn asked(words: &Words, supplier: &str, (scale, after_days): (Scale, Option<i64>), own: &str) -> String {
    match (after_days, scale) {
        (Some(0), _) => say!(words, "use-question-first", what = own.to_owned()),
        (Some(_), _) => say!(words, "use-question", what = own.to_owned()),
        (None, Scale::Nps) if own.is_empty() => recommend(words, supplier),
        (None, Scale::Nps | Scale::Ten) => own.to_owned(),
    }
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
    use coplan_domain::{id::CustomerId, person::Language};
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
