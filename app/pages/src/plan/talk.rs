//! Discussions in short: what is asked, whose turn it is and since when; what is resolved is folded.

use coplan_app::{
    http::context::RequestContext,
    links, say,
    shared::{discussions::Parties, question::chip},
    words::Words,
};
use coplan_domain::{person::Side, thread::Ball};
use coplan_usecases::{
    plan::{PlanThreads, PlanView},
    thread::{LineInternal, ThreadLineView},
};
use jiff::Timestamp;
use leptos::prelude::*;

/// The section, where the reader takes part in discussions.
pub(super) fn section(context: &RequestContext, view: &PlanView, now: Timestamp) -> Option<AnyView> {
    let shown = view.discussion.as_ref()?;
    let (words, customer) = (&context.words, view.frame.customer);
    let sides = Parties::new(context, &view.frame.name);
    let ask = shown.may_open.then(|| {
        view! { <a class="quiet" href=links::thread::new_about_plan(customer)>{say!(words, "talk-ask")}</a> }
    });
    Some(
        view! {
            <section aria-labelledby="h-threads">
                <div class="section-head"><h2 id="h-threads">{say!(words, "nav-discussions")}</h2>{ask}</div>
                {list(words, &sides, view, shown, now)}
            </section>
        }
        .into_any(),
    )
}

fn list(words: &Words, sides: &Parties, view: &PlanView, shown: &PlanThreads, now: Timestamp) -> AnyView {
    if shown.threads.is_empty() {
        return view! { <p>{say!(words, "talk-none")}</p> }.into_any();
    }
    let (open, resolved): (Vec<_>, Vec<_>) = shown.threads.iter().partition(|thread| thread.state.resolution.is_none());
    let rows = open.into_iter().map(|thread| row(words, sides, view, thread, now)).collect::<Vec<_>>();
    let rows = (!rows.is_empty()).then(|| view! { <ul class="talks">{rows}</ul> });
    let folded = (!resolved.is_empty() && !shown.has_more).then(|| {
        let count = i64::try_from(resolved.len()).unwrap_or(i64::MAX);
        let lines = resolved.iter().map(|thread| {
            let outcome = thread.state.resolution.as_ref();
            let outcome = outcome.map(|it| view! { " "<span class="quiet" lang=words.foreign(it.language)>{it.outcome.clone()}</span> });
            let href = links::thread::show(view.frame.customer, thread.id);
            view! { <li><a href=href lang=words.foreign(thread.language)>{thread.title.clone()}</a>{hidden(words, thread)}{outcome}</li> }
        });
        view! {
            <details class="more tight">
                <summary>{say!(words, "turn-resolved", count = count)}</summary>
                <ul class="resolved">{lines.collect_view()}</ul>
            </details>
        }
    });
    let all = shown.has_more.then(|| {
        view! { <p><a class="quiet" href=links::thread::list(view.frame.customer)>{say!(words, "threads-all")}</a></p> }
    });
    view! { {rows}{folded}{all} }.into_any()
}

/// A row that can be pressed as a whole.
fn row(words: &Words, sides: &Parties, view: &PlanView, thread: &ThreadLineView, now: Timestamp) -> AnyView {
    let age = words.age(thread.state.ball_since, now);
    let (class, said) = match thread.state.ball {
        Ball::Nobody => ("turn nobody", say!(words, "ball-nobody")),
        ball if ball != Ball::with(sides.reader) => ("turn", say!(words, "turn-other", name = sides.other(), age = age)),
        _ if sides.reader == Side::Supplier => ("turn you", say!(words, "turn-us", age = age)),
        _ => ("turn you", say!(words, "turn-you", age = age)),
    };
    let href = links::thread::show(view.frame.customer, thread.id);
    view! {
        <li>
            <span><a href=href lang=words.foreign(thread.language)>{thread.title.clone()}</a>{hidden(words, thread)}</span>
            <span class=class>{said}</span>
            {thread.question.map(|state| chip(words, state))}
        </li>
    }
    .into_any()
}

/// That the customer does not see it.
fn hidden(words: &Words, thread: &ThreadLineView) -> Option<AnyView> {
    let said = match thread.internal? {
        LineInternal { inside: true, .. } => say!(words, "thread-inside"),
        LineInternal { shared: false, .. } => say!(words, "thread-not-shown"),
        LineInternal { .. } => return None,
    };
    Some(view! { " "<span class="badge warn">{said}</span> }.into_any())
}
