#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(not(feature = "automation"))]
    if let Some(code) = without_automation() {
        return code;
    }
    docketline::run()
}

/// With this variable set, whoever can reach the window's driver can operate the window
/// and read the casebook in it. Removing a variable from a running process is not safe,
/// so the program starts again without it.
#[cfg(not(feature = "automation"))]
fn without_automation() -> Option<ExitCode> {
    const AUTOMATION: &str = "TAURI_WEBVIEW_AUTOMATION";
    std::env::var_os(AUTOMATION)?;
    let status = std::env::current_exe().and_then(|program| {
        std::process::Command::new(program)
            .args(std::env::args_os().skip(1))
            .env_remove(AUTOMATION)
            .status()
    });
    Some(match status {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}
