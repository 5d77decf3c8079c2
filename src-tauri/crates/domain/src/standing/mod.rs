//! What stood on a day, and why: events and relations in, standing out.
//!
//! A [`Case`] is made from a casebook's [`Document`](crate::Document), sorted once by
//! [`Case::prepare`], and then asked: [`PreparedCase::on`] for all instruments on a
//! day, [`PreparedCase::of`] for one, [`PreparedCase::spans`] for a whole life,
//! [`PreparedCase::findings`] for what in the acts does not fit.
//!
//! ```
//! use docketline_domain::standing::{Act, Case, CaseEvent, StandingWord};
//! use docketline_domain::vocabulary::{EventKind, RelationType};
//! use docketline_domain::{Day, Edtf};
//!
//! let event = |date: &str| CaseEvent {
//!     date: Edtf::parse(date).unwrap().bounds(),
//!     public_from: None,
//!     kind: EventKind::Ruling,
//!     sequence: None,
//! };
//! let mut case = Case::default();
//! let ruling = case.add_event(event("2014-07-31"));
//! let reversal = case.add_event(event("2016-07"));
//! case.add_act(Act {
//!     from: reversal,
//!     relation: RelationType::Reverses,
//!     to: ruling,
//!     effective: None,
//!     part: None,
//!     number: 0,
//!     rank: 0,
//! });
//!
//! // In the middle of July 2016 the reversal may or may not have come.
//! let day = Day::from_civil(2016, 7, 14).unwrap();
//! let standing = case.prepare().of(ruling, day, None).unwrap();
//! assert_eq!(standing.words(), [StandingWord::InForce, StandingWord::Reversed]);
//! assert_eq!(standing.reasons, [0]);
//! ```
//!
//! # Readings
//!
//! An event has one day, within the bounds of its date; all it does takes effect on
//! that day, except relations with an effective date, each of which has a day of its
//! own. A *reading* fixes all these days, and an order for those of one day. Docket
//! sequence decides that order between events on the same docket and nothing does
//! between others, so both orders are readings. The answer lists what is the case in
//! some reading; it is definite when that is one thing.
//!
//! - A date without a first or last day may be any day before or after. An event with
//!   no date at all may have happened, and may not, on every day.
//! - Readings are not sorted out for being unlikely: an act that may have come before
//!   another may have come before it, even where the order would make little sense.
//! - What one event does on one day it does at once: it opens review before it closes
//!   any, what follows from its undoing another comes before what it says of an
//!   instrument itself, and parts before the whole. Only if it names one instrument
//!   whole in two ways ("reverses" and "vacates") may either be the last.
//!
//! # What the rules leave open, and what holds here
//!
//! - **Acts before their target exists** wait, and count as soon as it does: a
//!   premature notice of appeal opens review when the ruling comes. They are findings.
//! - **Parts.** While part of an instrument is set aside the rest is in force, can be
//!   affirmed, and is reported as under review. A part that is put back while the whole
//!   is out gives "in force" with that part. An act that undoes another only in part
//!   leaves what that one did. Acts on parts say nothing while the whole is unsettled,
//!   or out (the whole keeps its word).
//! - **Stays.** An event of any kind that stays something is an instrument. A stay
//!   works while it is in force and not itself stayed as a whole; when it is lifted, set
//!   aside or unsettled it does not. `lifts-stay` aimed at anything but a stay is a
//!   finding and does nothing. Stays that go in a circle are unsettled, and stay
//!   nothing outside it.
//! - **Undoing** (`vacates`, `reverses`, `withdraws`, on the whole of an event) leaves
//!   unsettled whatever rests on the undone event: what it set aside, what it lifted,
//!   and what it put back. Its affirmances are no longer reported. Only the latest act
//!   on an instrument carries its standing, so the undoing of earlier ones changes
//!   nothing.
//! - **Speaking to it.** Any act on the whole settles what is unsettled: one that sets it
//!   aside, reinstates or affirms it. An affirmance by the event that undid the setting
//!   aside counts also when it came first.
//! - **An act that takes effect later than its event, after the event was undone**,
//!   leaves unsettled what it would have changed.
//! - **Review** is open while an appeal is that was not disposed of. A ruling that affirms,
//!   reverses or vacates any of the instrument closes all of it, and so does
//!   `denies-review` or `dismisses-appeal` on the instrument. Aimed at a petition, these
//!   two, and `withdraws`, close what that petition opened and nothing else.
//! - **The clock of knowledge** takes away events that were not public, and relations of
//!   which either end was not. An event without a day of publicity was public on its own
//!   day, whichever that was.
//! - **Dates.** Where a casebook states a date apart from the one it infers, standing
//!   rests on the stated one.
//!
//! # How it is computed
//!
//! Each instrument depends on the acts on it, on what undid those who acted, and on
//! the stays on it. Acts whose days do not overlap are folded in order. Those that do
//! overlap are explored as a set of states, which equals going through all readings
//! (a property test holds it against brute force). Where stays and what they stay
//! may depend on the same unknown days they are explored together.
//!
//! Where that leads through thousands of states a simpler rule answers, in which each
//! act is looked at by itself and different stays count as independent. It may list a
//! word, a review or an affirmance that no reading bears out, and never leaves one out.

mod answer;
mod case;
mod findings;
pub(crate) mod graph;
mod prepare;
mod quick_hash;
mod readings;
mod state;
mod stays;
mod steps;
mod wide;
mod word;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod reference;

pub use answer::{Affirmation, Possibility, Span, Standing};
pub use case::{Act, Case, CaseEvent, EventIx, Sequence};
pub use findings::Finding;
pub use prepare::PreparedCase;
pub use word::{Certainty, StandingWord};
