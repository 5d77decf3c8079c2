//! What a single record lacks or contradicts.

use super::Book;
use super::finding::{Finding, Matter, Spanning};
use crate::edtf::{Bounds, Edtf};
use crate::model::Event;

pub(super) fn findings(book: &Book<'_>) -> Vec<Finding> {
    let proceedings = book.document.proceedings.iter().filter_map(|of| {
        let (start, end) = (of.start.as_ref()?, of.end.as_ref()?);
        reversed(Spanning::Proceeding(of.id.clone()), start, end)
    });
    let spans = book.document.events.iter().filter_map(|event| {
        let stated = event.stated_date.as_ref()?;
        let end = stated.end.as_ref()?;
        reversed(Spanning::Event(event.id.clone()), &stated.date, end)
    });
    let events = book.document.events.iter().flat_map(single);
    proceedings
        .chain(spans)
        .chain(events.map(Finding::certain))
        .collect()
}

fn single(event: &Event) -> impl Iterator<Item = Matter> {
    let undated = says_no_day(event.date.bounds()).then(|| Matter::Undated {
        event: event.id.clone(),
        date: event.date.clone(),
    });
    let unsourced = event.sources.is_empty().then(|| Matter::Unsourced {
        event: event.id.clone(),
    });
    undated.into_iter().chain(unsourced)
}

/// `XXXX`, also with a month and a day: a year of which no digit is known leaves ten
/// thousand of them, which says as little as no date.
fn says_no_day(bounds: Bounds) -> bool {
    match (bounds.earliest, bounds.latest) {
        (None, None) => true,
        (Some(first), Some(last)) => first.civil().0 == 0 && last.civil().0 == 9_999,
        _ => false,
    }
}

fn reversed(of: Spanning, start: &Edtf, end: &Edtf) -> Option<Finding> {
    let last_end = end.bounds().latest?;
    let first_start = start.bounds().earliest?;
    (last_end < first_start).then(|| {
        Finding::certain(Matter::EndBeforeStart {
            of,
            start: start.clone(),
            end: end.clone(),
        })
    })
}
