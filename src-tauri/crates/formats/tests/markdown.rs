//! What Markdown may become, and what it never may.

use docketline_formats::markdown::{Block, Inline, parse};
use proptest::prelude::*;

/// One line for a document: `p(…)` a paragraph, `*…*` emphasis, `[label](address)` a
/// link, and so on.
fn shown(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join(" ")
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph { inlines } => format!("p({})", line(inlines)),
        Block::Heading { level, inlines } => format!("h{level}({})", line(inlines)),
        Block::List {
            ordered,
            start,
            items,
        } => {
            let items: Vec<String> = items.iter().map(|item| shown(item)).collect();
            let first = start.map_or(String::new(), |start| start.to_string());
            let kind = if *ordered { "ol" } else { "ul" };
            format!("{kind}{first}({})", items.join(" | "))
        }
        Block::Quote { blocks } => format!("q({})", shown(blocks)),
        Block::Code { text } => format!("code({text})"),
        Block::Rule => "rule".to_owned(),
    }
}

fn line(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text { text } => text.clone(),
            Inline::Strong { inlines } => format!("**{}**", line(inlines)),
            Inline::Emphasis { inlines } => format!("*{}*", line(inlines)),
            Inline::Code { text } => format!("`{text}`"),
            Inline::Link { href, inlines } => format!("[{}]({href})", line(inlines)),
            Inline::Break => "↵".to_owned(),
        })
        .collect()
}

#[test]
fn notes_read_as_their_authors_meant_them() {
    for (markdown, expect) in [
        ("", ""),
        ("one\ntwo", "p(one two)"),
        ("one\\\ntwo", "p(one↵two)"),
        ("one\n\ntwo", "p(one) p(two)"),
        ("# Holding\n\ntext", "h1(Holding) p(text)"),
        ("*a* **b** `c` ***d***", "p(*a* **b** `c` ***d***)"),
        ("> quoted\n> on", "q(p(quoted on))"),
        ("- a\n- b\n  - c", "ul(p(a) | p(b) ul(p(c)))"),
        ("7. a\n8. b", "ol7(p(a) | p(b))"),
        ("- a\n\n  b\n- c", "ul(p(a) p(b) | p(c))"),
        ("- # a\n  b", "ul(h1(a) p(b))"),
        ("    code\n\n---", "code(code) rule"),
        ("```rust\nfn a() {}\n\nb\n```", "code(fn a() {}\n\nb)"),
        (
            "[*Opinion*](https://example.org/a?b=c&d \"title\")",
            "p([*Opinion*](https://example.org/a?b=c&d))",
        ),
        (
            "<https://example.org>",
            "p([https://example.org](https://example.org))",
        ),
        (
            "<a@example.org>",
            "p([a@example.org](mailto:a@example.org))",
        ),
        (
            "[x][1]\n\n[1]: HTTP://example.org",
            "p([x](HTTP://example.org))",
        ),
        (
            "§ 2703 &amp; &sect; 18\u{a0}U.S.C.",
            "p(§ 2703 & § 18\u{a0}U.S.C.)",
        ),
        (
            "~~a~~\n| b |\n|---|\n- [ ] c",
            "p(~~a~~ | b | |---|) ul(p([ ] c))",
        ),
        ("a[^1] b\n\n[^1]: *At* 12.", "p(a[^1] b) p([^1]: *At* 12.)"),
        ("[^1]: word", "p([^1]: word)"),
    ] {
        assert_eq!(shown(&parse(markdown)), expect, "{markdown:?}");
    }
}

#[test]
fn raw_html_is_text() {
    for (markdown, expect) in [
        ("a <b>c</b>", "p(a <b>c</b>)"),
        ("<script>alert(1)</script>", "p(<script>alert(1)</script>)"),
        ("<div>\n*a*\n</div>\nb", "p(<div>↵*a*↵</div>↵b)"),
        ("<!-- a\n\nb -->", "p(<!-- a↵↵b -->)"),
        (
            "<img src=x onerror=alert(1)>",
            "p(<img src=x onerror=alert(1)>)",
        ),
        ("- <svg/onload=alert(1)>", "ul(p(<svg/onload=alert(1)>))"),
        ("&lt;script&gt;", "p(<script>)"),
        (
            "<a href='javascript:alert(1)'>x</a>",
            "p(<a href='javascript:alert(1)'>x</a>)",
        ),
    ] {
        assert_eq!(shown(&parse(markdown)), expect, "{markdown:?}");
    }
}

#[test]
fn an_image_is_a_link_to_it() {
    for (markdown, expect) in [
        (
            "![the *seal*](https://a.b/c.png)",
            "p([the *seal*](https://a.b/c.png))",
        ),
        (
            "![](https://a.b/c.png)",
            "p([https://a.b/c.png](https://a.b/c.png))",
        ),
        ("![alt](data:image/svg+xml;base64,AAAA)", "p(alt)"),
        ("![alt](file:///etc/passwd)", "p(alt)"),
        ("![alt](local.png)", "p(alt)"),
        (
            "[![alt](https://a.b/c.png)](https://d.e)",
            "p([alt](https://d.e))",
        ),
        (
            "![a [b](https://c.d) e](https://f.g)",
            "p([a b e](https://f.g))",
        ),
    ] {
        assert_eq!(shown(&parse(markdown)), expect, "{markdown:?}");
    }
}

#[test]
fn a_link_goes_to_the_web_or_to_a_mailbox_or_nowhere() {
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A&#x61;vascript:alert(1)",
        "java&Tab;script:alert(1)",
        "java&#10;script:alert(1)",
        "java\tscript:alert(1)",
        "\u{1}javascript:alert(1)",
        "\\javascript:alert(1)",
        "javascript&colon;alert(1)",
        "javascript:https://a.b",
        "https&#10;://a.b",
        "<javascript:alert(1)>",
        "< javascript:alert(1)>",
        "vbscript:msgbox(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "blob:https://a.b/c",
        "file:///etc/passwd",
        "view-source:https://a.b",
        "intent://a#Intent;end",
        "ftp://a.b",
        "//a.b/c",
        "///a.b",
        "/etc/passwd",
        "\\\\server\\share",
        "#fragment",
        "a.html",
        "?a=b",
        "http:a.b",
        "http:/a.b",
        "http://",
        "https:///a.b",
        "https://?a",
        "https:\\\\a.b",
        "<https://a.b/c d>",
        "<https://a.b/\u{202e}cod.exe>",
        "mailto:",
        "mailto:nobody",
        "mailto:?attach=/etc/passwd",
        "",
    ] {
        for markdown in [
            format!("[label]({address})"),
            format!("![label]({address})"),
            format!("<{address}>"),
            format!("[label]\n\n[label]: {address}"),
        ] {
            assert_eq!(links(&parse(&markdown)), [""; 0], "{markdown:?}");
        }
        let label = visible(&parse(&format!("[label]({address})")));
        assert!(label.contains("label"), "{address:?} became {label}");
    }
    for (markdown, expect) in [
        ("[*a* `b`](javascript:c)", "p(*a* `b`)"),
        ("a [b](file:c) d", "p(a b d)"),
        ("[](https://a.b)", "p([https://a.b](https://a.b))"),
        (
            "[a](mailto:a@b.c?attach=/etc/passwd)",
            "p([a](mailto:a@b.c))",
        ),
        ("[a](MAILTO:a@b.c)", "p([a](mailto:a@b.c))"),
        ("[a](< https://b.c >)", "p([a](https://b.c))"),
        (
            "[a](https://b.c/\"onclick='d')",
            "p([a](https://b.c/\"onclick='d'))",
        ),
    ] {
        assert_eq!(shown(&parse(markdown)), expect, "{markdown:?}");
    }
}

#[test]
fn characters_that_steer_text_are_left_out() {
    for (markdown, expect) in [
        ("a\u{0}b", "p(ab)"),
        ("a\u{1b}[31mb", "p(a[31mb)"),
        ("a\u{202e}b `c\u{2066}d`", "p(ab `cd`)"),
        ("a&#1;b&#x202E;c", "p(abc)"),
        ("```\na\u{7}b\n```", "code(ab)"),
        (
            "א\u{200f} ok \u{200d}👩\u{200d}⚖️",
            "p(א\u{200f} ok \u{200d}👩\u{200d}⚖️)",
        ),
    ] {
        assert_eq!(shown(&parse(markdown)), expect, "{markdown:?}");
    }
}

fn depth(blocks: &[Block]) -> usize {
    let inner = |block: &Block| match block {
        Block::Quote { blocks } => depth(blocks),
        Block::List { items, .. } => 1 + items.iter().map(|item| depth(item)).max().unwrap_or(0),
        Block::Paragraph { inlines } | Block::Heading { inlines, .. } => inline_depth(inlines),
        Block::Code { .. } | Block::Rule => 0,
    };
    blocks.iter().map(inner).max().map_or(0, |depth| depth + 1)
}

fn inline_depth(inlines: &[Inline]) -> usize {
    let inner = |inline: &Inline| match inline {
        Inline::Strong { inlines }
        | Inline::Emphasis { inlines }
        | Inline::Link { inlines, .. } => inline_depth(inlines),
        Inline::Text { .. } | Inline::Code { .. } | Inline::Break => 0,
    };
    inlines.iter().map(inner).max().map_or(0, |depth| depth + 1)
}

#[test]
fn a_hundred_thousand_levels_are_a_few() {
    let many = 100_000;
    for markdown in [
        format!("{} end", ">".repeat(many)),
        format!("{} end", "> ".repeat(many)),
        format!("{} end", "- ".repeat(many)),
        format!("{} end", "1. ".repeat(many)),
        format!("{} end", "> - ".repeat(many)),
        format!("{} end {}", "[".repeat(many), "](https://a.b)".repeat(many)),
        format!(
            "{} end {}",
            "![".repeat(many),
            "](https://a.b)".repeat(many)
        ),
        format!("{}end", "*a ".repeat(many)),
        format!("{}end{}", "*a ".repeat(many), " a*".repeat(many)),
        format!("{}end{}", "**a _b ".repeat(many), " a_ b**".repeat(many)),
        format!("a {} end", "`".repeat(many)),
        format!("{} end", "<".repeat(many)),
        format!("{} end", "<a ".repeat(many)),
        format!("{} end", "&".repeat(many)),
        format!("{} end", "\\".repeat(many)),
        format!("{}end", "<div>\n".repeat(many)),
        format!("{}end", "[^1]: ".repeat(many)),
        format!("{}end", "[^1]".repeat(many)),
        (0..500)
            .map(|n| format!("{}- a\n", "  ".repeat(n)))
            .collect::<String>()
            + "\nend",
        (0..500)
            .map(|n| format!("{} a\n\n", ">".repeat(n)))
            .collect::<String>()
            + "end",
    ] {
        let start = markdown.chars().take(12).collect::<String>();
        let blocks = parse(&markdown);
        assert!(depth(&blocks) <= 40, "{start:?} is {} deep", depth(&blocks));
        assert!(visible(&blocks).contains("end"), "{start:?} lost its end");
    }
}

/// Everything a reader sees, without the spaces.
fn visible(blocks: &[Block]) -> String {
    fn of_inlines(inlines: &[Inline]) -> String {
        inlines
            .iter()
            .map(|inline| match inline {
                Inline::Text { text } | Inline::Code { text } => text.clone(),
                Inline::Strong { inlines }
                | Inline::Emphasis { inlines }
                | Inline::Link { inlines, .. } => of_inlines(inlines),
                Inline::Break => String::new(),
            })
            .collect()
    }
    let text: String = blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph { inlines } | Block::Heading { inlines, .. } => of_inlines(inlines),
            Block::List { items, .. } => items.iter().map(|item| visible(item)).collect(),
            Block::Quote { blocks } => visible(blocks),
            Block::Code { text } => text.clone(),
            Block::Rule => String::new(),
        })
        .collect();
    text.split_whitespace().collect()
}

/// Text that is made of what Markdown and HTML care about.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        ">",
        "> ",
        "- ",
        "1. ",
        "#",
        "##  ",
        "*",
        "**",
        "_",
        "__",
        "`",
        "```\n",
        "~~~",
        "[",
        "]",
        "](",
        ")",
        "!",
        "![",
        "<",
        ">",
        "</",
        "<script>",
        "<a href=\"",
        "<!--",
        "-->",
        "<?",
        "&",
        "&#",
        "&#0;",
        "&lt;",
        ";",
        "\\",
        "\n",
        "\n\n",
        "\r\n",
        "    ",
        "\t",
        "|",
        "---",
        "===",
        "javascript:",
        "https://a.b",
        "mailto:",
        "data:",
        "[1]: ",
        "[^1]",
        "[^1]: ",
        "\u{0}",
        "\u{202e}",
        "é",
        "最",
        "\u{feff}",
        "word",
        "a",
        " ",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// What pulldown-cmark says is text, whatever stands around it.
fn written(markdown: &str) -> String {
    use pulldown_cmark::{Event, Options, Parser};
    let text: String = Parser::new_ext(markdown, Options::ENABLE_FOOTNOTES)
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                Some(text.replace(['\u{202e}', '\0'], ""))
            }
            _ => None,
        })
        .collect();
    text.split_whitespace().collect()
}

fn is_subsequence(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().all(|c| rest.any(|d| c == d))
}

/// Where the links lead.
fn links(blocks: &[Block]) -> Vec<String> {
    fn of_inlines(inlines: &[Inline]) -> Vec<String> {
        inlines
            .iter()
            .flat_map(|inline| match inline {
                Inline::Link { href, inlines } => {
                    [vec![href.clone()], of_inlines(inlines)].concat()
                }
                Inline::Strong { inlines } | Inline::Emphasis { inlines } => of_inlines(inlines),
                Inline::Text { .. } | Inline::Code { .. } | Inline::Break => Vec::new(),
            })
            .collect()
    }
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Paragraph { inlines } | Block::Heading { inlines, .. } => of_inlines(inlines),
            Block::List { items, .. } => items.iter().flat_map(|item| links(item)).collect(),
            Block::Quote { blocks } => links(blocks),
            Block::Code { .. } | Block::Rule => Vec::new(),
        })
        .collect()
}

fn leads_out_only(href: &str) -> bool {
    let scheme = href.split(':').next().unwrap_or_default();
    ["http", "https", "mailto"].contains(&scheme.to_ascii_lowercase().as_str())
}

proptest! {
    #[test]
    fn no_text_panics_and_every_visible_character_is_kept(markdown in hostile()) {
        let blocks = parse(&markdown);
        let (written, seen) = (written(&markdown), visible(&blocks));
        prop_assert!(is_subsequence(&written, &seen), "{written:?} became {seen:?}");
        prop_assert!(links(&blocks).iter().all(|href| leads_out_only(href)));
    }

    #[test]
    fn nor_does_any_unicode(markdown in "\\PC{0,200}|[\\x00-\\u{ffff}]{0,80}") {
        prop_assert!(links(&parse(&markdown)).iter().all(|href| leads_out_only(href)));
    }
}
