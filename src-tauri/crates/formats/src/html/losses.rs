//! What the page does not hold of a document.

use super::book::Book;
use super::words::count;

/// One sentence for each kind of loss. To be asked when the page has been made, because
/// only then it is known what [`Book::text`] left out.
pub fn of(book: &Book<'_>) -> Vec<String> {
    let document = book.document;
    let mut losses = vec![
        "The page is for reading and cannot be read back; the JSON file can.".to_owned(),
        "The identifiers of rows are not shown.".to_owned(),
    ];
    let mut lose = |number: usize, one: &str, many: &str| {
        if number > 0 {
            losses.push(count(number, one, many));
        }
    };
    lose(
        document.notes.len(),
        "note is shown as it reads, without its Markdown.",
        "notes are shown as they read, without their Markdown.",
    );
    let ordered = document
        .events
        .iter()
        .filter(|event| event.docket_sequence.is_some());
    lose(
        ordered.count(),
        "event stands in its order on the docket, but the number of that order is not shown.",
        "events stand in their order on the docket, but the numbers of that order are not shown.",
    );
    let lanes = document.lanes.iter().map(|lane| &lane.id);
    let courts = document.courts.iter().map(|court| &court.id);
    let used: std::collections::HashSet<_> = document
        .events
        .iter()
        .flat_map(|event| [Some(&event.lane), event.court.as_ref()])
        .flatten()
        .collect();
    lose(
        lanes.chain(courts).filter(|id| !used.contains(id)).count(),
        "lane or court without an event is not shown.",
        "lanes and courts without an event are not shown.",
    );
    let missing = |id| book.events.position(id).is_none();
    let relations = document
        .relations
        .iter()
        .filter(|relation| missing(&relation.from) && missing(&relation.to));
    let disputes = document
        .disputed_dates
        .iter()
        .filter(|dispute| missing(&dispute.event));
    let notes = document.notes.iter().filter(|note| missing(&note.event));
    lose(
        relations.count() + disputes.count() + notes.count(),
        "relation, disputed date or note belongs to no event of the casebook and is not shown.",
        "relations, disputed dates and notes belong to no event of the casebook and are not shown.",
    );
    lose(
        book.dropped(),
        "control character is left out.",
        "control characters are left out.",
    );
    losses
}
