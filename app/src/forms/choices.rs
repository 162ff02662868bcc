//! One or several of a few, each as a card that can be pressed as a whole.

use leptos::prelude::*;

/// One that can be chosen.
pub(super) struct Card {
    /// What the form sends.
    pub value: &'static str,
    /// What it is called, drawn.
    pub label: AnyView,
    /// What it means, where the name alone does not say.
    pub hint: Option<String>,
}

/// Choices as they are drawn; the first one's id is the name, so that a summary can lead to it.
pub(super) struct Cards {
    /// Its name in the form.
    pub name: &'static str,
    /// What it asks.
    pub legend: String,
    /// The values chosen now.
    pub chosen: Vec<String>,
    /// What is wrong with the choice.
    pub problem: Option<String>,
    /// Whether they are one below the other; else side by side where there is room.
    pub stacked: bool,
}

impl Cards {
    /// One of them.
    pub fn one(self, cards: Vec<Card>) -> AnyView {
        self.group("radio", cards)
    }

    /// Several of them; a form sends one pair for each that is chosen.
    pub fn several(self, cards: Vec<Card>) -> AnyView {
        self.group("checkbox", cards)
    }

    fn group(self, kind: &'static str, cards: Vec<Card>) -> AnyView {
        let Self { name, legend, chosen, problem, stacked } = self;
        let error = format!("{name}-error");
        let described = problem.as_ref().map(|_| error.clone());
        let cards = cards.into_iter().enumerate().map(|(place, card)| {
            let hint = card.hint.map(|hint| view! { <span class="hint">{hint}</span> });
            let checked = chosen.iter().any(|value| value == card.value);
            view! {
                <label class="choice">
                    <input type=kind name=name id=(place == 0).then_some(name) value=card.value checked=checked aria-describedby=described.clone()/>
                    <span>{card.label}{hint}</span>
                </label>
            }
        });
        let cards = cards.collect_view();
        let problem = problem.map(|problem| view! { <p class="error" id=error>{problem}</p> });
        let class = if stacked { "choices" } else { "choices across" };
        view! { <fieldset class=class><legend>{legend}</legend>{problem}{cards}</fieldset> }.into_any()
    }
}

/// Yes or no, as a card. A form sends `true` or nothing.
pub(super) fn tick(name: &'static str, label: String, hint: Option<String>, ticked: bool) -> AnyView {
    let hint = hint.map(|hint| view! { <span class="hint">{hint}</span> });
    view! {
        <label class="choice">
            <input type="checkbox" name=name id=name value="true" checked=ticked/>
            <span>{label}{hint}</span>
        </label>
    }
    .into_any()
}
