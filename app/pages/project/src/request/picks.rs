//! The choices with what each of them does, as radio buttons, and the note: one form wherever it is shown.

use super::answer::PLAN;
use coplan_app::{forms::problem, parts::sums, say, words::Words};
use coplan_domain::request::{AnswerRequest, DaySet, Price, RequestChoice};
use coplan_usecases::{
    form::FieldProblem,
    request::{AnswerForm, OTHER},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// An answer's form before it is drawn.
pub struct Picks<'a> {
    /// What is asked.
    pub request: &'a AnswerRequest,
    /// What was chosen and written.
    pub form: &'a AnswerForm,
    /// What is wrong with it.
    pub problems: &'a [FieldProblem],
    /// The reader's day.
    pub today: Date,
    /// Where it is sent.
    pub action: String,
    /// Whether it is the only one of its page, so that a summary can lead to its fields.
    pub alone: bool,
    /// Whether the last day to choose binds the reader.
    pub binds: bool,
}

impl Picks<'_> {
    /// The form with its one button, and what else leads on from there.
    #[must_use]
    pub fn draw(&self, words: &Words, more: Option<AnyView>) -> AnyView {
        let request = self.request;
        let is_over = self.binds && request.is_over(self.today);
        // On the plan its head says the day, where there is less room.
        let says = is_over || self.alone || self.form.origin != PLAN;
        let last = request.open_until.filter(|_| says).map(|day| view! { <p>{last_day(words, day, self.today)}</p> });
        if is_over {
            return view! { <div class="answer">{last}<div class="ask-foot">{more}</div></div> }.into_any();
        }
        let picks = (!request.choices.is_empty()).then(|| self.choices(words));
        let note = request.takes_note.then(|| self.note(words));
        view! {
            <form class="answer" method="post" action=self.action.clone()>
                <input type="hidden" name="version" value=self.form.version/>
                <input type="hidden" name="origin" value=self.form.origin.clone()/>
                {last}
                {picks}
                {note}
                <div class="ask-foot"><button class="button main">{say!(words, "answer-send")}</button>{more}</div>
            </form>
        }
        .into_any()
    }

    fn id(&self, name: &'static str) -> Option<&'static str> {
        self.alone.then_some(name)
    }

    fn problem(&self, words: &Words, field: &'static str) -> Option<AnyView> {
        let said = problem::of(words, self.problems, field)?;
        let id = self.alone.then(|| format!("{field}-error"));
        Some(view! { <p class="error" id=id>{said}</p> }.into_any())
    }

    fn choices(&self, words: &Words) -> AnyView {
        let lang = words.foreign(self.request.language);
        let is_clear = is_about_one(self.request);
        let first = self.request.choices.first().map(|choice| choice.place);
        let choices = self.request.choices.iter().map(|choice| {
            let (place, hidden) = (choice.place, choice.price == Price::Hidden);
            let does = effects(words, choice, self.today, is_clear).map(|does| view! { <small>{does}</small> });
            let id = (first == Some(place)).then(|| self.id("choice")).flatten();
            let checked = self.form.choice == place.to_string();
            view! {
                <label class="pick">
                    <input type="radio" name="choice" value=place id=id checked=checked disabled=hidden/>
                    <span><strong lang=lang>{choice.name.clone()}</strong>{does}</span>
                </label>
            }
        });
        let other = self.request.takes_note.then(|| {
            let checked = self.form.choice == OTHER;
            view! {
                <label class="pick other">
                    <input type="radio" name="choice" value=OTHER checked=checked/>
                    <span><strong>{say!(words, "answer-other")}</strong></span>
                </label>
            }
        });
        view! {
            <fieldset class="picks">
                <legend class="unseen">{say!(words, "answer-choice")}</legend>
                {self.problem(words, "choice")}
                {choices.collect_view()}
                {other}
            </fieldset>
        }
        .into_any()
    }

    /// The note: shown once something is chosen, where styles can tell; always where it is all that is asked.
    fn note(&self, words: &Words) -> AnyView {
        let is_open = self.request.choices.is_empty() || !self.form.note.is_empty() || !self.problems.is_empty();
        let class = if is_open { "answer-note open" } else { "answer-note" };
        let label = if self.request.choices.is_empty() {
            say!(words, "answer-own").into_any()
        } else {
            view! { <span class="if-chosen">{say!(words, "answer-note")}</span><span class="if-other">{say!(words, "answer-instead")}</span> }
                .into_any()
        };
        let text = format!("\n{}", self.form.note.replace('&', "&amp;").replace('<', "&lt;"));
        view! {
            <div class=class>
                {self.problem(words, "note")}
                <label>
                    <span class="answer-label">{label}</span>
                    <textarea class="textarea" name="note" rows="2" id=self.id("note") inner_html=text></textarea>
                </label>
            </div>
        }
        .into_any()
    }
}

/// Until when it can be chosen, or that this is over.
#[must_use]
pub fn last_day(words: &Words, day: Date, today: Date) -> String {
    if day < today {
        say!(words, "answer-over", day = words.day(day, today))
    } else {
        say!(words, "answer-open-until", day = words.short_weekday_and_day(day, today))
    }
}

/// What choosing it does, in a line; none where it does nothing else. A milestone is named where that is not clear.
#[must_use]
pub fn effects(words: &Words, choice: &RequestChoice, today: Date, is_clear: bool) -> Option<String> {
    let sets = choice.sets.as_ref().map(|sets| day(words, sets, today, is_clear));
    let price = match choice.price {
        Price::Free => None,
        Price::Sum(sum) => Some(say!(words, "answer-costs", sum = sums::sum(words, sum))),
        Price::Hidden => Some(say!(words, "answer-costs-hidden")),
    };
    let does = [sets, price].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let mut letters = does.chars();
    let first = letters.next()?.to_uppercase();
    Some(first.chain(letters).collect())
}

fn day(words: &Words, sets: &DaySet, today: Date, is_clear: bool) -> String {
    let name = sets.name.clone();
    let day = if is_clear { words.short_day_and_year(sets.to, today) } else { words.day(sets.to, today) };
    match (sets.is_move(), is_clear) {
        (true, true) => say!(words, "answer-sets-day", day = day),
        (false, true) => say!(words, "answer-leaves-day", day = day),
        (true, false) => say!(words, "answer-sets", name = name, day = day),
        (false, false) => say!(words, "answer-leaves", name = name, day = day),
    }
}

/// Whether the choices set days of one milestone only, more than one of them: what they differ in is the day.
fn is_about_one(request: &AnswerRequest) -> bool {
    let mut milestones = request.choices.iter().filter_map(|choice| choice.sets.as_ref()).map(|sets| sets.milestone);
    let first = milestones.next();
    let mut others = milestones.peekable();
    others.peek().is_some() && others.all(|other| Some(other) == first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::{
        money::{Currency, Money},
        person::Language,
    };
    use jiff::civil::date;

    #[test]
    fn a_choice_says_what_it_does_before_it_is_chosen() {
        let words = Words::new(Language::En, "Europe/Helsinki");
        let sets = |to| DaySet {
            milestone: "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap(),
            name: "Handover".to_owned(),
            from: date(2026, 12, 10),
            to,
        };
        let said = |sets, price| {
            let choice = RequestChoice { place: 1, name: "Later".to_owned(), sets, price };
            effects(&words, &choice, date(2026, 11, 29), false)
        };
        let euros = Price::Sum(Money::from_minor(120_000, Currency::EUR));
        assert_eq!(said(None, Price::Free), None);
        assert_eq!(said(Some(sets(date(2026, 12, 18))), euros).unwrap(), "Moves Handover to 18 December, costs €1,200.00");
        assert_eq!(said(Some(sets(date(2026, 12, 10))), Price::Free).unwrap(), "Handover stays on 10 December");
    }
}
