//! Addresses of importing files.

use coplan_domain::id::UploadId;

routes! {
    /// Chooses files, and shows what was read of them.
    upload() = "/invoices/new" for staff;
    /// Imports what was shown.
    confirm() = "/invoices/new/keep" for staff;
    /// Imports one of them although its number is here already.
    confirm_another(upload: UploadId) = "/invoices/new/{upload}/keep" for staff;
    /// Discards all files that wait.
    discard_all() = "/invoices/new/throw-away" for staff;
    /// Discards one of them.
    discard(upload: UploadId) = "/invoices/new/{upload}/leave-out" for staff;
}
