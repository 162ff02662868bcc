//! State as a word with a shape and a colour, so that none of them is needed alone (WCAG 1.4.1).

use crate::{say, words::Words};
use coplan_domain::plan::Light;
use leptos::prelude::*;

/// A state: its class (`on-track`, `at-risk`, `late`, `done`, `to-come`) and its word.
#[must_use]
pub fn status(class: &'static str, word: String) -> AnyView {
    view! { <span class=format!("status {class}")>{word}</span> }.into_any()
}

/// The light of a project.
#[must_use]
pub fn light(words: &Words, light: Light) -> AnyView {
    status(light_class(light), light_word(words, light))
}

/// The class and the word of a project's state, also before anything was reported of it.
#[must_use]
pub fn of_project(words: &Words, light: Option<Light>) -> (&'static str, String) {
    light.map_or_else(|| ("to-come", say!(words, "light-none")), |light| (light_class(light), light_word(words, light)))
}

/// The class that colours what a light stands for.
#[must_use]
pub fn light_class(light: Light) -> &'static str {
    match light {
        Light::Done => "done",
        Light::OnTrack => "on-track",
        Light::AtRisk => "at-risk",
        Light::Late => "late",
    }
}

/// The light in the reader's word.
#[must_use]
pub fn light_word(words: &Words, light: Light) -> String {
    match light {
        Light::Done => say!(words, "light-done"),
        Light::OnTrack => say!(words, "light-on-track"),
        Light::AtRisk => say!(words, "light-at-risk"),
        Light::Late => say!(words, "light-late"),
    }
}
