//! Service packages: what a volume costs under each, and whether another one would cost less.

use crate::{
    id::PackageId,
    money::{Money, MoneyError},
};
use rust_decimal::Decimal;

/// How many months are looked at.
pub const MONTHS: usize = 12;
/// Fewer months tell too little for advice.
const FEWEST_MONTHS: usize = 3;
/// What another package has to save at least, in percent.
const LEAST_SAVING: i128 = 5;

/// A package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// Which.
    pub id: PackageId,
    /// The service that it is one of the packages of.
    pub service: String,
    /// What it is called.
    pub name: String,
    /// What the volume is counted in.
    pub unit: String,
    /// How much is included each month.
    pub included: Decimal,
    /// What it costs each month.
    pub price: Money,
    /// What each unit beyond costs, in whole units of the currency.
    pub beyond: Decimal,
}

impl Package {
    /// How much of a volume is beyond what is included.
    #[must_use]
    pub fn more_than_included(&self, volume: Decimal) -> Decimal {
        (volume - self.included).max(Decimal::ZERO)
    }

    /// What a month costs in which so much was used.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`].
    pub fn cost(&self, volume: Decimal) -> Result<Money, MoneyError> {
        let more = self.more_than_included(volume).checked_mul(self.beyond).ok_or(MoneyError::OutOfRange)?;
        self.price.checked_add(Money::round_half_up(more, self.price.currency())?)
    }

    /// What these months cost together.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`].
    pub fn cost_of(&self, volumes: &[Decimal]) -> Result<Money, MoneyError> {
        volumes.iter().try_fold(Money::zero(self.price.currency()), |sum, volume| sum.checked_add(self.cost(*volume)?))
    }
}

/// The package that would have cost the least, where that is at least 5 % less than the one that the customer has.
#[must_use]
pub fn suggest<'p>(current: &Package, packages: &'p [Package], volumes: &[Decimal]) -> Option<(&'p Package, Money)> {
    if volumes.len() < FEWEST_MONTHS {
        return None;
    }
    let now = current.cost_of(volumes).ok()?;
    let others = packages.iter().filter(|other| other.id != current.id && other.price.currency() == now.currency());
    let priced = others.filter_map(|other| Some((other, other.cost_of(volumes).ok()?)));
    let (best, cost) = priced.min_by_key(|(_, cost)| cost.minor())?;
    let is_enough = i128::from(cost.minor()) * 100 <= i128::from(now.minor()) * (100 - LEAST_SAVING);
    Some((best, now.checked_sub(cost).ok()?)).filter(|_| is_enough)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use proptest::prelude::*;
    use ulid::Ulid;

    fn package(number: u128, included: i64, price: i64, beyond: i64) -> Package {
        Package {
            id: PackageId(Ulid::from(number)),
            service: "Service desk".to_owned(),
            name: number.to_string(),
            unit: "calls".to_owned(),
            included: included.into(),
            price: Money::from_minor(price, Currency::EUR),
            beyond: Decimal::new(beyond, 2),
        }
    }

    fn volumes(all: &[i64]) -> Vec<Decimal> {
        all.iter().map(|volume| Decimal::from(*volume)).collect()
    }

    #[test]
    fn a_month_costs_the_price_and_what_is_beyond() {
        let small = package(1, 10, 5_000, 250);
        assert_eq!([0, 10, 12].map(|volume| small.cost(volume.into()).unwrap().minor()), [5_000, 5_000, 5_500]);
        assert_eq!(small.cost(Decimal::new(105, 1)).unwrap().minor(), 5_125);
    }

    #[test]
    fn another_package_is_suggested_up_or_down_where_it_saves_enough() {
        let all = [package(1, 10, 5_000, 500), package(2, 50, 15_000, 300)];
        let best = |current: usize, used: &[i64]| {
            suggest(&all[current], &all, &volumes(used)).map(|(one, saved)| (one.id, saved.minor()))
        };
        assert_eq!(best(0, &[40, 40, 40]), Some((all[1].id, 15_000)), "up");
        assert_eq!(best(1, &[5, 5, 5]), Some((all[0].id, 30_000)), "down");
        assert_eq!(best(0, &[40, 40]), None, "two months say too little");
        assert_eq!(best(0, &[31, 31, 31]), None, "less than 5 % is not worth a change");
    }

    proptest! {
        #[test]
        fn what_is_suggested_would_have_cost_at_least_a_twentieth_less(
            packages in prop::collection::vec((0..100_i64, 0..100_000_i64, 0..1_000_i64), 1..6),
            used in prop::collection::vec(0..200_i64, 0..12),
        ) {
            let all: Vec<_> = packages.iter().zip(1..).map(|((included, price, beyond), n)| package(n, *included, *price, *beyond)).collect();
            if let Some((best, saved)) = suggest(&all[0], &all, &volumes(&used)) {
                let (now, then) = (all[0].cost_of(&volumes(&used)).unwrap(), best.cost_of(&volumes(&used)).unwrap());
                prop_assert_eq!(now.checked_sub(then).unwrap(), saved);
                prop_assert!(then.minor() * 20 <= now.minor() * 19);
                prop_assert!(all.iter().all(|one| one.id == all[0].id || one.cost_of(&volumes(&used)).unwrap().minor() >= then.minor()));
            }
        }
    }
}
