//! The page where staff keeps a milestone: its promise, whether it is reached, its name, and taking it away.

use crate::project;
use axum::{extract::State, response::Response};
use coplan_app::{
    forms::FormView,
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links, say,
    shared::project_editor::{FormPage, ProjectEditor, confirm_form, form_actions, keeps_draft},
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, MilestoneId, ProjectId},
    plan::Milestone,
};
use coplan_usecases::{
    Portal,
    form::{FieldProblem, FieldSpec, Form},
    milestone::{PromiseForm, ReachForm, RenameForm},
};
use leptos::prelude::*;

/// Shows a milestone to whoever keeps it.
///
/// # Errors
/// [`PageError`] where the reader may not change it.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project, id)): PathIds<(CustomerId, ProjectId, MilestoneId)>,
) -> Result<Response, PageError> {
    let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
    draw(desk, &context, id, Typed::Nothing, &[])
}

/// What was typed in one of the forms.
pub(super) enum Typed {
    /// Nothing yet.
    Nothing,
    /// Another name.
    Rename(RenameForm),
    /// Another day.
    Promise(PromiseForm),
    /// The day it was reached.
    Reach(ReachForm),
}

impl Typed {
    /// The fields that something may be wrong with.
    fn fields(&self) -> &'static [FieldSpec] {
        match self {
            Self::Nothing => &[],
            Self::Rename(_) => RenameForm::FIELDS,
            Self::Promise(_) => PromiseForm::FIELDS,
            Self::Reach(_) => ReachForm::FIELDS,
        }
    }
}

/// The page, with what was typed and what is wrong with it.
pub(super) fn draw(
    desk: ProjectEditor,
    context: &RequestContext,
    id: MilestoneId,
    typed: Typed,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let found = desk.view.milestones.iter().find(|milestone| milestone.id == id).ok_or(PageError::NotFound)?.clone();
    let today = desk.view.today.to_string();
    let mut rename = RenameForm::of(&found);
    let mut promise = PromiseForm { promised_on: String::new(), reason: String::new(), ..PromiseForm::of(&found) };
    let mut reach = ReachForm { reached_on: found.reached_on.map_or(today, |day| day.to_string()), ..ReachForm::of(&found) };
    // What was typed is given back also where the milestone was reached meanwhile.
    let moves = found.reached_on.is_none() || matches!(typed, Typed::Promise(_));
    let fields = typed.fields();
    match typed {
        Typed::Nothing => {}
        Typed::Rename(form) => rename = form,
        Typed::Promise(form) => promise = form,
        Typed::Reach(form) => reach = form,
    }
    let place = format!("promise {id} {}", context.actor()?.person());
    let page = Keeping { words, problems, place, ids: (desk.view.customer, desk.view.id, id), leave: desk.href() };
    let promised = moves.then(|| page.promise(&desk, &found, &promise));
    let main = view! {
        {promised}
        {page.reached(&found, &reach)}
        {page.name(&rename)}
        {page.remove()}
    };
    let title = found.name.clone();
    Ok(desk.answer(context, FormPage { title, fields, problems, stale: false, main: main.into_any() }))
}

/// What the form of its reaching held, where the form that promises another day is sent to say that it is not reached.
pub(super) const REACHED_WAS: &str = "reached_was";

struct Keeping<'a> {
    words: &'a Words,
    problems: &'a [FieldProblem],
    /// What a draft of the promise is kept under.
    place: String,
    ids: (CustomerId, ProjectId, MilestoneId),
    leave: String,
}

impl Keeping<'_> {
    /// The address of what is done with the milestone.
    fn to(&self, address: fn(CustomerId, ProjectId, MilestoneId) -> String) -> String {
        let (customer, project, milestone) = self.ids;
        address(customer, project, milestone)
    }

    fn form<F: Form>(&self, form: &F) -> FormView<'_> {
        FormView::new(self.words, form, self.problems)
    }

    fn promise(&self, desk: &ProjectEditor, milestone: &Milestone, form: &PromiseForm) -> AnyView {
        let words = self.words;
        let dates = project::dates(words, milestone, desk.view.today);
        let form = self.form(form);
        let version = format!("v{}", milestone.version);
        view! {
            <section class="sheet" aria-labelledby="h-promise">
                <h2 id="h-promise">{say!(words, "milestone-move")}</h2>
                <form class="form" method="post" action=self.to(links::milestone::promise)>
                    <p>{say!(words, "milestone-promised-now")}" "<strong>{dates}</strong></p>
                    {form.all()}
                    {keeps_draft(words, &form, self.place.clone(), version, true)}
                    {form_actions(words, self.leave.clone(), say!(words, "milestone-move-keep"))}
                    {self.after_all(milestone)}
                </form>
            </section>
        }
        .into_any()
    }

    /// For a date that can only be kept once the milestone is not reached after all: says so and keeps what is typed.
    fn after_all(&self, milestone: &Milestone) -> Option<AnyView> {
        milestone.reached_on?;
        let was = ReachForm::of(milestone).was;
        let said = say!(self.words, "milestone-not-reached");
        let button = view! { <button class="button" name=REACHED_WAS value=was formaction=self.to(links::milestone::not_reached)>{said}</button> };
        Some(view! { <div class="actions end">{button}</div> }.into_any())
    }

    fn reached(&self, milestone: &Milestone, form: &ReachForm) -> AnyView {
        let words = self.words;
        let not_reached = milestone.reached_on.map(|_| {
            view! {
                <form class="actions" method="post" action=self.to(links::milestone::not_reached)>
                    {self.form(&ReachForm::of(milestone)).hidden()}
                    <button class="button plain">{say!(words, "milestone-not-reached")}</button>
                </form>
            }
        });
        let ask = milestone.reached_on.map(|_| {
            let href = links::survey::send_about(self.ids.0, milestone.id);
            view! { <p class="actions"><a class="button plain" href=href>{say!(words, "survey-send")}</a></p> }
        });
        view! {
            <section class="sheet" aria-labelledby="h-reached">
                <h2 id="h-reached">{say!(words, "milestone-reached-title")}</h2>
                <div class="form">
                    <form class="form" method="post" action=self.to(links::milestone::reach)>
                        {self.form(form).all()}
                        <div class="actions end"><button class="button">{say!(words, "milestone-reach-keep")}</button></div>
                    </form>
                    {not_reached}
                    {ask}
                </div>
            </section>
        }
        .into_any()
    }

    fn name(&self, form: &RenameForm) -> AnyView {
        let words = self.words;
        view! {
            <section class="sheet" aria-labelledby="h-name">
                <h2 id="h-name">{say!(words, "milestone-rename")}</h2>
                <form class="form" method="post" action=self.to(links::milestone::rename)>
                    {self.form(form).all()}
                    <div class="actions end"><button class="button">{say!(words, "save")}</button></div>
                </form>
            </section>
        }
        .into_any()
    }

    fn remove(&self) -> AnyView {
        let words = self.words;
        let deed = confirm_form(
            say!(words, "milestone-remove"),
            say!(words, "milestone-remove-means"),
            self.to(links::milestone::remove),
            say!(words, "milestone-remove-sure"),
        );
        view! { <section class="sheet">{deed}</section> }.into_any()
    }
}

/// The day it is reached, or that it is not.
pub(super) fn reached_or_not(words: &Words, desk: &ProjectEditor, milestone: &Milestone) -> String {
    match milestone.reached_on {
        Some(day) => say!(words, "milestone-reached-day", day = words.day(day, desk.view.today)),
        None => say!(words, "milestone-is-not-reached"),
    }
}
