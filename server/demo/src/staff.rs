//! The supplier's people of the demo.

use super::{
    Told,
    builder::{BROWSER, DemoBuilder, told},
};
use coplan_domain::system::Rng;
use coplan_store::{access::Actor, person};
use coplan_usecases::{
    entry,
    sign_in::{self, SignedIn},
    staff::{self, AddStaffForm},
    system::SystemRng,
};

/// Where all the demo's staff has its addresses.
pub const DOMAIN: &str = "northline.example";
/// The key account manager whom the demo's staff login is for.
pub const MIKKO: &str = "mikko.kallio@northline.example";
const SAARA: &str = "saara.lind@northline.example";
const OLLI: &str = "olli.oja@northline.example";
const PETRA: &str = "petra.niemi@northline.example";
const HENRIK: &str = "henrik.holm@northline.example";

/// The others, with what each of them is at work.
pub const OTHERS: [(&str, &str); 4] = [
    (OLLI, "Service director"),
    (SAARA, "Key account manager"),
    (PETRA, "Network specialist"),
    (HENRIK, "Managing director, reads everything"),
];

/// The supplier's people, signed in.
pub struct Colleagues {
    /// Key account manager; the demo's staff login.
    pub mikko: Actor,
    /// Key account manager.
    pub saara: Actor,
    /// Specialist.
    pub petra: Actor,
}

/// A password for this start of the demo.
pub fn new_password() -> String {
    let mut bytes = [0; 16];
    SystemRng.fill(&mut bytes);
    let letters = bytes.iter().map(|byte| char::from(b'a' + byte % 26)).collect::<String>();
    format!("northline-{letters}")
}

/// The people, added where they are not there yet; all of them get this start's password.
///
/// # Errors
/// Where the database cannot be written.
pub async fn find_or_add(builder: &DemoBuilder, password: &str) -> Told<Colleagues> {
    builder.go(200, 0);
    if !is_there(builder, MIKKO).await? {
        add(builder, "Olli Oja", OLLI, "admin", "Service director", &["fi", "en", "sv"], password).await?;
        add(builder, "Mikko Kallio", MIKKO, "manager", "Key account manager", &["fi", "en", "sv"], password).await?;
        add(builder, "Saara Lind", SAARA, "manager", "Key account manager", &["sv", "fi", "en"], password).await?;
        add(builder, "Petra Niemi", PETRA, "specialist", "Network specialist", &["fi", "en"], password).await?;
    }
    if !is_there(builder, HENRIK).await? {
        add(builder, "Henrik Holm", HENRIK, "director", "Managing director", &["sv", "fi", "en"], password).await?;
    }
    for email in [OLLI, MIKKO, SAARA, PETRA, HENRIK] {
        told(staff::set_password_from_console(&builder.portal, &builder.system, email, password).await)?;
    }
    builder.go(0, 0);
    Ok(Colleagues {
        mikko: sign_in(builder, MIKKO, password).await?,
        saara: sign_in(builder, SAARA, password).await?,
        petra: sign_in(builder, PETRA, password).await?,
    })
}

async fn is_there(builder: &DemoBuilder, email: &str) -> Told<bool> {
    let mut conn = told(builder.portal.db.read().await)?;
    Ok(told(person::find_by_email(&mut conn, email).await)?.is_some())
}

async fn add(
    builder: &DemoBuilder,
    name: &str,
    email: &str,
    role: &str,
    title: &str,
    speaks: &[&str],
    password: &str,
) -> Told<()> {
    let form = AddStaffForm {
        name: name.to_owned(),
        email: email.to_owned(),
        phone: "+358 40 123 4567".to_owned(),
        role: role.to_owned(),
        sums: true,
        reach: String::new(),
        title: title.to_owned(),
        language: "en".to_owned(),
        speaks: speaks.iter().map(|language| (*language).to_owned()).collect(),
    };
    told(staff::add_from_console(&builder.portal, &builder.system, &form, password).await).map(drop)
}

async fn sign_in(builder: &DemoBuilder, email: &str, password: &str) -> Told<Actor> {
    match told(sign_in::sign_in(&builder.portal, email, password, &BROWSER).await)? {
        SignedIn::In { device_secret } => {
            told(entry::enter(&builder.portal, device_secret.expose()).await)?.ok_or_else(|| "nobody came in".to_owned())
        }
        SignedIn::SecondFactorNeeded { .. } | SignedIn::MustChoose { .. } => {
            Err("the demo's people have no second factor; it was set up by hand".to_owned())
        }
    }
}
