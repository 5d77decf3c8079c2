//! The grammar of whole expressions: date-times, intervals and sets.
//!
//! It follows the Library of Congress specification of 2019. Where that is silent, the
//! stricter reading of ISO 8601-2 decides: an interval has a date at one end at least,
//! the ends of a range are plain dates of one precision, a date of which no day exists
//! is invalid.

use super::cursor::{Cursor, fail};
use super::{
    Date, DateTime, EdtfError, Expression, Interval, IntervalEnd, Member, Precision, Set, SetKind,
    Zone,
};

pub(super) fn expression(cursor: &mut Cursor<'_>) -> Result<Expression, EdtfError> {
    match cursor.peek() {
        None => Err(fail(0, "nothing is written")),
        Some(b'[') => set(cursor, SetKind::OneOf),
        Some(b'{') => set(cursor, SetKind::AllOf),
        Some(b'/') => interval(cursor, IntervalEnd::Unknown),
        Some(b'.') => {
            if !cursor.eat_dots() {
                return Err(cursor.wrong("a date"));
            }
            if cursor.peek() == Some(b'/') {
                return interval(cursor, IntervalEnd::Open);
            }
            let date = cursor.date()?;
            interval(cursor, IntervalEnd::Beyond(date))
        }
        Some(_) => {
            let date = cursor.date()?;
            match cursor.peek() {
                None => Ok(Expression::Date(date)),
                Some(b'/') => interval(cursor, IntervalEnd::On(date)),
                Some(b'T') => date_time(cursor, &date),
                Some(b'.') => Err(fail(
                    cursor.at(),
                    "dots stand only in sets, such as [1984..], and at the ends of intervals",
                )),
                Some(_) => Err(cursor.wrong("the end of the date")),
            }
        }
    }
}

fn end(cursor: &Cursor<'_>) -> Result<(), EdtfError> {
    match cursor.peek() {
        None => Ok(()),
        Some(b'/') => Err(fail(cursor.at(), "an interval has one `/`")),
        Some(b'T') => Err(fail(
            cursor.at(),
            "intervals and sets consist of dates without times of day",
        )),
        Some(_) => Err(cursor.wrong("the end")),
    }
}

/// From the `/` on.
fn interval(cursor: &mut Cursor<'_>, start: IntervalEnd) -> Result<Expression, EdtfError> {
    if !cursor.eat(b'/') {
        return Err(cursor.wrong("`/`"));
    }
    let at = cursor.at();
    let last = interval_end(cursor)?;
    end(cursor)?;
    if start.date().is_none() && last.date().is_none() {
        return Err(fail(0, "an interval has a date at one end at least"));
    }
    let interval = Interval { start, end: last };
    if let (IntervalEnd::On(from), IntervalEnd::On(to)) = (&interval.start, &interval.end)
        && from.bounds().earliest > to.bounds().latest
    {
        return Err(fail(at, "the interval ends before it begins"));
    }
    // Intervals of plain dates are of level 0; unspecified digits in them of level 2.
    let level = match (&interval.start, &interval.end) {
        _ if cursor.masked => 2,
        (IntervalEnd::Beyond(_), _) | (_, IntervalEnd::Beyond(_)) => 2,
        (IntervalEnd::On(_), IntervalEnd::On(_)) => 0,
        _ => 1,
    };
    cursor.needs_level(level);
    Ok(Expression::Interval(interval))
}

fn interval_end(cursor: &mut Cursor<'_>) -> Result<IntervalEnd, EdtfError> {
    if cursor.is_at_end() {
        return Ok(IntervalEnd::Unknown);
    }
    if cursor.eat_dots() {
        if !cursor.is_at_end() {
            return Err(cursor.wrong("the end after an open end"));
        }
        return Ok(IntervalEnd::Open);
    }
    let date = cursor.date()?;
    Ok(if cursor.eat_dots() {
        IntervalEnd::Beyond(date)
    } else {
        IntervalEnd::On(date)
    })
}

fn set(cursor: &mut Cursor<'_>, kind: SetKind) -> Result<Expression, EdtfError> {
    let (open, close) = match kind {
        SetKind::OneOf => (b'[', b']'),
        SetKind::AllOf => (b'{', b'}'),
    };
    cursor.eat(open);
    cursor.needs_level(2);
    let mut members = Vec::new();
    loop {
        let at = cursor.at();
        let member = member(cursor)?;
        if matches!(member, Member::Until(_)) && !members.is_empty() {
            return Err(fail(
                at,
                "only the first member of a set may begin with dots",
            ));
        }
        let is_last = matches!(member, Member::From(_));
        members.push(member);
        if cursor.eat(close) {
            break;
        }
        match cursor.peek() {
            Some(b',') if is_last => {
                return Err(fail(
                    cursor.at(),
                    "only the last member of a set may end with dots",
                ));
            }
            Some(b',') => {
                cursor.eat(b',');
            }
            Some(b'T') => end(cursor)?,
            _ => return Err(cursor.wrong(&format!("`,` or `{}`", char::from(close)))),
        }
    }
    end(cursor)?;
    Ok(Expression::Set(Set { kind, members }))
}

fn member(cursor: &mut Cursor<'_>) -> Result<Member, EdtfError> {
    if cursor.eat_dots() {
        return Ok(Member::Until(cursor.date()?));
    }
    let from_at = cursor.at();
    let from = cursor.date()?;
    if !cursor.eat_dots() {
        return Ok(Member::Date(from));
    }
    if matches!(cursor.peek(), Some(b',' | b']' | b'}')) {
        return Ok(Member::From(from));
    }
    let to_at = cursor.at();
    let to = cursor.date()?;
    for (date, at) in [(&from, from_at), (&to, to_at)] {
        if !date.is_plain() {
            return Err(fail(
                at,
                "a range in a set runs between years, months or days without qualifiers or unspecified digits",
            ));
        }
    }
    if from.precision() != to.precision() {
        return Err(fail(to_at, "both ends of a range have the same precision"));
    }
    if from.bounds().earliest > to.bounds().latest {
        return Err(fail(to_at, "the range ends before it begins"));
    }
    Ok(Member::Range(from, to))
}

/// From the `T` on.
fn date_time(cursor: &mut Cursor<'_>, date: &Date) -> Result<Expression, EdtfError> {
    let day = match date.bounds().earliest {
        Some(day) if date.is_plain() && date.precision() == Precision::Day => day,
        _ => {
            return Err(fail(
                cursor.at(),
                "a time of day needs a full date without qualifiers, YYYY-MM-DD",
            ));
        }
    };
    cursor.eat(b'T');
    let hour = part_of_time(cursor, "hour", 23)?;
    colon(cursor)?;
    let minute = part_of_time(cursor, "minute", 59)?;
    colon(cursor)?;
    // 60 is a leap second; which days had one is not checked.
    let second = part_of_time(cursor, "second", 60)?;
    let zone = match cursor.peek() {
        Some(b'Z') => {
            cursor.eat(b'Z');
            Some(Zone::Utc)
        }
        Some(b'+' | b'-') => Some(shift(cursor)?),
        Some(b'.' | b',') => {
            return Err(fail(cursor.at(), "EDTF has no fractions of a second"));
        }
        _ => None,
    };
    match cursor.peek() {
        None => Ok(Expression::DateTime(DateTime {
            day,
            hour,
            minute,
            second,
            zone,
        })),
        Some(b'/') => Err(fail(
            cursor.at(),
            "intervals and sets consist of dates without times of day",
        )),
        Some(_) => Err(cursor.wrong("the end of the time")),
    }
}

fn shift(cursor: &mut Cursor<'_>) -> Result<Zone, EdtfError> {
    /// The furthest that a zone is from UTC.
    const FURTHEST: i16 = 14 * 60;
    let at = cursor.at();
    let behind = cursor.eat(b'-');
    if !behind {
        cursor.eat(b'+');
    }
    let hours = cursor.two_digits("the hours of the zone")?;
    let minutes = if cursor.eat(b':') {
        part_of_time(cursor, "minute", 59)?
    } else {
        0
    };
    let ahead = i16::from(hours) * 60 + i16::from(minutes);
    if ahead > FURTHEST {
        return Err(fail(at, "no zone is further than 14:00 from UTC"));
    }
    if behind && ahead == 0 {
        return Err(fail(at, "a zone without a shift is written Z or +00:00"));
    }
    Ok(Zone::Shift(if behind { -ahead } else { ahead }))
}

fn part_of_time(cursor: &mut Cursor<'_>, name: &str, last: u8) -> Result<u8, EdtfError> {
    let at = cursor.at();
    let value = cursor.two_digits(&format!("two digits of the {name}"))?;
    if value > last {
        return Err(fail(
            at,
            format!("there is no {name} {value:02}; they run from 00 to {last:02}"),
        ));
    }
    Ok(value)
}

fn colon(cursor: &mut Cursor<'_>) -> Result<(), EdtfError> {
    if cursor.eat(b':') {
        Ok(())
    } else {
        Err(cursor.wrong("`:`"))
    }
}
