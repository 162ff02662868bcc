//! Dated lights of projects.
