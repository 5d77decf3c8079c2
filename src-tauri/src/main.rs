#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(all(unix, not(feature = "automation")))]
    if std::env::var_os(AUTOMATION).is_some() {
        return start_without_automation();
    }
    docketline::run()
}

/// With this variable set, whoever can reach the window's driver can operate the window
/// and read the casebook in it.
#[cfg(all(unix, not(feature = "automation")))]
const AUTOMATION: &str = "TAURI_WEBVIEW_AUTOMATION";

/// Removing a variable from a running process is not safe, so the program takes its own
/// place without it.
#[cfg(all(unix, not(feature = "automation")))]
fn start_without_automation() -> ExitCode {
    use std::os::unix::process::CommandExt;
    if let Ok(program) = std::env::current_exe() {
        // Comes back only when it failed.
        let _ = std::process::Command::new(program)
            .args(std::env::args_os().skip(1))
            .env_remove(AUTOMATION)
            .exec();
    }
    ExitCode::FAILURE
}
