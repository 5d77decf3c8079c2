//! The consistency check for the window and the command line: what was found, in words,
//! and what a person has accepted.

use crate::dates;
use crate::editing::required;
use crate::explaining::{explain, subject};
use crate::reading::earliest;
use crate::register::Register;
use crate::view::{
    AcceptedView, EditOutcome, FindingCounts, FindingEvent, FindingPage, FindingQuery, FindingView,
    RuleCounts,
};
use crate::{Casebook, Result};
use docketline_domain::clocks::Clocks;
use docketline_domain::consistency::{self, Finding, Rule};
use docketline_domain::model::AcceptedFinding;
use docketline_domain::standing::Certainty;
use docketline_domain::{Day, Document, Id};
use docketline_store::{Action, EventKey, StoreError};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

/// The last check of the casebook as it is, and the last of it as it was known on some
/// day.
#[derive(Debug, Default, Clone)]
pub(crate) struct FindingsCache(Arc<Cache>);

#[derive(Debug, Default)]
struct Cache {
    /// Held by the check that runs. Those who waited take the newest answer instead of
    /// running one each.
    running: Mutex<()>,
    /// Held for moments only, because the casebook is held with it.
    last: Mutex<Last>,
}

#[derive(Debug, Default)]
struct Last {
    whole: Option<Arc<Checked>>,
    known: Option<(Day, Arc<Checked>)>,
    /// What the check reads that was begun last, as long as anybody does.
    read: (i64, Weak<Outline>),
}

/// A check that can run while the casebook is used: it holds what it reads.
#[derive(Debug)]
pub struct Check {
    revision: i64,
    known_on: Option<Day>,
    basis: Basis,
    accepted: HashMap<Id, AcceptedFinding>,
    cache: FindingsCache,
}

#[derive(Debug)]
enum Basis {
    /// What no rule reads, such as notes and acceptances, changes no finding.
    Found(Arc<Found>),
    Outline(Arc<Outline>),
}

/// The casebook as far as rules read it.
#[derive(Debug)]
struct Outline {
    keys: Vec<EventKey>,
    document: Document,
}

/// What a check found.
#[derive(Debug)]
pub struct Checked {
    revision: i64,
    found: Arc<Found>,
    accepted: HashMap<Id, AcceptedFinding>,
}

#[derive(Debug)]
struct Found {
    /// With the fingerprint of each.
    findings: Vec<(Id, Finding)>,
    /// Places in `findings` by the identifier of an event.
    of_event: HashMap<String, Vec<usize>>,
    /// What the findings name, and no more: the casebook may be large.
    named: Register,
}

/// An event is shown beside a finding; a knot of a thousand shows its first ones.
const MOST_PLACES: usize = 12;

impl Casebook {
    /// A check of the casebook as it is now; with `known_on`, of what was public by then
    /// and nothing else. Where rules read what has changed it takes as long as reading
    /// that; [`Check::run`] takes the rest, and needs the casebook no more.
    pub fn begin_check(&self, known_on: Option<&str>) -> Result<Check> {
        let known_on = dates::read_clock(known_on)?;
        let revision = self.store.revision()?;
        let before = self.findings.last().of(known_on).cloned();
        let basis = match before {
            Some(before) if !self.store.outline_changed_since(before.revision)? => {
                Basis::Found(Arc::clone(&before.found))
            }
            _ => Basis::Outline(self.outline(revision)?),
        };
        let accepted = self.store.accepted_findings()?.into_iter();
        Ok(Check {
            revision,
            known_on,
            basis,
            accepted: accepted.map(|of| (of.finding.clone(), of)).collect(),
            cache: self.findings.clone(),
        })
    }

    /// Checks that are begun together, as a view does for its counts and its list, read
    /// the casebook once.
    fn outline(&self, revision: i64) -> Result<Arc<Outline>> {
        let (read_at, read) = self.findings.last().read.clone();
        if let Some(read) = read.upgrade().filter(|_| read_at == revision) {
            return Ok(read);
        }
        let (keys, document) = self.store.outline()?;
        let outline = Arc::new(Outline { keys, document });
        self.findings.last().read = (revision, Arc::downgrade(&outline));
        Ok(outline)
    }

    /// Everything that was found, accepted or not.
    pub fn findings(&self) -> Result<Vec<FindingView>> {
        let checked = self.begin_check(None)?.run();
        let all = 0..checked.found.findings.len();
        Ok(all.map(|place| checked.view(place)).collect())
    }

    /// Lets a finding stand, for a reason that is kept; a new reason replaces the old. One
    /// of the check of what was known on a day is named with that day.
    pub fn accept_finding(
        &mut self,
        finding: &str,
        reason: &str,
        known_on: Option<&str>,
    ) -> Result<EditOutcome> {
        let reason = required("reason", reason)?;
        let checked = self.begin_check(known_on)?.run();
        let found = checked.find(finding)?;
        let change = self.change(Action::FindingAccepted, &subject(&found.1));
        let accepted = AcceptedFinding {
            finding: found.0.clone(),
            reason,
            author: change.author.clone(),
            at: change.at.clone(),
        };
        self.store.edit(&change, |edit| {
            edit.put_accepted_finding(&accepted).map(|_| ())
        })?;
        self.outcome(&change)
    }

    /// Takes an acceptance back: the finding is open again.
    pub fn withdraw_acceptance(&mut self, finding: &str) -> Result<EditOutcome> {
        let checked = self.begin_check(None)?.run();
        let rule = match checked.find(finding) {
            Ok((_, found)) => subject(found),
            // One that lapsed can be withdrawn as well.
            Err(_) => finding.to_owned(),
        };
        let change = self.change(Action::AcceptanceWithdrawn, &rule);
        self.store
            .edit(&change, |edit| edit.delete_accepted_finding(finding))?;
        self.outcome(&change)
    }
}

impl FindingsCache {
    fn last(&self) -> MutexGuard<'_, Last> {
        // A panic while it was held left whole values behind: they are only ever replaced.
        self.0.last.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Last {
    /// The last check by a clock.
    fn of(&self, known_on: Option<Day>) -> Option<&Arc<Checked>> {
        match (known_on, &self.known) {
            (None, _) => self.whole.as_ref(),
            (Some(day), Some((known, checked))) if *known == day => Some(checked),
            (Some(_), _) => None,
        }
    }
}

impl Check {
    /// Runs the check, unless a newer one has been run meanwhile or what the last one
    /// found holds still.
    pub fn run(self) -> Arc<Checked> {
        match &self.basis {
            Basis::Found(found) => self.keep(Arc::clone(found)),
            Basis::Outline(outline) => {
                let running = self.cache.0.running.lock();
                let _running = running.unwrap_or_else(PoisonError::into_inner);
                let before = self.cache.last().of(self.known_on).cloned();
                match before.filter(|before| before.revision >= self.revision) {
                    Some(before) => before,
                    None => self.keep(Arc::new(Found::of(outline, self.known_on))),
                }
            }
        }
    }

    fn keep(&self, found: Arc<Found>) -> Arc<Checked> {
        let checked = Arc::new(Checked {
            revision: self.revision,
            found,
            accepted: self.accepted.clone(),
        });
        let mut last = self.cache.last();
        let newer = last.of(self.known_on).cloned();
        if let Some(newer) = newer.filter(|of| of.revision > self.revision) {
            return newer;
        }
        match self.known_on {
            None => last.whole = Some(Arc::clone(&checked)),
            Some(day) => last.known = Some((day, Arc::clone(&checked))),
        }
        checked
    }
}

impl Found {
    fn of(outline: &Outline, known_on: Option<Day>) -> Self {
        let clocks = Clocks {
            as_of: None,
            known_on,
        };
        let told = clocks.are_set().then(|| clocks.tell(&outline.document));
        let document = told.as_ref().unwrap_or(&outline.document);
        let found = consistency::findings(document);
        let mut of_event: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, finding) in found.iter().enumerate() {
            for event in finding.events() {
                of_event.entry(event.to_string()).or_default().push(place);
            }
        }
        let print = |finding: &Finding| {
            Id::new(finding.fingerprint()).expect("a rule and hexadecimal digits are an identifier")
        };
        let named = named(outline, document, &found);
        let findings = found.into_iter().map(|finding| (print(&finding), finding));
        Self {
            findings: findings.collect(),
            of_event,
            named,
        }
    }
}

/// The events that findings are about, and the first ones of the proceedings that they are
/// about, as far as these are told.
fn named(outline: &Outline, told: &Document, findings: &[Finding]) -> Register {
    let mut named: HashSet<&Id> = findings.iter().flat_map(Finding::events).collect();
    let proceedings: HashSet<&Id> = findings.iter().filter_map(Finding::proceeding).collect();
    let mut first_of: HashMap<&Id, usize> = HashMap::new();
    for event in &told.events {
        let of = event.proceeding.as_ref();
        if let Some(of) = of.filter(|of| proceedings.contains(of)) {
            let count = first_of.entry(of).or_default();
            if *count < MOST_PLACES {
                named.insert(&event.id);
            }
            *count += 1;
        }
    }
    let all = outline.document.events.iter().zip(&outline.keys);
    let (events, keys) = all
        .filter(|(event, _)| named.contains(&event.id))
        .map(|(event, key)| (event.clone(), *key))
        .unzip();
    let document = Document {
        events,
        proceedings: told.proceedings.clone(),
        ..Document::default()
    };
    Register::new(document, keys)
}

impl Checked {
    /// How many findings there are of each rule, in the order of the rules.
    pub fn counts(&self) -> FindingCounts {
        let mut rules: Vec<RuleCounts> = Rule::ALL
            .iter()
            .map(|rule| RuleCounts {
                rule: rule.to_string(),
                open: 0,
                accepted: 0,
            })
            .collect();
        for (print, finding) in self.found.findings.iter() {
            let place = Rule::ALL.iter().position(|rule| *rule == finding.rule());
            if let Some(counts) = place.and_then(|place| rules.get_mut(place)) {
                if self.accepted.contains_key(print) {
                    counts.accepted += 1;
                } else {
                    counts.open += 1;
                }
            }
        }
        FindingCounts {
            open: rules.iter().map(|of| of.open).sum(),
            accepted: rules.iter().map(|of| of.accepted).sum(),
            rules,
        }
    }

    /// Those that were asked for, from `offset`.
    pub fn page(&self, query: &FindingQuery, offset: i64, limit: i64) -> FindingPage {
        let places: Vec<usize> = match &query.event {
            Some(event) => self.found.of_event.get(event).cloned().unwrap_or_default(),
            None => (0..self.found.findings.len()).collect(),
        };
        let asked = places.into_iter().filter(|place| {
            let (print, finding) = &self.found.findings[*place];
            self.accepted.contains_key(print) == query.accepted
                && query
                    .rule
                    .as_ref()
                    .is_none_or(|rule| *rule == finding.rule().as_str())
        });
        let (mut total, mut rows) = (0, Vec::new());
        for place in asked {
            if total >= offset && total - offset < limit {
                rows.push(self.view(place));
            }
            total += 1;
        }
        FindingPage {
            total,
            offset,
            rows,
        }
    }

    fn find(&self, finding: &str) -> Result<&(Id, Finding)> {
        let found = self
            .found
            .findings
            .iter()
            .find(|(print, _)| print.as_str() == finding);
        found.ok_or_else(|| {
            StoreError::NoSuch {
                what: "finding",
                id: finding.to_owned(),
            }
            .into()
        })
    }

    /// The first of the events that it is about, or of the proceeding that it is about.
    fn places(&self, finding: &Finding) -> Vec<FindingEvent> {
        let names = &self.found.named;
        let of_proceeding = finding.proceeding().into_iter().flat_map(|proceeding| {
            let events = names.document.events.iter();
            events.filter(move |event| event.proceeding.as_ref() == Some(proceeding))
        });
        finding
            .events()
            .into_iter()
            .filter_map(|id| names.event(id.as_str()))
            .chain(of_proceeding)
            .take(MOST_PLACES)
            .map(|event| FindingEvent {
                key: names.key(event.id.as_str()),
                title: event
                    .short_title
                    .clone()
                    .unwrap_or_else(|| event.title.clone()),
                date_words: event.date.to_words(),
                earliest: earliest(&event.date),
            })
            .collect()
    }

    fn view(&self, place: usize) -> FindingView {
        let (print, finding) = &self.found.findings[place];
        let names = &self.found.named;
        FindingView {
            id: print.to_string(),
            code: finding.rule().to_string(),
            severity: finding.severity().to_string(),
            is_certain: finding.certainty == Certainty::Yes,
            events: finding
                .events()
                .into_iter()
                .map(ToString::to_string)
                .collect(),
            relations: finding
                .relations()
                .into_iter()
                .map(ToString::to_string)
                .collect(),
            proceeding: finding.proceeding().map(ToString::to_string),
            message: explain(finding, names),
            places: self.places(finding),
            accepted: self.accepted.get(print).map(|accepted| AcceptedView {
                reason: accepted.reason.clone(),
                author: accepted.author.clone(),
                at: accepted.at.clone(),
            }),
        }
    }
}
