//! What stood on a day: the rules one by one, and two real cases day by day.

mod findings;
mod from_document;
mod idaho_marriage;
mod microsoft_ireland;
mod notation;
mod rules;
