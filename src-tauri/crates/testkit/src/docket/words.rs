//! What happens, in the words of a docket.

use super::random::Random;
use docketline_domain::vocabulary::EventKind;

pub(super) const LANES: [&str; 40] = [
    "District Court",
    "Court of Appeals",
    "Supreme Court",
    "Department of Justice",
    "Congress",
    "European Commission",
    "Court of Justice of the EU",
    "Press and public",
    "High Court of Ireland",
    "State courts",
    "Federal Trade Commission",
    "Bankruptcy Court",
    "Senate committees",
    "House committees",
    "European Parliament",
    "Data protection authorities",
    "Council of State",
    "Federal Constitutional Court",
    "High Court of England and Wales",
    "UK Supreme Court",
    "European Court of Human Rights",
    "International Court of Justice",
    "Industry coalitions",
    "Civil society",
    "Securities and Exchange Commission",
    "Federal Communications Commission",
    "Office of the President",
    "Inspector General",
    "Surveillance Court",
    "Military commissions",
    "Arbitral tribunals",
    "World Trade Organization",
    "Environmental Protection Agency",
    "National Labor Relations Board",
    "Immigration courts",
    "Tax Court",
    "Claims Court",
    "Attorneys general of the states",
    "Academic commentary",
    "Company statements",
];

pub(super) const COURTS: [&str; 16] = [
    "U.S. District Court, Southern District of New York",
    "U.S. District Court, Northern District of California",
    "U.S. District Court, District of Columbia",
    "U.S. District Court, District of Idaho",
    "U.S. Court of Appeals for the Second Circuit",
    "U.S. Court of Appeals for the Ninth Circuit",
    "U.S. Court of Appeals for the D.C. Circuit",
    "Supreme Court of the United States",
    "Court of Justice of the European Union",
    "High Court of Ireland",
    "Supreme Court of California",
    "Court of Appeal of England and Wales",
    "European Court of Human Rights",
    "Federal Constitutional Court",
    "U.S. Bankruptcy Court, District of Delaware",
    "U.S. Court of International Trade",
];

const NAMES: [&str; 25] = [
    "Northfield",
    "Halloran",
    "Meridian",
    "Castellan",
    "Brightwater",
    "Oyelaran",
    "Vandermeer",
    "Ashgrove",
    "Kestrel",
    "Lindqvist",
    "Penrose",
    "Tanaka",
    "Whitlock",
    "Okafor",
    "Delacroix",
    "Marchetti",
    "Sorensen",
    "Bellamy",
    "Ivanova",
    "Thackeray",
    "Quintero",
    "Ravenhill",
    "Adeyemi",
    "Fairbairn",
    "Zielinski",
];

const FORMS: [&str; 16] = [
    "Communications",
    "Trust",
    "Foundation",
    "Energy",
    "Holdings",
    "Union",
    "Publishing",
    "Labs",
    "Airways",
    "Insurance",
    "County",
    "Pharmaceuticals",
    "Railway",
    "University",
    "Media",
    "Association",
];

const RELIEF: [&str; 12] = [
    "a preliminary injunction",
    "summary judgment",
    "leave to amend the complaint",
    "an extension of time",
    "a protective order",
    "the production of documents held abroad",
    "reconsideration",
    "a stay pending appeal",
    "dismissal for want of jurisdiction",
    "certification of the class",
    "the sealing of exhibits",
    "an expedited hearing",
];

const SUBJECTS: [&str; 14] = [
    "data stored abroad",
    "the scope of the warrant",
    "attorney's fees",
    "the jury instructions",
    "standing",
    "personal jurisdiction",
    "the expert reports",
    "the consent decree",
    "the discovery schedule",
    "the privilege log",
    "the adequacy of notice",
    "the settlement terms",
    "the constitutional question",
    "mootness",
];

const JUDGES: [&str; 8] = [
    "Preska", "Lynch", "Francis", "Carney", "Whyte", "Okonkwo", "Hardiman", "Alvarez",
];

pub(super) fn actor_name(number: usize) -> String {
    let name = NAMES[number % NAMES.len()];
    let form = FORMS[number / NAMES.len() % FORMS.len()];
    format!("{name} {form}")
}

pub(super) fn source_title(number: usize) -> String {
    match number % 4 {
        0 => format!("Docket sheet, volume {}", number / 4 + 1),
        1 => format!("Transcript of proceedings, part {}", number / 4 + 1),
        2 => format!("Joint appendix, {} to {}", number * 10, number * 10 + 9),
        _ => format!("Register of decisions, no. {number}"),
    }
}

/// Much is filed and little decided; what is decided comes late in a case.
pub(super) fn kind(random: &mut Random, through_the_case: f64) -> EventKind {
    let late = through_the_case > 0.6;
    match random.below(1_000) {
        0..370 => EventKind::Filing,
        370..530 => EventKind::Motion,
        530..640 => EventKind::Order,
        640..720 => EventKind::Letter,
        720..800 => EventKind::Statement,
        800..850 => EventKind::Argument,
        850..890 => EventKind::Petition,
        890..920 => EventKind::Disclosure,
        920..940 if late => EventKind::Appeal,
        940..962 if late => EventKind::Ruling,
        962..972 if late => EventKind::Opinion,
        972..975 => EventKind::Contempt,
        975..980 => EventKind::Statute,
        980..985 => EventKind::Bill,
        985..990 => EventKind::Agreement,
        990..994 => EventKind::Regulation,
        994..997 => EventKind::Warrant,
        _ => EventKind::Other,
    }
}

pub(super) fn is_of_court(kind: EventKind) -> bool {
    !matches!(
        kind,
        EventKind::Letter
            | EventKind::Statement
            | EventKind::Disclosure
            | EventKind::Bill
            | EventKind::Statute
            | EventKind::Regulation
            | EventKind::Agreement
            | EventKind::Other
    )
}

pub(super) fn is_ruling(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Ruling | EventKind::Opinion | EventKind::Order
    )
}

pub(super) fn title(random: &mut Random, kind: EventKind, parties: &[String; 2]) -> String {
    let party = random.pick(parties).clone();
    let relief = *random.pick(&RELIEF);
    let subject = *random.pick(&SUBJECTS);
    let judge = *random.pick(&JUDGES);
    match kind {
        EventKind::Filing => match random.below(4) {
            0 => format!("{party} files brief on {subject}"),
            1 => format!("Declaration of {judge} in support of {party}"),
            2 => format!("{party} answers on {subject}"),
            _ => format!("Notice of appearance for {party}"),
        },
        EventKind::Motion => format!("{party} moves for {relief}"),
        EventKind::Order => match random.below(3) {
            0 => format!("Order denying {relief}"),
            1 => format!("Order granting {relief} in part"),
            _ => format!("Judge {judge} orders briefing on {subject}"),
        },
        EventKind::Letter => format!("{party} writes to Judge {judge} about {subject}"),
        EventKind::Statement => format!("{party} comments on {subject}"),
        EventKind::Argument => format!("Oral argument on {subject} before Judge {judge}"),
        EventKind::Petition => format!("{party} petitions for review of {subject}"),
        EventKind::Disclosure => format!("Documents about {subject} are published"),
        EventKind::Appeal => format!("{party} appeals on {subject}"),
        EventKind::Ruling => format!("Ruling for {party} on {subject}"),
        EventKind::Opinion => format!("Opinion of Judge {judge} on {subject}"),
        EventKind::Contempt => format!("{party} held in contempt over {subject}"),
        EventKind::Statute => format!("Act on {subject} is signed"),
        EventKind::Bill => format!("Bill on {subject} is introduced"),
        EventKind::Agreement => format!("{party} and the government agree on {subject}"),
        EventKind::Regulation => format!("Rule on {subject} takes effect"),
        EventKind::Warrant => format!("Warrant is served on {party}"),
        EventKind::Other => format!("{party} reports on {subject}"),
    }
}

pub(super) fn short_title(random: &mut Random, kind: EventKind) -> String {
    let subject = *random.pick(&SUBJECTS);
    match kind {
        EventKind::Opinion => format!("Opinion: {subject}"),
        EventKind::Ruling => format!("Ruling: {subject}"),
        EventKind::Contempt => "Contempt".to_owned(),
        EventKind::Statute => format!("Act on {subject}"),
        _ => format!("Order: {subject}"),
    }
}

pub(super) fn summary(random: &mut Random, title: &str, parties: &[String; 2]) -> String {
    let subject = *random.pick(&SUBJECTS);
    let [one, other] = parties;
    match random.below(3) {
        0 => format!("{title}. {one} relies on {subject}; {other} opposes and asks for a hearing."),
        1 => format!(
            "The entry records that {other} was served, that {subject} remains open, and that \
             {one} has fourteen days to respond."
        ),
        _ => format!("Concerns {subject}."),
    }
}
