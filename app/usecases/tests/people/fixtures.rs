//! What the claims stand on: browsers, links that were handed over, and mails that were sent.

use coplan_domain::{
    id::{CustomerId, DeviceId, LinkId, MembershipId, PersonId},
    person::CodePolicy,
};
use coplan_store::{access::System, outbox, testing::dump};
use coplan_usecases::{
    Actor, Portal,
    customer::{self, CustomerForm},
    entry::{self, Browser},
    job::Job,
    member::{self, AddMemberForm},
    personal_link::{self, Opened, Session},
    staff::{self, AddStaffForm},
    testing::World,
};
use jiff::SignedDuration;

pub const PASSWORD: &str = "a long walk by the lake";

/// A browser that was never here.
pub fn new_browser() -> Browser<'static> {
    Browser { label: "Firefox, Android", known_device: None, address: "192.0.2.7" }
}

/// A browser with this device secret in its cookie.
pub fn browser_with(secret: &str) -> Browser<'_> {
    Browser { known_device: Some(secret), ..new_browser() }
}

/// An id as a form carries it.
pub async fn new_id<T: From<ulid::Ulid>>(portal: &Portal) -> T {
    portal.change().await.unwrap().id()
}

/// A link for a member, handed over: its id and the secret in it.
pub async fn link(world: &World, customer: CustomerId, membership: MembershipId) -> (LinkId, String) {
    let id = new_id(&world.portal).await;
    let created = personal_link::create(&world.portal, &world.mikko, customer, membership, id).await.unwrap();
    let secret = created.address.expose().rsplit('/').next().unwrap().to_owned();
    (created.id, secret)
}

/// Anna's link.
pub async fn annas_link(world: &World) -> (LinkId, String) {
    link(world, world.lakeside, world.anna_membership).await
}

/// Sets when a customer asks for codes.
pub async fn set_policy(world: &World, id: CustomerId, policy: CodePolicy) {
    let view = customer::show_for_staff(&world.portal, &world.mikko, id).await.unwrap().unwrap();
    let form = CustomerForm {
        number: view.customer.number,
        name: view.customer.name,
        code_policy: policy.as_str().to_owned(),
        version: view.customer.version,
        ..CustomerForm::default()
    };
    customer::change(&world.portal, &world.mikko, id, &form).await.unwrap();
}

/// The jobs that were promised since the last call.
pub async fn jobs(portal: &Portal) -> Vec<Job> {
    let mut jobs = Vec::new();
    loop {
        let mut change = portal.change().await.unwrap();
        let Some(job) = outbox::claim(&mut change, &System::for_tests(), SignedDuration::from_hours(24 * 365)).await.unwrap()
        else {
            return jobs;
        };
        portal.commit(change).await.unwrap();
        jobs.push(Job::parse(&job.kind, &job.payload).unwrap());
    }
}

/// The digits of the last code that was promised, made as the worker makes them.
pub async fn mailed_code(portal: &Portal) -> String {
    let code = jobs(portal).await.into_iter().rev().find_map(|job| match job {
        Job::CodeMail { code } => Some(code),
        _ => None,
    });
    let mail = personal_link::code_mail(portal, &System::for_tests(), code.unwrap()).await.unwrap().unwrap();
    mail.code.expose().to_owned()
}

/// Opens a link where a code is asked for, and gives the secret of the browser that waits.
pub async fn open_for_code(portal: &Portal, secret: &str, browser: &Browser<'_>) -> String {
    match personal_link::open(portal, secret, browser).await.unwrap() {
        Opened::CodeSent { browser_secret } => browser_secret.expose().to_owned(),
        Opened::In { .. } => panic!("in without a code"),
    }
}

/// Opens a link where no code is asked for, and gives the device secret.
pub async fn open_at_once(portal: &Portal, secret: &str, browser: &Browser<'_>) -> String {
    match personal_link::open(portal, secret, browser).await.unwrap() {
        Opened::In { device_secret } => device_secret.expose().to_owned(),
        Opened::CodeSent { .. } => panic!("a code was asked for"),
    }
}

/// Opens a link on a new browser with the code from the mail, and gives the device secret.
pub async fn come_in(portal: &Portal, secret: &str) -> String {
    let waiting = open_for_code(portal, secret, &new_browser()).await;
    let code = mailed_code(portal).await;
    match personal_link::enter_code(portal, &waiting, &code, &new_browser()).await.unwrap() {
        Session::In { device_secret } => device_secret.expose().to_owned(),
        other => panic!("{other:?}"),
    }
}

/// Who holds a device secret.
pub async fn who(portal: &Portal, secret: &str) -> Option<Actor> {
    entry::enter(portal, secret).await.unwrap()
}

/// The device that is the actor's own.
pub fn device_of(actor: &Actor) -> DeviceId {
    actor.entered().device()
}

/// A staff person with [`PASSWORD`], by address.
pub async fn staff_with_password(portal: &Portal, name: &str, role: &str) -> (PersonId, String) {
    let email = format!("{}@northline.example", name.to_lowercase().replace(' ', "."));
    let form = AddStaffForm {
        name: name.to_owned(),
        email: email.clone(),
        role: role.to_owned(),
        title: "Key account manager".to_owned(),
        language: "fi".to_owned(),
        speaks: vec!["fi".to_owned(), "en".to_owned()],
        sums: true,
        ..AddStaffForm::default()
    };
    (staff::add_from_console(portal, &System::for_tests(), &form, PASSWORD).await.unwrap(), email)
}

/// Makes somebody a member with every scope.
pub async fn add_member(world: &World, customer: CustomerId, name: &str, email: &str) -> MembershipId {
    let form = AddMemberForm {
        name: name.to_owned(),
        email: email.to_owned(),
        title: "Buyer".to_owned(),
        language: "sv".to_owned(),
        scopes: vec!["plan".to_owned(), "money".to_owned()],
    };
    member::add(&world.portal, &world.mikko, customer, &form).await.unwrap().membership
}

/// Whether a text stands anywhere in the database.
pub async fn is_kept(portal: &Portal, text: &str) -> bool {
    dump(&portal.db).await.iter().any(|line| line.contains(text))
}
