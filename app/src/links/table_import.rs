//! Addresses of importing tables from a spreadsheet.

use coplan_domain::id::UploadId;

routes! {
    /// Chooses what to import, takes a table in, and lists what was imported lately.
    start() = "/import" for staff;
    /// What each row would bring, and what was imported.
    show(upload: UploadId) = "/import/{upload}" for staff;
    /// Says what the columns mean.
    columns(upload: UploadId) = "/import/{upload}/columns" for staff;
    /// Imports it.
    run(upload: UploadId) = "/import/{upload}/keep" for staff;
    /// Asks whether to undo what was imported, and undoes it.
    undo(upload: UploadId) = "/import/{upload}/undo" for staff;
    /// Mails a personal link to everybody whom it has brought.
    mail_links(upload: UploadId) = "/import/{upload}/links" for staff;
    /// Discards it.
    discard(upload: UploadId) = "/import/{upload}/leave-out" for staff;
}
