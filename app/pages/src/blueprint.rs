//! The blueprint of a project: one picture in five lanes with the line up to which the customer sees, and the same as a list
//! by day.

use crate::plan;
use axum::{
    Router,
    extract::{Query, State},
    response::Response,
    routing::get,
};
use coplan_app::{
    http::{
        context::{App, RequestContext},
        errors::PageError,
        path_ids::PathIds,
    },
    layout::{self, customer::CustomerLayout},
    links::{self, blueprint::BackQuery},
    parts::{
        report_title,
        weeks::{self, Mark, Row, Sign},
        year,
    },
    say,
    words::Words,
};
use coplan_domain::{
    blueprint::Lane,
    contact::ContactKind,
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId},
    person::Side,
};
use coplan_usecases::{
    Portal,
    blueprint::{self, BlueprintMark, BlueprintThing, BlueprintView},
    plan::NewsItem,
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The routes of blueprints.
pub fn routes() -> Router<App> {
    Router::new().route(links::blueprint::show::PATTERN, get(show))
}

/// Shows it.
///
/// # Errors
/// [`PageError`] where the project is not the reader's.
async fn show(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ProjectId)>,
    Query(asked): Query<BackQuery>,
) -> Result<Response, PageError> {
    let view = blueprint::show(&portal, context.actor()?, customer, id, asked.years()).await?;
    let frame = CustomerLayout::new(&context, &view.layout, view.today);
    Ok(layout::ok(&context, || {
        let main = page(&context, customer, &view, frame.contact_card(&context.words));
        frame.page(say!(context.words, "blueprint-title"), "page", main)
    }))
}

fn page(context: &RequestContext, customer: CustomerId, view: &BlueprintView, contact: AnyView) -> AnyView {
    let words = &context.words;
    let more = view.has_more.then(|| view! { <p class="quiet">{say!(words, "blueprint-more")}</p> });
    let (picture, list) = if view.marks.is_empty() {
        let (strong, text) = (say!(words, "blueprint-none"), say!(words, "blueprint-none-text"));
        (view! { <div class="empty"><p><strong>{strong}</strong>{text}</p></div> }.into_any(), None)
    } else {
        (picture(context, customer, view), Some(list(context, customer, view)))
    };
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a>
                <a href=links::project::show(customer, view.project)>{view.name.clone()}</a>
            </nav>
            <h1>{say!(words, "blueprint-title")}</h1>
            <p class="lead">{say!(words, "blueprint-lead")}</p>
        </div>
        <div class="page-main">
            <section class="sheet" aria-labelledby="h-picture">
                <h2 id="h-picture">{year::span(words, view.from, view.until)}</h2>
                {picture}
                {more}
                {year::way(words, view.back, view.has_earlier, |back| links::blueprint::of_year(customer, view.project, back))}
            </section>
            {list}
        </div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

/// What a lane is called.
fn lane(words: &Words, lane: Lane) -> String {
    match lane {
        Lane::Evidence => say!(words, "blueprint-evidence"),
        Lane::Customer => say!(words, "blueprint-customer"),
        Lane::Onstage => say!(words, "blueprint-visible"),
        Lane::Backstage => say!(words, "blueprint-internal"),
        Lane::Support => say!(words, "blueprint-support"),
    }
}

/// In which row of the picture a lane is: the line lies between the rows above it and those below.
fn row_of(of: Lane) -> usize {
    match of {
        Lane::Evidence => 0,
        Lane::Customer => 1,
        Lane::Onstage => 2,
        Lane::Backstage => 4,
        Lane::Support => 5,
    }
}

fn picture(context: &RequestContext, customer: CustomerId, view: &BlueprintView) -> AnyView {
    let words = &context.words;
    let row = |of| Row { name: lane(words, of), is_seam: false };
    let line = Row { name: say!(words, "blueprint-line"), is_seam: true };
    let above = [Lane::Evidence, Lane::Customer, Lane::Onstage].map(row);
    let rows = above.into_iter().chain([line]).chain([Lane::Backstage, Lane::Support].map(row)).collect::<Vec<_>>();
    let marks = view.marks.iter().map(|mark| Mark {
        row: row_of(mark.lane),
        day: mark.day,
        sign: sign(&mark.what),
        href: href(customer, view, &mark.what),
        said: format!("{}, {}", said(context, &mark.what), words.day(mark.day, view.today)),
        tone: "",
    });
    let marks = marks.collect::<Vec<_>>();
    let signs = marks.iter().map(|mark| mark.sign).collect::<BTreeSet<_>>();
    let legend = signs.into_iter().map(|sign| view! { <li>{sign.draw()}{named(words, sign)}</li> });
    let below = match view.layout.side {
        Side::Customer => say!(words, "blueprint-below-member"),
        Side::Supplier => say!(words, "blueprint-below-staff"),
    };
    view! {
        {weeks::draw(words, say!(words, "blueprint-picture", name = view.name.clone()), (view.from, view.until), &rows, &marks)}
        <ul class="week-legend" aria-label=say!(words, "weeks-legend")>{legend.collect_view()}</ul>
        <p class="quiet">{below}</p>
    }
    .into_any()
}

/// What a shape means.
fn named(words: &Words, sign: Sign) -> String {
    match sign {
        Sign::Paper => say!(words, "sign-paper"),
        Sign::Talk => say!(words, "sign-talk"),
        Sign::Task => say!(words, "sign-task"),
        Sign::Meeting => say!(words, "sign-meeting"),
        Sign::Decision => say!(words, "sign-decision"),
        Sign::Work => say!(words, "sign-work"),
        Sign::Call => say!(words, "contact-call"),
        Sign::Visit => say!(words, "contact-visit"),
        Sign::Email => say!(words, "contact-email"),
    }
}

fn sign(what: &BlueprintThing) -> Sign {
    match what {
        BlueprintThing::Event(item) => sign_of(item),
        BlueprintThing::File(..) | BlueprintThing::Report(..) | BlueprintThing::Invoice(..) => Sign::Paper,
        BlueprintThing::Contact(ContactKind::Call, ..) => Sign::Call,
        BlueprintThing::Contact(ContactKind::Visit, ..) => Sign::Visit,
        BlueprintThing::Contact(ContactKind::Email, ..) => Sign::Email,
        BlueprintThing::Contact(ContactKind::Meeting, ..) | BlueprintThing::Meeting(..) => Sign::Meeting,
        BlueprintThing::Work(_) => Sign::Work,
    }
}

fn sign_of(item: &NewsItem) -> Sign {
    match (item.object, item.kind) {
        (_, EventKind::StatusReported | EventKind::AcceptanceProposed) => Sign::Paper,
        (ObjectKind::Task, _) => Sign::Task,
        (ObjectKind::Thread, _) => Sign::Talk,
        _ => Sign::Decision,
    }
}

/// Where a mark leads.
fn href(customer: CustomerId, view: &BlueprintView, what: &BlueprintThing) -> String {
    match what {
        BlueprintThing::Event(item) => plan::href(customer, item).unwrap_or_else(|| links::project::show(customer, view.project)),
        BlueprintThing::File(thread, file, _) => links::thread::file(customer, *thread, *file),
        BlueprintThing::Contact(kind, ..) => links::contact::list_of(customer, kind.as_str()),
        BlueprintThing::Meeting(id, _) => links::meeting::show(customer, *id),
        BlueprintThing::Report(id, _) => links::report::show(customer, *id),
        BlueprintThing::Invoice(id, _) => links::invoice::show(customer, *id),
        BlueprintThing::Work(_) => links::work::list(customer),
    }
}

/// What a mark says.
fn said(context: &RequestContext, what: &BlueprintThing) -> String {
    let words = &context.words;
    match what {
        BlueprintThing::Event(item) => plan::sentence(words, &context.supplier, item),
        BlueprintThing::File(_, _, name) => say!(words, "blueprint-file", name = name.clone()),
        BlueprintThing::Contact(kind, who, about) => {
            format!("{}, {who}: {about}", words.say(coplan_pages_process::contact::word_of(kind.as_str())))
        }
        BlueprintThing::Meeting(_, title) => say!(words, "blueprint-meeting", title = title.clone()),
        BlueprintThing::Report(_, span) => say!(words, "blueprint-report", name = report_title::title(words, *span)),
        BlueprintThing::Invoice(_, number) => say!(words, "blueprint-invoice", number = number.clone()),
        BlueprintThing::Work(minutes) => say!(words, "blueprint-work", time = words.work_time(*minutes)),
    }
}

/// The same by day, the latest first; where a week begins, the picture leads to it.
fn list(context: &RequestContext, customer: CustomerId, view: &BlueprintView) -> AnyView {
    let words = &context.words;
    let mut weeks_told = BTreeSet::new();
    let days = view.marks.chunk_by(|one, next| one.day == next.day).filter_map(|marks| {
        let first = marks.first()?.day;
        let anchor = weeks_told.insert(weeks::monday(first)).then(|| weeks::anchor(first));
        let lines = marks.iter().map(|mark| line(context, customer, view, mark)).collect_view();
        Some(view! {
            <li class="day" id=anchor>
                <time datetime=first.to_string()>{words.day(first, view.today)}</time>
                <ul>{lines}</ul>
            </li>
        })
    });
    let days = days.collect::<Vec<_>>();
    view! {
        <section class="sheet" aria-labelledby="h-days">
            <h2 id="h-days">{say!(words, "blueprint-days")}</h2>
            <ol class="history">{days}</ol>
        </section>
    }
    .into_any()
}

fn line(context: &RequestContext, customer: CustomerId, view: &BlueprintView, mark: &BlueprintMark) -> AnyView {
    view! {
        <li>
            <a href=href(customer, view, &mark.what)>{said(context, &mark.what)}</a>" "
            <span class="quiet">{lane(&context.words, mark.lane)}</span>
        </li>
    }
    .into_any()
}
