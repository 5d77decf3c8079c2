//! What the consistency check says of the sample. Each line was looked at beside the
//! corpus and is true; a line that is not belongs to a rule that has to change.

use docketline_casebook::sample;
use docketline_domain::consistency::findings;

#[test]
fn the_check_says_of_the_sample_only_what_is_true() {
    let found: Vec<String> = findings(&sample())
        .iter()
        .map(|finding| {
            let events: Vec<&str> = finding.events().iter().map(|id| id.as_str()).collect();
            let relations: Vec<&str> = finding.relations().iter().map(|id| id.as_str()).collect();
            format!(
                "{}: {} {}",
                finding.rule(),
                events.join(" "),
                relations.join(" ")
            )
        })
        .collect();
    assert_eq!(found, Vec::<String>::new());
}
