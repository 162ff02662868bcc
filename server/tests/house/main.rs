//! Rules of the house that no compiler holds: layers, modules, where SQL and addresses may stand, words, paths in the README.

mod layers;
mod modules;
mod names;
mod papers;
mod rights;
mod sources;
mod styles;
mod tools;
mod words;
