//! Where staff changes a project: the project with its frame, and the narrow page that asks for one thing.

use crate::{
    forms::{FormView, problem},
    http::{context::RequestContext, errors::PageError},
    islands,
    layout::{self, customer::CustomerLayout},
    links,
    parts::unsent,
    say,
    words::Words,
};
use axum::{http::StatusCode, response::Response};
use coplan_domain::id::{CustomerId, ProjectId};
use coplan_usecases::{
    Portal,
    form::{FieldProblem, FieldSpec},
    project::ProjectView,
};
use leptos::prelude::*;

/// A project on the desk of somebody who may change it.
pub struct ProjectEditor {
    frame: CustomerLayout,
    /// The project.
    pub view: ProjectView,
}

impl ProjectEditor {
    /// Fetches the project for somebody who may change it.
    ///
    /// # Errors
    /// [`PageError::NotFound`] for members, [`PageError::NotResponsible`] where others are responsible.
    pub async fn load(portal: &Portal, context: &RequestContext, customer: CustomerId, id: ProjectId) -> Result<Self, PageError> {
        let view = coplan_usecases::project::show(portal, context.actor()?, customer, id).await?;
        if !view.internal.as_ref().ok_or(PageError::NotFound)?.may_edit {
            return Err(PageError::NotResponsible);
        }
        Ok(Self { frame: CustomerLayout::new(context, &view.layout, view.today), view })
    }

    /// Where leaving without keeping leads, and keeping too.
    #[must_use]
    pub fn href(&self) -> String {
        links::project::show(self.view.customer, self.view.id)
    }

    /// The page that asks for one thing of the project.
    #[must_use]
    pub fn answer(self, context: &RequestContext, draft: FormPage<'_>) -> Response {
        let crumbs = vec![
            (links::plan::show(self.view.customer), self.view.customer_name.clone()),
            (links::project::show(self.view.customer, self.view.id), self.view.name.clone()),
        ];
        draft.answer(context, self.frame, crumbs)
    }
}

/// A page that asks for one thing, before it is drawn.
pub struct FormPage<'a> {
    /// What it asks for.
    pub title: String,
    /// The fields that it asks for.
    pub fields: &'static [FieldSpec],
    /// What is wrong with what was typed; none the first time.
    pub problems: &'a [FieldProblem],
    /// Set where somebody else has changed the same thing meanwhile.
    pub stale: bool,
    /// The sheets with their forms.
    pub main: AnyView,
}

impl FormPage<'_> {
    /// The page, with the way back above it.
    #[must_use]
    pub fn answer(self, context: &RequestContext, frame: CustomerLayout, crumbs: Vec<(String, String)>) -> Response {
        let words = &context.words;
        let status = if self.stale {
            StatusCode::CONFLICT
        } else if self.problems.is_empty() {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        let summary = problem::summary(words, self.fields, self.problems);
        let main = view! {
            <div class="page-head">
                <nav class="crumbs" aria-label=say!(words, "way-back")>
                    {crumbs.into_iter().map(|(href, name)| view! { <a href=href>{name}</a> }).collect_view()}
                </nav>
                <h1>{self.title.clone()}</h1>
                {summary}
            </div>
            <div class="page-main">{self.main}</div>
        };
        layout::answer(context, status, || frame.page(self.title, "page narrow", main.into_any()))
    }
}

/// Keeps a draft of what is written, for a form that is drawn before its page is: an island can only be made in a page.
/// `place`, `id` and `change` are those of [`islands::Draft`].
#[must_use]
pub fn keeps_draft(words: &Words, form: &FormView<'_>, place: String, id: String, change: bool) -> AnyView {
    draft(words, form, (place, id, change), (String::new(), String::new()), say!(words, "draft-saving"))
}

/// The same for something new that is sent: where there is no network it waits in this browser. Its key is the unseen field
/// `id`, and `then` is where it is found afterwards.
#[must_use]
pub fn sends_later(words: &Words, form: &FormView<'_>, place: String, id: String, then: String) -> AnyView {
    let list = words.clone();
    let list = move || unsent::list(&list, "message");
    let draft = draft(words, form, (place, id, false), ("id".to_owned(), then), say!(words, "draft-sending"));
    view! { {list} {draft} }.into_any()
}

fn draft(
    words: &Words,
    form: &FormView<'_>,
    (place, id, change): (String, String, bool),
    (keys, then): (String, String),
    sending: String,
) -> AnyView {
    let (fields, kept) = (form.drafted(), say!(words, "thread-draft-kept"));
    let island = move || {
        let (place, id, fields, kept, sending) = (place.clone(), id.clone(), fields.clone(), kept.clone(), sending.clone());
        let (keys, then) = (keys.clone(), then.clone());
        view! { <islands::Draft place=place id=id fields=fields change=change keys=keys then=then kept=kept sending=sending/> }
    };
    island.into_any()
}

/// The last line of every form on a page of its own: leave it, or keep what was typed.
#[must_use]
pub fn form_actions(words: &Words, leave: String, keep: String) -> AnyView {
    view! {
        <div class="actions end">
            <a class="button plain" href=leave>{say!(words, "cancel")}</a>
            <button type="submit" class="button main">{keep}</button>
        </div>
    }
    .into_any()
}

/// A deed that asks first: it unfolds what it means, then the button.
#[must_use]
pub fn confirm_form(summary: String, means: String, action: String, sure: String) -> AnyView {
    ConfirmForm { summary, means, action, sure, ..ConfirmForm::default() }.draw()
}

/// A deed that asks first and says more, before it is drawn.
#[derive(Default)]
pub struct ConfirmForm {
    /// What it is called.
    pub summary: String,
    /// To what it is done, for those who do not see beside what it stands.
    pub of: Option<String>,
    /// What it means.
    pub means: String,
    /// Where it is sent.
    pub action: String,
    /// What the button says.
    pub sure: String,
    /// What more the form asks or carries.
    pub more: Option<AnyView>,
    /// Whether it stands unfolded, where something of it was refused.
    pub open: bool,
}

impl ConfirmForm {
    /// What unfolds.
    #[must_use]
    pub fn draw(self) -> AnyView {
        let of = self.of.map(|of| view! { <span class="unseen">": "{of}</span> });
        view! {
            <details class="more" open=self.open>
                <summary><span>{self.summary}{of}</span></summary>
                <form class="form" method="post" action=self.action>
                    <p>{self.means}</p>
                    {self.more}
                    <div class="actions"><button class="button danger">{self.sure}</button></div>
                </form>
            </details>
        }
        .into_any()
    }
}
