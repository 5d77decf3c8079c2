//! The check: damage of the file first, then what its casebook contradicts or lacks.

use crate::commands::Outcome;
use crate::output;
use docketline_casebook::view::FindingView;
use docketline_casebook::{Casebook, CheckFinding, Result};
use serde_json::{Value, json};

/// Damage ends with 1. What the casebook contradicts or lacks does so only when asked to
/// be strict, and only while it is open: a casebook with questions in it is sound.
pub fn check(casebook: &Casebook, strict: bool, as_json: bool) -> Result<Outcome> {
    let damage = casebook.check()?;
    let findings = casebook.findings()?;
    let open = findings.iter().filter(|of| of.accepted.is_none()).count();
    if as_json {
        let all = damage.iter().map(damaged).chain(findings.iter().map(found));
        output::json(&json!({
            "ok": damage.is_empty(),
            "open": open,
            "accepted": findings.len() - open,
            "findings": all.collect::<Vec<Value>>(),
        }));
    } else {
        damage.iter().for_each(|of| output::line(&of.message));
        for finding in findings.iter().filter(|of| of.accepted.is_none()) {
            output::line(&format!(
                "{}\t{}\t{}",
                finding.severity, finding.id, finding.message
            ));
        }
    }
    Ok(if damage.is_empty() && !(strict && open > 0) {
        Outcome::Done
    } else {
        Outcome::Findings
    })
}

/// Damage is in the same list, so that one loop sees everything.
fn damaged(damage: &CheckFinding) -> Value {
    json!({
        "id": null,
        "code": damage.code,
        "severity": "error",
        "certain": true,
        "events": [],
        "relations": [],
        "proceeding": null,
        "message": damage.message,
        "accepted": false,
        "reason": null,
    })
}

fn found(finding: &FindingView) -> Value {
    let accepted = finding.accepted.as_ref();
    json!({
        "id": finding.id,
        "code": finding.code,
        "severity": finding.severity,
        "certain": finding.is_certain,
        "events": finding.events,
        "relations": finding.relations,
        "proceeding": finding.proceeding,
        "message": finding.message,
        "accepted": accepted.is_some(),
        "reason": accepted.map(|accepted| &accepted.reason),
        "author": accepted.and_then(|accepted| accepted.author.as_ref()),
        "at": accepted.map(|accepted| &accepted.at),
    })
}
