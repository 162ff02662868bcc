//! Service packages: offered by those who keep plans, had by customers, priced with what was used, and changed only where
//! the customer asks for it and the supplier says so.

mod show;

pub use coplan_store::package::PackageAnswer;
pub use show::{MonthOfService, PackagesView, PricedPackage, ServiceView, Suggested, has_packages, show};

use crate::{
    Error, Portal,
    form::{FromField, Parse, Problem, form, line},
    idempotency,
    thread::{Opening, open_in},
};
use coplan_domain::{
    id::{CustomerId, MessageId, PackageId, ThreadId},
    money::{Currency, Money},
    package::Package,
    text::Line,
    thread::{About, AboutKind},
};
use coplan_store::{
    access::{Actor, MoneyWrite, OfferWrite, hold},
    package,
};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// The most that a volume or a price can be.
const MOST: i64 = 1_000_000_000;
/// The most decimals of one.
const DECIMALS: u32 = 4;

/// A volume or a price as people type it: with a decimal comma or point, with blanks between thousands; never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount(pub Decimal);

impl FromField for Amount {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        let bare: String = typed.chars().filter(|c| !c.is_whitespace()).collect::<String>().replace(',', ".");
        if bare.is_empty() {
            return Err(Problem::Empty);
        }
        let plain = bare.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let amount = Decimal::from_str_exact(&bare).ok().filter(|amount| plain && amount.scale() <= DECIMALS);
        amount.filter(|amount| *amount <= Decimal::from(MOST)).map(Self).ok_or(Problem::NotANumber)
    }
}

form! {
    /// What is said of a package.
    ReadPackage {
        /// The service that it belongs to.
        service: Line = line("package-service").hint("package-service-hint"),
        /// What it is called.
        name: Line = line("package-name"),
        /// What its volume is counted in.
        unit: Line = line("package-unit").hint("package-unit-hint"),
        /// How much is included each month.
        included: Amount = line("package-included"),
        /// What it costs each month, in euros.
        price: Amount = line("package-price"),
        /// What one more costs, in euros.
        beyond: Amount = line("package-beyond"),
    }

    /// A package as it was typed.
    new PackageForm { id: PackageId }
}

/// The packages that are offered, for those who keep plans and see sums.
pub async fn list(portal: &Portal, actor: &Actor) -> Result<Vec<Package>, Error> {
    let staff = actor.staff().filter(|staff| staff.keeps_plans() && staff.sees_sums()).ok_or(Error::NotFound)?;
    Ok(package::list_all(&mut *portal.db.read().await?, staff).await?)
}

/// Offers a package; offered before with the same form, it is there already.
pub async fn add(portal: &Portal, actor: &Actor, form: &PackageForm) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = OfferWrite::prove(&mut change, actor).await?;
    let read = read?;
    let price = Money::round_half_up(read.price.0, Currency::EUR).unwrap_or(Money::zero(Currency::EUR));
    let package = Package {
        id: form.id,
        service: read.service.into(),
        name: read.name.into(),
        unit: read.unit.into(),
        included: read.included.0,
        price,
        beyond: read.beyond.0,
    };
    package::insert(&mut change, &write, &package).await?;
    Ok(portal.commit(change).await?)
}

/// Offers a package no more.
pub async fn end(portal: &Portal, actor: &Actor, id: PackageId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = OfferWrite::prove(&mut change, actor).await?;
    package::end(&mut change, &write, id).await?;
    Ok(portal.commit(change).await?)
}

/// Says that a customer has a package.
pub async fn choose(portal: &Portal, actor: &Actor, customer: CustomerId, id: PackageId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = MoneyWrite::prove(&mut change, actor, customer).await?;
    if !package::choose(&mut change, &write, id).await? {
        return Err(Error::NotFound);
    }
    Ok(portal.commit(change).await?)
}

/// Says how much a customer used of the service of a package that it has, month by month; empty takes a month away. What
/// cannot be read is given back, and then nothing is kept.
pub async fn record_usage(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: PackageId,
    typed: &[(Date, String)],
) -> Result<Result<(), Vec<Date>>, Error> {
    let mut change = portal.change_touched().await?;
    let write = MoneyWrite::prove(&mut change, actor, customer).await?;
    let offered = package::list_offered(&mut change, write.money()).await?;
    let service = offered.into_iter().find(|one| one.package.id == id).ok_or(Error::NotFound)?.package.service;
    let mut wrong = Vec::new();
    for (month, typed) in typed {
        let month = month.first_of_month();
        match Amount::from_field(typed) {
            Ok(Amount(volume)) => package::update_usage(&mut change, &write, &service, (month, Some(volume))).await?,
            Err(Problem::Empty) => package::update_usage(&mut change, &write, &service, (month, None)).await?,
            Err(_) => wrong.push(month),
        }
    }
    if !wrong.is_empty() {
        return Ok(Err(wrong));
    }
    portal.commit(change).await?;
    Ok(Ok(()))
}

/// Asks for another package, in a discussion whose words the caller writes; it leads to prices, so readers of sums alone
/// see it. Asking again on the same day asks once. Gives the discussion.
pub async fn ask(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: PackageId,
    (title, text): (String, String),
) -> Result<ThreadId, Error> {
    offered(portal, actor, customer, id).await?;
    let day = portal.today(actor).to_string();
    let [_, thread]: [ThreadId; 2] = idempotency::ids(id.0, &[customer.to_string(), day.clone()]);
    let [_, message]: [MessageId; 2] = idempotency::ids(id.0, &[customer.to_string(), day, "message".to_owned()]);
    let about = About { kind: AboutKind::Plan, id: customer.0 };
    let (title, text) = (title.as_str(), text.as_str());
    let opening = Opening { thread, message, about, title, text, reason: None, money: true, files: &[] };
    let mut change = portal.change_touched().await?;
    let thread = open_in(&mut change, actor, customer, opening).await?;
    portal.commit(change).await?;
    answer(portal, actor, customer, id, (Some(thread), None)).await?;
    Ok(thread)
}

/// Says that the customer does not want another package, and why.
pub async fn decline(portal: &Portal, actor: &Actor, customer: CustomerId, id: PackageId, reason: &str) -> Result<(), Error> {
    let reason = Line::from_field(&reason.to_owned());
    offered(portal, actor, customer, id).await?;
    let reason = reason.map_err(|problem| vec![crate::form::FieldProblem { field: "reason", problem }])?;
    answer(portal, actor, customer, id, (None, Some(reason.as_str()))).await
}

/// Whether a package is one that a member of the customer may ask for.
async fn offered(portal: &Portal, actor: &Actor, customer: CustomerId, id: PackageId) -> Result<(), Error> {
    let view = show(portal, actor, customer).await?;
    let mut all = view.services.iter().flat_map(|service| &service.packages);
    all.find(|one| one.package.id == id && !one.is_current).map(drop).ok_or(Error::NotFound)?;
    if view.may_answer { Ok(()) } else { Err(Error::NotFound) }
}

async fn answer(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: PackageId,
    said: (Option<ThreadId>, Option<&str>),
) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.approval_write()?;
    package::answer(&mut change, &write, id, said).await?;
    Ok(portal.commit(change).await?)
}
