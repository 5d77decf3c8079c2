//! Nothing in a document can make the page do anything.

use crate::hostile::document;
use crate::{PICTURE, losses, page, parsed, sample, text_of};
use docketline_domain::{Clocks, Document};
use docketline_formats::html;
use proptest::prelude::*;
use std::collections::HashSet;

/// Every element that the page may have, with its attributes beside `id` and `class`.
const ALLOWED: &[(&str, &[&str])] = &[
    ("html", &["lang"]),
    ("head", &[]),
    ("meta", &["charset", "http-equiv", "content", "name"]),
    ("title", &[]),
    ("style", &[]),
    ("body", &[]),
    ("header", &[]),
    ("nav", &["aria-label"]),
    ("main", &[]),
    ("footer", &[]),
    ("section", &["aria-labelledby"]),
    ("article", &[]),
    ("div", &["role", "aria-label", "tabindex"]),
    ("h1", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("p", &[]),
    ("ul", &["aria-label"]),
    ("ol", &["start"]),
    ("li", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("dd", &[]),
    ("table", &[]),
    ("thead", &[]),
    ("tbody", &[]),
    ("tr", &[]),
    ("th", &["scope"]),
    ("td", &[]),
    ("figure", &[]),
    ("figcaption", &[]),
    ("a", &["href", "rel"]),
    ("span", &["title", "aria-hidden"]),
    ("time", &["datetime", "title"]),
    ("code", &[]),
    ("pre", &[]),
    ("cite", &[]),
    ("em", &[]),
    ("strong", &[]),
    ("blockquote", &[]),
    ("br", &[]),
    ("hr", &[]),
];

const VOID: &[&str] = &["meta", "br", "hr"];

/// Everything that must hold of every page.
fn assert_inert(page: &str) {
    let (before, rest) = page.split_once("<svg").unwrap();
    let (_, after) = rest.split_once("</svg>").unwrap();
    let own = format!("{before}{after}");
    let tree = parsed(&own);
    let mut ids = HashSet::new();
    for node in tree.descendants().filter(|node| node.is_element()) {
        let name = node.tag_name().name();
        let (_, attributes) = ALLOWED
            .iter()
            .find(|(allowed, _)| *allowed == name)
            .unwrap_or_else(|| panic!("the page has an element {name}"));
        for attribute in node.attributes() {
            let known = ["id", "class"].contains(&attribute.name())
                || attributes.contains(&attribute.name());
            assert!(known, "{name} has an attribute {}", attribute.name());
        }
        if let Some(id) = node.attribute("id") {
            assert!(ids.insert(id), "{id} stands twice");
            assert!(
                !id.starts_with("timeline-"),
                "{id} may be one of the picture's"
            );
            assert!(
                id.chars()
                    .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
            );
        }
        // What a browser does not take for empty must not be written like it.
        if !VOID.contains(&name) {
            assert!(!own[node.range()].ends_with("/>"), "{name} closes itself");
        }
    }
    for link in tree
        .descendants()
        .filter_map(|node| Some((node.attribute("href")?, node)))
    {
        let (href, node) = link;
        if let Some(place) = href.strip_prefix('#') {
            assert!(ids.contains(place), "{href} leads nowhere");
        } else {
            let scheme = href.split(':').next().unwrap().to_ascii_lowercase();
            assert!(
                ["http", "https", "mailto"].contains(&scheme.as_str()),
                "{href}"
            );
            assert_eq!(node.attribute("rel"), Some("noreferrer noopener"));
        }
    }
    let mut styles = tree
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/1999/xhtml", "style")));
    let style = styles.next().unwrap().text().unwrap();
    assert!(styles.next().is_none(), "there are two style sheets");
    assert!(!style.contains(['<', '&']), "the style sheet ends early");
    assert!(!style.contains("@import") && !style.contains("expression("));
    assert_eq!(style.matches("url(").count(), 5);
    assert_eq!(style.matches("url(data:font/woff2;base64,").count(), 5);
    assert!(!page.contains(|c: char| c.is_control() && !"\n\r\t".contains(c)));
}

const PAYLOADS: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>",
    "</title></head><body onload=alert(1)>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script><![CDATA[",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc=\"<script>alert(1)</script>\">",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content=0;url=https://evil.example>",
    "<link rel=stylesheet href=https://evil.example>",
    "<form action=https://evil.example><input>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "\"; } body { background: url(https://evil.example) } /*",
    "*/ @import url(https://evil.example); /*",
    "\\22 ; } @import 'https://evil.example'; \\",
    "javascript:alert(1)",
    "JAVASCRIPT&colon;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "//evil.example",
    "https://a.example/\"onclick=\"alert(1)",
    "https://a.example/</a><script>alert(1)</script>",
    "{{ 7 * 7 }} {% include \"x\" %} ${7*7}",
    "a\u{0}b\u{8}c\u{1b}[31md\u{7f}e\u{9b}f",
    "a\u{202e}fdp.exe\u{2066}b",
    "a\u{fffe}b\u{ffff}c",
    "a\u{b}b\u{c}c\u{85}d\u{2028}e",
    "a\r\nb\rc\n\n\td",
    "a b  c%20d#e?f&g=h",
    "§ “最高裁判所” — עברית العربية é̂ 👩\u{200d}⚖️",
    "",
];

#[test]
fn no_text_in_any_field_becomes_anything_but_text() {
    for payload in PAYLOADS {
        let page = page(&document(payload));
        assert_inert(&page);
    }
}

#[test]
fn what_is_not_text_is_left_out_and_the_rest_is_there() {
    for payload in PAYLOADS {
        let steers = |c: &char| {
            (c.is_control() && !c.is_whitespace())
                || "\u{b}\u{c}\u{85}\u{2028}\u{202e}\u{2066}\u{fffe}\u{ffff}".contains(*c)
        };
        let kept: String = payload.chars().filter(|c| !steers(c)).collect();
        let page = page(&document(payload));
        let tree = parsed(&page);
        let body = text_of(tree.root_element());
        assert!(
            body.contains(&crate::one_line(&kept)),
            "{payload:?} is not in the page"
        );
        let left_out = losses(&document(payload))
            .iter()
            .any(|loss| loss.contains("control"));
        assert_eq!(left_out, kept != *payload, "{payload:?}");
    }
}

#[test]
fn the_sample_and_nothing_at_all_make_inert_pages() {
    assert_inert(&page(&sample()));
    assert_inert(&page(&Document::default()));
}

#[test]
fn the_browser_is_told_to_fetch_and_to_run_nothing() {
    let page = page(&sample());
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";
    assert!(page.contains(&format!(
        r#"<meta http-equiv="Content-Security-Policy" content="{policy}" />"#
    )));
}

#[test]
fn the_picture_stands_in_the_page_as_it_was_given() {
    assert!(page(&Document::default()).contains(PICTURE));
}

#[test]
fn the_same_casebook_gives_the_same_bytes() {
    let document = document("x");
    let first = html::page(&document, PICTURE, "Docketline 0.1.0", Clocks::default());
    assert_eq!(
        first,
        html::page(&document, PICTURE, "Docketline 0.1.0", Clocks::default())
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_text_at_all_breaks_the_page(text in "[\\x00-\\x7f]{0,40}|\\PC{0,30}|[\\u{80}-\\u{ffff}]{0,20}|[<>&\"'/\\\\#:;{}!-]{0,30}") {
        assert_inert(&page(&document(&text)));
    }
}
