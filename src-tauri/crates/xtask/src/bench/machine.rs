//! Where and when something was measured, for whoever compares two runs.

use super::casebooks::Casebooks;
use super::program::answer;
use crate::task::root;
use serde_json::{Value, json};
use std::fs;
use std::process::Command;

/// What stands beside the figures. What the system does not tell is left out as null:
/// nothing of it is worth losing a run for.
pub fn run(casebooks: &Casebooks) -> Value {
    json!({
        "date": said("date", &["-u", "+%Y-%m-%dT%H:%M:%SZ"]),
        "commit": said("git", &["rev-parse", "HEAD"]),
        "changed_since_commit": said("git", &["status", "--porcelain"]).map(|said| !said.is_empty()),
        "largest_casebook": casebooks.largest(),
        "machine": {
            "system": line_of("/etc/os-release", "PRETTY_NAME=").map(|name| name.trim_matches('"').to_owned()),
            "kernel": said("uname", &["-sr"]),
            "processor": line_of("/proc/cpuinfo", "model name").map(|name| name.trim_start_matches([' ', '\t', ':']).to_owned()),
            "processors": std::thread::available_parallelism().ok().map(std::num::NonZero::get),
            "memory": line_of("/proc/meminfo", "MemTotal:").map(|size| size.trim().to_owned()),
            "graphics_card": fs::exists("/dev/dri").ok(),
            // What else it did: a busy machine makes every figure worse.
            "load_before": fs::read_to_string("/proc/loadavg").ok().map(|load| load.trim().to_owned()),
        },
    })
}

fn said(program: &str, arguments: &[&str]) -> Option<String> {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    let said = answer(command).ok()?;
    Some(String::from_utf8_lossy(&said).trim().to_owned())
}

/// What follows the name of a value in one of the system's files.
fn line_of(path: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    Some(line.to_owned())
}
