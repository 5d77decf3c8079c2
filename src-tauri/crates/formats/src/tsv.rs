//! Rows of text parted by tabs, as spreadsheets and word processors take them from the
//! clipboard.

use crate::csv::guarded;

/// A line for each row, and no line break after the last. Tabs and line breaks within a
/// cell become spaces, and what a spreadsheet would take for a formula is disarmed.
pub fn write<'a>(rows: impl IntoIterator<Item = &'a [String]>) -> String {
    let line = |row: &[String]| row.iter().map(|c| cell(c)).collect::<Vec<_>>().join("\t");
    rows.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

fn cell(text: &str) -> String {
    guarded(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_stays_in_its_cell_and_is_no_formula() {
        let rows = [
            ["Date".to_owned(), "Title".to_owned()],
            [
                "2016\t07".to_owned(),
                "=HYPERLINK(\"x\")\nsecond line ".to_owned(),
            ],
        ];
        assert_eq!(
            write(rows.iter().map(|row| row.as_slice())),
            "Date\tTitle\n2016 07\t'=HYPERLINK(\"x\") second line"
        );
    }
}
