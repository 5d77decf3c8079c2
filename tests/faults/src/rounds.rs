//! Many rounds of one kind: on every core, each in its worker's folder, with a line now and
//! then of how far they are.

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

/// What became of some rounds.
#[derive(Debug, Default)]
pub struct Rounds {
    pub done: usize,
    /// Those of them that panicked, which said why.
    pub failed: Vec<usize>,
    /// How long the slowest took, and which it was.
    pub slowest: (Duration, usize),
}

/// So many rounds pass between two lines.
const LINE: usize = 250;

/// Does each round in a folder that only its worker uses, and begins none after `time`. One
/// that panics does not keep the others from their turn.
#[expect(clippy::print_stderr, reason = "a long run says how far it is")]
pub fn rounds(
    what: &str,
    numbers: Range<usize>,
    time: Duration,
    round: impl Fn(&Path, usize) + Sync,
) -> Rounds {
    let start = Instant::now();
    let count = numbers.len();
    let (next, rounds) = (Mutex::new(numbers), Mutex::new(Rounds::default()));
    // By itself, so that nobody waits for the next number until a round is done.
    let take = || next.lock().expect("no holder panics").next();
    let work = || {
        let folder = tempfile::tempdir().expect("there is a place for temporary files");
        while start.elapsed() < time
            && let Some(number) = take()
        {
            let began = Instant::now();
            let ended = catch_unwind(AssertUnwindSafe(|| round(folder.path(), number)));
            let took = began.elapsed();
            let mut rounds = rounds.lock().expect("no holder panics");
            rounds.done += 1;
            rounds.slowest = rounds.slowest.max((took, number));
            if ended.is_err() {
                rounds.failed.push(number);
            }
            if rounds.done % LINE == 0 {
                let (done, failed) = (rounds.done, rounds.failed.len());
                let took = start.elapsed().as_secs();
                eprintln!("{what}: {done} of {count} after {took} s, {failed} failed");
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, Into::into) {
            scope.spawn(work);
        }
    });
    rounds.into_inner().expect("no holder panics")
}
