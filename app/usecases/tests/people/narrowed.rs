//! What of all that is a director's, or of whoever sees no sums or some customers only.

use crate::fixtures::new_id;
use coplan_domain::{
    id::{LinkId, PersonId},
    person::{Scope, StaffRole},
    portfolio::{PortfolioShow, PortfolioSort},
};
use coplan_store::{
    Turn,
    access::{self, Actor},
    on_both_databases,
};
use coplan_usecases::{
    Error, access_log, customer, customer_layout,
    device::end_of_member,
    form::{FieldProblem, Problem},
    invoice,
    member::{self, AddMemberForm, ChangeMemberForm, show_for_staff},
    personal_link::{self, LinkError, MailLinkForm},
    plan,
    portfolio::{self, PortfolioQuestion, PortfolioView},
    preview,
    project::{self, StartForm},
    report::{self, DraftReportForm, DraftRight},
    responsible::{self, HandOverForm},
    search,
    staff::{self, ChangeStaffError, ChangeStaffForm, InCharge, list_for_admin},
    status_rhythm::{self, StatusRhythmForm},
    survey::{self, YearlyForm},
    task,
    testing::{World, proof, staff, world},
    today,
};

/// Saara as somebody who may do this.
async fn changed(w: &World, id: PersonId, name: &str, change: impl FnOnce(&mut ChangeStaffForm)) -> Actor {
    let mut form = form_of(w, id).await;
    change(&mut form);
    staff::change(&w.portal, &w.olli, id, &form, &proof()).await.unwrap();
    let mut conn = w.portal.db.read().await.unwrap();
    access::authenticate(&mut conn, &format!("secret of {name}"), w.portal.clock.now()).await.unwrap().unwrap()
}

async fn form_of(w: &World, id: PersonId) -> ChangeStaffForm {
    let all = list_for_admin(&w.portal, &w.olli).await.unwrap().unwrap();
    ChangeStaffForm::of(all.iter().find(|entry| entry.staff.person.id == id).unwrap())
}

async fn table(w: &World, reader: &Actor) -> PortfolioView {
    let question = PortfolioQuestion {
        search: String::new(),
        responsible: None,
        show: PortfolioShow::All,
        sort: PortfolioSort::Open,
        reversed: false,
        turn: Turn::First,
    };
    let view = portfolio::show(&w.portal, reader, &question).await.unwrap().unwrap();
    assert_eq!(view.total, i64::try_from(view.rows.len()).unwrap());
    view
}

async fn customers(w: &World, reader: &Actor) -> Vec<String> {
    table(w, reader).await.rows.into_iter().map(|row| row.name).collect()
}

async fn start(w: &World, by: &Actor, name: &str) -> Result<coplan_domain::id::ProjectId, Error> {
    let form = StartForm { name: name.to_owned(), ..StartForm::blank(w.portal.change().await.unwrap().id()) };
    project::start(&w.portal, by, w.lakeside, &form).await
}

on_both_databases! {
    async fn a_director_reads_everything_and_changes_nothing(db: TestDb) {
        let w = world(db).await;
        let director = staff(&w.portal, "Dora Dahl", StaffRole::Director).await;
        let view = plan::show(&w.portal, &director, w.lakeside).await.unwrap();
        assert!(view.internal.as_ref().is_some_and(|internal| !internal.may_edit));
        assert_eq!(customers(&w, &director).await.len(), 2);
        assert!(today::show(&w.portal, &director).await.unwrap().unwrap().overview.is_some());
        assert!(invoice::list(&w.portal, &director, w.lakeside, &invoice::InvoicesAsked::default()).await.is_ok());
        assert!(matches!(start(&w, &director, "New").await, Err(Error::NotResponsible)));
        let ended = customer::end(&w.portal, &director, w.lakeside).await;
        assert!(matches!(ended, Err(Error::NotResponsible)), "{ended:?}");
        let project = start(&w, &w.mikko, "Network").await.unwrap();
        let form = task::AddTaskForm { name: "Order".to_owned(), ..task::AddTaskForm::suggested(w.portal.change().await.unwrap().id()) };
        task::add(&w.portal, &w.mikko, w.lakeside, project, &form).await.unwrap();
        let refused = task::add(&w.portal, &director, w.lakeside, project, &form).await;
        assert!(matches!(refused, Err(Error::NotResponsible)), "{refused:?}");
    }

    async fn nobody_is_put_in_charge_of_what_it_cannot_act_on(db: TestDb) {
        let w = world(db).await;
        staff(&w.portal, "Dora Dahl", StaffRole::Director).await;
        changed(&w, w.saara.person(), "Saara Lind", |form| "1002".clone_into(&mut form.reach)).await;
        let may = async |of: InCharge| {
            let found = staff::list_in_charge(&w.portal, &w.mikko, of).await.unwrap().unwrap();
            let has = |name: &str| found.iter().any(|one| one.person.name == name);
            (has("Mikko Kallio"), has("Saara Lind"), has("Dora Dahl"))
        };
        assert_eq!(may(InCharge::Customer(w.lakeside)).await, (true, false, false));
        assert_eq!(may(InCharge::Customer(w.harbour)).await, (true, true, false));
        assert_eq!(may(InCharge::Anything).await, (true, false, false));
        assert_eq!(may(InCharge::InsteadOf(w.mikko.person())).await, (true, false, false));
        assert_eq!(may(InCharge::InsteadOf(w.saara.person())).await, (true, true, false));
        let form = HandOverForm { from: w.mikko.person(), to: w.saara.person().to_string() };
        let refused = responsible::hand_over(&w.portal, &w.mikko, w.lakeside, None, &form).await;
        assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
    }

    async fn whoever_is_narrowed_finds_no_other_customer(db: TestDb) {
        let w = world(db).await;
        start(&w, &w.mikko, "Secret network").await.unwrap();
        let saara = changed(&w, w.saara.person(), "Saara Lind", |form| "1002".clone_into(&mut form.reach)).await;
        assert_eq!(customers(&w, &saara).await, ["Harbour Cold Stores"]);
        assert!(matches!(plan::show(&w.portal, &saara, w.lakeside).await, Err(Error::NotFound)));
        assert!(plan::show(&w.portal, &saara, w.harbour).await.is_ok());
        let found = async |reader: &Actor| search::find(&w.portal, reader, None, "network").await.unwrap().groups.len();
        assert_eq!((found(&saara).await, found(&w.mikko).await), (0, 1));
        let refused = start(&w, &saara, "Mine").await;
        assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
        let internal = customer::InternalForm { segment: "Mills".to_owned(), ..customer::InternalForm::default() };
        customer::change_internal(&w.portal, &w.mikko, w.lakeside, &internal).await.unwrap();
        let saara = changed(&w, w.saara.person(), "Saara Lind", |form| "Mills".clone_into(&mut form.reach)).await;
        assert_eq!(customers(&w, &saara).await, ["Lakeside Mills"], "by segment");
        let rhythm = StatusRhythmForm { every: "14".to_owned() };
        assert!(matches!(status_rhythm::set(&w.portal, &saara, &rhythm).await, Err(Error::NotFound)), "that holds for all");
        let yearly = YearlyForm {
            version: 0,
            contact: "Calls?".to_owned(),
            relationship: String::new(),
            overall: String::new(),
            first_day: w.portal.today(&saara).to_string(),
        };
        assert!(matches!(survey::change_yearly(&w.portal, &saara, &yearly).await, Err(Error::NotFound)));
        status_rhythm::set(&w.portal, &w.mikko, &rhythm).await.unwrap();
        let saara = changed(&w, w.saara.person(), "Saara Lind", |form| form.reach = String::new()).await;
        assert_eq!(customers(&w, &saara).await.len(), 2);
    }

    async fn whoever_sees_no_sums_keeps_plans_without_them(db: TestDb) {
        let w = world(db).await;
        let mikko = changed(&w, w.mikko.person(), "Mikko Kallio", |form| form.sums = false).await;
        assert!(matches!(invoice::list(&w.portal, &mikko, w.lakeside, &invoice::InvoicesAsked::default()).await, Err(Error::NotFound)));
        assert!(start(&w, &mikko, "Network").await.is_ok());
        let form = DraftReportForm { period: "month".to_owned(), day: "2026-11-10".to_owned(), ..DraftReportForm::blank(new_id(&w.portal).await) };
        let draft = report::draft(&w.portal, &mikko, w.lakeside, &form).await.unwrap();
        let view = report::show(&w.portal, &mikko, w.lakeside, draft).await.unwrap();
        let publish = report::publish(&w.portal, &mikko, w.lakeside, draft, view.report.version).await;
        assert!(matches!(publish, Err(Error::NotResponsible)), "its invoices would be missing for ever: {publish:?}");
        assert_eq!(view.right, DraftRight::Writes);
        let look = preview::begin(&w.portal, &mikko, w.lakeside, w.anna_membership).await;
        assert!(matches!(look, Err(Error::SeesMore)), "Anna sees sums: {look:?}");
        let log = access_log::show(&w.portal, &w.saara, w.lakeside).await.unwrap();
        assert!(!log.entries.iter().any(|entry| matches!(entry, access_log::Entry::Preview(_))), "nothing is recorded");
        let mut conn = w.portal.db.read().await.unwrap();
        let now = access::authenticate(&mut conn, "secret of Mikko Kallio", w.portal.clock.now()).await.unwrap().unwrap();
        assert!(now.preview().is_none(), "Anna sees sums");
        drop(conn);
        assert!(!table(&w, &mikko).await.sees_sums && table(&w, &w.olli).await.sees_sums);
        let frame = customer_layout::show(&w.portal, &mikko, w.lakeside).await.unwrap().unwrap();
        assert!(!frame.has_room(Scope::Money));
        preview::begin(&w.portal, &mikko, w.lakeside, w.ben_membership).await.unwrap();
    }

    async fn a_preview_ends_when_rights_move_and_does_not_come_back(db: TestDb) {
        let w = world(db).await;
        let on_device = async || {
            let mut conn = w.portal.db.read().await.unwrap();
            access::authenticate(&mut conn, "secret of Saara Lind", w.portal.clock.now()).await.unwrap().unwrap().preview().is_some()
        };
        preview::begin(&w.portal, &w.saara, w.lakeside, w.ben_membership).await.unwrap();
        assert!(on_device().await);
        let saara = changed(&w, w.saara.person(), "Saara Lind", |form| "1002".clone_into(&mut form.reach)).await;
        assert!(saara.preview().is_none() && !on_device().await);
        changed(&w, w.saara.person(), "Saara Lind", |form| form.reach = String::new()).await;
        assert!(!on_device().await, "it does not come back");
        // Also where a segment is what she is narrowed to, and the customer moves out of it.
        let segment = async |to: &str| {
            let view = customer::show_for_staff(&w.portal, &w.mikko, w.lakeside).await.unwrap().unwrap();
            let form = customer::InternalForm { segment: to.to_owned(), ..customer::InternalForm::of(&view.internal) };
            customer::change_internal(&w.portal, &w.mikko, w.lakeside, &form).await.unwrap();
        };
        segment("Mills").await;
        let saara = changed(&w, w.saara.person(), "Saara Lind", |form| "Mills".clone_into(&mut form.reach)).await;
        preview::begin(&w.portal, &saara, w.lakeside, w.ben_membership).await.unwrap();
        assert!(on_device().await);
        segment("Boats").await;
        assert!(!on_device().await, "out of reach");
    }

    async fn whoever_sees_less_than_a_member_lets_nobody_in_as_that_one(db: TestDb) {
        let w = world(db).await;
        let mikko = changed(&w, w.mikko.person(), "Mikko Kallio", |form| form.sums = false).await;
        let link = |id: u128| LinkId(ulid::Ulid::from(id));
        let made = personal_link::create(&w.portal, &mikko, w.lakeside, w.anna_membership, link(1)).await;
        assert!(matches!(made, Err(LinkError::Other(Error::SeesMore))), "{made:?}");
        let mailed = MailLinkForm::blank(link(2));
        let mailed = personal_link::mail(&w.portal, &mikko, w.lakeside, w.anna_membership, &mailed).await;
        assert!(matches!(mailed, Err(LinkError::Other(Error::SeesMore))), "{mailed:?}");
        personal_link::create(&w.portal, &mikko, w.lakeside, w.ben_membership, link(3)).await.unwrap();
        let members = async || customer::show_for_staff(&w.portal, &mikko, w.lakeside).await.unwrap().unwrap().members;
        let form_of = async |id| {
            ChangeMemberForm::of(&members().await.into_iter().find(|entry| entry.membership.id == id).unwrap().membership)
        };
        let ticked = ChangeMemberForm { scopes: vec!["plan".to_owned(), "money".to_owned()], ..form_of(w.ben_membership).await };
        let given = member::change(&w.portal, &mikko, w.lakeside, w.ben_membership, &ticked).await;
        let not_yours = FieldProblem { field: "scopes", problem: Problem::NotYoursToGive };
        assert!(matches!(&given, Err(Error::Invalid(found)) if found == &[not_yours]), "{given:?}");
        let moved = ChangeMemberForm { email: "other@customer.example".to_owned(), ..form_of(w.anna_membership).await };
        let moved = member::change(&w.portal, &mikko, w.lakeside, w.anna_membership, &moved).await;
        assert!(matches!(moved, Err(Error::SeesMore)), "{moved:?}");
        let titled = ChangeMemberForm { title: "Head".to_owned(), ..form_of(w.anna_membership).await };
        member::change(&w.portal, &mikko, w.lakeside, w.anna_membership, &titled).await.unwrap();
        let new = AddMemberForm {
            name: "Disa Dahl".to_owned(),
            email: "disa@dahl.example".to_owned(),
            title: "Buyer".to_owned(),
            language: "sv".to_owned(),
            scopes: vec!["money".to_owned()],
        };
        let added = member::add(&w.portal, &mikko, w.lakeside, &new).await;
        assert!(matches!(&added, Err(Error::Invalid(found)) if found == &[not_yours]), "{added:?}");
        // Ben is a member of another customer, too, which a narrowed colleague may not know of.
        let ben = AddMemberForm { name: "Ben Berg".to_owned(), email: form_of(w.ben_membership).await.email, ..new };
        member::add(&w.portal, &w.saara, w.harbour, &ben).await.unwrap();
        let saara = changed(&w, w.saara.person(), "Saara Lind", |form| "1001".clone_into(&mut form.reach)).await;
        let beyond = personal_link::create(&w.portal, &saara, w.lakeside, w.ben_membership, link(4)).await;
        assert!(matches!(beyond, Err(LinkError::Other(Error::NotResponsible))), "{beyond:?}");
        personal_link::create(&w.portal, &saara, w.lakeside, w.anna_membership, link(5)).await.unwrap();
    }

    async fn what_names_no_customers_is_told(db: TestDb) {
        let w = world(db).await;
        let form = ChangeStaffForm { reach: "1001, Mils".to_owned(), ..form_of(&w, w.saara.person()).await };
        let refused = staff::change(&w.portal, &w.olli, w.saara.person(), &form, &proof()).await;
        let Err(ChangeStaffError::Other(Error::Invalid(problems))) = refused else { panic!("{refused:?}") };
        assert_eq!((problems[0].field, problems[0].problem), ("reach", Problem::NoCustomers));
    }

    async fn whoever_is_narrowed_takes_over_nobody_of_another_customer(db: TestDb) {
        let w = world(db).await;
        let saara = changed(&w, w.saara.person(), "Saara Lind", |form| "1002".clone_into(&mut form.reach)).await;
        let form = AddMemberForm {
            name: "Whoever".to_owned(),
            email: "anna.aho@customer.example".to_owned(),
            title: "Buyer".to_owned(),
            language: "en".to_owned(),
            scopes: vec!["plan".to_owned()],
        };
        let joined = member::add(&w.portal, &saara, w.harbour, &form).await;
        assert!(matches!(joined, Err(Error::Invalid(_))), "{joined:?}");
        // Added by somebody who sees both customers, she comes in to both.
        let added = member::add(&w.portal, &w.mikko, w.harbour, &form).await.unwrap();
        let view = show_for_staff(&w.portal, &saara, w.harbour, added.membership).await.unwrap().unwrap();
        assert!(!view.reaches_all && view.links.is_empty() && view.devices.is_empty());
        let same = ChangeMemberForm::of(&view.membership);
        let mallory = ChangeMemberForm { email: "mallory@evil.example".to_owned(), ..same.clone() };
        let moved = member::change(&w.portal, &saara, w.harbour, added.membership, &mallory).await;
        assert!(matches!(moved, Err(Error::NotResponsible)), "{moved:?}");
        let link = w.portal.change().await.unwrap().id();
        let made = personal_link::create(&w.portal, &saara, w.harbour, added.membership, link).await;
        assert!(matches!(made, Err(LinkError::Other(Error::NotResponsible))), "{made:?}");
        let device = w.anna.entered().device();
        let ended = end_of_member(&w.portal, &saara, w.harbour, added.membership, device).await;
        assert!(matches!(ended, Err(Error::NotResponsible)), "{ended:?}");
        // What it may see of the customer that both see is hers to say.
        let head = ChangeMemberForm { title: "Head of buying".to_owned(), ..same };
        member::change(&w.portal, &saara, w.harbour, added.membership, &head).await.unwrap();
    }
}
