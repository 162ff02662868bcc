//! Rules of the house that no compiler holds: layers, where SQL may stand, words, paths in the README.

mod layers;
mod papers;
mod rights;
mod sources;
mod tools;
mod words;
