//! EDTF from outside: what is valid at which level with which bounds, what is refused
//! at which character and why, and what holds for every text.

mod invalid;
mod moving;
mod properties;
mod suite;
mod valid;
