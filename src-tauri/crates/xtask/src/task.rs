//! The tasks of the Makefile.

use crate::steps::Steps;
use crate::{bench, frames, ui, window};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The checkout this tool was compiled in.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../.."))
}

pub fn cargo<const N: usize>(arguments: [&str; N]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(root());
    command
}

pub fn in_ui<const N: usize>(arguments: [&str; N]) -> Command {
    npm(&root().join("ui"), arguments)
}

pub fn npm<const N: usize>(folder: &Path, arguments: [&str; N]) -> Command {
    let mut command = Command::new("npm");
    command.args(arguments).current_dir(folder);
    command
}

/// Where cargo leaves what it builds.
pub fn built(profile: &str, program: &str) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), PathBuf::from)
        .join(profile)
        .join(program)
}

/// Builds the program as its readers get it, and opens its window or, where there is
/// no display, takes the window's picture.
pub fn run() -> Result<bool> {
    let mut steps = Steps::new();
    ui::build(&mut steps)?;
    steps.require("Build of the program", program(&[]))?;
    if window::has_display() {
        window::open()
    } else {
        window::show_without_display(&mut steps)?;
        Ok(steps.finish())
    }
}

/// The window and the command line together, so that both use the same compiled crates.
fn program(options: &[&str]) -> Command {
    let mut command = cargo(["build", "--release", "--locked"]);
    command
        .args(["--bin", "docketline", "--bin", "docketline-cli"])
        .args(options);
    command
}

pub fn test() -> Result<bool> {
    let mut steps = Steps::new();
    ui::build(&mut steps)?;
    static_checks(&mut steps)?;
    rust_tests(&mut steps)?;
    // What is survived is printed, so the output of the tests is shown.
    let mut faults = survive("short");
    faults.args(["--", "--nocapture"]);
    steps.run("Faults, short: tests", faults)?;
    steps.run("Interface: tests", in_ui(["run", "test"]))?;
    steps.run(
        "Interface: tests in a browser",
        in_ui(["run", "test:browser"]),
    )?;
    window_tests(&mut steps)?;
    report_suites();
    Ok(steps.finish())
}

/// Every fault at every point, which takes long; `test` tries some of each. It is built for
/// speed, which pays for so many, and has one test after the other, because each uses all
/// cores.
pub fn faults() -> Result<bool> {
    let mut steps = Steps::new();
    let mut tests = survive("full");
    tests.args([
        "--profile",
        "faults",
        "--",
        "--nocapture",
        "--test-threads=1",
    ]);
    // A kill and a refusal leave the same behind on any drive, and waiting for a real one
    // would be half of the time.
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        tests.env("TMPDIR", memory);
    }
    steps.run("Faults, full: tests", tests)?;
    Ok(steps.finish())
}

/// The tests of the package, which go on where one has failed.
fn survive(extent: &str) -> Command {
    let mut tests = cargo([
        "test",
        "--locked",
        "--package",
        "docketline-faults",
        "--no-fail-fast",
    ]);
    tests.env("DOCKETLINE_FAULTS", extent);
    tests
}

pub fn check() -> Result<bool> {
    let mut steps = Steps::new();
    ui::build(&mut steps)?;
    static_checks(&mut steps)?;
    Ok(steps.finish())
}

pub fn setup() -> Result<bool> {
    let mut steps = Steps::new();
    ui::build(&mut steps)?;
    Ok(steps.finish())
}

fn static_checks(steps: &mut Steps) -> Result<()> {
    steps.run("Rust: formatting", cargo(["fmt", "--all", "--check"]))?;
    let mut clippy = cargo(["clippy", "--locked", "--workspace", "--all-targets"]);
    clippy.args(["--all-features", "--", "-D", "warnings"]);
    steps.run("Rust: lints", clippy)?;
    steps.run("Interface: lints and types", in_ui(["run", "check"]))?;
    Ok(())
}

fn rust_tests(steps: &mut Steps) -> Result<()> {
    let nextest = cargo(["nextest", "--version"])
        .output()
        .is_ok_and(|output| output.status.success());
    if nextest {
        let tests = cargo(["nextest", "run", "--locked", "--no-fail-fast"]);
        steps.run("Rust: tests", with_readers(tests))?;
        // nextest leaves the examples in the documentation to cargo.
        steps.run(
            "Rust: examples in the documentation",
            cargo(["test", "--locked", "--doc"]),
        )?;
    } else {
        let tests = cargo(["test", "--locked", "--no-fail-fast"]);
        steps.run("Rust: tests", with_readers(tests))?;
    }
    Ok(())
}

/// Tests that open pictures with other programs fail where these are missing. Elsewhere
/// than on Linux nothing installs them, and the tests do without.
fn with_readers(mut tests: Command) -> Command {
    if cfg!(target_os = "linux") {
        tests.env("DOCKETLINE_READERS", "needed");
    }
    tests
}

/// The program as its readers get it, but for the door that lets a test operate it.
fn window_tests(steps: &mut Steps) -> Result<()> {
    if !cfg!(target_os = "linux") {
        println!("\nThe program in its window: skipped, its driver exists on Linux only.");
        return Ok(());
    }
    if !steps.run(
        "Build of the program for its tests",
        program(&["--features", "docketline/automation"]),
    )? {
        return Ok(());
    }
    let mut tests = cargo(["test", "--locked", "--package", "docketline-e2e"]);
    tests
        // One window at a time: the machine may be small, and the tests look at clocks.
        .args(["--", "--test-threads=1"])
        .env("DOCKETLINE", built("release", "docketline"))
        .env("DOCKETLINE_CLI", built("release", "docketline-cli"));
    steps.run("The program in its window: tests", tests)?;
    Ok(())
}

/// Times that are worth watching; not part of the tests, which must not depend on the
/// load of a machine.
pub fn bench() -> Result<bool> {
    let mut steps = Steps::new();
    ui::build(&mut steps)?;
    // Without them everything else is measured all the same.
    ui::install(&mut steps, "Other timelines", &root().join("tests/bench"))?;
    let mut build = cargo(["build", "--release", "--locked", "--bins", "--examples"]);
    build.args(["--features", "docketline/automation"]);
    for package in [
        "docketline",
        "docketline-cli",
        "docketline-bare",
        "docketline-testkit",
        "docketline-store",
    ] {
        build.args(["--package", package]);
    }
    steps.require("Build of the programs", build)?;
    bench::run()
}

/// How smoothly the timeline of some casebooks moves. Pictures of them go where those of
/// the tests go.
pub fn frames(casebooks: &[&str]) -> Result<bool> {
    let mut steps = Steps::new();
    ui::build(&mut steps)?;
    let build = program(&["--features", "docketline/automation"]);
    steps.require("Build of the program", build)?;
    let pictures = root().join("build/screens");
    std::fs::create_dir_all(&pictures)?;
    frames::frames(casebooks, &pictures)?;
    Ok(true)
}

/// Writes a made-up casebook, for measuring. The generator is built for speed: a debug
/// build takes ten times as long.
pub fn generate(events: &str, path: &str) -> Result<bool> {
    let path = std::path::absolute(path)?;
    let mut generate = cargo(["run", "--release", "--quiet", "--locked"]);
    generate
        .args(["--package", "docketline-testkit", "--bin", "generate", "--"])
        .args(["--events", events])
        .arg(path);
    Ok(generate.status()?.success())
}

/// Larger suites of other projects may lie beside the checkout. Tests use them when
/// they are there; nothing depends on them.
fn report_suites() {
    let suites = root().join("../shared/suites");
    if suites.is_dir() {
        println!("\nSuites beside the checkout: used.");
    } else {
        println!("\nSuites beside the checkout: skipped, there are none.");
    }
}
