//! How Coplan is called and shown: routes, pages, islands, words.
