//! HTML from the clipboard becomes Markdown, and nothing but Markdown that is shown safely.

use docketline_formats::markdown::{Block, Inline, parse};
use docketline_formats::pasted::{MAX_BYTES, to_markdown};
use proptest::prelude::*;

fn check(html: &str, expect: &str) {
    assert_eq!(to_markdown(html).as_deref(), Some(expect), "{html}");
}

/// What nothing is marked in is pasted as its plain text, which is the browser's affair.
fn is_plain(html: &str) {
    assert_eq!(to_markdown(html), None, "{html}");
}

#[test]
fn emphasis_links_lists_headings_quotations_and_paragraphs_come_through() {
    for (html, markdown) in [
        ("<b>held</b>", "**held**"),
        ("the <strong> court </strong>held", "the **court** held"),
        (
            "<em>Riley</em> v. <i>California</i>",
            "*Riley* v. *California*",
        ),
        ("<b>one <i>two</i> three</b>", "**one** ***two*** **three**"),
        ("un<b>constitution</b>al", "un**constitution**al"),
        (
            r#"<a href="https://example.org/a?b=1&amp;c=2">the <b>docket</b></a>"#,
            "[the **docket**](https://example.org/a?b=1&c=2)",
        ),
        (
            r#"<a href="mailto:clerk@example.org?attach=/etc/passwd">clerk</a>"#,
            "[clerk](mailto:clerk@example.org)",
        ),
        (
            r#"see <a href="https://example.org/a_(b)">it </a>now"#,
            r"see [it](https://example.org/a_\(b\)) now",
        ),
        (
            "<h1>Facts</h1><p>One.</p><p>Two.</p>",
            "# Facts\n\nOne.\n\nTwo.",
        ),
        ("<h3>C #</h3>", r"### C \#"),
        ("<ul><li>one<li>two</ul>", "- one\n- two"),
        (
            "<ol start=9><li><p>nine</p></li><li>ten<p>more</p></li></ol>",
            "9. nine\n10. ten\n\n    more",
        ),
        (
            "<p>Held:</p><ul><li>one<ul><li>inner</ul></li><li>two</li></ul><p>End</p>",
            "Held:\n\n- one\n  - inner\n- two\n\nEnd",
        ),
        (
            "<blockquote><p>one</p><p>two<br>three</p></blockquote>four",
            "> one\n>\n> two\\\n> three\n\nfour",
        ),
        ("<blockquote>a<ul><li>b</ul></blockquote>", "> a\n> - b"),
        // As word processors write it.
        (
            r#"<b style="font-weight:normal"><span style="font-weight:700">bold</span> not</b>"#,
            "**bold** not",
        ),
        (
            r#"<span style="font-style: italic">Id.</span> at 3"#,
            "*Id.* at 3",
        ),
        (
            "<!--StartFragment--><p class=MsoNormal><o:p>&nbsp;</o:p><b>a\n\tb</b></p>",
            "**a b**",
        ),
        // Tables and pictures are text.
        (
            "<table><tr><td>a<td>b<tr><td><b>c</b><td>d</table>",
            "a | b\\\n**c** | d",
        ),
        (
            r#"<b>x</b> <img alt="seal" src="https://x/y">"#,
            "**x** seal",
        ),
        // What is not closed, or closed twice.
        ("<b>a<p>b</i></p>c", "**a**\n\n**b**\n\n**c**"),
        ("</ul></li></blockquote><b>a</b>", "**a**"),
    ] {
        check(html, markdown);
    }
}

#[test]
fn text_stays_text_whatever_markdown_would_make_of_it() {
    for (text, escaped) in [
        ("1 * 2 * 3", r"1 \* 2 \* 3"),
        ("snake_case and _this_", r"snake_case and \_this\_"),
        ("[2016] EWCA Civ 1", "[2016] EWCA Civ 1"),
        ("[x](https://example.org)", r"[x\](https://example.org)"),
        ("[x]: https://example.org", r"[x\]: https://example.org"),
        ("[^1]", r"\[^1]"),
        ("a &lt;b&gt; c", r"a \<b> c"),
        ("AT&amp;T &amp;copy; x", r"AT&T \&copy; x"),
        (r"a\b `c`", r"a\\b \`c\`"),
    ] {
        check(&format!("<b>x</b> {text}"), &format!("**x** {escaped}"));
    }
    for (line, escaped) in [
        ("# one", r"\# one"),
        ("- one", r"\- one"),
        ("+ one", r"\+ one"),
        ("---", r"\---"),
        ("===", r"\==="),
        ("&gt; one", r"\> one"),
        ("12. one", r"12\. one"),
        ("1) one", r"1\) one"),
        ("-5 and #5 and 1.5", "-5 and #5 and 1.5"),
    ] {
        check(
            &format!("{line}<p><b>x</b>"),
            &format!("{escaped}\n\n**x**"),
        );
    }
    let wow = r#"Wow!<a href="https://example.org">x</a>"#;
    check(wow, r"Wow\![x](https://example.org)");
}

#[test]
fn what_could_do_something_is_gone() {
    let lead = "<b>x</b> ";
    for hostile in [
        "<script>alert(1)</script>",
        "<script><b>y</b></script>",
        "<style>b { color: red }</style>",
        "<!-- <b>y</b> -->",
        "<title>y</title>",
        "<svg><script>y</script><svg>y</svg>y</svg>",
        "<math><mtext>y</mtext></math>",
        "<iframe src=https://x><b>y</b></iframe>",
        "<template><b>y</b></template>",
        "<noscript><b>y</b></noscript>",
        "<textarea><b>y</b></textarea>",
        "<object data=x>y</object>",
        "<img src=x onerror=alert(1)>",
        "<script>y",
        "<svg>y",
    ] {
        check(&format!("{lead}{hostile}"), "**x**");
    }
    for (html, markdown) in [
        ("<b onclick=alert(1)>x</b>", "**x**"),
        ("<b>x</b><a href=javascript:alert(1)>y</a>", "**x**y"),
        ("<b>x</b><a href='java&#10;script:alert(1)'>y</a>", "**x**y"),
        ("<b>x</b><a href=' javascript:alert(1)'>y</a>", "**x**y"),
        ("<b>x</b><a href=data:text/html,y>y</a>", "**x**y"),
        ("<b>x</b><a href=file:///etc/passwd>y</a>", "**x**y"),
        ("<b>x</b><a href=//example.org>y</a>", "**x**y"),
        (
            "<b>x</b>&lt;script&gt;alert(1)&lt;/script&gt;",
            r"**x**\<script>alert(1)\</script>",
        ),
        ("<b>x</b>\u{202e}y\u{0}", "**x**y"),
        (
            "<a href='https://example.org/)[y](javascript:alert(1)'>x</a>",
            r"[x](https://example.org/\)[y]\(javascript:alert\(1\))",
        ),
    ] {
        check(html, markdown);
    }
}

#[test]
fn what_is_plain_empty_or_too_much_is_left_to_the_plain_text() {
    is_plain("");
    is_plain("only text");
    is_plain("<p>one</p><div>two</div>");
    is_plain("<b> </b>");
    is_plain("<a href=https://example.org> </a>");
    is_plain(&format!("<b>{}</b>", "x".repeat(MAX_BYTES)));
    is_plain(&format!("<b {}>x</b>", "a ".repeat(10 * MAX_BYTES)));
    // One tag that does not end, with as many attributes as go into it.
    let names: String = (0..40_000).map(|n| format!("a{n} ")).collect();
    is_plain(&format!("<b>x</b><b {names}>"));
}

#[test]
fn depth_costs_nothing() {
    for (open, close) in [
        ("<div>", "</div>"),
        ("<b>", "</b>"),
        ("<ul><li>", "</li></ul>"),
        ("<li>", ""),
        ("<blockquote>", "</blockquote>"),
        ("<svg>", "</svg>"),
        ("<a href=https://x.org>", "</a>"),
        ("<b><p>", "</i></div>"),
    ] {
        let deep = 100_000.min(MAX_BYTES / (open.len() + close.len() + 1));
        let html = format!(
            "<b>x</b><p>{}y{}<i>z</i>",
            open.repeat(deep),
            close.repeat(deep)
        );
        let markdown = to_markdown(&html[..html.len().min(MAX_BYTES)]).unwrap();
        assert!(markdown.starts_with("**x**"), "{open}");
        assert!(markdown.len() < 1_000, "{open}");
        parse(&markdown);
    }
}

fn text_of(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph { inlines } | Block::Heading { inlines, .. } => inline(inlines, out),
            Block::List { items, .. } => items.iter().for_each(|item| text_of(item, out)),
            Block::Quote { blocks } => text_of(blocks, out),
            Block::Code { text } => out.push_str(text),
            Block::Rule => out.push_str("<rule>"),
        }
    }
}

fn inline(inlines: &[Inline], out: &mut String) {
    for one in inlines {
        match one {
            Inline::Text { text } | Inline::Code { text } => out.push_str(text),
            Inline::Strong { inlines } | Inline::Emphasis { inlines } => inline(inlines, out),
            Inline::Link { inlines, .. } => inline(inlines, out),
            Inline::Break => out.push(' '),
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

proptest! {
    /// Whatever stands beside and in the marks, what is read is what was pasted.
    #[test]
    fn no_sign_is_lost_or_made(
        parts in proptest::collection::vec(("[ a-c0-9.\\-#*_\\[\\]()!<>&;:\\\\`~=+|\"é—]{0,6}", 0..6usize), 1..6),
    ) {
        let html: String = parts
            .iter()
            .map(|(text, look)| {
                let text = escaped(text);
                match look {
                    0 => text,
                    1 => format!("<b>{text}</b>"),
                    2 => format!("<i>{text}</i>"),
                    3 => format!("<a href='https://x.org/(a)_b*'>{text}</a>"),
                    4 => format!("<b><i>{text}</i></b>"),
                    _ => format!("<ul><li>{text}</ul>"),
                }
            })
            .collect();
        let Some(markdown) = to_markdown(&html) else {
            return Ok(());
        };
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        let plain: String = parts.iter().map(|(text, _)| text.as_str()).collect();
        let mut shown = String::new();
        text_of(&parse(&markdown), &mut shown);
        prop_assert_eq!(squeezed(&shown), squeezed(&plain), "{}\n{}", html, markdown);
    }

    #[test]
    fn no_html_at_all_breaks_it(html in "(</?(b|i|p|ul|ol|li|a|h1|blockquote|script|svg|td|br)( href='[a-z:/]{0,9}')?/?>|[a-z <>&'\"!-]{0,5}){0,40}") {
        if let Some(markdown) = to_markdown(&html) {
            parse(&markdown);
        }
    }
}
