//! Lists that are cut: one more is read than is shown, which tells a cut from an end.

/// Leaves at most so many; gives whether there were more.
pub(crate) fn truncate<T>(found: &mut Vec<T>, most: usize) -> bool {
    let has_more = found.len() > most;
    found.truncate(most);
    has_more
}
