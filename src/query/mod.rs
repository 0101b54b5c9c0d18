//! Reading: access first, then rows and columns. Never writes; see [`crate::writer`].

pub mod facts;
