//! How far an idea is, as a word with a shape and a colour; and what it is about.

use super::status::status;
use crate::{say, words::Words};
use coplan_domain::idea::{IdeaCategory, IdeaState};
use leptos::prelude::*;

/// How far it is.
#[must_use]
pub fn draw(words: &Words, state: IdeaState) -> AnyView {
    let class = match state {
        IdeaState::New | IdeaState::NotNow => "to-come",
        IdeaState::Looking | IdeaState::Accepted | IdeaState::UnderWay => "on-track",
        IdeaState::Done => "done",
    };
    status(class, word(words, state))
}

/// The same in a word.
#[must_use]
pub fn word(words: &Words, state: IdeaState) -> String {
    match state {
        IdeaState::New => say!(words, "idea-state-new"),
        IdeaState::Looking => say!(words, "idea-state-looking"),
        IdeaState::Accepted => say!(words, "idea-state-accepted"),
        IdeaState::UnderWay => say!(words, "idea-state-under-way"),
        IdeaState::Done => say!(words, "idea-state-done"),
        IdeaState::NotNow => say!(words, "idea-state-not-now"),
    }
}

/// What an idea is about.
#[must_use]
pub fn category(words: &Words, category: IdeaCategory) -> String {
    match category {
        IdeaCategory::Service => say!(words, "idea-category-service"),
        IdeaCategory::Report => say!(words, "idea-category-report"),
        IdeaCategory::Price => say!(words, "idea-category-price"),
        IdeaCategory::Technology => say!(words, "idea-category-technology"),
        IdeaCategory::WayOfWorking => say!(words, "idea-category-way"),
    }
}
