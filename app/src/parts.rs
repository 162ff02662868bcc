//! Pieces of HTML that know nothing of the domain's rules.

pub mod change;
pub mod contact;
pub mod due;
pub mod escaped;
pub mod findings;
pub mod held;
pub mod idea_state;
pub mod mark;
pub mod markdown;
pub mod marked;
pub mod pager;
pub mod qr;
pub mod report_title;
pub mod road;
pub mod room_title;
pub mod status;
pub mod sums;
pub mod terms;
pub mod text_width;
pub mod units;
pub mod unsent;
pub mod weeks;
pub mod year;
