//! A portal on a fresh database with two customers and people with names, and a clock that tests move.

use crate::{
    Error, Portal, Settings,
    import::{self, IncomingFile, RefusedFile, TakenFile},
    portal::access_to,
    seal::SecretKey,
    sign_in::OwnProof,
    system::SystemRng,
    thread::{self, ThreadLineView},
};
use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use coplan_domain::{
    customer::Customer,
    id::{CustomerId, DeviceId, MembershipId, PersonId},
    person::{CodePolicy, Language, Person, Scope, Side, StaffRole},
    system::Clock,
    working_time::WorkingTime,
};
use coplan_store::{
    access::{self, AccountAdmin, Actor, CustomerCreation, System},
    customer, device, membership, person,
    testing::TestDb,
};
use jiff::SignedDuration;
use std::sync::Arc;

pub use coplan_store::testing::{TestChance, TestClock};

/// The people and companies of the tests. Mikko has Lakeside Mills, Saara has Harbour Cold Stores.
pub struct World {
    /// The portal under test.
    pub portal: Portal,
    /// Its clock.
    pub clock: Arc<TestClock>,
    /// The admin.
    pub olli: Actor,
    /// Key account manager of Lakeside Mills.
    pub mikko: Actor,
    /// Key account manager of Harbour Cold Stores.
    pub saara: Actor,
    /// Specialist, responsible for nothing.
    pub petra: Actor,
    /// The first customer.
    pub lakeside: CustomerId,
    /// The second customer.
    pub harbour: CustomerId,
    /// Member of Lakeside Mills with every scope.
    pub anna: Actor,
    /// Member of Lakeside Mills with the plan and the discussions, without sums.
    pub ben: Actor,
    /// Member of Harbour Cold Stores with every scope.
    pub carla: Actor,
    /// Anna's membership.
    pub anna_membership: MembershipId,
    /// Ben's membership.
    pub ben_membership: MembershipId,
    _db: TestDb,
}

/// The password of the supplier's people in the tests.
pub const PASSWORD: &str = "a boat without oars";

/// A hash of it that costs next to nothing: many tests add many people.
#[expect(clippy::expect_used, reason = "only tests call this")]
fn password_hash() -> String {
    let cheap = Params::new(Params::MIN_M_COST, 1, 1, None).expect("argon2 takes these parameters");
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, cheap);
    argon.hash_password_with_salt(PASSWORD.as_bytes(), b"salt of the tests").expect("it is hashed").to_string()
}

/// What one of the supplier's people without a second factor types again before something far-reaching.
#[must_use]
pub fn proof() -> OwnProof {
    OwnProof { own_password: PASSWORD.to_owned(), ..OwnProof::default() }
}

/// Everything a member can be given.
pub const EVERY_SCOPE: &[Scope] = &[Scope::Plan, Scope::Money, Scope::Discussion, Scope::Meetings, Scope::Goals, Scope::People];

/// Makes the people and companies on a fresh database.
///
/// # Panics
/// Where the database cannot be written.
pub async fn world(db: TestDb) -> World {
    let clock = Arc::new(TestClock::default());
    let settings = Settings {
        supplier: "Northline".to_owned(),
        public_url: "https://plan.northline.example".to_owned(),
        second_factor_required: false,
        admin_second_factor_required: false,
        secret_key: SecretKey::new(&SystemRng),
        reply_domain: Some("reply.northline.example".to_owned()),
        mail_authserv: None,
        scanner: None,
        working_time: WorkingTime::default(),
        demo: false,
    };
    let portal = Portal::new(
        db.db.clone(),
        db.files.clone(),
        Arc::clone(&clock) as Arc<dyn Clock>,
        Arc::new(TestChance::default()),
        settings,
    );
    let olli = staff(&portal, "Olli Oja", StaffRole::Admin).await;
    let mikko = staff(&portal, "Mikko Kallio", StaffRole::Manager).await;
    let saara = staff(&portal, "Saara Lind", StaffRole::Manager).await;
    let petra = staff(&portal, "Petra Niemi", StaffRole::Specialist).await;
    let lakeside = company(&portal, &olli, "1001", "Lakeside Mills", mikko.person()).await;
    let harbour = company(&portal, &olli, "1002", "Harbour Cold Stores", saara.person()).await;
    let (anna, anna_membership) = member(&portal, &olli, lakeside, "Anna Aho", EVERY_SCOPE).await;
    let (ben, ben_membership) = member(&portal, &olli, lakeside, "Ben Berg", &[Scope::Plan, Scope::Discussion]).await;
    let (carla, _) = member(&portal, &olli, harbour, "Carla Cruz", EVERY_SCOPE).await;
    clock.pass(SignedDuration::from_hours(1));
    World {
        portal,
        clock,
        olli,
        mikko,
        saara,
        petra,
        lakeside,
        harbour,
        anna,
        ben,
        carla,
        anna_membership,
        ben_membership,
        _db: db,
    }
}

/// Opens two connections, so that of two deeds at once none waits for its own until the other is done.
///
/// # Panics
/// Where the database does not answer.
#[expect(clippy::expect_used, reason = "only tests call this")]
pub async fn open_two_connections(portal: &Portal) {
    let (one, other) = tokio::join!(portal.db.read(), portal.db.read());
    let _both = (one.expect("a connection"), other.expect("another"));
}

/// A person of this side who is in, on one device.
#[expect(clippy::expect_used, reason = "only tests call this")]
async fn enter(portal: &Portal, side: Side, name: &str, role: Option<StaffRole>) -> Actor {
    let (mut change, system) = (portal.change().await.expect("a change begins"), System::for_tests());
    let id: PersonId = change.id();
    let email = format!("{}@{}.example", name.to_lowercase().replace(' ', "."), side.as_str());
    let entered = Person {
        id,
        side,
        name: name.to_owned(),
        email,
        phone: Some("+358 40 123 4567".to_owned()),
        language: Language::En,
        time_zone: "Europe/Helsinki".to_owned(),
    };
    person::insert(&mut change, &system, &entered).await.expect("the person is kept");
    if let Some(role) = role {
        person::insert_staff(
            &mut change,
            &system,
            id,
            role,
            "Key account manager",
            &[Language::Fi, Language::En],
            &password_hash(),
        )
        .await
        .expect("staff is kept");
    }
    let device = device::NewDevice {
        id: change.id::<DeviceId>(),
        secret_hash: format!("secret of {name}"),
        label: "Firefox, Linux".to_owned(),
        proved_at: Some(change.now()),
        ends_at: change.now() + SignedDuration::from_hours(24 * 365),
        browser: None,
    };
    let let_in = system.let_in(&change, id);
    device::insert(&mut change, &let_in, &device).await.expect("the device is kept");
    portal.commit(change).await.expect("the change is kept");
    let mut conn = portal.db.read().await.expect("a connection");
    access::authenticate(&mut conn, &device.secret_hash, portal.clock.now())
        .await
        .expect("the database answers")
        .expect("the device is in")
}

/// One of the supplier's people, who is in.
pub async fn staff(portal: &Portal, name: &str, role: StaffRole) -> Actor {
    enter(portal, Side::Supplier, name, Some(role)).await
}

/// A member with these scopes, who is in.
///
/// # Panics
/// Where the database cannot be written.
#[expect(clippy::expect_used, reason = "only tests call this")]
pub async fn member(portal: &Portal, by: &Actor, customer: CustomerId, name: &str, scopes: &[Scope]) -> (Actor, MembershipId) {
    let actor = enter(portal, Side::Customer, name, None).await;
    let mut change = portal.change().await.expect("a change begins");
    let admin = AccountAdmin::prove(&mut change, by, customer).await.expect("staff makes members");
    let id =
        membership::insert(&mut change, &admin, actor.person(), "Plant manager", scopes).await.expect("the membership is kept");
    let id = id.expect("it is new");
    portal.commit(change).await.expect("the change is kept");
    (actor, id)
}

/// A customer company in the hands of a staff person.
///
/// # Panics
/// Where the database cannot be written.
#[expect(clippy::expect_used, reason = "only tests call this")]
pub async fn company(portal: &Portal, by: &Actor, number: &str, name: &str, responsible: PersonId) -> CustomerId {
    let mut change = portal.change().await.expect("a change begins");
    let write = CustomerCreation::prove(&mut change, by).await.expect("staff creates customers");
    let company = Customer {
        id: change.id(),
        number: number.to_owned(),
        name: name.to_owned(),
        business_id: None,
        vat_id: None,
        code_policy: CodePolicy::NewDevice,
        created_at: change.now(),
        ended_at: None,
        version: 1,
    };
    customer::insert(&mut change, &write, &company, responsible).await.expect("the customer is kept");
    portal.commit(change).await.expect("the change is kept");
    company.id
}

/// The threads about an object as its page shows them.
///
/// # Errors
/// [`Error::NotFound`] without the discussion scope.
pub async fn threads_about(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    object: ulid::Ulid,
) -> Result<Vec<ThreadLineView>, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    thread::about(&mut conn, &access, object).await?.ok_or(Error::NotFound)
}

/// Uploads files as a page does, one after the other; gives those that are refused.
///
/// # Errors
/// As of [`import::take`] and [`import::insert`].
pub async fn upload(portal: &Portal, actor: &Actor, files: Vec<IncomingFile>) -> Result<Vec<RefusedFile>, Error> {
    let mut taken = Vec::new();
    for file in files {
        let before = taken.iter().filter(|file: &&TakenFile| file.is_taken()).count();
        taken.push(import::take(portal, actor, file, before).await?);
    }
    import::insert(portal, actor, taken).await
}
