//! What is asked of a task: what is to be done, by whom, what for, by when, and who sees it.

use crate::{
    parts::{
        choices::{Choice, Choices},
        field::Field,
        problem,
    },
    say,
    words::Words,
};
use coplan_domain::{person::Side, plan::Stage};
use coplan_usecases::form::FieldProblem;
use leptos::prelude::*;

/// A task as it was typed, for drawing it again.
pub(super) struct Typed<'a> {
    pub name: &'a str,
    pub why: &'a str,
    pub side: &'a str,
    pub stage: &'a str,
    pub due_on: &'a str,
}

pub(super) fn fields(words: &Words, customer: &str, supplier: &str, typed: &Typed<'_>, problems: &[FieldProblem]) -> AnyView {
    let field = |name: &'static str, label: String, value: &str| Field {
        name,
        label,
        value: value.to_owned(),
        problem: problem::of(words, problems, name),
        ..Field::default()
    };
    let side = Choices {
        name: "side",
        legend: say!(words, "task-side"),
        chosen: typed.side.to_owned(),
        problem: problem::of(words, problems, "side"),
    };
    let sides = vec![
        Choice { value: Side::Customer.as_str(), label: customer.to_owned().into_any(), hint: None },
        Choice { value: Side::Supplier.as_str(), label: supplier.to_owned().into_any(), hint: None },
    ];
    let stage = Choices {
        name: "stage",
        legend: say!(words, "task-stage"),
        chosen: typed.stage.to_owned(),
        problem: problem::of(words, problems, "stage"),
    };
    let stages = vec![
        Choice {
            value: Stage::Onstage.as_str(),
            label: say!(words, "task-onstage").into_any(),
            hint: Some(say!(words, "task-onstage-hint")),
        },
        Choice {
            value: Stage::Backstage.as_str(),
            label: say!(words, "task-backstage").into_any(),
            hint: Some(say!(words, "task-backstage-hint")),
        },
    ];
    let why = Field { hint: Some(say!(words, "task-why-hint")), ..field("why", say!(words, "task-why"), typed.why) };
    view! {
        {field("name", say!(words, "task-name"), typed.name).input("text")}
        {side.across(sides)}
        {stage.across(stages)}
        {field("due_on", say!(words, "task-due-on"), typed.due_on).input("date")}
        {why.textarea()}
    }
    .into_any()
}
