//! What would go over, before it is planned.

use coplan_app::{
    forms::FormView,
    http::context::RequestContext,
    layout::{Page, customer::staff_links},
    links::{self, portfolio::PortfolioQuery},
    say,
    words::Words,
};
use coplan_usecases::hand_over::{ChosenCustomer, HandOverPreview, PlanHandOverForm};
use jiff::civil::Date;
use leptos::prelude::*;

pub(super) fn page(context: &RequestContext, asked: &PortfolioQuery, form: &PlanHandOverForm, seen: &HandOverPreview) -> Page {
    let words = &context.words;
    let title = say!(words, "hand-over-check");
    let name = seen.heir.person.name.clone();
    let (lead, deed) = if seen.right_away {
        (say!(words, "hand-over-goes-now", name = name), say!(words, "hand-over-now"))
    } else {
        let day = words.day(seen.on_day, seen.today);
        (say!(words, "hand-over-goes", name = name, day = day), say!(words, "hand-over-plan"))
    };
    let rows = seen.customers.iter().map(|one| customer(words, one, seen.today)).collect_view();
    let n = i64::try_from(seen.customers.len()).unwrap_or(i64::MAX);
    let unseen = FormView::new(words, form, &[]).carried();
    let main = view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::portfolio::list()>{say!(words, "portfolio-title")}</a>
                <a href=links::hand_over::among(asked)>{say!(words, "hand-over-title")}</a>
            </nav>
            <h1>{title.clone()}</h1>
            <p class="lead">{lead}</p>
        </div>
        <div class="page-main">
            <section class="sheet" aria-labelledby="h-goes">
                <h2 id="h-goes">{say!(words, "hand-over-n", n = n)}</h2>
                <ul class="rows">{rows}</ul>
            </section>
            {said("h-note", say!(words, "hand-over-note"), &form.note)}
            {said("h-word", say!(words, "hand-over-word"), &form.word)}
            <form class="form" method="post" action=links::hand_over::among(asked)>
                {unseen}
                <div class="actions end">
                    <button class="button plain" formaction=links::hand_over::back_among(asked)>{say!(words, "hand-over-back")}</button>
                    <button class="button main">{deed}</button>
                </div>
            </form>
        </div>
    };
    Page { links: staff_links(context), ..Page::plain(title, "page narrow", main.into_any()) }
}

fn said(id: &'static str, title: String, text: &str) -> Option<AnyView> {
    let text = text.trim().to_owned();
    (!text.is_empty()).then(|| {
        view! { <section class="sheet" aria-labelledby=id><h2 id=id>{title}</h2><p class="hand-over-said">{text}</p></section> }.into_any()
    })
}

fn customer(words: &Words, one: &ChosenCustomer, today: Date) -> AnyView {
    let names = one.projects.iter().map(|project| project.name.as_str()).collect::<Vec<_>>().join(", ");
    let projects =
        (!names.is_empty()).then(|| view! { <span class="quiet">{say!(words, "hand-over-projects", names = names)}</span> });
    let waiting = (one.waiting > 0).then(|| say!(words, "hand-over-waiting", n = one.waiting));
    let promise = one.next_promise.map(|day| say!(words, "hand-over-promise", day = words.day(day, today)));
    let open = [waiting, promise].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let open = (!open.is_empty()).then(|| view! { <span class="quiet">{open}</span> });
    view! {
        <li class="row">
            <div class="row-main">
                <strong>{one.name.clone()}</strong>
                <span class="quiet">{say!(words, "hand-over-from", name = one.holder.1.clone())}</span>
                {projects}{open}
            </div>
        </li>
    }
    .into_any()
}
