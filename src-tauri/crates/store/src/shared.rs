//! The kinds of records that events share, and where each is named.

/// What a shared record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shared {
    Lane,
    Court,
    Proceeding,
    Actor,
    Place,
    Principle,
    Source,
}

/// A column of another table in which a record is named.
pub(crate) struct Reference {
    pub table: &'static str,
    pub column: &'static str,
    /// What becomes of the row when the record goes.
    pub left: Left,
    /// The columns that, with the record, are all that the row says: two rows that agree in
    /// them are one.
    pub says: &'static [&'static str],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Left {
    /// It goes too.
    Nothing,
    /// It stays and names no record.
    Blank,
    /// It cannot be without one.
    Stays,
}

const fn list(
    table: &'static str,
    column: &'static str,
    says: &'static [&'static str],
) -> Reference {
    Reference {
        table,
        column,
        left: Left::Nothing,
        says,
    }
}

const fn field(table: &'static str, column: &'static str, left: Left) -> Reference {
    Reference {
        table,
        column,
        left,
        says: &["pk"],
    }
}

impl Shared {
    pub const ALL: [Self; 7] = [
        Self::Lane,
        Self::Court,
        Self::Proceeding,
        Self::Actor,
        Self::Place,
        Self::Principle,
        Self::Source,
    ];

    /// Its word, which is the name of its table.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lane => "lane",
            Self::Court => "court",
            Self::Proceeding => "proceeding",
            Self::Actor => "actor",
            Self::Place => "place",
            Self::Principle => "principle",
            Self::Source => "source",
        }
    }

    /// Everything that names it, but for the sources of a membership, which are inside a
    /// value.
    pub(crate) const fn references(self) -> &'static [Reference] {
        match self {
            Self::Lane => const { &[field("event", "lane", Left::Stays)] },
            Self::Court => const { &[field("event", "court", Left::Blank)] },
            Self::Proceeding => const { &[field("event", "proceeding", Left::Blank)] },
            Self::Actor => {
                const {
                    &[
                        list("event_actor", "actor", &["event", "role"]),
                        list("event_judge", "actor", &["event"]),
                        list("proceeding_judge", "actor", &["proceeding"]),
                    ]
                }
            }
            Self::Place => const { &[list("event_place", "place", &["event"])] },
            Self::Principle => const { &[list("event_principle", "principle", &["event"])] },
            Self::Source => {
                const {
                    &[
                        list("event_source", "source", &["event", "supports"]),
                        list("principle_source", "source", &["principle"]),
                        field("dispute_alternative", "source", Left::Blank),
                    ]
                }
            }
        }
    }

    /// The keys of the events that use the record `{0}`.
    pub(crate) fn events_of(self, record: &str) -> String {
        match self {
            Self::Lane | Self::Court | Self::Proceeding => {
                format!("SELECT pk FROM event WHERE {} = {record}", self.as_str())
            }
            Self::Actor => format!(
                "SELECT event FROM event_actor WHERE actor = {record}
                 UNION SELECT event FROM event_judge WHERE actor = {record}"
            ),
            Self::Place => format!("SELECT DISTINCT event FROM event_place WHERE place = {record}"),
            Self::Principle => {
                format!("SELECT DISTINCT event FROM event_principle WHERE principle = {record}")
            }
            Self::Source => format!(
                "SELECT event FROM event_source WHERE source = {record}
                 UNION SELECT dispute.event FROM dispute_alternative
                   JOIN dispute ON dispute.pk = dispute WHERE source = {record}"
            ),
        }
    }

    /// How many other records use it: proceedings of an actor, principles of a source.
    pub(crate) fn others_of(self) -> &'static str {
        match self {
            Self::Actor => {
                "(SELECT count(DISTINCT proceeding) FROM proceeding_judge WHERE actor = record.pk)"
            }
            Self::Source => {
                "(SELECT count(DISTINCT principle) FROM principle_source WHERE source = record.pk)"
            }
            _ => "0",
        }
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Source => "title",
            _ => "name",
        }
    }

    /// What tells records of one name apart.
    pub(crate) const fn detail(self) -> &'static str {
        match self {
            Self::Lane | Self::Court => "NULL",
            Self::Proceeding => "docket",
            Self::Actor => "concat_ws(' · ', actor_type, coalesce(affiliation, role))",
            Self::Place => "concat_ws(' · ', country, role)",
            Self::Principle => "nullif(paraphrase, '')",
            Self::Source => "concat_ws(' · ', publisher, date)",
        }
    }

    /// Whether its records have places that a person gives them.
    pub const fn is_ordered(self) -> bool {
        matches!(self, Self::Lane | Self::Proceeding)
    }

    pub(crate) const fn order(self) -> Option<&'static str> {
        match self {
            Self::Lane | Self::Proceeding => Some("position, pk"),
            Self::Principle => Some("number, pk"),
            _ => None,
        }
    }
}
