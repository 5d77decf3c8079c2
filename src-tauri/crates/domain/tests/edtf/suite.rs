use docketline_domain::Edtf;
use serde_json::Value;
use std::path::Path;

/// A suite of cases that lies beside the repository where the tool is developed; the
/// project does not contain it.
#[test]
fn the_suite_beside_the_repository_passes_where_it_is_present() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/suites/edtf-dev.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        let mut out = std::io::stderr();
        std::io::Write::write_all(&mut out, b"skipped: no EDTF suite beside the repository\n")
            .unwrap();
        return;
    };
    let cases: Vec<Value> = serde_json::from_str(&text).unwrap();
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let text = case["edtf"].as_str()?;
            let valid = case["valid"].as_bool()?;
            let levels = case["level"].as_str()?;
            let (agrees, found) = match Edtf::parse(text) {
                Ok(edtf) => {
                    let level = edtf.level().to_string();
                    (
                        valid && levels.split('|').any(|wanted| wanted == level),
                        level,
                    )
                }
                Err(error) => (!valid, error.to_string()),
            };
            (!agrees).then(|| format!("{text}: {found}, expected {levels:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(!cases.is_empty());
}
