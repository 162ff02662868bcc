//! Server functions for islands: actor, parse, use case, map.
