//! A customer's service packages with what each would have cost in the last months.

use crate::{
    Error, InternalError, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
};
use coplan_domain::{
    id::CustomerId,
    money::Money,
    package::{MONTHS, Package, suggest},
    person::{Scope, Side},
};
use coplan_store::{
    Conn,
    access::{Actor, MoneyScope, may_write},
    package::{self, OfferedPackage, PackageAnswer},
};
use jiff::{ToSpan, civil::Date};
use rust_decimal::Decimal;
use std::sync::Arc;

/// A month of a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthOfService {
    /// The first day of the month.
    pub month: Date,
    /// How much was used; none where nobody has said.
    pub volume: Option<Decimal>,
}

/// A package with what the months that are known would have cost under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PricedPackage {
    /// The package.
    pub package: Package,
    /// Whether the customer has it.
    pub is_current: bool,
    /// What each of the months would have cost; none where it is not known how much was used.
    pub months: Vec<Option<Money>>,
    /// All of them together.
    pub total: Money,
}

/// Another package that would have cost less.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggested {
    /// Which.
    pub package: Package,
    /// How much less.
    pub saving: Money,
    /// The same of what the months cost, in whole percent.
    pub percent: i64,
    /// What the customer has said to it.
    pub answer: Option<PackageAnswer>,
}

/// A service that a customer has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceView {
    /// What it is called.
    pub service: String,
    /// The last whole months, the oldest first.
    pub months: Vec<MonthOfService>,
    /// Its packages, the cheapest price first.
    pub packages: Vec<PricedPackage>,
    /// Another package that would have cost at least 5 % less.
    pub suggested: Option<Suggested>,
}

impl ServiceView {
    /// The package that the customer has.
    #[must_use]
    pub fn current(&self) -> Option<&Package> {
        self.packages.iter().find(|one| one.is_current).map(|one| &one.package)
    }
}

/// A customer's services.
#[derive(Debug, Clone)]
pub struct PackagesView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// Each with its packages.
    pub services: Vec<ServiceView>,
    /// What can be chosen for the customer; for those who may.
    pub choices: Vec<Package>,
    /// Whether the reader may say which package the customer has, and how much it used.
    pub may_edit: bool,
    /// Whether the reader may ask for another package.
    pub may_answer: bool,
    /// The reader's day.
    pub today: Date,
}

/// Shows them.
///
/// # Errors
/// [`Error::NotFound`] without the right to see sums.
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<PackagesView, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let money = access.money.ok_or(Error::NotFound)?;
    let today = portal.today(actor);
    let (may_edit, choices) = match actor.staff() {
        Some(staff) => {
            let may = may_write(&mut conn, staff, access.plan, None, portal.clock.now()).await?;
            (may, if may { package::list_all(&mut conn, staff).await? } else { Vec::new() })
        }
        None => (false, Vec::new()),
    };
    let services = services(&mut conn, money, today).await?;
    let layout = customer_layout::find(portal, &mut conn, actor, &access).await?;
    let may_answer = access.plan.side() == Side::Customer && layout.has_room(Scope::Discussion);
    Ok(PackagesView { layout, services, choices, may_edit, may_answer, today })
}

/// Whether a customer has a package, and whether another one is suggested that it has said nothing to.
pub async fn has_packages(conn: &mut Conn, money: MoneyScope, today: Date) -> Result<(bool, bool), InternalError> {
    let services = services(conn, money, today).await?;
    let is_open = |service: &ServiceView| service.suggested.as_ref().is_some_and(|suggested| suggested.answer.is_none());
    Ok((!services.is_empty(), services.iter().any(is_open)))
}

/// The last whole months, the oldest first.
fn months(today: Date) -> Vec<Date> {
    let this = today.first_of_month();
    (1..=i64::try_from(MONTHS).unwrap_or(12)).rev().map(|ago| this.saturating_sub(ago.months())).collect()
}

async fn services(conn: &mut Conn, money: MoneyScope, today: Date) -> Result<Vec<ServiceView>, InternalError> {
    let offered = package::list_offered(conn, money).await?;
    if offered.is_empty() {
        return Ok(Vec::new());
    }
    let months = months(today);
    let usage = package::list_usage(conn, money, months.first().copied().unwrap_or(today)).await?;
    let answers = package::list_answers(conn, money).await?;
    let mut names: Vec<String> = offered.iter().map(|one| one.package.service.clone()).collect();
    names.dedup();
    let view = |service: String| {
        let volume = |month: &Date| usage.iter().find(|one| one.service == service && one.month == *month).map(|one| one.volume);
        let months = months.iter().map(|month| MonthOfService { month: *month, volume: volume(month) }).collect();
        let of_service = offered.iter().filter(|one| one.package.service == service).cloned().collect();
        reckon(service, months, of_service, &answers)
    };
    Ok(names.into_iter().map(view).collect())
}

fn reckon(service: String, months: Vec<MonthOfService>, offered: Vec<OfferedPackage>, answers: &[PackageAnswer]) -> ServiceView {
    let volumes: Vec<Decimal> = months.iter().filter_map(|month| month.volume).collect();
    let all: Vec<Package> = offered.iter().map(|one| one.package.clone()).collect();
    let current = offered.iter().find(|one| one.is_current).map(|one| &one.package);
    let suggested = current.and_then(|current| {
        let (package, saving) = suggest(current, &all, &volumes)?;
        let now = current.cost_of(&volumes).ok()?.minor();
        let percent = i64::try_from(i128::from(saving.minor()) * 100 / i128::from(now.max(1))).ok()?;
        let answer = answers.iter().find(|answer| answer.package == package.id).cloned();
        Some(Suggested { package: package.clone(), saving, percent, answer })
    });
    let packages = offered.into_iter().map(|OfferedPackage { package, is_current }| {
        let cost = |month: &MonthOfService| month.volume.and_then(|volume| package.cost(volume).ok());
        let months = months.iter().map(cost).collect();
        let total = package.cost_of(&volumes).unwrap_or(Money::zero(package.price.currency()));
        PricedPackage { package, is_current, months, total }
    });
    ServiceView { service, packages: packages.collect(), months, suggested }
}
