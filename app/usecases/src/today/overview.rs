//! How all customers are, for whoever answers for them all: the most alarming, and the longest waits.

use crate::InternalError;
use coplan_domain::portfolio::{PortfolioShow, PortfolioSort};
use coplan_store::{
    Conn, Turn,
    access::Staff,
    portfolio::{self, Asked, PortfolioRow},
    today::{self as store, Reason},
};
use jiff::civil::Date;

/// How many of each are told.
const FEW: usize = 5;

/// How all customers are.
#[derive(Debug, Clone)]
pub struct Overview {
    /// Those with the most alarming lights.
    pub alarming: Vec<Alarming>,
    /// Those that wait for the supplier for longest.
    pub waiting: Vec<PortfolioRow>,
}

impl Overview {
    /// Whether there is nothing to tell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.alarming.is_empty() && self.waiting.is_empty()
    }
}

/// A customer with an alarming light, and why it is.
#[derive(Debug, Clone)]
pub struct Alarming {
    /// The customer as the table has it.
    pub row: PortfolioRow,
    /// The project, its light and the reason.
    pub reason: Option<Reason>,
}

/// How they are today.
pub(super) async fn find(conn: &mut Conn, reader: &Staff, today: Date) -> Result<Overview, InternalError> {
    let asked = |show, sort| Asked { words: Vec::new(), responsible: None, show, today, sort, reversed: false };
    let alarming = asked(PortfolioShow::Alarming, PortfolioSort::Light);
    let alarming = portfolio::list(conn, reader, &alarming, &Turn::First, FEW).await?.rows;
    let waiting = asked(PortfolioShow::Waiting, PortfolioSort::Waiting);
    let waiting = portfolio::list(conn, reader, &waiting, &Turn::First, FEW).await?.rows;
    let customers = alarming.iter().map(|row| row.customer).collect::<Vec<_>>();
    let reasons = store::list_reasons(conn, reader, &customers).await?;
    let with_reason = |row: PortfolioRow| {
        let reason = reasons.iter().find(|reason| reason.customer == row.customer).cloned();
        Alarming { row, reason }
    };
    Ok(Overview { alarming: alarming.into_iter().map(with_reason).collect(), waiting })
}
