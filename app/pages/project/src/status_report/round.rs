//! Reporting how several projects of a customer are going, in one round: a status and a sentence each, one button for all.

use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{inside_textarea, problem},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links,
    parts::status,
    say,
    shared::project_editor::form_actions,
    words::Words,
};
use coplan_domain::{
    id::CustomerId,
    plan::{Light, StatusReport},
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::FieldProblem,
    status_report::{self, Round, RoundProject, StatusForm, list_reportable},
};
use leptos::prelude::*;

/// The statuses in the order of the form for one project.
const LIGHTS: [Light; 4] = [Light::OnTrack, Light::AtRisk, Light::Late, Light::Done];

/// What the form holds for one project.
struct Row {
    form: StatusForm,
    problems: Vec<FieldProblem>,
    /// What somebody else has reported since the form was drawn.
    theirs: Option<StatusReport>,
}

impl Row {
    /// As it is drawn first: the status as it is, and nothing said.
    fn fresh(portal: &Portal, project: &RoundProject) -> Self {
        let id = new_ulid(portal.clock.now(), &*portal.rng).into();
        let newest = project.newest.as_ref();
        let light = newest.map(|report| report.light.to_string()).unwrap_or_default();
        let seen = newest.map(|report| report.id.to_string()).unwrap_or_default();
        Self::of(StatusForm { id, seen, light, reason: String::new() })
    }

    fn of(form: StatusForm) -> Self {
        Self { form, problems: Vec::new(), theirs: None }
    }

    /// As it was sent; none where the form was drawn without this project.
    fn sent(project: &RoundProject, pairs: &[(String, String)]) -> Option<Self> {
        let field = |name: &str| {
            let name = format!("{name}-{}", project.id);
            pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
        };
        let id = field("id")?.parse().ok()?;
        let form = StatusForm {
            id,
            seen: field("seen").unwrap_or_default(),
            light: field("light").unwrap_or_default(),
            reason: field("reason").unwrap_or_default(),
        };
        Some(Self::of(form))
    }

    /// Whether anything was said of the project: another status than it has, or a reason.
    fn says(&self, project: &RoundProject) -> bool {
        let light = project.newest.as_ref().map(|report| report.light.to_string()).unwrap_or_default();
        !self.form.reason.trim().is_empty() || self.form.light != light
    }
}

/// What became of a round that comes back.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Some of the reports are saved.
    Some,
    /// None is, and something is wrong with each that was said.
    #[default]
    None,
    /// Nothing was said of any project.
    Nothing,
}

/// Asks how the projects are going.
///
/// # Errors
/// [`PageError`] where the reader may not say.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let round = list_reportable(&portal, context.actor()?, customer).await?;
    let rows = round.projects.iter().map(|project| Row::fresh(&portal, project)).collect::<Vec<_>>();
    Ok(draw(&context, customer, &round, &rows, (StatusCode::OK, Outcome::default())))
}

/// Keeps what was said; a project of which nothing was said gets no report. What could not be kept comes back alone with
/// what is wrong with it.
///
/// # Errors
/// [`PageError`] where the reader may not say.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let round = list_reportable(&portal, actor, customer).await?;
    let (mut status, mut saved) = (StatusCode::OK, false);
    let mut rows = Vec::new();
    for project in &round.projects {
        let row = Row::sent(project, &pairs).filter(|row| row.says(project));
        let Some(row) = row else {
            rows.push(None);
            continue;
        };
        match status_report::report(&portal, actor, customer, project.id, &row.form).await {
            Ok(()) => {
                saved = true;
                rows.push(None);
            }
            Err(Error::Invalid(problems)) => {
                status = StatusCode::UNPROCESSABLE_ENTITY;
                rows.push(Some(Row { problems, ..row }));
            }
            Err(Error::Stale(newest)) => {
                status = StatusCode::CONFLICT;
                // Sent again, it is said after having seen that.
                let form = StatusForm { seen: newest.id.to_string(), ..row.form };
                rows.push(Some(Row { theirs: Some(*newest), ..Row::of(form) }));
            }
            Err(error) => return Err(error.into()),
        }
    }
    if saved && status == StatusCode::OK {
        return Ok(Redirect::to(&links::plan::show(customer)).into_response());
    }
    let round = list_reportable(&portal, actor, customer).await?;
    let rows = round.projects.iter().zip(rows).map(|(project, row)| row.unwrap_or_else(|| Row::fresh(&portal, project)));
    let outcome = match status {
        StatusCode::OK => Outcome::Nothing,
        _ if saved => Outcome::Some,
        _ => Outcome::None,
    };
    let status = if outcome == Outcome::Nothing { StatusCode::UNPROCESSABLE_ENTITY } else { status };
    Ok(draw(&context, customer, &round, &rows.collect::<Vec<_>>(), (status, outcome)))
}

fn draw(
    context: &RequestContext,
    customer: CustomerId,
    round: &Round,
    rows: &[Row],
    (status, outcome): (StatusCode, Outcome),
) -> Response {
    let frame = CustomerLayout::new(context, &round.layout, round.today);
    layout::answer(context, status, || {
        let words = &context.words;
        let alert = (status != StatusCode::OK).then(|| {
            let said = match outcome {
                Outcome::Some => say!(words, "status-round-some"),
                Outcome::None => say!(words, "form-problems"),
                Outcome::Nothing => say!(words, "status-round-nothing"),
            };
            let links = wrong(words, &round.projects, rows);
            let links = (!links.is_empty()).then(|| {
                let each = links.into_iter().map(|(href, said)| view! { <li><a href=href>{said}</a></li> });
                view! { <ul>{each.collect_view()}</ul> }
            });
            view! { <div class="notice bad" role="alert" tabindex="-1"><p><strong>{said}</strong></p>{links}</div> }
        });
        let rhythm = context.staff().is_ok_and(coplan_usecases::Staff::sets_for_all).then(|| {
            view! { <p><a href=links::status_report::rhythm()>{say!(words, "status-rhythm-title")}</a></p> }
        });
        let sheets = round.projects.iter().zip(rows).map(|(project, row)| sheet(words, project, row)).collect_view();
        let main = view! {
            <div class="page-head">
                <nav class="crumbs" aria-label=say!(words, "way-back")>
                    <a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a>
                </nav>
                <h1>{say!(words, "status-round-title")}</h1>
                <p class="lead">{say!(words, "status-round-lead")}</p>
                {rhythm}
                {alert}
            </div>
            <form class="page-main" method="post" action=links::status_report::round(customer)>
                {sheets}
                {form_actions(words, links::plan::show(customer), say!(words, "status-keep"))}
            </form>
        };
        frame.page(say!(words, "status-round-title"), "page narrow", main.into_any())
    })
}

/// Each report that is not saved: where it is, and its project with what is wrong.
fn wrong(words: &Words, projects: &[RoundProject], rows: &[Row]) -> Vec<(String, String)> {
    let each = projects.iter().zip(rows).flat_map(|(project, row)| {
        let (id, name) = (project.id, &project.name);
        let problems = row.problems.iter().map(move |it| {
            let href = if it.field == "reason" { format!("#reason-{id}") } else { format!("#h-{id}") };
            (href, format!("{name}: {}", problem::sentence(words, it.problem)))
        });
        let theirs = row.theirs.as_ref().map(|report| (format!("#h-{id}"), format!("{name}: {}", meanwhile(words, report))));
        problems.chain(theirs)
    });
    each.collect()
}

/// That somebody else has reported since the form was drawn.
fn meanwhile(words: &Words, report: &StatusReport) -> String {
    let light = status::light_word(words, report.light);
    say!(words, "status-round-meanwhile", who = report.reported_by.clone(), light = light)
}

fn sheet(words: &Words, project: &RoundProject, row: &Row) -> AnyView {
    let id = project.id;
    let now = project.newest.as_ref().map(|report| {
        view! { <p class="quiet" lang=words.foreign(report.language)>{report.reason.clone()}</p> }
    });
    let theirs = row.theirs.as_ref().map(|report| {
        view! { <div class="notice warn"><p>{meanwhile(words, report)}</p></div> }
    });
    let problem = |field: &str| {
        problem::of(words, &row.problems, field)
            .map(|said| view! { <p class="error" id=format!("{field}-{id}-error")>{said}</p> })
    };
    let has = |field: &str| row.problems.iter().any(|it| it.field == field);
    let described = has("reason").then(|| format!("reason-{id}-error"));
    let lights = LIGHTS.map(|light| {
        let checked = row.form.light == light.as_str();
        view! {
            <label class="choice">
                <input type="radio" name=format!("light-{id}") value=light.as_str() checked=checked/>
                <span>{status::light(words, light)}</span>
            </label>
        }
    });
    let hidden = (!project.shared).then(|| view! { " "<span class="tag">{say!(words, "project-not-shown")}</span> });
    let reason = format!("reason-{id}");
    let name = project.name.clone();
    view! {
        <section class="sheet" aria-labelledby=format!("h-{id}")>
            <h2 id=format!("h-{id}")>{project.name.clone()}{hidden}</h2>
            <div class="form">
                {now}
                {theirs}
                <input type="hidden" name=format!("id-{id}") value=row.form.id.to_string()/>
                <input type="hidden" name=format!("seen-{id}") value=row.form.seen.clone()/>
                <fieldset class="choices across">
                    <legend>{say!(words, "status-light")}<span class="unseen">": "{name.clone()}</span></legend>
                    {problem("light")}
                    {lights}
                </fieldset>
                <div class="field">
                    <label for=reason.clone()>{say!(words, "status-reason")}<span class="unseen">": "{name}</span></label>
                    <textarea class="textarea" id=reason.clone() name=reason aria-invalid=has("reason").then_some("true")
                        aria-describedby=described inner_html=inside_textarea(&row.form.reason)></textarea>
                    {problem("reason")}
                </div>
            </div>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::person::Language;
    use coplan_usecases::form::Problem;

    #[test]
    fn each_report_that_is_not_saved_is_named_with_the_way_to_it() {
        let words = Words::new(Language::En, "UTC");
        let id = coplan_domain::id::ProjectId(ulid::Ulid::nil());
        let project = |name: &str| RoundProject { id, name: name.to_owned(), shared: true, newest: None };
        let form = |light: &str| {
            let (seen, reason) = (String::new(), String::new());
            StatusForm { id: ulid::Ulid::nil().into(), seen, light: light.to_owned(), reason }
        };
        let problems = vec![FieldProblem { field: "reason", problem: Problem::Empty }];
        let rows = [Row { problems, ..Row::of(form("late")) }, Row::of(form("on_track"))];
        let links = wrong(&words, &[project("New network"), project("Hall 3")], &rows);
        let [(href, said)] = links.as_slice() else { panic!("{links:?}") };
        assert_eq!(href, &format!("#reason-{id}"));
        assert!(said.starts_with("New network: "), "{said}");
    }
}
