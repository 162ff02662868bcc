//! Every form of the product is sent with every field wrong: each field tells its own problem, and what was typed comes
//! back, except for what is secret.

mod made;
mod together;

use super::{router, uploads};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use coplan_app::{
    forms::registry::{self, Registered},
    http::context::{App, RequestContext, waiting_cookie},
    links,
};
use coplan_domain::{
    id::{ConcernId, FeedbackId, MeetingId, PhaseId, SurveyId},
    work::Matter,
};
use coplan_store::{Engine, testing};
use coplan_usecases::{
    Actor, Portal, System,
    concern::{self, RaiseForm},
    contact::{self, ContactForm},
    customer,
    entry::{self, Browser},
    feedback::{self, GiveForm},
    form::{FieldSpec, Kind},
    import::import_from_console,
    invoice,
    knowledge::{self, AskQuestionForm},
    meeting::{self, CallForm},
    milestone::{self, MilestoneForm},
    personal_link::{self, Opened, open},
    phase::{self, NewPhaseForm},
    project::{self, SaveTemplateForm, StartForm},
    report::{self, DraftReportForm},
    request::{self, RequestForm},
    request_kind,
    second_factor::{begin, confirm},
    service_request::{self, ServiceRequestForm},
    sign_in::{SignedIn, sign_in},
    staff::{make_password_from_console, set_password_from_console},
    survey::{self, SendSurveyForm},
    task::{self, AddTaskForm},
    testing::{World, world},
    thread::{self, OpenForm},
    work::{self, RecordForm},
};
use made::{approved, away, brought, hoped, measured, tested, whole_plan};
use std::{collections::BTreeMap, sync::Arc};
use totp_rs::TOTP;
use tower::ServiceExt;

const PASSWORD: &str = "a long walk by the lake";
const BROWSER: Browser<'static> = Browser { label: "Firefox, Linux", known_device: None, address: "192.0.2.7" };

/// A product in which every form has something to be about.
struct Ground {
    world: World,
    routes: Router,
    /// What stands in the holes of the patterns.
    ids: BTreeMap<&'static str, String>,
    /// Of a browser that waits for a code.
    code: String,
    /// Of a browser that waits for a second factor.
    factor: String,
}

async fn id<T: From<ulid::Ulid>>(portal: &Portal) -> T {
    portal.change().await.unwrap().id()
}

/// The supplier's person with this address, signed in with a password.
async fn signed_in(portal: &Portal, email: &str) -> Actor {
    set_password_from_console(portal, &System::for_tests(), email, PASSWORD).await.unwrap();
    let Ok(SignedIn::In { device_secret }) = sign_in(portal, email, PASSWORD, &BROWSER).await else { panic!("not in") };
    entry::enter(portal, device_secret.expose()).await.unwrap().unwrap()
}

async fn ground() -> Ground {
    let mut world = world(testing::fresh(Engine::Sqlite).await.unwrap()).await;
    let portal = world.portal.clone();
    let lakeside = world.lakeside;
    world.olli = signed_in(&portal, "olli.oja@supplier.example").await;
    begin(&portal, &world.olli, PASSWORD).await.unwrap();
    let factor = waiting_for_second_factor(&portal).await;
    let form = StartForm { name: "New network".to_owned(), ..StartForm::blank(id(&portal).await) };
    let project = project::start(&portal, &world.olli, lakeside, &form).await.unwrap();
    let (name, promised_on) = ("Pilot".to_owned(), "2026-12-04".to_owned());
    let pilot = MilestoneForm { name, promised_on, ..MilestoneForm::blank(id(&portal).await) };
    milestone::add(&portal, &world.olli, lakeside, project, &pilot).await.unwrap();
    let (name, side) = ("Order".to_owned(), "customer".to_owned());
    let order = AddTaskForm { name, side, ..AddTaskForm::suggested(id(&portal).await) };
    task::add(&portal, &world.olli, lakeside, project, &order).await.unwrap();
    let asked = RequestForm { choice1: "Now".to_owned(), takes_note: true, ..RequestForm::default() };
    request::ask(&portal, &world.olli, lakeside, order.id, &asked).await.unwrap();
    let kept = SaveTemplateForm { name: "Network".to_owned(), ..SaveTemplateForm::blank(id(&portal).await) };
    project::save_template(&portal, &world.olli, (lakeside, project), &kept).await.unwrap();
    let (title, text) = ("Which weekend?".to_owned(), "The 12th?".to_owned());
    let about = format!("plan.{lakeside}").parse().unwrap();
    let ask = OpenForm { thread: id(&portal).await, message: id(&portal).await, about, title, text };
    let thread = thread::open(&portal, &world.olli, lakeside, &ask).await.unwrap();
    let message = ask.message.to_string();
    let brought = brought(&world, thread).await;
    let second = thread::show(&portal, &world.olli, lakeside, thread, None).await.unwrap().messages[1].id;
    let sample = include_bytes!("../../../domain/samples/three-short-tasks.xml").to_vec();
    import_from_console(&portal, &System::for_tests(), "sample.xml", sample, "1001").await.unwrap();
    let invoice = invoice::list(&portal, &world.olli, lakeside, &invoice::InvoicesAsked::default()).await.unwrap().invoices[0].id;
    let line = invoice::show(&portal, &world.olli, lakeside, invoice).await.unwrap().line_ids[0];
    let matter = Matter { customer: lakeside, project, task: None }.to_string();
    let (time, words, day, charge) = ("1:30".to_owned(), "Looked".to_owned(), "2026-11-01".to_owned(), "charged".to_owned());
    let entry = RecordForm { matter, time, words, day, charge, ..RecordForm::blank(id(&portal).await) };
    work::record(&portal, &world.olli, &entry).await.unwrap();
    let (goal, reading) = measured(&world).await;
    let (question, why) = ("Who has the keys?".to_owned(), "The crew comes at six".to_owned());
    let ask = AskQuestionForm { question, why, ..AskQuestionForm::blank(id(&portal).await) };
    let question = knowledge::ask(&portal, &world.olli, lakeside, &ask).await.unwrap();
    let (with_whom, about) = ("Anna".to_owned(), "Keys".to_owned());
    let (kind, day) = ("call".to_owned(), "2026-11-01".to_owned());
    let call = ContactForm { with_whom, about, kind, day, ..ContactForm::blank(id(&portal).await) };
    contact::keep(&portal, &world.olli, lakeside, &call, None).await.unwrap();
    let (feedback, asked) = voice(&world).await;
    let (phase, concern) = process(&world).await;
    let hoped = hoped(&world).await;
    let (found, needed) = (together::found(&world, call.id.0).await, together::needed(&world).await);
    let wanted = wanted(&world).await;
    let (tested, approved) = (tested(&world).await, approved(&world).await);
    let whole = whole_plan(&world).await;
    let form = DraftReportForm::suggested(id(&portal).await, portal.today(&world.olli));
    let reported = report::draft(&portal, &world.olli, lakeside, &form).await.unwrap();
    let open = held(&world).await;
    let closed = held(&world).await;
    meeting::close(&portal, &world.olli, lakeside, closed).await.unwrap();
    customer::end(&portal, &world.olli, world.harbour).await.unwrap();
    let mikkos = away(&world, &world.mikko, &world.olli).await;
    let ollis = away(&world, &world.olli, &world.saara).await;
    let choosing = choosing(&portal).await;
    let ids = BTreeMap::from([
        ("secret", choosing),
        ("customer", lakeside.to_string()),
        ("contact", call.id.to_string()),
        ("project", project.to_string()),
        ("template", kept.id.to_string()),
        ("milestone", pilot.id.to_string()),
        ("task", order.id.to_string()),
        ("thread", thread.to_string()),
        ("message", message),
        ("second", second.to_string()),
        ("file", brought.to_string()),
        ("invoice", invoice.to_string()),
        ("question", question.to_string()),
        ("goal", goal.to_string()),
        ("phase", phase.to_string()),
        ("concern", concern.to_string()),
        ("acceptance", tested.to_string()),
        ("approved", approved.to_string()),
        ("plan_template", whole.to_string()),
        ("idea", hoped.to_string()),
        ("moment", found.to_string()),
        ("need", needed.to_string()),
        ("report", reported.to_string()),
        ("feedback", feedback.to_string()),
        ("survey", asked.to_string()),
        ("service_request", wanted.id.to_string()),
        ("kind", wanted.kind),
        ("reading", reading.to_string()),
        ("meeting", open.to_string()),
        ("closed", closed.to_string()),
        ("line", line.to_string()),
        ("entry", entry.id.to_string()),
        ("absence", mikkos.to_string()),
        ("own_absence", ollis.to_string()),
        ("member", world.anna_membership.to_string()),
        ("person", world.mikko.person().to_string()),
    ]);
    let code = waiting_for_code(&world).await;
    let app = App { portal, site: Arc::default(), mails: None, page_cache: Arc::default(), byte_budget: Arc::default() };
    Ground { world, routes: router().merge(uploads()).with_state(app), ids, code, factor }
}

/// A phase that Anna proposed, and what she is concerned about in it.
async fn process(world: &World) -> (PhaseId, ConcernId) {
    let (portal, lakeside) = (&world.portal, world.lakeside);
    let form = NewPhaseForm { name: "Deliver".to_owned(), ..NewPhaseForm::blank(id(portal).await) };
    let phase = phase::add(portal, &world.anna, lakeside, &form).await.unwrap();
    let form = RaiseForm { words: "Nobody knows the night crew".to_owned(), ..RaiseForm::blank(id(portal).await) };
    (phase, concern::raise(portal, &world.anna, lakeside, phase, &form).await.unwrap())
}

/// What Anna wants, of a kind that can be changed.
async fn wanted(world: &World) -> ServiceRequestForm {
    let (portal, lakeside) = (&world.portal, world.lakeside);
    let kind = request_kind::list(portal, &world.olli).await.unwrap().0[0].id.to_string();
    let form = ServiceRequestForm { kind, what: "A second key".to_owned(), ..ServiceRequestForm::blank(id(portal).await) };
    service_request::send(portal, &world.anna, lakeside, &form).await.unwrap();
    form
}

/// What Anna said of the work, and a survey that she is asked.
async fn voice(world: &World) -> (FeedbackId, SurveyId) {
    let (portal, lakeside) = (&world.portal, world.lakeside);
    let (kind, words) = ("problem".to_owned(), "The crew came late".to_owned());
    let form = GiveForm { id: id(portal).await, about: String::new(), kind, words };
    let given = feedback::give(portal, &world.anna, lakeside, &form).await.unwrap();
    let words = (2..=9).map(|n| format!("Question {n}")).collect::<Vec<_>>().join("\n");
    let form = SendSurveyForm { scale: "nps".to_owned(), words, ..SendSurveyForm::blank(id(portal).await) };
    (given, survey::send(portal, &world.olli, lakeside, &form).await.unwrap())
}

/// A meeting that has begun.
async fn held(world: &World) -> MeetingId {
    let (title, day) = ("Steering group".to_owned(), "2026-11-02".to_owned());
    let form = CallForm { title, day, ..CallForm::suggested(id(&world.portal).await) };
    meeting::call(&world.portal, &world.olli, world.lakeside, &form).await.unwrap()
}

/// The secret of a link by which a password can be chosen.
async fn choosing(portal: &Portal) -> String {
    let email = "saara.lind@supplier.example";
    let first = make_password_from_console(portal, &System::for_tests(), email).await.unwrap();
    match sign_in(portal, email, first.expose(), &BROWSER).await.unwrap() {
        SignedIn::MustChoose { secret } => secret.expose().to_owned(),
        _ => panic!("in with a first password"),
    }
}

async fn waiting_for_second_factor(portal: &Portal) -> String {
    let email = "petra.niemi@supplier.example";
    let petra = signed_in(portal, email).await;
    let made = begin(portal, &petra, PASSWORD).await.unwrap();
    let now = u64::try_from(portal.clock.now().as_second()).unwrap();
    let code = TOTP::from_url(made.address.expose()).unwrap().generate(now);
    confirm(portal, &petra, &code).await.unwrap();
    match sign_in(portal, email, PASSWORD, &BROWSER).await.unwrap() {
        SignedIn::SecondFactorNeeded { pending_secret } => pending_secret.expose().to_owned(),
        SignedIn::In { .. } | SignedIn::MustChoose { .. } => panic!("in with the password alone"),
    }
}

async fn waiting_for_code(world: &World) -> String {
    let (portal, link) = (&world.portal, id(&world.portal).await);
    let made = personal_link::create(portal, &world.olli, world.lakeside, world.anna_membership, link).await.unwrap();
    let secret = made.address.expose().rsplit('/').next().unwrap();
    match open(portal, secret, &BROWSER).await.unwrap() {
        Opened::CodeSent { browser_secret } => browser_secret.expose().to_owned(),
        Opened::In { .. } => panic!("in by the link alone"),
    }
}

impl Ground {
    /// An address of this pattern that leads to something.
    fn address(&self, pattern: &str) -> String {
        let ended = self.world.harbour.to_string();
        let filled = |part: &str| match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            // Only an ended customer is asked for who has it from now on.
            Some("customer") if pattern == links::customer::resume::PATTERN => ended.clone(),
            Some("absence") if pattern == links::absence::other_own::PATTERN => self.ids["own_absence"].clone(),
            // Nothing is before the first message.
            Some("message") if pattern == links::thread::split::PATTERN => self.ids["second"].clone(),
            // Only what is approved is launched.
            Some("acceptance") if pattern == links::acceptance::plan_launch::PATTERN => self.ids["approved"].clone(),
            Some("template") if pattern == links::project::start_plan_from::PATTERN => self.ids["plan_template"].clone(),
            // Only minutes that are written are agreed to.
            Some("meeting") if pattern == links::meeting::approve::PATTERN => self.ids["closed"].clone(),
            Some(name) => self.ids[name].clone(),
            None => part.to_owned(),
        };
        pattern.split('/').map(filled).collect::<Vec<_>>().join("/")
    }

    /// What goes along unseen, as the page would have sent it.
    async fn unseen(&self, pattern: &str, name: &str) -> String {
        match name {
            "version" | "revision" => "1".to_owned(),
            "was" | "next" | "seen" => String::new(),
            "from" => self.world.mikko.person().to_string(),
            "about" if pattern == links::invoice::ask::PATTERN => format!("invoice.{}", self.ids["invoice"]),
            "about" => format!("plan.{}", self.world.lakeside),
            _ => id::<ulid::Ulid>(&self.world.portal).await.to_string(),
        }
    }

    async fn send(&self, form: &Registered, body: &[(String, String)]) -> (StatusCode, String) {
        let cookie = match form.pattern {
            pattern if pattern == links::entry::code::PATTERN => &self.code,
            _ => &self.factor,
        };
        let is_entry = form.pattern.starts_with(links::sign_in::password::PATTERN)
            || [links::entry::code::PATTERN, links::entry::new_link::PATTERN].contains(&form.pattern);
        // What the customer alone asks and decides of an invoice, and says of the work.
        let of_members = [
            links::invoice::ask::PATTERN,
            links::invoice::decide::PATTERN,
            links::acceptance::decide::PATTERN,
            links::feedback::give::PATTERN,
            links::concern::judge::PATTERN,
            links::feedback::helped::PATTERN,
            links::survey::show::PATTERN,
            links::journey::say::PATTERN,
            links::service_request::send::PATTERN,
            links::service_request::reply::PATTERN,
            links::service_request::reopen::PATTERN,
            links::service_request::withdraw::PATTERN,
        ];
        let is_members = of_members.contains(&form.pattern);
        let actor = if is_members { &self.world.anna } else { &self.world.olli };
        let actor = (!is_entry).then(|| actor.clone());
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(body).finish();
        let request = Request::post(self.address(form.pattern))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, format!("{}={cookie}", waiting_cookie(false)))
            .extension(RequestContext { actor, ..RequestContext::anonymous() })
            .body(Body::from(body))
            .unwrap();
        let answer = self.routes.clone().oneshot(request).await.unwrap();
        let status = answer.status();
        (status, String::from_utf8(to_bytes(answer.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap())
    }
}

/// Whether people write in it, and so want to see it again.
fn is_written(spec: &FieldSpec) -> bool {
    matches!(spec.kind, Kind::Line | Kind::Prose | Kind::Day | Kind::Email | Kind::Phone)
}

/// Something that cannot be taken, unlike anything else on a page.
fn wrong(spec: &FieldSpec, n: usize) -> String {
    let mark = format!("zq{n}qz");
    match spec.kind {
        Kind::Tick | Kind::Confirm => "true".to_owned(),
        Kind::Line | Kind::Phone | Kind::Prose => mark + &"x".repeat(spec.limit().unwrap()),
        _ => mark,
    }
}

#[tokio::test]
async fn every_form_tells_each_field_its_problem_and_gives_back_what_was_typed() {
    let ground = ground().await;
    let mut missing = Vec::new();
    for form in registry::ALL {
        let mut body = Vec::new();
        let fields = [form.fields].into_iter().chain(form.along.iter().copied());
        for (n, spec) in fields.flatten().enumerate() {
            let value = if spec.is_seen() { wrong(spec, n) } else { ground.unseen(form.pattern, spec.name).await };
            body.push((spec.name.to_owned(), value));
        }
        if !form.fields.iter().any(|spec| spec.is_seen() && !matches!(spec.kind, Kind::Tick | Kind::Confirm)) {
            continue;
        }
        for name in ["internal_version", "internal_was"] {
            body.push((name.to_owned(), String::new()));
        }
        let (status, html) = ground.send(form, &body).await;
        let mut check = |holds: bool, what: &str| {
            if !holds {
                missing.push(format!("{}: {what} ({status})", form.pattern));
            }
        };
        check(status == StatusCode::UNPROCESSABLE_ENTITY, "the status");
        let holds_secret = form.fields.iter().any(FieldSpec::is_secret);
        check(!holds_secret || html.contains("-error\"") || html.contains("role=\"alert\""), "what is wrong");
        for (spec, (_, value)) in [form.fields].into_iter().chain(form.along.iter().copied()).flatten().zip(&body) {
            if spec.is_secret() {
                check(!html.contains(value), &format!("the secret of {} comes back", spec.name));
            }
            if is_written(spec) {
                check(html.contains(value), &format!("what was typed in {}", spec.name));
            }
        }
        let can_be_wrong =
            |spec: &&FieldSpec| spec.is_seen() && !matches!(spec.kind, Kind::Tick | Kind::Confirm) && !holds_secret;
        for spec in form.fields.iter().filter(can_be_wrong) {
            check(html.contains(&format!("id=\"{}-error\"", spec.name)), &format!("the problem of {}", spec.name));
            check(
                html.contains(&format!("href=\"#{}\"", spec.name)) || form.fields.len() == 1,
                &format!("the way to {}", spec.name),
            );
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
