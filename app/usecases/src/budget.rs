//! How much work a project may take: said by whoever keeps it, and what of it is used, by when it runs out, and what of the
//! work is not charged.

use crate::{
    Error, Portal,
    form::{FromField, Parse, Problem, form, line},
};
use coplan_domain::{
    budget::{Forecast, forecast},
    id::{CustomerId, ProjectId},
    work::Charge,
};
use coplan_store::{
    Conn,
    access::{Access, Actor, BudgetWrite},
    budget::{self, DayOfWork},
};
use jiff::{ToSpan, Unit, civil::Date};

/// The most weeks that are shown.
const MOST_WEEKS: usize = 26;
/// The most hours of a budget.
const MOST_HOURS: i64 = 1_000_000;

/// Minutes of a budget as hours are typed; 0 where nothing was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BudgetTime(pub i64);

impl FromField for BudgetTime {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        let text: String = typed.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase().replace(',', ".");
        let text = text.strip_suffix('h').unwrap_or(&text);
        if text.is_empty() {
            return Ok(Self(0));
        }
        let (hours, minutes) = match text.split_once(['.', ':']) {
            None => (text, 0),
            Some((hours, rest)) if text.contains(':') && rest.len() == 2 => (hours, rest.parse().unwrap_or(i64::MAX)),
            Some((hours, "5" | "50")) => (hours, 30),
            Some((hours, "25")) => (hours, 15),
            Some((hours, "75")) => (hours, 45),
            Some((hours, "0" | "00")) => (hours, 0),
            Some(_) => return Err(Problem::NotANumber),
        };
        let digits = hours.bytes().all(|byte| byte.is_ascii_digit());
        let hours = hours.parse::<i64>().ok().filter(|hours| digits && *hours <= MOST_HOURS && minutes < 60);
        hours.map(|hours| Self(hours * 60 + minutes)).ok_or(Problem::NotANumber)
    }
}

form! {
    /// What is said of a budget.
    ReadBudget {
        /// How many hours the project may take; empty where that is open.
        hours: BudgetTime = line("budget-hours").hint("budget-hours-hint"),
    }

    /// A budget as it was typed.
    plain BudgetForm {}
}

impl BudgetForm {
    /// A budget as its form is drawn.
    #[must_use]
    pub fn of(minutes: Option<i64>) -> Self {
        let hours = minutes.map(|minutes| format!("{}:{:02}", minutes / 60, minutes % 60)).unwrap_or_default();
        Self { hours: hours.strip_suffix(":00").map(str::to_owned).unwrap_or(hours) }
    }
}

/// The work of a project beside what it may take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectBudget {
    /// How many minutes it may take.
    pub minutes: Option<i64>,
    /// How many of them are used: what is charged or included.
    pub used: i64,
    /// Each week from its Monday with the minutes that were used until its end, the oldest first.
    pub weeks: Vec<(Date, i64)>,
    /// By when it runs out.
    pub forecast: Option<Forecast>,
    /// How many minutes are of each kind, where there are any.
    pub charges: Vec<(Charge, i64)>,
}

/// The work of a project; none where the reader sees neither work nor a budget.
pub(crate) async fn of_project(
    conn: &mut Conn,
    access: &Access,
    project: ProjectId,
    today: Date,
) -> Result<Option<ProjectBudget>, Error> {
    let Some(money) = access.money else { return Ok(None) };
    let minutes = budget::find(conn, money, project).await?;
    let days = budget::list_days(conn, money, project).await?;
    Ok((minutes.is_some() || !days.is_empty()).then(|| reckon(minutes, &days, today)))
}

fn monday(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}

/// What the supplier makes good or gives away does not use the budget.
fn uses(day: &DayOfWork) -> bool {
    matches!(day.charge, Charge::Charged | Charge::Included)
}

fn reckon(minutes: Option<i64>, days: &[DayOfWork], today: Date) -> ProjectBudget {
    let sum = |of: &dyn Fn(&&DayOfWork) -> bool| days.iter().filter(of).map(|day| day.minutes).sum::<i64>();
    let used = sum(&|day| uses(day));
    let charges = Charge::ALL.iter().map(|charge| (*charge, sum(&|day| day.charge == *charge)));
    let first = days.iter().find(|day| uses(day)).map(|day| day.day);
    // Weeks that end today, so that one that has just begun does not look quiet.
    let spans = first.map_or(0, |first| today.since((Unit::Day, first)).map_or(0, |span| span.get_days()) / 7 + 1);
    let paces = (0..spans.clamp(0, 520)).rev().map(|ago| {
        let (from, to) = (today.saturating_sub((ago * 7 + 6).days()), today.saturating_sub((ago * 7).days()));
        sum(&|day| uses(day) && (from..=to).contains(&day.day))
    });
    let paces = paces.collect::<Vec<_>>();
    let mut weeks = Vec::new();
    let mut week = monday(first.unwrap_or(today));
    while first.is_some() && week <= today {
        let end = week.saturating_add(6.days());
        weeks.push((week, sum(&|day| uses(day) && day.day <= end)));
        week = week.saturating_add(7.days());
        if weeks.len() > MOST_WEEKS {
            weeks.remove(0);
        }
    }
    let left = minutes.map_or(0, |minutes| minutes - used);
    ProjectBudget {
        minutes,
        used,
        weeks,
        forecast: forecast(left, &paces, today),
        charges: charges.filter(|(_, minutes)| *minutes > 0).collect(),
    }
}

/// Says how much work a project may take.
pub async fn set(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    project: ProjectId,
    form: &BudgetForm,
) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = BudgetWrite::prove(&mut change, actor, customer, project).await?;
    let BudgetTime(minutes) = read?.hours;
    budget::update(&mut change, &write, Some(minutes).filter(|minutes| *minutes > 0)).await?;
    Ok(portal.commit(change).await?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn hours_of_a_budget_are_read_as_people_type_them() {
        let minutes = |typed: &str| BudgetTime::from_field(&typed.to_owned()).map(|time| time.0);
        assert_eq!(
            (minutes("120"), minutes("37,5 h"), minutes("1 200"), minutes("7:30"), minutes("")),
            (Ok(7200), Ok(2250), Ok(72_000), Ok(450), Ok(0))
        );
        for wrong in ["-1", "many", "7:60", "1.2.3", "9999999", "1.33"] {
            assert_eq!(minutes(wrong), Err(Problem::NotANumber), "{wrong}");
        }
        assert_eq!((BudgetForm::of(Some(450)).hours, BudgetForm::of(Some(7200)).hours), ("7:30".to_owned(), "120".to_owned()));
    }

    #[test]
    fn the_work_is_counted_week_by_week_and_by_what_is_charged() {
        let day = |day, charge, minutes| DayOfWork { day, charge, minutes };
        let today = date(2026, 11, 18);
        let days = [
            day(date(2026, 11, 3), Charge::Charged, 300),
            day(date(2026, 11, 10), Charge::Included, 120),
            day(date(2026, 11, 10), Charge::Warranty, 60),
            day(date(2026, 11, 17), Charge::Charged, 180),
        ];
        let told = reckon(Some(1200), &days, today);
        assert_eq!((told.used, told.charges.len()), (600, 3));
        assert_eq!(told.weeks, [(date(2026, 11, 2), 300), (date(2026, 11, 9), 420), (date(2026, 11, 16), 600)]);
        let forecast = told.forecast.unwrap();
        assert!(forecast.first <= forecast.likely && forecast.weeks == 3, "{forecast:?}");
        assert_eq!(reckon(None, &[], today).weeks, []);
    }
}
