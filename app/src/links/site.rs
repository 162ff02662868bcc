//! Addresses of no noun: the start, the demo's mails, the files for the browser, the process' health.

routes! {
    /// Leads everybody to where their work is.
    home() = "/";
    /// The mails of the demo.
    demo_mails() = "/demo/mails";
    /// A file that goes to the browser, under the name that holds its content's hash.
    file(name: &str) = "/pkg/{name}";
    /// What browsers ask for where no page named the icon.
    favicon() = "/favicon.ico";
    /// Whether the process and its database answer.
    health() = "/healthz";
    /// Where a mail server brings emails that came.
    receive_mail() = "/mail/receive";
}
