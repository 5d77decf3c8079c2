//! The parts of a casebook's proceedings that can be looked at by themselves.

use super::Joined;
use crate::view::{ProcedureScope, ScopeChoice, StandingLife};
use docketline_domain::Document;
use docketline_domain::model::Relation;
use docketline_store::EventKey;
use std::collections::{BTreeMap, HashMap, HashSet};

#[derive(Debug)]
pub(super) struct Scopes {
    pub choices: Vec<ScopeChoice>,
    /// For every event the first key of its matter.
    matter_of: HashMap<EventKey, EventKey>,
    main: Option<ProcedureScope>,
}

type Act<'a> = (&'a Relation, Joined<'a>, Joined<'a>);

impl Scopes {
    pub fn of(acts: &[Act<'_>], lives: &[StandingLife], document: &Document) -> Self {
        let matter_of = matters(acts);
        let standing: HashSet<EventKey> = lives.iter().map(|life| life.key).collect();
        let mut members: BTreeMap<EventKey, Vec<Joined<'_>>> = BTreeMap::new();
        let mut seen = HashSet::new();
        for joined in acts.iter().flat_map(|(_, from, to)| [from, to]) {
            if seen.insert(joined.mark.key) {
                let matter = matter_of[&joined.mark.key];
                members.entry(matter).or_default().push(*joined);
            }
        }
        let all = seen.len();
        // Without an instrument there is nothing that stands.
        members.retain(|_, events| events.iter().any(|one| standing.contains(&one.mark.key)));
        let mut matters: Vec<(EventKey, Vec<Joined<'_>>)> = members.into_iter().collect();
        for (_, events) in &mut matters {
            events.sort_by_key(|joined| (joined.mark.bounds.earliest, joined.mark.key));
        }
        matters.sort_by_key(|(key, events)| (std::cmp::Reverse(events.len()), *key));
        let main = matters
            .iter()
            .max_by_key(|(key, events)| {
                let main = events
                    .iter()
                    .filter(|joined| joined.event.main_case)
                    .count();
                (main, events.len(), std::cmp::Reverse(*key))
            })
            .map(|(key, _)| ProcedureScope::Matter { key: *key });

        let mut choices: Vec<ScopeChoice> = matters
            .iter()
            .map(|(key, events)| {
                let first = events.iter().find(|one| standing.contains(&one.mark.key));
                ScopeChoice {
                    scope: ProcedureScope::Matter { key: *key },
                    name: first.map(|one| one.mark.label.clone()).unwrap_or_default(),
                    events: events.len() as i64,
                    keys: events.iter().map(|joined| joined.mark.key).collect(),
                }
            })
            .collect();
        if choices.len() > 1 {
            choices.push(ScopeChoice {
                scope: ProcedureScope::All,
                name: String::new(),
                events: all as i64,
                keys: Vec::new(),
            });
        }
        choices.extend(proceedings(acts, document));
        choices.extend(dockets(acts));
        Self {
            choices,
            matter_of,
            main,
        }
    }

    /// What was asked for, where it is there; otherwise the main case. A matter is known
    /// by any of its events.
    pub fn resolve(&self, asked: Option<&ProcedureScope>) -> Option<ProcedureScope> {
        let asked = match asked {
            Some(ProcedureScope::Matter { key }) => self
                .matter_of
                .get(key)
                .map(|key| ProcedureScope::Matter { key: *key }),
            other => other.cloned(),
        };
        asked
            .filter(|asked| self.choices.iter().any(|choice| choice.scope == *asked))
            .or_else(|| self.main.clone())
    }

    pub fn holds(&self, scope: &ProcedureScope, from: &Joined<'_>, to: &Joined<'_>) -> bool {
        match scope {
            ProcedureScope::All => true,
            ProcedureScope::Matter { key } => self.matter_of[&to.mark.key] == *key,
            ProcedureScope::Proceeding { id } => [from, to].iter().any(|joined| {
                let proceeding = joined.event.proceeding.as_ref();
                proceeding.is_some_and(|one| one.as_str() == id)
            }),
            ProcedureScope::Docket { docket } => [from, to]
                .iter()
                .any(|joined| joined.event.docket.as_ref() == Some(docket)),
        }
    }
}

/// For every event the smallest key of those that acts join it to, directly or not.
fn matters(acts: &[Act<'_>]) -> HashMap<EventKey, EventKey> {
    let mut parent: HashMap<EventKey, EventKey> = HashMap::new();
    fn root(parent: &mut HashMap<EventKey, EventKey>, key: EventKey) -> EventKey {
        let mut at = key;
        loop {
            let up = *parent.entry(at).or_insert(at);
            if up == at {
                return at;
            }
            let above = parent[&up];
            parent.insert(at, above);
            at = up;
        }
    }
    for (_, from, to) in acts {
        let (a, b) = (
            root(&mut parent, from.mark.key),
            root(&mut parent, to.mark.key),
        );
        parent.insert(a.max(b), a.min(b));
    }
    let keys: Vec<EventKey> = parent.keys().copied().collect();
    keys.into_iter()
        .map(|key| (key, root(&mut parent, key)))
        .collect()
}

/// Each proceeding in which at least two events are joined by acts.
fn proceedings(acts: &[Act<'_>], document: &Document) -> Vec<ScopeChoice> {
    let count = counted(acts, |joined| {
        joined.event.proceeding.as_ref().map(|id| id.as_str())
    });
    document
        .proceedings
        .iter()
        .filter_map(|one| {
            let events = *count.get(one.id.as_str()).filter(|events| **events > 1)?;
            Some(ScopeChoice {
                scope: ProcedureScope::Proceeding {
                    id: one.id.to_string(),
                },
                name: one.name.clone(),
                events,
                keys: Vec::new(),
            })
        })
        .collect()
}

fn dockets(acts: &[Act<'_>]) -> Vec<ScopeChoice> {
    counted(acts, |joined| joined.event.docket.as_deref())
        .into_iter()
        .filter(|(_, events)| *events > 1)
        .map(|(docket, events)| ScopeChoice {
            scope: ProcedureScope::Docket {
                docket: docket.to_owned(),
            },
            name: docket.to_owned(),
            events,
            keys: Vec::new(),
        })
        .collect()
}

fn counted<'a>(
    acts: &'a [Act<'a>],
    name: impl Fn(&'a Joined<'a>) -> Option<&'a str>,
) -> BTreeMap<&'a str, i64> {
    let mut seen = HashSet::new();
    let mut count = BTreeMap::new();
    for joined in acts.iter().flat_map(|(_, from, to)| [from, to]) {
        if let Some(name) = name(joined)
            && seen.insert(joined.mark.key)
        {
            *count.entry(name).or_default() += 1;
        }
    }
    count
}
