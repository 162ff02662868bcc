//! Every address in one list.

use crate::{http::context::App, pages};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};

/// All pages and deeds but uploads.
pub fn router() -> Router<App> {
    Router::new()
        .route("/", get(pages::home::get))
        .route("/demo/mails", get(pages::demo::mails))
        .merge(entry_routes())
        .merge(account_routes())
        .merge(staff_routes())
        .merge(plan_routes())
        .merge(project_routes())
        .merge(invoice_routes())
        .merge(portfolio_routes())
        .merge(customer_routes())
        .merge(thread_routes())
}

/// What takes in more than a form holds, which a poor line needs time for.
pub fn uploads() -> Router<App> {
    use pages::import;
    let files = get(import::get).post(import::post).layer(DefaultBodyLimit::max(import::UPLOAD_LIMIT));
    Router::new().route("/invoices/new", files)
}

/// Coming in and going out.
fn entry_routes() -> Router<App> {
    use pages::{
        entry::{code, language, link, new_link},
        sign_in,
        sign_in::{second_factor, sign_out},
    };
    Router::new()
        .route("/in/{secret}", get(link::get).post(link::post))
        .route("/code", get(code::get).post(code::post))
        .route("/new-link", get(new_link::get).post(new_link::post))
        .route("/language", post(language::post))
        .route("/sign-in", get(sign_in::get).post(sign_in::post))
        .route("/sign-in/second-factor", get(second_factor::get).post(second_factor::post))
        .route("/sign-out", post(sign_out::post))
        .route("/signed-out", get(sign_out::get))
}

/// What a person sets for itself.
fn account_routes() -> Router<App> {
    use pages::account::{self, device, not_me, password, second_factor, settings};
    Router::new()
        .route("/me", get(account::get))
        .route("/me/settings", post(settings::post))
        .route("/me/devices/{device}/end", post(device::end))
        .route("/me/devices/{device}/not-me", post(not_me::post))
        .route("/me/not-me", get(not_me::get))
        .route("/me/password", get(password::get).post(password::post))
        .route("/me/second-factor", get(second_factor::get))
        .route("/me/second-factor/begin", post(second_factor::begin))
        .route("/me/second-factor/set-up", get(second_factor::get_set_up).post(second_factor::confirm))
        .route("/me/second-factor/codes", post(second_factor::renew))
        .route("/me/second-factor/off", post(second_factor::switch_off))
}

/// The supplier's people.
fn staff_routes() -> Router<App> {
    use pages::{
        absence,
        staff::{self, add, edit, hand_over},
    };
    Router::new()
        .route("/staff", get(staff::get))
        .route("/staff/new", get(add::get).post(add::post))
        .route("/staff/{person}", get(edit::get).post(edit::post))
        .route("/staff/{person}/reset-password", post(edit::reset))
        .route("/staff/{person}/end", post(edit::end))
        .route("/staff/{person}/hand-over", post(hand_over::post))
        .route("/staff/{person}/away", get(absence::get_of_colleague).post(absence::post_of_colleague))
        .route("/staff/{person}/away/{absence}/cancel", post(absence::cancel_of_colleague))
}

/// The plan of a customer, and what staff does with it.
fn plan_routes() -> Router<App> {
    use pages::{absence, plan, project, responsible};
    Router::new()
        .route("/c/{customer}", get(plan::get))
        .route("/c/{customer}/changes", get(plan::changes::get))
        .route("/c/{customer}/responsible", get(responsible::get).post(responsible::post))
        .route("/c/{customer}/projects/new", get(project::get_start).post(project::post_start))
        .route("/me/away", get(absence::get).post(absence::post))
        .route("/me/away/{absence}/cancel", post(absence::cancel))
}

/// A project of a plan, with its milestones and tasks.
fn project_routes() -> Router<App> {
    use pages::{milestone, project, responsible, status_report, task};
    Router::new()
        .route("/c/{customer}/projects/{project}", get(project::get))
        .route("/c/{customer}/projects/{project}/edit", get(project::get_change).post(project::post_change))
        .route("/c/{customer}/projects/{project}/share", post(project::share))
        .route("/c/{customer}/projects/{project}/unshare", post(project::unshare))
        .route("/c/{customer}/projects/{project}/end", post(project::end))
        .route("/c/{customer}/projects/{project}/resume", post(project::resume))
        .route(
            "/c/{customer}/projects/{project}/responsible",
            get(responsible::get_of_project).post(responsible::post_of_project),
        )
        .route("/c/{customer}/projects/{project}/status", get(status_report::get).post(status_report::post))
        .route("/c/{customer}/projects/{project}/milestones/new", get(milestone::get_add).post(milestone::post_add))
        .route("/c/{customer}/projects/{project}/milestones/{milestone}", get(milestone::get))
        .route("/c/{customer}/projects/{project}/milestones/{milestone}/rename", post(milestone::rename))
        .route("/c/{customer}/projects/{project}/milestones/{milestone}/promise", post(milestone::move_promise))
        .route("/c/{customer}/projects/{project}/milestones/{milestone}/reach", post(milestone::reach))
        .route("/c/{customer}/projects/{project}/milestones/{milestone}/not-reached", post(milestone::not_reached))
        .route("/c/{customer}/projects/{project}/milestones/{milestone}/remove", post(milestone::remove))
        .route("/c/{customer}/projects/{project}/milestones/{milestone}/bring-back", post(milestone::restore))
        .route("/c/{customer}/projects/{project}/tasks/new", get(task::get_add).post(task::post_add))
        .route("/c/{customer}/projects/{project}/tasks/{task}", get(task::get_change).post(task::post_change))
        .route("/c/{customer}/projects/{project}/tasks/{task}/state", post(task::set_state))
        .route("/c/{customer}/projects/{project}/tasks/{task}/share", post(task::share))
        .route("/c/{customer}/projects/{project}/tasks/{task}/unshare", post(task::unshare))
        .route("/c/{customer}/projects/{project}/tasks/{task}/remove", post(task::remove))
        .route("/c/{customer}/projects/{project}/tasks/{task}/bring-back", post(task::restore))
}

/// Invoices, and importing them.
fn invoice_routes() -> Router<App> {
    use pages::{
        import,
        invoice::{list, original, payments, show, withdraw},
    };
    Router::new()
        .route("/invoices/new/keep", post(import::confirm))
        .route("/invoices/new/throw-away", post(import::discard_all))
        .route("/invoices/new/{upload}/leave-out", post(import::discard))
        .route("/c/{customer}/invoices", get(list::get))
        .route("/c/{customer}/invoices/{invoice}", get(show::get))
        .route("/c/{customer}/invoices/{invoice}/original", get(original::get))
        .route("/c/{customer}/invoices/{invoice}/take-back", post(withdraw::post))
        .route("/c/{customer}/invoices/{invoice}/payments", post(payments::post))
        .route("/c/{customer}/invoices/{invoice}/payments/{payment}/take-back", post(payments::withdraw))
}

/// The supplier's view of all customers.
fn portfolio_routes() -> Router<App> {
    use pages::{portfolio, waiting};
    Router::new()
        .route("/customers", get(portfolio::get))
        .route("/customers/rows", get(portfolio::rows))
        .route("/waiting", get(waiting::get))
}

/// A customer as staff keeps it: its details, its people and how those come in.
fn customer_routes() -> Router<App> {
    use pages::customer::{edit, end, internal, new, read};
    use pages::member::{change, device, link, new as new_member, remove, show};
    Router::new()
        .route("/customers/new", get(new::get).post(new::post))
        .route("/c/{customer}/edit", get(edit::get).post(edit::post))
        .route("/c/{customer}/edit/internal", post(internal::post))
        .route("/c/{customer}/people", get(read::get))
        .route("/c/{customer}/end", post(end::end))
        .route("/c/{customer}/resume", post(end::resume))
        .route("/c/{customer}/members/new", get(new_member::get).post(new_member::post))
        .route("/c/{customer}/members/{member}", get(show::get).post(change::post))
        .route("/c/{customer}/members/{member}/remove", get(remove::get).post(remove::post))
        .route("/c/{customer}/members/{member}/links", post(link::make))
        .route("/c/{customer}/members/{member}/links/mail", post(link::mail))
        .route("/c/{customer}/members/{member}/links/{link}/revoke", post(link::revoke))
        .route("/c/{customer}/members/{member}/links/{link}/rotate", post(link::rotate))
        .route("/c/{customer}/members/{member}/devices/{device}/end", post(device::end))
}

/// Discussions about a plan and what stands in it.
fn thread_routes() -> Router<App> {
    use pages::thread;
    Router::new()
        .route("/c/{customer}/threads", get(thread::get_list))
        .route("/c/{customer}/threads/new", get(thread::get_new).post(thread::post_new))
        .route("/c/{customer}/threads/{thread}", get(thread::get))
        .route("/c/{customer}/threads/{thread}/reply", post(thread::post_reply))
        .route("/c/{customer}/threads/{thread}/ball", post(thread::post_ball))
        .route("/c/{customer}/threads/{thread}/resolve", post(thread::post_resolve))
        .route("/c/{customer}/threads/{thread}/reopen", post(thread::post_reopen))
        .route("/c/{customer}/threads/{thread}/note", post(thread::post_note))
}
