//! One or several of a few, each as a card that can be pressed as a whole.

use leptos::prelude::*;

/// One that can be chosen.
pub struct Choice {
    /// What the form sends.
    pub value: &'static str,
    /// What it is called, drawn.
    pub label: AnyView,
    /// What it means, where the name alone does not say.
    pub hint: Option<String>,
}

/// A choice as it is drawn; the first field's id is the name, so that a summary can lead to it.
pub struct Choices {
    /// Its name in the form.
    pub name: &'static str,
    /// What it asks.
    pub legend: String,
    /// The value chosen now.
    pub chosen: String,
    /// What is wrong with the choice.
    pub problem: Option<String>,
}

impl Choices {
    /// The choices side by side where there is room.
    #[must_use]
    pub fn across(self, choices: Vec<Choice>) -> AnyView {
        let Self { name, legend, chosen, problem } = self;
        group("radio", name, legend, &[chosen], problem, choices)
    }
}

/// The same where several can be chosen; a form sends one pair for each that is.
#[must_use]
pub fn several(name: &'static str, legend: String, chosen: &[String], problem: Option<String>, choices: Vec<Choice>) -> AnyView {
    group("checkbox", name, legend, chosen, problem, choices)
}

fn group(
    kind: &'static str,
    name: &'static str,
    legend: String,
    chosen: &[String],
    problem: Option<String>,
    choices: Vec<Choice>,
) -> AnyView {
    let error = format!("{name}-error");
    let described = problem.as_ref().map(|_| error.clone());
    let cards = choices.into_iter().enumerate().map(|(place, choice)| {
        let hint = choice.hint.map(|hint| view! { <span class="hint">{hint}</span> });
        let checked = chosen.iter().any(|value| value == choice.value);
        view! {
            <label class="choice">
                <input type=kind name=name id=(place == 0).then_some(name) value=choice.value checked=checked aria-describedby=described.clone()/>
                <span>{choice.label}{hint}</span>
            </label>
        }
    });
    let cards = cards.collect_view();
    let problem = problem.map(|problem| view! { <p class="error" id=error>{problem}</p> });
    view! { <fieldset class="choices across"><legend>{legend}</legend>{problem}{cards}</fieldset> }.into_any()
}

/// One box of a group in which each has its own name or value.
pub struct TickBox {
    /// Its name in the form.
    pub name: &'static str,
    /// What the form sends where it is ticked.
    pub value: &'static str,
    /// Whether it is.
    pub ticked: bool,
    /// What it is called.
    pub label: String,
}

/// Boxes side by side, each by its own name.
#[must_use]
pub fn tick_boxes(legend: String, boxes: Vec<TickBox>) -> AnyView {
    let boxes = boxes.into_iter().map(|it| {
        view! {
            <label class="choice">
                <input type="checkbox" name=it.name value=it.value checked=it.ticked/>
                <span>{it.label}</span>
            </label>
        }
    });
    view! { <fieldset class="choices across"><legend>{legend}</legend>{boxes.collect_view()}</fieldset> }.into_any()
}

/// Yes or no, as a card. A form sends `true` or nothing.
#[must_use]
pub fn tick(name: &'static str, label: String, hint: String, ticked: bool) -> AnyView {
    view! {
        <label class="choice">
            <input type="checkbox" name=name id=name value="true" checked=ticked/>
            <span>{label}<span class="hint">{hint}</span></span>
        </label>
    }
    .into_any()
}
