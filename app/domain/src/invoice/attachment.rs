//! What comes with an invoice beside its own fields: BG-24.

/// A document that supports an invoice. Its bytes are in the invoice's file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attachment {
    /// BT-122, what the sender calls it.
    pub reference: Option<String>,
    /// BT-123.
    pub description: Option<String>,
    /// What its file is called.
    pub file_name: Option<String>,
    /// What its sender says that it is, such as `application/pdf`.
    pub media_type: Option<String>,
    /// How many bytes it has; none where it is not inside the invoice (BT-125).
    pub size: Option<i64>,
    /// BT-124, where it is to be found.
    pub address: Option<String>,
}
