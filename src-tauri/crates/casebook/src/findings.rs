//! The consistency check for the window and the command line: what was found, in words,
//! and what a person has accepted.

use crate::dates;
use crate::editing::required;
use crate::explaining::{explain, subject};
use crate::named::Named;
use crate::reading::earliest;
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
use std::collections::HashMap;
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
    read: Weak<Outline>,
    /// The same where it is little: the day that is asked about moves.
    kept: Option<Arc<Outline>>,
}

/// Events of which the outline is kept: some fifteen megabytes.
const MOST_KEPT: usize = 20_000;

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
    rules_revision: i64,
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
    /// Of what was read.
    rules_revision: i64,
    /// With the fingerprint of each.
    findings: Vec<(Id, Finding)>,
    /// Places in `findings` by the identifier of an event.
    of_event: HashMap<String, Vec<usize>>,
    named: Named,
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
        let rules_revision = self.store.rules_revision()?;
        // What holds no more is let go before anything is read.
        let outdated = self.findings.last().take_outdated(rules_revision);
        drop(outdated);
        let before = self.findings.last().of(known_on).cloned();
        // A check that was begun earlier may have ended just now.
        let before = before.filter(|of| of.found.rules_revision == rules_revision);
        let basis = match before {
            Some(before) => Basis::Found(Arc::clone(&before.found)),
            None => Basis::Outline(self.outline(rules_revision)?),
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
    fn outline(&self, rules_revision: i64) -> Result<Arc<Outline>> {
        let read = self.findings.last().read.upgrade();
        if let Some(read) = read.filter(|read| read.rules_revision == rules_revision) {
            return Ok(read);
        }
        let (keys, document) = self.store.outline()?;
        let outline = Arc::new(Outline {
            rules_revision,
            keys,
            document,
        });
        let is_little = outline.keys.len() <= MOST_KEPT;
        let mut last = self.findings.last();
        last.read = Arc::downgrade(&outline);
        last.kept = is_little.then(|| Arc::clone(&outline));
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

    /// Takes out what was found in another state of what rules read; of a large casebook
    /// it takes a moment to let go of, so not while this is held.
    fn take_outdated(&mut self, rules_revision: i64) -> Self {
        let is_other = |of: &Checked| of.found.rules_revision != rules_revision;
        Self {
            whole: self.whole.take_if(|of| is_other(of)),
            known: self.known.take_if(|(_, of)| is_other(of)),
            read: Weak::new(),
            kept: self.kept.take_if(|of| of.rules_revision != rules_revision),
        }
    }
}

impl Check {
    /// Runs the check, unless a newer one has been run meanwhile or what the last one
    /// found holds still.
    pub fn run(self) -> Arc<Checked> {
        let outline = match &self.basis {
            Basis::Found(found) => {
                let found = Arc::clone(found);
                return self.keep(found);
            }
            Basis::Outline(outline) => Arc::clone(outline),
        };
        let cache = self.cache.clone();
        let running = cache.0.running.lock();
        let _running = running.unwrap_or_else(PoisonError::into_inner);
        let before = cache.last().of(self.known_on).cloned();
        match before {
            Some(before) if before.revision >= self.revision => before,
            Some(before) if before.found.rules_revision == outline.rules_revision => {
                self.keep(Arc::clone(&before.found))
            }
            _ => {
                let found = Arc::new(Found::of(&outline, self.known_on));
                self.keep(found)
            }
        }
    }

    fn keep(self, found: Arc<Found>) -> Arc<Checked> {
        let checked = Arc::new(Checked {
            revision: self.revision,
            found,
            accepted: self.accepted,
        });
        let mut last = self.cache.last();
        let newer = last.of(self.known_on).cloned();
        if let Some(newer) = newer.filter(|of| of.revision > self.revision) {
            return newer;
        }
        let kept = Arc::clone(&checked);
        let before = match self.known_on {
            None => last.whole.replace(kept),
            Some(day) => last.known.replace((day, kept)).map(|(_, before)| before),
        };
        drop(last);
        drop(before);
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
        let ids = outline.document.events.iter().map(|event| &event.id);
        let keys = ids.zip(outline.keys.iter().copied());
        let named = Named::by(&found, document, keys, MOST_PLACES);
        let findings = found.into_iter().map(|finding| (print(&finding), finding));
        Self {
            rules_revision: outline.rules_revision,
            findings: findings.collect(),
            of_event,
            named,
        }
    }
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
        let named = &self.found.named;
        let of_proceeding = finding.proceeding().into_iter();
        let of_proceeding = of_proceeding.flat_map(|stage| named.first_events(stage));
        let ids = finding.events().into_iter().chain(of_proceeding);
        ids.filter_map(|id| named.event(id))
            .take(MOST_PLACES)
            .map(|event| FindingEvent {
                key: event.key,
                title: event.short_title.as_ref().unwrap_or(&event.title).clone(),
                date_words: event.date.to_words(),
                earliest: earliest(&event.date),
            })
            .collect()
    }

    fn view(&self, place: usize) -> FindingView {
        let (print, finding) = &self.found.findings[place];
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
            message: explain(finding, &self.found.named),
            places: self.places(finding),
            accepted: self.accepted.get(print).map(|accepted| AcceptedView {
                reason: accepted.reason.clone(),
                author: accepted.author.clone(),
                at: accepted.at.clone(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{SystemClock, sample};
    use docketline_store::Edit;

    type Change = fn(&Edit<'_>, &Document) -> docketline_store::Result<()>;

    #[test]
    fn what_no_rule_reads_leaves_what_was_found_and_what_one_reads_does_not() {
        let changes: [(&str, bool, Change); 10] = [
            ("an acceptance", true, |edit, _| {
                let accepted = AcceptedFinding {
                    finding: Id::new("undated-0123456789abcdef").unwrap(),
                    reason: "Known.".to_owned(),
                    author: None,
                    at: "2014-01-01T00:00:00Z".to_owned(),
                };
                edit.put_accepted_finding(&accepted).map(|_| ())
            }),
            ("a person", true, |edit, document| {
                let mut actor = document.actors[0].clone();
                actor.name.push('s');
                edit.put_actor(&actor).map(|_| ())
            }),
            ("a lane", true, |edit, document| {
                let mut lane = document.lanes[0].clone();
                lane.name.push('s');
                edit.put_lane(&lane).map(|_| ())
            }),
            ("the title of a source", true, |edit, document| {
                let mut source = document.sources[0].clone();
                source.title.push('s');
                edit.put_source(&source).map(|_| ())
            }),
            ("an event", false, |edit, document| {
                let mut event = document.events[0].clone();
                event.title.push('s');
                edit.put_event(&event).map(|_| ())
            }),
            ("the sources of an event", false, |edit, document| {
                let mut event = document.events[1].clone();
                event.sources.clear();
                edit.put_event(&event).map(|_| ())
            }),
            ("a relation", false, |edit, document| {
                edit.delete_relation(document.relations[0].id.as_str())
                    .map(|_| ())
            }),
            ("a court", false, |edit, document| {
                let mut court = document.courts[0].clone();
                court.name.push('s');
                edit.put_court(&court).map(|_| ())
            }),
            ("a proceeding", false, |edit, document| {
                let mut stage = document.proceedings[0].clone();
                stage.outcome = Some("Settled".to_owned());
                edit.put_proceeding(&stage).map(|_| ())
            }),
            ("an event that is gone", false, |edit, document| {
                edit.delete_event(document.events[2].id.as_str())
                    .map(|_| ())
            }),
        ];
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sample.casebook");
        let mut casebook = Casebook::create_sample(&path, Arc::new(SystemClock)).unwrap();
        let document = sample();
        for (what, holds, change) in changes {
            let before = casebook.begin_check(None).unwrap().run();
            let entry = casebook.change(Action::EventsChanged, what);
            casebook
                .store
                .edit(&entry, |edit| change(edit, &document))
                .unwrap();
            let revision = casebook.summary().unwrap().rules_revision;
            assert_eq!(before.found.rules_revision == revision, holds, "{what}");
            let after = casebook.begin_check(None).unwrap();
            assert_eq!(matches!(after.basis, Basis::Found(_)), holds, "{what}");
            assert_eq!(
                Arc::ptr_eq(&before.found, &after.run().found),
                holds,
                "{what}"
            );
        }
    }

    #[test]
    fn checks_that_wait_for_each_other_read_and_run_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sample.casebook");
        let mut casebook = Casebook::create_sample(&path, Arc::new(SystemClock)).unwrap();
        let first = casebook.begin_check(None).unwrap();
        let (Basis::Outline(read), id) = (&first.basis, sample().events[0].id.clone()) else {
            panic!("nothing was found before");
        };
        let read = Arc::clone(read);
        casebook.add_note(id.as_str(), "To be read again.").unwrap();
        let second = casebook.begin_check(None).unwrap();
        assert!(matches!(&second.basis, Basis::Outline(of) if Arc::ptr_eq(of, &read)));
        let (first, second) = (first.run(), second.run());
        assert!(Arc::ptr_eq(&first.found, &second.found));
        // The day that is asked about moves: nothing is read for it.
        let known = casebook.begin_check(Some("2014-01-01")).unwrap();
        assert!(matches!(&known.basis, Basis::Outline(of) if Arc::ptr_eq(of, &read)));
    }
}
