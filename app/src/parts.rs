//! Pieces of HTML that know nothing of the domain's rules.

pub mod choices;
pub mod code;
pub mod conflict;
pub mod contact;
pub mod field;
pub mod labels;
pub mod markdown;
pub mod pager;
pub mod problem;
pub mod qr;
pub mod road;
pub mod status;
pub mod text_width;
