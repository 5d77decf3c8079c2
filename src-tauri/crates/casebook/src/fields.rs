//! The fields of an event that a person can set, as they are typed.

use crate::editing::{identifier, lane_id, required};
use crate::error::{Error, ErrorCode};
use crate::{Result, dates, words};
use docketline_domain::model::{Citation, Event, RefinedDate, StatedDate};
use docketline_domain::vocabulary::{Confidence, EventKind};
use docketline_domain::{Edtf, Id};
use docketline_store::Edit;

/// A new value for one field of an event, as typed; a blank value clears the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    pub field: String,
    pub value: String,
}

/// The fields that can be set, by their names in JSON. Lists have one entry on a line.
pub const EVENT_FIELDS: [&str; 25] = [
    "id",
    "date",
    "stated_date",
    "stated_end",
    "refined_date",
    "refined_confidence",
    "date_note",
    "public_from",
    "filed",
    "entered",
    "title",
    "short_title",
    "summary",
    "kind",
    "lane",
    "main_case",
    "proceeding",
    "court",
    "docket",
    "docket_sequence",
    "confidence",
    "citations",
    "jurisdictions",
    "principles",
    "from_knowledge",
];

/// A field with its value, as far as it can be understood without the casebook.
#[derive(Debug, Clone)]
pub(crate) enum Field {
    Id(Id),
    Date(Edtf),
    StatedDate(Option<Edtf>),
    StatedEnd(Option<Edtf>),
    RefinedDate(Option<Edtf>),
    RefinedConfidence(Confidence),
    DateNote(Option<String>),
    PublicFrom(Option<Edtf>),
    Filed(Option<Edtf>),
    Entered(Option<Edtf>),
    Title(String),
    ShortTitle(Option<String>),
    Summary(String),
    Kind(EventKind),
    Lane(String),
    MainCase(bool),
    Proceeding(Option<String>),
    Court(Option<String>),
    Docket(Option<String>),
    DocketSequence(Option<i64>),
    Confidence(Option<Confidence>),
    /// By their texts: what is known of the confidence of one stays with it.
    CitationTexts(Vec<String>),
    Citations(Vec<Citation>),
    Jurisdictions(Vec<String>),
    /// By identifier or name.
    Principles(Vec<String>),
    FromKnowledge(Vec<String>),
}

impl Field {
    pub(crate) fn read(Assignment { field, value }: &Assignment) -> Result<Self> {
        let text = value.trim();
        let given = (!text.is_empty()).then(|| text.to_owned());
        let date = || given.as_deref().map(dates::read).transpose();
        let needed = || required(field, text);
        Ok(match field.as_str() {
            "id" => Self::Id(identifier(text)?),
            "date" => Self::Date(dates::read(text)?),
            "stated_date" => Self::StatedDate(date()?),
            "stated_end" => Self::StatedEnd(date()?),
            "refined_date" => Self::RefinedDate(date()?),
            "refined_confidence" => Self::RefinedConfidence(parsed(&needed()?)?),
            "date_note" => Self::DateNote(given),
            "public_from" => Self::PublicFrom(date()?),
            "filed" => Self::Filed(date()?),
            "entered" => Self::Entered(date()?),
            "title" => Self::Title(needed()?),
            "short_title" => Self::ShortTitle(given),
            "summary" => Self::Summary(text.to_owned()),
            "kind" => Self::Kind(parsed(&needed()?)?),
            "lane" => Self::Lane(needed()?),
            "main_case" => Self::MainCase(truth(field, text)?),
            "proceeding" => Self::Proceeding(given),
            "court" => Self::Court(given),
            "docket" => Self::Docket(given),
            "docket_sequence" => Self::DocketSequence(given.map(|n| whole(field, &n)).transpose()?),
            "confidence" => Self::Confidence(given.map(|word| parsed(&word)).transpose()?),
            "citations" => Self::CitationTexts(lines(text)),
            "jurisdictions" => Self::Jurisdictions(lines(text)),
            "principles" => Self::Principles(lines(text)),
            "from_knowledge" => Self::FromKnowledge(lines(text)),
            _ => {
                return Err(Error::bad_value(words::say(
                    "refused-unknown-field",
                    &[
                        ("field", field.clone()),
                        ("fields", EVENT_FIELDS.join(", ")),
                    ],
                )));
            }
        })
    }

    /// Changes the event where the value alone decides.
    pub(crate) fn set(&self, event: &mut Event) -> Result<()> {
        match self {
            Self::Id(id) => event.id = id.clone(),
            Self::Date(date) => event.date = date.clone(),
            Self::StatedDate(None) => event.stated_date = None,
            Self::StatedDate(Some(date)) => match &mut event.stated_date {
                Some(stated) => stated.date = date.clone(),
                none => {
                    *none = Some(StatedDate {
                        date: date.clone(),
                        end: None,
                    });
                }
            },
            Self::StatedEnd(end) => match (&mut event.stated_date, end) {
                (Some(stated), end) => stated.end.clone_from(end),
                (None, None) => {}
                (None, Some(_)) => return Err(needs("stated_end", "stated_date")),
            },
            Self::RefinedDate(None) => event.refined_date = None,
            Self::RefinedDate(Some(value)) => match &mut event.refined_date {
                Some(refined) => refined.value = value.clone(),
                none => {
                    // No listed source gives it: that is what a refined date is.
                    *none = Some(RefinedDate {
                        value: value.clone(),
                        confidence: Confidence::Known,
                    });
                }
            },
            Self::RefinedConfidence(confidence) => match &mut event.refined_date {
                Some(refined) => refined.confidence = *confidence,
                None => return Err(needs("refined_confidence", "refined_date")),
            },
            Self::DateNote(note) => event.date_note.clone_from(note),
            Self::PublicFrom(date) => event.public_from.clone_from(date),
            Self::Filed(date) => event.filed.clone_from(date),
            Self::Entered(date) => event.entered.clone_from(date),
            Self::Title(title) => event.title.clone_from(title),
            Self::ShortTitle(title) => event.short_title.clone_from(title),
            Self::Summary(summary) => event.summary.clone_from(summary),
            Self::Kind(kind) => event.kind = *kind,
            Self::MainCase(main) => event.main_case = *main,
            Self::Docket(docket) => event.docket.clone_from(docket),
            Self::DocketSequence(number) => event.docket_sequence = *number,
            Self::Confidence(confidence) => event.confidence = *confidence,
            Self::CitationTexts(texts) => {
                event.citations = texts
                    .iter()
                    .map(|text| Citation {
                        text: text.clone(),
                        confidence: event
                            .citations
                            .iter()
                            .find(|known| known.text == *text)
                            .and_then(|known| known.confidence),
                    })
                    .collect();
            }
            Self::Citations(citations) => event.citations.clone_from(citations),
            Self::Jurisdictions(list) => event.jurisdictions.clone_from(list),
            Self::FromKnowledge(list) => event.from_knowledge.clone_from(list),
            Self::Lane(_) | Self::Proceeding(_) | Self::Court(_) | Self::Principles(_) => {}
        }
        Ok(())
    }

    /// Changes the event where the casebook decides what is meant.
    pub(crate) fn resolve(
        &self,
        edit: &Edit<'_>,
        event: &mut Event,
    ) -> docketline_store::Result<()> {
        match self {
            Self::Lane(name) => event.lane = edit.ensure_lane(&lane_id(name), name)?,
            Self::Court(None) => event.court = None,
            Self::Court(Some(name)) => {
                event.court = Some(match edit.court_called(name)? {
                    Some(id) => id,
                    None => edit.ensure_court(name)?,
                });
            }
            Self::Proceeding(None) => event.proceeding = None,
            Self::Proceeding(Some(name)) => {
                event.proceeding = Some(match edit.proceeding_called(name)? {
                    Some(id) => id,
                    None => edit.add_proceeding(name)?,
                });
            }
            Self::Principles(names) => {
                event.principles = names
                    .iter()
                    .map(|name| edit.principle_called(name))
                    .collect::<docketline_store::Result<_>>()?;
            }
            _ => {}
        }
        Ok(())
    }
}

/// What stands on the lines of a text.
fn lines(text: &str) -> Vec<String> {
    let filled = text.lines().map(str::trim).filter(|line| !line.is_empty());
    filled.map(ToOwned::to_owned).collect()
}

fn parsed<T: std::str::FromStr>(text: &str) -> Result<T>
where
    T::Err: std::fmt::Display,
{
    text.parse()
        .map_err(|error: T::Err| Error::bad_value(error.to_string()))
}

pub(crate) fn truth(field: &str, text: &str) -> Result<bool> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "1" => Ok(true),
        "false" | "no" | "0" | "" => Ok(false),
        _ => Err(refused("refused-not-true-or-false", field)),
    }
}

fn whole(field: &str, text: &str) -> Result<i64> {
    text.parse()
        .map_err(|_| refused("refused-not-a-number", field))
}

fn refused(message: &str, field: &str) -> Error {
    Error::bad_value(words::say(message, &[("field", field.to_owned())]))
}

fn needs(field: &str, other: &str) -> Error {
    Error::new(ErrorCode::BadValue).with(
        "reason",
        &words::say(
            "refused-needs-field",
            &[("field", field.to_owned()), ("other", other.to_owned())],
        ),
    )
}
