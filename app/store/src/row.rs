//! Reading rows into the domain's types; a value that its type does not know is [`StoreError::Corrupt`].

use crate::{Result, StoreError};
use jiff::Timestamp;
use sqlx::{Row, any::AnyRow};
use std::str::FromStr;

/// How a column becomes a value.
pub(crate) trait Columns {
    /// TEXT as it is.
    fn text(&self, column: &'static str) -> Result<String>;
    /// TEXT or none.
    fn maybe_text(&self, column: &'static str) -> Result<Option<String>>;
    /// BIGINT.
    fn int(&self, column: &'static str) -> Result<i64>;
    /// BIGINT or none.
    fn maybe_int(&self, column: &'static str) -> Result<Option<i64>>;

    /// TEXT that stands for a value: an id, a word, a date.
    fn parse<T: FromStr>(&self, column: &'static str) -> Result<T> {
        self.text(column)?.parse().map_err(|_| StoreError::Corrupt { column })
    }

    /// The same, or none.
    fn maybe<T: FromStr>(&self, column: &'static str) -> Result<Option<T>> {
        self.maybe_text(column)?.map(|text| text.parse().map_err(|_| StoreError::Corrupt { column })).transpose()
    }

    /// A time.
    fn time(&self, column: &'static str) -> Result<Timestamp> {
        moment(self.int(column)?, column)
    }

    /// A time or none.
    fn maybe_time(&self, column: &'static str) -> Result<Option<Timestamp>> {
        self.maybe_int(column)?.map(|ms| moment(ms, column)).transpose()
    }
}

fn moment(ms: i64, column: &'static str) -> Result<Timestamp> {
    Timestamp::from_millisecond(ms).map_err(|_| StoreError::Corrupt { column })
}

impl Columns for AnyRow {
    fn text(&self, column: &'static str) -> Result<String> {
        Ok(self.try_get(column)?)
    }

    fn maybe_text(&self, column: &'static str) -> Result<Option<String>> {
        Ok(self.try_get(column)?)
    }

    fn int(&self, column: &'static str) -> Result<i64> {
        Ok(self.try_get(column)?)
    }

    fn maybe_int(&self, column: &'static str) -> Result<Option<i64>> {
        Ok(self.try_get(column)?)
    }
}
