//! One page of a long list, counted from a row and not from the beginning: what moves in the list while somebody turns
//! pages is neither passed over nor shown twice.

use crate::{Conn, Result, engine::Statement};
use jiff::Timestamp;
use sqlx::any::AnyRow;

/// Where a page begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn<K> {
    /// With the first row.
    First,
    /// Behind the row with this key, whether it is still there or not.
    After(K),
    /// Before the row with this key.
    Before(K),
}

impl<K> Turn<K> {
    /// Whether it is read from its end.
    pub(crate) fn is_backwards(&self) -> bool {
        matches!(self, Self::Before(_))
    }

    /// How rows behind its key compare with it, and the order in which they are read, in a list that has the newest on top.
    pub(crate) fn newest_first(&self) -> (&'static str, &'static str) {
        if self.is_backwards() { (">", "asc") } else { ("<", "desc") }
    }

    /// The key of the row it is counted from.
    pub(crate) fn key(&self) -> Option<&K> {
        match self {
            Self::First => None,
            Self::After(key) | Self::Before(key) => Some(key),
        }
    }
}

/// The rows of a page, and the ways to its neighbours.
#[derive(Debug, Clone)]
pub struct Page<T, K> {
    /// In the order of the list.
    pub rows: Vec<T>,
    /// The key of the first row; none where no page is before this one.
    pub before: Option<K>,
    /// The key of the last row; none where no page is behind this one.
    pub after: Option<K>,
}

impl<T, K: Clone> Page<T, K> {
    /// From what was read in the order of the turn, each with its key: one more than `size` where there are more.
    pub(crate) fn new(mut rows: Vec<(T, K)>, turn: &Turn<K>, size: usize) -> Self {
        let has_more = rows.len() > size;
        rows.truncate(size);
        if turn.is_backwards() {
            rows.reverse();
        }
        let (has_before, has_after) = match turn {
            Turn::First => (false, has_more),
            Turn::After(_) => (true, has_more),
            Turn::Before(_) => (has_more, true),
        };
        let before = rows.first().filter(|_| has_before).map(|(_, key)| key.clone());
        let after = rows.last().filter(|_| has_after).map(|(_, key)| key.clone());
        Self { rows: rows.into_iter().map(|(row, _)| row).collect(), before, after }
    }

    /// Whether the first page is to be shown instead.
    fn leads_to_the_first(&self, turn: &Turn<K>) -> bool {
        match turn {
            Turn::First => false,
            Turn::After(_) => self.rows.is_empty(),
            Turn::Before(_) => self.before.is_none(),
        }
    }
}

/// The page that is asked for; the first one where nothing is left behind the key, and where the beginning of the list was
/// reached, so that it is a whole page.
pub(crate) async fn read<T, K: Clone>(
    conn: &mut Conn,
    turn: &Turn<K>,
    size: usize,
    ask: impl Fn(&Turn<K>) -> Statement,
    read: impl Fn(&AnyRow) -> Result<(T, K)>,
) -> Result<Page<T, K>> {
    let rows = ask(turn).fetch(conn).await?.iter().map(&read).collect::<Result<Vec<_>>>()?;
    let page = Page::new(rows, turn, size);
    if !page.leads_to_the_first(turn) {
        return Ok(page);
    }
    let rows = ask(&Turn::First).fetch(conn).await?.iter().map(&read).collect::<Result<Vec<_>>>()?;
    Ok(Page::new(rows, &Turn::First, size))
}

/// How many rows are asked for, so that it is known whether there are more.
pub(crate) fn one_more(size: usize) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX).saturating_add(1)
}

/// A text that names no place in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a place in the list")]
pub struct NotAKey;

/// A moment as it is written in a key, in milliseconds.
pub(crate) fn key_moment(text: &str) -> Result<Timestamp, NotAKey> {
    Timestamp::from_millisecond(text.parse().map_err(|_| NotAKey)?).map_err(|_| NotAKey)
}

/// The parts of a key as it is written, with `~` between them.
pub(crate) fn key_parts<const N: usize>(text: &str) -> Result<[&str; N], NotAKey> {
    text.split('~').collect::<Vec<_>>().try_into().map_err(|_| NotAKey)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page of at most four of the rows 0 to 9, and whether the first is to be shown instead.
    fn page(turn: &Turn<i64>) -> (Vec<i64>, Option<i64>, Option<i64>, bool) {
        let rows = match turn {
            Turn::First => (0..10).collect::<Vec<_>>(),
            Turn::After(key) => (key + 1..10).collect(),
            Turn::Before(key) => (0..*key).rev().collect(),
        };
        let page = Page::new(rows.into_iter().take(5).map(|n| (n, n)).collect(), turn, 4);
        let first = page.leads_to_the_first(turn);
        (page.rows, page.before, page.after, first)
    }

    #[test]
    fn pages_lead_to_each_other() {
        assert_eq!(page(&Turn::First), (vec![0, 1, 2, 3], None, Some(3), false));
        assert_eq!(page(&Turn::After(3)), (vec![4, 5, 6, 7], Some(4), Some(7), false));
        assert_eq!(page(&Turn::After(7)), (vec![8, 9], Some(8), None, false));
        assert_eq!(page(&Turn::Before(8)), (vec![4, 5, 6, 7], Some(4), Some(7), false));
    }

    #[test]
    fn the_beginning_is_a_whole_page_and_behind_the_end_is_the_beginning() {
        for turn in [Turn::Before(4), Turn::Before(2), Turn::After(9)] {
            assert!(page(&turn).3, "{turn:?}");
        }
    }

    #[test]
    fn a_key_has_its_parts_and_no_others() {
        assert_eq!(key_parts::<2>("a~b"), Ok(["a", "b"]));
        assert_eq!(key_parts::<2>("a"), Err(NotAKey));
        assert_eq!(key_parts::<2>("a~b~c"), Err(NotAKey));
    }
}
