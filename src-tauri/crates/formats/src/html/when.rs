//! A date in words, with the expression it was written as where the words say less.

use super::text::Text;
use askama::Template;
use askama::filters::HtmlSafe;
use docketline_domain::Edtf;

#[derive(Debug, Clone, Template)]
#[template(
    ext = "html",
    source = r#"{% match datetime %}
{%- when Some(datetime) -%}<time datetime="{{ datetime }}"{% if self.is_coarse %} title="EDTF {{ datetime }}"{% endif %}>{{ words }}</time>
{%- when None -%}<span title="EDTF {{ written }}">{{ words }}</span>{% if !self.in_passing %} <code class="edtf">{{ written }}</code>{% endif %}
{%- endmatch %}"#
)]
pub struct When {
    words: Text,
    /// The value for machines, where HTML has a form for such a date.
    datetime: Option<Text>,
    written: Text,
    /// A whole month or year.
    is_coarse: bool,
    /// The words will do here; what was written shows on pointing at them.
    in_passing: bool,
}

impl HtmlSafe for When {}

impl When {
    pub fn new(date: &Edtf) -> Self {
        let written = date.as_str();
        Self {
            words: Text::ours(date.to_words()),
            datetime: is_html_date(written).then(|| Text::ours(written)),
            written: Text::ours(written),
            is_coarse: written.len() < "YYYY-MM-DD".len(),
            in_passing: false,
        }
    }

    pub fn in_passing(date: &Edtf) -> Self {
        Self {
            in_passing: true,
            ..Self::new(date)
        }
    }
}

/// Whether HTML knows the form: a year from 1 on, a month of it, or a day of that. EDTF
/// writes seasons like months from 21 on. A valid EDTF expression of this form exists
/// in the calendar.
fn is_html_date(written: &str) -> bool {
    let form: String = written
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect();
    let month = written.get(5..7).unwrap_or("01");
    ["0000", "0000-00", "0000-00-00"].contains(&form.as_str())
        && !written.starts_with("0000")
        && ("01"..="12").contains(&month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machines_get_a_date_only_where_html_has_a_form_for_it() {
        for (written, datetime) in [
            ("2014-07-14", true),
            ("2014-07", true),
            ("2014", true),
            ("0001", true),
            ("0000", false),
            ("-0044", false),
            ("2014-21", false),
            ("2014-07?", false),
            ("2014-07-1X", false),
            ("201X", false),
            ("Y170000002", false),
            ("2014-07-14/2014-07-15", false),
            ("2014-07-14/..", false),
            ("[2014-08-01..2014-08-12]", false),
        ] {
            let shown = When::new(&Edtf::parse(written).unwrap()).to_string();
            assert_eq!(shown.contains("datetime="), datetime, "{written}: {shown}");
        }
    }

    #[test]
    fn a_date_whose_words_say_less_shows_how_it_was_written() {
        let shown = |written| When::new(&Edtf::parse(written).unwrap()).to_string();
        assert_eq!(
            shown("2014-07-14"),
            r#"<time datetime="2014-07-14">14 July 2014</time>"#
        );
        assert_eq!(
            shown("2014-05"),
            r#"<time datetime="2014-05" title="EDTF 2014-05">May 2014</time>"#
        );
        assert_eq!(
            shown("2014-06~"),
            r#"<span title="EDTF 2014-06~">about June 2014</span> <code class="edtf">2014-06~</code>"#
        );
        let passing = When::in_passing(&Edtf::parse("2014-06~").unwrap()).to_string();
        assert_eq!(
            passing,
            r#"<span title="EDTF 2014-06~">about June 2014</span>"#
        );
    }
}
