//! The lines of a day.

use crate::{
    plan,
    waiting::{about, instead, late},
};
use coplan_app::{
    http::context::RequestContext,
    links,
    parts::{due as wait, status},
    say,
    words::{Lasted, Words, days_between},
};
use coplan_domain::{
    person::Absence,
    plan::{Light, TaskState},
    stand_in::StandInAnswer,
    thread::Ball,
};
use coplan_usecases::{
    status_rhythm::OldReport,
    today::{Asked, DuePromise, InvoiceLine, Silent, StandIn, TaskLine, TodayView},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// By when it is due, in few letters: by how much it is late, or the day.
fn when(words: &Words, day: Date, today: Date) -> AnyView {
    if day < today {
        return late(words, day, today);
    }
    let class = if day == today { "age long" } else { "age" };
    let said = if day == today { say!(words, "age-today") } else { words.short_weekday_and_day(day, today) };
    view! { <span class=class><time datetime=day.to_string()>{said}</time></span> }.into_any()
}

/// A task that is done, or taken, in one press.
pub(super) fn task(words: &Words, view: &TodayView, task: &TaskLine) -> AnyView {
    let ids = (task.customer, task.project, task.task);
    let whose = match &task.owner {
        _ if task.mine => Some(say!(words, "task-mine-short")),
        owner => owner.clone(),
    };
    let begun = (task.state == TaskState::Doing).then(|| wait::since(words, task.state, task.since, view.now));
    let place = about(&task.customer_name, &task.project_name);
    let said = [whose, Some(place), begun].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let take = (!task.mine && task.owner.is_none()).then(|| wait::take_button(words, ids, None, view.reader)).flatten();
    let name = task.name.clone();
    view! {
        <li>
            <a href=links::project::task(ids.0, ids.1, ids.2)>{task.name.clone()}</a>
            {task.due_on.map(|day| when(words, day, view.today))}
            <span class="quiet">{said}</span>
            <form class="do" method="post" action=links::task::set_state(ids.0, ids.1, ids.2)>
                <input type="hidden" name="was" value=task.state.as_str()/>
                <input type="hidden" name="from" value="today"/>
                <input type="hidden" name="origin" value="today"/>
                <button class="button" name="state" value=TaskState::Done.as_str()>{say!(words, "today-done")}<span class="unseen">": "{name}</span></button>
                {take}
            </form>
            {instead(words, task.instead_of.as_ref())}
        </li>
    }
    .into_any()
}

/// A promised date with the status of its project; where the two disagree, the way to say how it is.
pub(super) fn promise(words: &Words, view: &TodayView, promise: &DuePromise) -> AnyView {
    let place = &promise.place;
    let disagrees = promise.day < view.today && !matches!(promise.light, Some(Light::AtRisk | Light::Late));
    let light = promise.light.map(|light| status::light(words, light));
    let report = disagrees.then(|| {
        let said = match promise.light {
            Some(_) => say!(words, "today-disagrees"),
            None => say!(words, "today-unreported"),
        };
        let href = links::status_report::report(place.customer, place.project);
        view! { <p class="do wide">{said}" "<a href=href>{say!(words, "today-report")}<span class="unseen">": "{place.project_name.clone()}</span></a></p> }
    });
    let instead_of = place.responsible.as_ref().filter(|(who, _)| *who != view.reader).map(|(_, name)| name);
    view! {
        <li>
            <a href=links::milestone::show(place.customer, place.project, promise.milestone)>{promise.name.clone()}</a>
            {when(words, promise.day, view.today)}
            <span class="quiet">{about(&place.customer_name, &place.project_name)}</span>
            {light}
            {report}
            {instead(words, instead_of)}
        </li>
    }
    .into_any()
}

/// An invoice that is overdue, with what somebody asks about it.
pub(super) fn invoice(words: &Words, view: &TodayView, invoice: &InvoiceLine) -> AnyView {
    let name = say!(words, "today-invoice", number = invoice.number.clone(), customer = invoice.customer_name.clone());
    let overdue = invoice.late.as_ref().map(|(due, open)| {
        let sum = words.money(open.minor(), open.currency().decimals(), open.currency().code());
        let said = say!(words, "today-open", sum = sum, day = words.day(*due, view.today));
        view! { {late(words, *due, view.today)}<span class="quiet">{said}</span> }
    });
    let question = invoice.question.as_ref().map(|question| {
        let ball = match question.ball {
            Ball::Supplier => say!(words, "today-asked-us"),
            _ => say!(words, "today-asked"),
        };
        let href = links::thread::show(invoice.customer, question.thread);
        let title = question.title.clone();
        view! { <p class="do wide">{ball}" "<a href=href lang=words.foreign(question.language)>{title}</a></p> }
    });
    view! {
        <li>
            <a href=links::invoice::show(invoice.customer, invoice.invoice)>{name}</a>
            {overdue}
            {question}
        </li>
    }
    .into_any()
}

/// A customer of whom nobody was here for long.
pub(super) fn silent(words: &Words, view: &TodayView, customer: &Silent) -> AnyView {
    let said = match customer.last_visit_at {
        None => say!(words, "today-never"),
        Some(at) => match Lasted::of(days_between(words.day_of(at), view.today)) {
            Lasted::Days(days) => say!(words, "today-silent-days", days = days),
            Lasted::Years(years) => say!(words, "today-silent-years", years = years),
        },
    };
    let instead_of = Some(&customer.responsible).filter(|(who, _)| *who != view.reader).map(|(_, name)| name);
    let write = links::thread::new_about_plan(customer.customer);
    view! {
        <li>
            <a href=links::plan::show(customer.customer)>{customer.name.clone()}</a>
            <span class="quiet">{said}</span>
            <p class="do"><a href=write>{say!(words, "today-write")}<span class="unseen">": "{customer.name.clone()}</span></a></p>
            {instead(words, instead_of)}
        </li>
    }
    .into_any()
}

/// Days on which the reader stands in, leading to the customers of whoever is away.
pub(super) fn stand_in(words: &Words, view: &TodayView, days: &StandIn) -> AnyView {
    let (first, last) = (words.day(days.first_day, view.today), words.day(days.last_day, view.today));
    view! {
        <li>
            <a href=links::portfolio::of(days.staff)>{days.away.clone()}</a>
            <span class="quiet">{say!(words, "today-away", first = first, last = last)}</span>
        </li>
    }
    .into_any()
}

/// Days for which the reader is named as the stand-in: yes in one press, no with a reason.
pub(super) fn asked(words: &Words, view: &TodayView, days: &Asked) -> AnyView {
    let (first, last) = (words.day(days.absence.first_day, view.today), words.day(days.absence.last_day, view.today));
    let (answer, name) = (links::absence::answer(days.absence.id), days.away.clone());
    view! {
        <li>
            <a href=answer.clone()>{say!(words, "stand-in-for", name = name.clone())}</a>
            <span class="quiet">{say!(words, "today-away", first = first, last = last)}</span>
            <form class="do" method="post" action=answer.clone()>
                <button class="button" name="answer" value=StandInAnswer::Accepted.as_str()>{say!(words, "stand-in-accept")}<span class="unseen">": "{name.clone()}</span></button>
                " "
                <a href=answer.clone()>{say!(words, "stand-in-decline")}<span class="unseen">": "{name}</span></a>
            </form>
        </li>
    }
    .into_any()
}

/// Days for which the stand-in has declined, leading to where another is chosen.
pub(super) fn declined(words: &Words, view: &TodayView, days: &Asked) -> AnyView {
    let Absence { id, staff, first_day, last_day, .. } = days.absence;
    let (first, last) = (words.day(first_day, view.today), words.day(last_day, view.today));
    let href = if staff == view.reader { links::absence::other_own(id) } else { links::absence::other_of_colleague(staff, id) };
    let why = days.answer.as_ref().map_or_else(String::new, |(_, why)| why.clone());
    view! {
        <li>
            <a href=href>{say!(words, "today-declined-by", name = days.stand_in.clone())}</a>
            <span class="quiet">{format!("{} · {}", days.away, say!(words, "today-away", first = first, last = last))}</span>
            <p class="do wide">{why}</p>
        </li>
    }
    .into_any()
}

/// A project whose status is to be said anew: the same in one press and a look, or in a week.
pub(super) fn old_report(words: &Words, view: &TodayView, report: &OldReport) -> AnyView {
    let place = &report.place;
    let (customer, project) = (place.customer, place.project);
    let days = days_between(words.day_of(report.last.map_or(report.shared_at, |(_, at)| at)), view.today);
    let name = place.project_name.clone();
    let instead_of = place.responsible.as_ref().filter(|(who, _)| *who != view.reader).map(|(_, name)| name);
    view! {
        <li>
            <a href=links::project::show(customer, project)>{name.clone()}</a>
            {report.last.map(|(light, _)| status::light(words, light))}
            <span class="quiet">{place.customer_name.clone()}" · "{say!(words, "report-reminder-old", days = days)}</span>
            <form class="do wide" method="post" action=links::status_report::put_off(customer, project)>
                <a href=links::status_report::again(customer, project)>{say!(words, "report-reminder-again")}<span class="unseen">": "{name.clone()}</span></a>
                " "
                <button class="edit" name="from" value="today">{say!(words, "report-reminder-off")}<span class="unseen">": "{name}</span></button>
            </form>
            {instead(words, instead_of)}
        </li>
    }
    .into_any()
}

/// What others have done since yesterday; none where nothing was.
pub(super) fn news(context: &RequestContext, view: &TodayView) -> Option<AnyView> {
    let words = &context.words;
    let line = |news: &coplan_usecases::today::TodayNews| {
        let told = plan::told(context, news.customer, &news.item);
        let moment = words.moment(news.item.at, view.now);
        view! { <li>{told}" "<span class="quiet">{format!("{} · {moment}", news.customer_name)}</span></li> }
    };
    let more = view.more_news.then(|| view! { <p class="quiet">{say!(words, "today-news-more")}</p> });
    let lines = view.news.iter().map(line).collect::<Vec<_>>();
    (!lines.is_empty()).then(|| view! { <ul class="today-news">{lines}</ul>{more} }.into_any())
}
