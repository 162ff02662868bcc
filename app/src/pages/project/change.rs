//! Changing a project: its words, who sees it, and whether it goes on.

use crate::{
    failure::Failure,
    pages::{
        desk::{Desk, Draft, asks_first, keep, keeps_draft},
        path::At,
    },
    parts::{
        field::Field,
        labels, problem,
        versus::{Ask, Clash, Kind, versus},
    },
    say,
    visitor::Visitor,
    words::Words,
};
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::{
    id::{CustomerId, PersonId, ProjectId},
    plan::Project,
};
use coplan_usecases::{
    Portal,
    edit::EditError,
    form::FieldProblem,
    merge::Edit,
    project::{self, ProjectForm, ProjectView},
};
use leptos::prelude::*;

/// Asks how the project should be.
///
/// # Errors
/// [`Failure`] where the reader may not change it.
pub async fn get(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, id)): At<(CustomerId, ProjectId)>,
) -> Result<Response, Failure> {
    let desk = Desk::load(&portal, &visitor, customer, id).await?;
    let version = desk.view.internal.as_ref().map_or(0, |internal| internal.version);
    let (name, about) = (desk.view.name.clone(), desk.view.about.clone());
    let form = ProjectForm { version, was: String::new(), name, about }.seen();
    Ok(draw(desk, &visitor, visitor.actor()?.person(), &form, &[]))
}

/// Keeps the words.
///
/// # Errors
/// [`Failure`] where the reader may not change it.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, id)): At<(CustomerId, ProjectId)>,
    Form(form): Form<ProjectForm>,
) -> Result<Response, Failure> {
    let (stale, problems) = match project::change(&portal, visitor.actor()?, customer, id, &form).await {
        Ok(()) => return Ok(Redirect::to(&super::href(customer, id)).into_response()),
        Err(EditError::Stale(theirs)) => (Some(theirs), Vec::new()),
        Err(EditError::Invalid(problems)) => (None, problems),
        Err(error) => return Err(error.into()),
    };
    let desk = Desk::load(&portal, &visitor, customer, id).await?;
    Ok(match stale {
        Some(theirs) => draw_versus(desk, &visitor, form, &theirs),
        None => draw(desk, &visitor, visitor.actor()?.person(), &form, &problems),
    })
}

fn draw(desk: Desk, visitor: &Visitor, by: PersonId, form: &ProjectForm, problems: &[FieldProblem]) -> Response {
    let words = &visitor.words;
    let name = Field {
        name: "name",
        label: words.say("project-name"),
        value: form.name.clone(),
        problem: problem::of(words, problems, "name"),
        ..Field::default()
    };
    let about = Field {
        name: "about",
        label: words.say("project-about"),
        hint: Some(words.say("project-about-hint")),
        value: form.about.clone(),
        problem: problem::of(words, problems, "about"),
        ..Field::default()
    };
    let place = format!("project {} {by}", desk.view.id);
    let version = format!("v{}", form.version);
    let main = view! {
        <form class="sheet" method="post" action=format!("{}/edit", desk.href())>
            <div class="form">
                <input type="hidden" name="version" value=form.version/>
                <input type="hidden" name="was" value=form.was.clone()/>
                {name.input("text")}
                {about.textarea()}
                {keeps_draft(words, place, version, "name about", true)}
                {keep(words, desk.href(), words.say("save"))}
            </div>
        </form>
        {who_sees_it(words, &desk)}
        {whether_it_goes_on(words, &desk)}
    };
    desk.answer(
        visitor,
        Draft { title: words.say("project-edit-title"), labels: &labels::PROJECT, problems, stale: false, main: main.into_any() },
    )
}

fn draw_versus(desk: Desk, visitor: &Visitor, mine: ProjectForm, theirs: &Project) -> Response {
    let words = &visitor.words;
    let asks = vec![
        Ask { name: "name", label: words.say("project-name"), kind: Kind::Line },
        Ask { name: "about", label: words.say("project-about"), kind: Kind::Prose },
    ];
    let (action, leave) = (format!("{}/edit", desk.href()), desk.href());
    let main = versus(words, Clash { mine, theirs: ProjectForm::of(theirs), asks, besides: Vec::new(), action, leave });
    let (title, labels) = (words.say("project-edit-title"), &labels::PROJECT);
    desk.answer(visitor, Draft { title, labels, problems: &[], stale: true, main })
}

fn who_sees_it(words: &Words, desk: &Desk) -> AnyView {
    let view: &ProjectView = &desk.view;
    let body = match view.internal.as_ref().and_then(|internal| internal.shared_at) {
        Some(at) => {
            let day = words.day(words.day_of(at), view.today);
            let (since, customer) = (say!(words, "project-shown-since", day = day), view.customer_name.clone());
            let unshare = asks_first(
                words.say("project-unshare"),
                say!(words, "project-unshare-means", customer = customer),
                format!("{}/unshare", desk.href()),
                words.say("project-unshare-sure"),
            );
            view! { <p>{since}</p>{unshare} }.into_any()
        }
        None => view! {
            <form class="form" method="post" action=format!("{}/share", desk.href())>
                <p>{say!(words, "project-share-means", customer = view.customer_name.clone())}</p>
                <div class="deeds"><button class="button">{words.say("project-share")}</button></div>
            </form>
        }
        .into_any(),
    };
    view! {
        <section class="sheet" aria-labelledby="h-sees">
            <h2 id="h-sees">{words.say("project-who-sees-it")}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn whether_it_goes_on(words: &Words, desk: &Desk) -> AnyView {
    let body = if desk.view.ended_at.is_some() {
        view! {
            <form class="form" method="post" action=format!("{}/resume", desk.href())>
                <p>{words.say("project-resume-means")}</p>
                <div class="deeds"><button class="button">{words.say("project-resume")}</button></div>
            </form>
        }
        .into_any()
    } else {
        asks_first(
            words.say("project-end"),
            words.say("project-end-means"),
            format!("{}/end", desk.href()),
            words.say("project-end-sure"),
        )
    };
    view! {
        <section class="sheet" aria-labelledby="h-end">
            <h2 id="h-end">{words.say("project-goes-on")}</h2>
            {body}
        </section>
    }
    .into_any()
}
