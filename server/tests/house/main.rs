//! Rules of the house that no compiler holds: layers, where SQL may stand, words, paths in the README.

mod layers;
mod papers;
mod sources;
mod styles;
mod tools;
mod words;
