//! A form as it is drawn: each field by its table, with what was typed and what is wrong with it.

use super::{
    choices::{Card, Cards, tick},
    code,
    field::Field,
    problem,
};
use crate::words::Words;
use coplan_usecases::form::{Choice, FieldProblem, FieldSpec, Form, Kind, Word};
use jiff::civil::Date;
use leptos::prelude::*;

/// A choice that only the page knows: value and words.
pub type Entry = (String, String);

/// What a page says of one field otherwise than its table.
#[derive(Default)]
struct Said {
    field: &'static str,
    label: Option<String>,
    hint: Option<String>,
    problem: Option<String>,
}

/// A form before it is drawn.
pub struct FormView<'a> {
    pub(super) words: &'a Words,
    pub(super) fields: &'static [FieldSpec],
    values: Vec<(&'static str, Vec<String>)>,
    problems: &'a [FieldProblem],
    customer: &'a str,
    supplier: &'a str,
    entries: Vec<Entry>,
    said: Vec<Said>,
    drawn: Option<fn(&Words, &str) -> Option<AnyView>>,
    pub(super) today: Option<Date>,
}

impl<'a> FormView<'a> {
    /// A form with what is wrong with it.
    #[must_use]
    pub fn new<F: Form>(words: &'a Words, form: &F, problems: &'a [FieldProblem]) -> Self {
        let values = F::FIELDS.iter().map(|spec| (spec.name, form.values(spec.name))).collect();
        Self { values, problems, ..Self::of_fields(words, F::FIELDS) }
    }

    /// The fields of a form with nothing in them.
    #[must_use]
    pub fn of_fields(words: &'a Words, fields: &'static [FieldSpec]) -> Self {
        Self {
            words,
            fields,
            values: Vec::new(),
            problems: &[],
            customer: "",
            supplier: "",
            entries: Vec::new(),
            said: Vec::new(),
            drawn: None,
            today: None,
        }
    }

    /// What the two sides are called, for choices between them.
    #[must_use]
    pub fn sides(self, customer: &'a str, supplier: &'a str) -> Self {
        Self { customer, supplier, ..self }
    }

    /// What the form's list offers, where only the page knows it.
    #[must_use]
    pub fn entries(self, entries: Vec<Entry>) -> Self {
        Self { entries, ..self }
    }

    /// Choices that are drawn as more than their words.
    #[must_use]
    pub fn drawn(self, drawn: fn(&Words, &str) -> Option<AnyView>) -> Self {
        Self { drawn: Some(drawn), ..self }
    }

    /// The day as of which days are said.
    #[must_use]
    pub fn today(self, today: Date) -> Self {
        Self { today: Some(today), ..self }
    }

    /// A label with more in it than its table can say.
    #[must_use]
    pub fn label(mut self, field: &'static str, label: String) -> Self {
        self.said.push(Said { field, label: Some(label), ..Said::default() });
        self
    }

    /// Another hint.
    #[must_use]
    pub fn hint(mut self, field: &'static str, hint: String) -> Self {
        self.said.push(Said { field, hint: Some(hint), ..Said::default() });
        self
    }

    /// What is wrong with a field for a reason that only its page has.
    #[must_use]
    pub fn problem(mut self, field: &'static str, problem: Option<String>) -> Self {
        self.said.push(Said { field, problem, ..Said::default() });
        self
    }

    /// Whether something is wrong with what was typed.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        !self.problems.is_empty()
    }

    /// Which fields something is wrong with, each with the way to it; nothing the first time.
    #[must_use]
    pub fn summary(&self) -> Option<AnyView> {
        problem::summary(self.words, self.fields, self.problems).map(IntoAny::into_any)
    }

    /// All fields with what goes along unseen.
    #[must_use]
    pub fn all(&self) -> AnyView {
        let seen = self.fields.iter().filter(|spec| spec.is_seen()).map(|spec| spec.name).collect::<Vec<_>>();
        view! { {self.hidden()} {self.only(&seen)} }.into_any()
    }

    /// What goes along unseen.
    #[must_use]
    pub fn hidden(&self) -> AnyView {
        let hidden = self.fields.iter().filter(|spec| !spec.is_seen());
        hidden.map(|spec| unseen(spec.name, self.values(spec.name))).collect_view().into_any()
    }

    /// All fields unseen, for a page that shows what was typed before it is done.
    #[must_use]
    pub fn carried(&self) -> AnyView {
        self.fields.iter().map(|spec| unseen(spec.name, self.values(spec.name))).collect_view().into_any()
    }

    /// All fields that people see but these.
    #[must_use]
    pub fn but(&self, left: &[&str]) -> AnyView {
        let seen = self.fields.iter().filter(|spec| spec.is_seen() && !left.contains(&spec.name));
        self.only(&seen.map(|spec| spec.name).collect::<Vec<_>>())
    }

    /// These fields, in the order of their table; what belongs beside the one before it is in one row with it.
    #[must_use]
    pub fn only(&self, names: &[&str]) -> AnyView {
        let mut rows: Vec<Vec<&FieldSpec>> = Vec::new();
        for spec in self.fields.iter().filter(|spec| names.contains(&spec.name) && self.is_asked(spec)) {
            match rows.last_mut() {
                Some(row) if spec.is_beside => row.push(spec),
                _ => rows.push(vec![spec]),
            }
        }
        let rows = rows.into_iter().map(|row| {
            let several = row.len() > 1;
            let fields = row.into_iter().map(|spec| self.control(spec, self.values(spec.name))).collect_view();
            if several { view! { <div class="form-row">{fields}</div> }.into_any() } else { fields.into_any() }
        });
        rows.collect_view().into_any()
    }

    /// Whether a field is drawn now: what confirms is, where something can be confirmed or was.
    fn is_asked(&self, spec: &FieldSpec) -> bool {
        let can_be_confirmed = || self.problems.iter().any(|it| it.problem.can_be_confirmed());
        spec.kind != Kind::Confirm || can_be_confirmed() || !self.values(spec.name).is_empty()
    }

    /// The names of all fields that people fill, for saving a draft of them: words and choices alike, no secrets, and
    /// nothing that only confirms.
    #[must_use]
    pub fn drafted(&self) -> String {
        let filled = |spec: &&FieldSpec| spec.is_seen() && !spec.is_secret() && spec.kind != Kind::Confirm;
        self.fields.iter().filter(filled).map(|spec| spec.name).collect::<Vec<_>>().join(" ")
    }

    /// The values that a field holds.
    pub(super) fn values(&self, name: &str) -> Vec<String> {
        self.values.iter().find(|(known, _)| *known == name).map(|(_, values)| values.clone()).unwrap_or_default()
    }

    fn said<T>(&self, name: &str, what: impl Fn(&Said) -> Option<T>) -> Option<T> {
        self.said.iter().filter(|said| said.field == name).find_map(what)
    }

    /// What a field is called.
    #[must_use]
    pub fn label_of(&self, spec: &FieldSpec) -> String {
        self.said(spec.name, |said| said.label.clone()).unwrap_or_else(|| self.words.say(spec.label))
    }

    /// What a choice is called.
    #[must_use]
    pub fn word(&self, choice: &Choice) -> String {
        match choice.word {
            Word::Key(key) => self.words.say(key),
            Word::Customer => self.customer.to_owned(),
            Word::Supplier => self.supplier.to_owned(),
            Word::Language(name) | Word::Number(name) => name.to_owned(),
        }
    }

    /// What can be chosen from a list.
    pub(super) fn list(&self, spec: &FieldSpec) -> Vec<Entry> {
        if spec.choices().is_empty() {
            self.entries.clone()
        } else {
            spec.choices().iter().map(|choice| (choice.value.to_owned(), self.word(choice))).collect()
        }
    }

    /// Choices as cards, with or without what they mean.
    pub(super) fn cards(&self, spec: &FieldSpec, with_hints: bool) -> Vec<Card> {
        let card = |choice: &Choice| {
            let word = self.word(choice);
            let label = match (self.drawn, choice.word) {
                (Some(drawn), _) => drawn(self.words, choice.value).unwrap_or_else(|| word.into_any()),
                (None, Word::Language(_)) => view! { <span lang=choice.value>{word}</span> }.into_any(),
                (None, _) => word.into_any(),
            };
            Card { value: choice.value, label, hint: choice.hint.filter(|_| with_hints).map(|hint| self.words.say(hint)) }
        };
        spec.choices().iter().map(card).collect()
    }

    /// One field with these values.
    #[must_use]
    pub fn control(&self, spec: &FieldSpec, values: Vec<String>) -> AnyView {
        let name = spec.name;
        let label = self.label_of(spec);
        let hint = self.said(name, |said| said.hint.clone()).or_else(|| spec.hint.map(|hint| self.words.say(hint)));
        let problem = self.said(name, |said| said.problem.clone()).or_else(|| problem::of(self.words, self.problems, name));
        match spec.kind {
            Kind::Hidden => return unseen(name, values),
            Kind::Digits => return code::field(name, label, hint, problem),
            Kind::Tick | Kind::Confirm => return tick(name, label, hint, !values.is_empty()),
            Kind::Choice(_) | Kind::Several(_) => {
                let cards = Cards { name, legend: label, chosen: values, problem, stacked: spec.is_stacked };
                let choices = self.cards(spec, true);
                return if matches!(spec.kind, Kind::Choice(_)) { cards.one(choices) } else { cards.several(choices) };
            }
            _ => {}
        }
        // What is secret never comes back.
        let value = values.into_iter().next().filter(|_| !spec.is_secret()).unwrap_or_default();
        let field = Field { name, label, hint, value, problem, autocomplete: spec.autocomplete };
        match spec.kind {
            Kind::Prose => field.textarea(),
            Kind::Listed(_) | Kind::TimeZone => field.select(self.list(spec)),
            kind => field.input(input_type(kind)),
        }
    }
}

/// The `type` of an input of HTML.
#[must_use]
pub fn input_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Day => "date",
        Kind::Email => "email",
        Kind::Phone => "tel",
        Kind::Password => "password",
        _ => "text",
    }
}

/// What goes along unseen.
pub(super) fn unseen(name: &'static str, values: Vec<String>) -> AnyView {
    values.into_iter().map(|value| view! { <input type="hidden" name=name value=value/> }).collect_view().into_any()
}
