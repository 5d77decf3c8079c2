//! The words of the interface, from the one Fluent file that the window reads too.

use docketline_domain::number::grouped;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;

const ENGLISH: &str = include_str!("../../../../assets/i18n/en.ftl");

static BUNDLE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    let mut bundle = FluentBundle::new_concurrent(vec![unic_langid::langid!("en")]);
    // A message that cannot be read is left out here and found by the test below.
    let resource = match FluentResource::try_new(ENGLISH.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    // Marks around arguments would end up in file names and on the command line.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        // A count: `say_count` takes no other number.
        FluentValue::Number(number) => Some(grouped(number.value as u64)),
        _ => None,
    }));
    bundle.add_resource_overriding(resource);
    bundle
});

/// The message in the reader's language. A message that does not exist shows as its
/// name: better a strange word than none.
pub fn say(message: &str, arguments: &[(&str, String)]) -> String {
    find(message, arguments).unwrap_or_else(|| message.to_owned())
}

/// A message with one number, `$count`, that decides its form; "12,345", as in the window.
pub fn say_count(message: &str, count: u32) -> String {
    let mut values = FluentArgs::new();
    values.set("count", count);
    format(message, &values).unwrap_or_else(|| count.to_string())
}

/// `None` when there is no such message.
pub fn find(message: &str, arguments: &[(&str, String)]) -> Option<String> {
    let mut values = FluentArgs::new();
    for (name, value) in arguments {
        values.set(*name, value.clone());
    }
    format(message, &values)
}

fn format(message: &str, values: &FluentArgs<'_>) -> Option<String> {
    let pattern = BUNDLE.get_message(message)?.value()?;
    let mut errors = Vec::new();
    Some(
        BUNDLE
            .format_pattern(pattern, Some(values), &mut errors)
            .into_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fluent_file_can_be_read_and_has_no_message_twice() {
        let resource = FluentResource::try_new(ENGLISH.to_owned())
            .map_err(|(_, errors)| errors)
            .unwrap();
        let mut bundle = FluentBundle::new_concurrent(vec![unic_langid::langid!("en")]);
        assert!(bundle.add_resource(resource).is_ok());
    }

    #[test]
    fn a_count_is_written_as_the_window_writes_it() {
        for (count, text) in [
            (1, "1 event"),
            (90, "90 events"),
            (101_116, "101,116 events"),
        ] {
            assert_eq!(say_count("lane-events", count), text);
        }
    }
}
