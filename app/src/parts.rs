//! Pieces of HTML that know nothing of the domain's rules.

pub mod change;
pub mod contact;
pub mod escaped;
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
pub mod text_width;
pub mod unsent;
pub mod weeks;
pub mod year;
