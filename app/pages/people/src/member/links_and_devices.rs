//! How a member comes in: a link that is shown once, its links and its devices.

use super::show::PageParams;
use coplan_app::{
    forms::FormView, islands::CopyButton, links, parts::qr, say, shared::project_editor::ConfirmForm, words::Words,
};
use coplan_domain::person::{Device, Person, PersonalLink};
use coplan_usecases::{
    form::FieldProblem,
    member::MemberAdminView,
    personal_link::{Created, LinkState, MailLinkForm, link_state},
};
use leptos::prelude::*;

/// A link that was just made, with a code to hold in front of a phone.
pub(super) fn once(words: &Words, ground: &PageParams, person: &Person, created: &Created) -> AnyView {
    let address = created.address.expose().to_owned();
    let until = words.day(words.day_of(created.expires_at), words.day_of(ground.now));
    let code = qr::draw(&address, say!(words, "link-qr", name = person.name.clone()));
    view! {
        <section class="sheet" aria-labelledby="h-once">
            <h2 id="h-once">{say!(words, "link-once-title", name = person.name.clone())}</h2>
            <div class="link-once">
                {code}
                <div>
                    <p><strong>{say!(words, "link-once")}</strong>" "{say!(words, "link-once-text", day = until)}</p>
                    <p class="secret">{address.clone()}</p>
                    <div class="actions">
                        <CopyButton text=address what=String::new() label=say!(words, "link-copy") done=say!(words, "link-copied")
                            refused=say!(words, "link-not-copied")/>
                    </div>
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// The links, newest first, and the two ways to a new one.
pub(super) fn links(
    words: &Words,
    ground: &PageParams,
    view: &MemberAdminView,
    refused: Option<(MailLinkForm, Vec<FieldProblem>)>,
) -> AnyView {
    let (mut mail, problems) = refused.unwrap_or_else(|| (MailLinkForm::blank(ground.new_link), Vec::new()));
    mail.new = ground.new_link;
    let mail = FormView::new(words, &mail, &problems);
    let list = if view.links.is_empty() {
        view! { <p class="quiet">{say!(words, "link-none")}</p> }.into_any()
    } else {
        let day = |link: &PersonalLink| words.day_of(link.created_at);
        let rows = view.links.iter().map(|link| {
            let is_alone = view.links.iter().filter(|other| day(other) == day(link)).count() == 1;
            link_row(words, ground, link, is_alone)
        });
        view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
    };
    let new = || view! { <input type="hidden" name="new" value=ground.new_link.to_string()/> };
    view! {
        <section class="sheet" aria-labelledby="h-links">
            <h2 id="h-links">{say!(words, "link-links")}</h2>
            {list}
            <form class="form sheet-foot" method="post" action=links::member::mail_link(ground.customer, ground.member)>
                {mail.all()}
                <div class="actions"><button class="button main">{say!(words, "link-mail")}</button></div>
            </form>
            <div class="actions sheet-foot">
                <form method="post" action=links::member::make_link(ground.customer, ground.member)>
                    {new()}<button class="button">{say!(words, "link-show")}</button>
                </form>
            </div>
        </section>
    }
    .into_any()
}

/// `is_alone` says that no other link was made on its day.
fn link_row(words: &Words, ground: &PageParams, link: &PersonalLink, is_alone: bool) -> AnyView {
    let today = words.day_of(ground.now);
    let day = |at| words.day(words.day_of(at), today);
    let title = if is_alone {
        say!(words, "link-of", day = day(link.created_at))
    } else {
        say!(words, "link-of-time", day = day(link.created_at), time = words.clock(link.created_at))
    };
    let used = link
        .last_used_at
        .map_or_else(|| say!(words, "link-not-used"), |at| say!(words, "link-last-used", when = words.moment(at, ground.now)));
    let state = match (link_state(link, ground.now), link.revoked_at) {
        (LinkState::Revoked, Some(at)) => say!(words, "link-revoked", day = day(at)),
        (LinkState::Open | LinkState::Revoked, _) => say!(words, "link-ends", day = day(link.expires_at)),
        (LinkState::Expired, _) => say!(words, "link-expired", day = day(link.expires_at)),
    };
    let open = link.is_open(ground.now);
    let actions = open.then(|| {
        let new = view! { <input type="hidden" name="new" value=ground.new_link.to_string()/> };
        let replace = ConfirmForm {
            summary: say!(words, "link-replace"),
            of: Some(title.clone()),
            means: say!(words, "link-replace-means"),
            action: links::member::rotate_link(ground.customer, ground.member, link.id),
            sure: say!(words, "link-replace-sure"),
            more: Some(new.into_any()),
            ..ConfirmForm::default()
        };
        let revoke = ConfirmForm {
            summary: say!(words, "link-revoke"),
            of: Some(title.clone()),
            means: say!(words, "link-revoke-means"),
            action: links::member::revoke_link(ground.customer, ground.member, link.id),
            sure: say!(words, "link-revoke-sure"),
            ..ConfirmForm::default()
        };
        view! { <div class="actions">{replace.draw()}{revoke.draw()}</div> }
    });
    let class = if open { "row" } else { "row over" };
    view! {
        <li class=class>
            <div class="row-main"><strong>{title.clone()}</strong><span class="quiet">{used}" "{state}</span></div>
            {actions}
        </li>
    }
    .into_any()
}

/// The browsers that have been let in; nothing where there is none.
pub(super) fn devices(words: &Words, ground: &PageParams, view: &MemberAdminView) -> Option<AnyView> {
    (!view.devices.is_empty()).then(|| {
        let devices = view.devices.iter().map(|device| device_row(words, ground, device));
        view! {
            <section class="sheet" aria-labelledby="h-devices">
                <h2 id="h-devices">{say!(words, "member-devices")}</h2>
                <ul class="rows">{devices.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

fn device_row(words: &Words, ground: &PageParams, device: &Device) -> AnyView {
    let seen = say!(words, "member-device-seen", when = words.moment(device.seen_at, ground.now));
    let name = words.device(&device.label);
    let since = say!(words, "member-device-since", day = words.day(words.day_of(device.created_at), words.day_of(ground.now)));
    let end = ConfirmForm {
        summary: say!(words, "member-device-end"),
        of: Some(name.clone()),
        means: say!(words, "member-device-end-means"),
        action: links::member::end_device(ground.customer, ground.member, device.id),
        sure: say!(words, "member-device-end-sure"),
        ..ConfirmForm::default()
    };
    view! {
        <li class="row">
            <div class="row-main"><strong>{name}</strong><span class="quiet">{seen}" "{since}</span></div>
            {end.draw()}
        </li>
    }
    .into_any()
}
