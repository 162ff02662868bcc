//! Rules of the house that no compiler holds: layers, modules, where SQL and addresses may stand, words, paths in the README.

mod layers;
mod modules;
mod papers;
mod sources;
mod tools;
mod words;
