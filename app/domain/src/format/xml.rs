//! Well-formed XML as a tree of elements, from bytes that nobody has vouched for: bounded, and without any document
//! type declaration. Which namespaces matter is for the caller to say.

mod characters;
mod element;
mod tree;

pub use characters::decode;
pub(super) use characters::decode_start;
pub use element::Element;
pub use tree::{Root, parse, root};

/// The most bytes of a document: an invoice needs little, the attachments that travel inside it need the rest.
pub const MAX_BYTES: usize = 10 * 1024 * 1024;
/// The deepest nesting: an invoice needs ten, a signature in an extension a few more.
pub const MAX_DEPTH: usize = 40;
/// The most elements: about 15,000 lines of an invoice. Bounds the memory that a file of nothing but tags can take.
pub const MAX_ELEMENTS: usize = 250_000;
/// The most attributes on one element, namespace declarations included. Bounds the work of telling them apart.
pub const MAX_ATTRIBUTES: usize = 64;
/// The most namespace declarations in force at one place: an invoice needs six. A name is looked up among all of them.
pub const MAX_NAMESPACES: usize = 128;

/// What keeps a file from being read as XML, the first thing found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum XmlError {
    /// More bytes than a document may have.
    #[error("{bytes} bytes, at most {limit}")]
    TooLarge {
        /// How many came.
        bytes: usize,
        /// How many may.
        limit: usize,
    },
    /// Neither UTF-8, nor UTF-16, nor what it declares itself to be.
    #[error("its characters cannot be read")]
    NotText,
    /// Not XML, or XML that is broken off, misnested or otherwise not well-formed.
    #[error("not well-formed XML on line {line}")]
    NotXml {
        /// The line of the file, from 1.
        line: usize,
    },
    /// Carries a document type declaration, which can fetch files and fill memory.
    #[error("a DOCTYPE on line {line}")]
    DoctypeRefused {
        /// The line of the file, from 1.
        line: usize,
    },
    /// Elements nested deeper than [`MAX_DEPTH`].
    #[error("nested deeper than {limit} on line {line}")]
    TooDeep {
        /// The line of the file, from 1.
        line: usize,
        /// How deep elements may be.
        limit: usize,
    },
    /// More elements, attributes or namespaces than [`MAX_ELEMENTS`], [`MAX_ATTRIBUTES`] and [`MAX_NAMESPACES`].
    #[error("too many parts by line {line}")]
    TooManyParts {
        /// The line of the file, from 1.
        line: usize,
    },
}

#[cfg(test)]
mod tests;
