//! Who has the customer, as the supplier's people see it: with the ways to hand it over and to be away.

use crate::{
    pages::{frame, responsible},
    words::Words,
};
use coplan_domain::person::initials;
use coplan_usecases::plan::PlanView;
use leptos::prelude::*;

pub(super) fn card(words: &Words, view: &PlanView) -> AnyView {
    let now = &view.frame.responsible;
    let away = frame::away(words, now, view.today);
    let promise = (!away.is_empty()).then(|| view! { <p class="promise">{away}</p> });
    view! {
        <section class="sheet contact at-3" aria-labelledby="h-contact">
            <div class="contact-card">
                <span class="face large" aria-hidden="true">{initials(&now.name)}</span>
                <div>
                    <h2 id="h-contact">{now.name.clone()}</h2>
                    <p class="quiet">{now.title.clone()}<br/>{frame::languages(words, &now.speaks)}</p>
                </div>
                <div class="deeds">
                    <a class="button" href=responsible::href(view.frame.customer, None)>{words.say("responsible-hand-over")}</a>
                    <a class="button" href="/me/away">{words.say("responsible-be-away")}</a>
                </div>
                {promise}
            </div>
        </section>
    }
    .into_any()
}
