//! What a survey asks beside its first question: for whoever answers, as it was answered, and what many said.

use super::said;
use coplan_app::{
    forms::{FormView, problem},
    say,
    words::Words,
};
use coplan_domain::survey::{QuestionKind, Scale, Share, Summary, SurveyQuestion};
use coplan_usecases::{
    form::FieldProblem,
    survey::{RespondForm, SurveyView, answer_field},
};
use leptos::prelude::*;

/// The questions to be answered; each may be left.
pub(super) fn asked(words: &Words, view: &SurveyView, form: &RespondForm, problems: &[FieldProblem]) -> Option<AnyView> {
    let lang = words.foreign(view.survey.language);
    let row = |question: &SurveyQuestion| {
        let field = answer_field(question.n)?;
        let chosen = form.answer(question.n);
        Some(match question.kind {
            QuestionKind::Words => {
                let fields = FormView::new(words, form, problems).label(field, question.words.clone());
                view! { <div lang=lang>{fields.only(&[field])}</div> }.into_any()
            }
            QuestionKind::Ten => {
                let scores = (1..=10).map(|score| (score.to_string(), score.to_string())).collect();
                choices(question, field, (scores, chosen), (problem::of(words, problems, field), lang))
            }
            QuestionKind::Choice => {
                let all = (1..).zip(&question.choices).map(|(n, said): (i64, _)| (n.to_string(), said.clone())).collect();
                choices(question, field, (all, chosen), (problem::of(words, problems, field), lang))
            }
        })
    };
    let rows = view.questions.iter().filter_map(row).collect_view();
    (!view.questions.is_empty()).then(|| {
        let ends = view.questions.iter().any(|it| it.kind == QuestionKind::Ten);
        let ends = ends.then(|| view! { " "{say!(words, "survey-ends", lowest = Scale::Ten.lowest())} });
        view! { <p class="quiet">{say!(words, "survey-further")}{ends}</p>{rows} }.into_any()
    })
}

/// One question with what can be chosen, each with its value.
fn choices(
    question: &SurveyQuestion,
    field: &'static str,
    (all, chosen): (Vec<(String, String)>, &str),
    (problem, lang): (Option<String>, Option<&'static str>),
) -> AnyView {
    let error = format!("{field}-error");
    let described = problem.is_some().then(|| error.clone());
    let class = if question.kind == QuestionKind::Ten { "choices scores" } else { "choices" };
    let rows = all.into_iter().enumerate().map(|(at, (value, said))| {
        let (id, checked) = ((at == 0).then_some(field), value == chosen);
        view! {
            <label class="choice">
                <input type="radio" name=field id=id value=value checked=checked aria-describedby=described.clone()/>
                <span>{said}</span>
            </label>
        }
    });
    let rows = rows.collect_view();
    let problem = problem.map(|problem| view! { <p class="error" id=error>{problem}</p> });
    view! {
        <fieldset class=class lang=lang>
            <legend>{question.words.clone()}</legend>
            {problem}
            {rows}
        </fieldset>
    }
    .into_any()
}

/// What an answer says to further questions.
#[must_use]
pub fn answered(words: &Words, further: &[(SurveyQuestion, String)], lang: Option<&'static str>) -> AnyView {
    let row = |(question, answer): &(SurveyQuestion, String)| {
        let number = answer.parse().unwrap_or_default();
        let said = match question.kind {
            QuestionKind::Ten => say!(words, "feedback-score", score = number),
            QuestionKind::Choice => question.choice(number).unwrap_or_default().to_owned(),
            QuestionKind::Words => answer.clone(),
        };
        let lang = lang.filter(|_| question.kind == QuestionKind::Words);
        view! { <dt>{question.words.clone()}</dt><dd class="lines" lang=lang>{said}</dd> }
    };
    view! { <dl class="facts">{further.iter().map(row).collect_view()}</dl> }.into_any()
}

/// What all said to each of them, with how many did and how sure that is.
pub(super) fn results(words: &Words, view: &SurveyView) -> Option<AnyView> {
    let lang = words.foreign(view.survey.language);
    let row = |question: &SurveyQuestion| {
        let found: Vec<_> = view.further.iter().filter(|it| it.n == question.n).collect();
        let n = i64::try_from(found.len()).unwrap_or(i64::MAX);
        let numbers: Vec<i64> = found.iter().filter_map(|it| it.answer.parse().ok()).collect();
        let shown = match question.kind {
            QuestionKind::Ten => Summary::of(Scale::Ten, &numbers).map(|summary| {
                view! { <p class="contact-name">{said(words, Scale::Ten, summary)}</p> }.into_any()
            }),
            QuestionKind::Choice => Some(shares(question, &numbers)),
            QuestionKind::Words => (n > 0).then(|| {
                let by = |id| view.answers.iter().find(|answer| answer.id == id);
                let rows = found.iter().map(|it| {
                    let (name, lang) = by(it.feedback).map_or((String::new(), None), |by| (by.by_name.clone(), words.foreign(by.language)));
                    let said = it.answer.clone();
                    view! { <li class="row"><div class="row-main"><span class="lines" lang=lang>{said}</span>" "<span class="quiet">{name}</span></div></li> }
                });
                view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
            }),
        };
        view! {
            <h3 lang=lang>{question.words.clone()}</h3>
            {shown}
            <p class="quiet">{say!(words, "survey-n-further", n = n)}</p>
        }
    };
    (!view.questions.is_empty()).then(|| {
        view! {
            <section class="sheet" aria-labelledby="h-further">
                <h2 id="h-further">{say!(words, "survey-further-results")}</h2>
                {view.questions.iter().map(row).collect_view()}
            </section>
        }
        .into_any()
    })
}

/// How many chose each, in percent of all who did.
fn shares(question: &SurveyQuestion, numbers: &[i64]) -> AnyView {
    let n = i64::try_from(numbers.len()).unwrap_or(i64::MAX);
    let rows = (1..).zip(&question.choices).map(|(at, said): (i64, _)| {
        let count = i64::try_from(numbers.iter().filter(|it| **it == at).count()).unwrap_or(i64::MAX);
        let share = Share::of(count, n).map(|share| match share.margin {
            Some(margin) => format!("{count} · {}\u{a0}%\u{a0}±\u{a0}{margin}", share.percent),
            None => format!("{count} · {}\u{a0}%", share.percent),
        });
        view! { <li class="row"><div class="row-main"><span>{said.clone()}</span>" "<strong>{share}</strong></div></li> }
    });
    view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
}
