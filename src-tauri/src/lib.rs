//! The desktop shell: windows, dialogs and the way from the window to the use cases of
//! [`docketline_casebook`]. Nothing here knows what a casebook means.

mod commands;
mod error;
pub mod shell;

pub use commands::COMMANDS;
pub use error::CommandError;
use shell::closing;
use shell::dialogs::Dialogs;
use shell::places::Places;
use shell::recent::Recent;
use shell::windows::Windows;
use std::path::Path;
use std::process::ExitCode;
use tauri::{App, AppHandle, Builder, Context, Manager, RunEvent, Runtime, WindowEvent};

/// Runs until the last window is closed.
pub fn run() -> ExitCode {
    shell::drawing::suit_machine();
    match start() {
        Ok(app) => {
            app.run(|app, event| {
                // The process ends without dropping what Tauri manages, and a casebook
                // that is not closed leaves more than one file.
                if let RunEvent::Exit = event {
                    app.state::<Windows>().close_all();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            complain(&error);
            ExitCode::FAILURE
        }
    }
}

fn start() -> tauri::Result<App> {
    let builder = Builder::default()
        .plugin(shell::windows::remembered_size())
        .plugin(tauri_plugin_dialog::init());
    let app = build(builder, context(), |app| {
        Ok(Shell {
            places: Places::of(app)?,
            dialogs: Box::new(shell::dialogs::native(app)),
        })
    })?;
    let handle = app.handle();
    // A second start hands over here and ends, before it has touched anything; what it
    // hands over needs the state above. Without a message bus each start is its own.
    handle.plugin(tauri_plugin_single_instance::init(
        |app, arguments, folder| {
            let arguments = arguments.into_iter().skip(1).map(Into::into);
            shell::start::again(app, shell::start::files(arguments, Path::new(&folder)));
        },
    ))?;
    end_when_told(handle);
    shell::watching::start(handle);
    shell::keeping::start(handle);
    let folder = std::env::current_dir().unwrap_or_default();
    let files = shell::start::files(std::env::args_os().skip(1), &folder);
    shell::start::first(handle, files)?;
    Ok(app)
}

/// Ctrl+C in a terminal, the end of the reader's session or of the machine: casebooks
/// are closed as by hand. Where this cannot be had, they are still whole.
fn end_when_told(app: &AppHandle) {
    let app = app.clone();
    let _ = ctrlc::set_handler(move || closing::close_all(&app));
}

/// What the shell needs of its surroundings; tests bring their own.
#[expect(missing_debug_implementations, reason = "a dialog has nothing to show")]
pub struct Shell<R: Runtime> {
    pub places: Places,
    pub dialogs: Box<dyn Dialogs<R>>,
}

/// The app with its commands and its state, on any runtime.
pub fn build<R: Runtime>(
    builder: Builder<R>,
    context: Context<R>,
    shell: impl FnOnce(&AppHandle<R>) -> tauri::Result<Shell<R>>,
) -> tauri::Result<App<R>> {
    let app = builder
        .invoke_handler(commands::handler())
        .on_window_event(|window, event| match event {
            WindowEvent::CloseRequested { api, .. } if closing::ask_page(window) => {
                api.prevent_close();
            }
            WindowEvent::Destroyed => window.state::<Windows>().close(window.label()),
            _ => {}
        })
        .build(context)?;
    let Shell { places, dialogs } = shell(app.handle())?;
    app.manage(Windows::default());
    app.manage(Recent::read(places.recent()));
    app.manage(places);
    app.manage(dialogs);
    Ok(app)
}

/// The configuration, the built interface and what its windows are allowed.
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

#[allow(clippy::print_stderr, reason = "there is no window to say it in")]
fn complain(error: &tauri::Error) {
    eprintln!("Docketline could not start: {error}");
}
