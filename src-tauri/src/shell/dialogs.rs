//! Asking the reader for a file. The window cannot name one itself: what it reads or
//! writes was chosen in one of these dialogs.

use super::places::Places;
use docketline_casebook::view::ExportFormat;
use docketline_casebook::{EXTENSION, words};
use std::ffi::OsStr;
use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use tauri::{AppHandle, Manager, Runtime, WebviewWindow};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    NewCasebook,
    OpenCasebook,
    /// With the name to propose, without its ending.
    SaveCopy(String),
    Restore(String),
    Recover(String),
    Export(ExportFormat, String),
    Import,
}

/// What the reader chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    pub path: PathBuf,
    /// The dialog asked about this very name, so what stands there may be replaced.
    pub may_replace: bool,
}

pub type Reply<'a> = Pin<Box<dyn Future<Output = Option<Chosen>> + Send + 'a>>;

/// Asks the reader; `None` when they cancelled.
pub trait Dialogs<R: Runtime>: Send + Sync {
    fn ask<'a>(&'a self, window: &'a WebviewWindow<R>, question: Question) -> Reply<'a>;
}

/// The system's own dialogs.
pub fn native<R: Runtime>(app: &AppHandle<R>) -> impl Dialogs<R> + use<R> {
    Native { app: app.clone() }
}

struct Native<R: Runtime> {
    app: AppHandle<R>,
}

impl<R: Runtime> Dialogs<R> for Native<R> {
    fn ask<'a>(&'a self, window: &'a WebviewWindow<R>, question: Question) -> Reply<'a> {
        let dialog = self
            .app
            .dialog()
            .file()
            .set_parent(window)
            .set_directory(self.app.state::<Places>().documents())
            .set_title(words::say(question.title(), &[]));
        let dialog = question
            .kinds()
            .iter()
            .fold(dialog, |dialog, (name, endings)| {
                dialog.add_filter(words::say(name, &[]), endings)
            });
        Box::pin(async move {
            match &question {
                Question::OpenCasebook | Question::Import => {
                    let path = shown(dialog, FileDialogBuilder::pick_file).await?;
                    Some(Chosen {
                        path,
                        may_replace: false,
                    })
                }
                Question::NewCasebook => {
                    save(dialog, &words::say("casebook-untitled", &[]), EXTENSION).await
                }
                Question::SaveCopy(name) | Question::Restore(name) | Question::Recover(name) => {
                    save(dialog, name, EXTENSION).await
                }
                Question::Export(format, name) => save(dialog, name, format.ending()).await,
            }
        })
    }
}

impl Question {
    fn title(&self) -> &'static str {
        match self {
            Self::NewCasebook => "dialog-new",
            Self::OpenCasebook => "dialog-open",
            Self::SaveCopy(_) => "dialog-save-copy",
            Self::Restore(_) => "dialog-restore",
            Self::Recover(_) => "dialog-recover",
            Self::Export(..) => "dialog-export",
            Self::Import => "dialog-import",
        }
    }

    /// The kinds of files on offer: the name of each and its endings.
    fn kinds(&self) -> &'static [(&'static str, &'static [&'static str])] {
        match self {
            Self::NewCasebook
            | Self::OpenCasebook
            | Self::SaveCopy(_)
            | Self::Restore(_)
            | Self::Recover(_) => &[("dialog-casebooks", &[EXTENSION])],
            Self::Export(ExportFormat::Json, _) => &[("export-json", &["json"])],
            Self::Export(ExportFormat::Csv, _) => &[("export-csv", &["csv"])],
            Self::Export(ExportFormat::Html, _) => &[("export-html", &["html"])],
            Self::Export(ExportFormat::Svg, _) => &[("export-svg", &["svg"])],
            Self::Export(ExportFormat::Png, _) => &[("export-png", &["png"])],
            Self::Export(ExportFormat::Pdf, _) => &[("export-pdf", &["pdf"])],
            Self::Import => &[
                ("dialog-importable", &["json", "csv"]),
                ("export-json", &["json"]),
                ("export-csv", &["csv"]),
            ],
        }
    }
}

async fn save<R: Runtime>(
    dialog: FileDialogBuilder<R>,
    name: &str,
    ending: &str,
) -> Option<Chosen> {
    let dialog = dialog.set_file_name(format!("{}.{ending}", file_name(name)));
    let path = shown(dialog, FileDialogBuilder::save_file).await?;
    Some(with_ending(path, ending))
}

/// GTK's dialog leaves the ending to the reader. Where we add it, the dialog has asked
/// about another name than the one that is written.
fn with_ending(path: PathBuf, ending: &str) -> Chosen {
    match path.file_name() {
        Some(name) if path.extension() != Some(OsStr::new(ending)) => {
            let mut name = name.to_owned();
            name.push(".");
            name.push(ending);
            Chosen {
                path: path.with_file_name(name),
                may_replace: false,
            }
        }
        _ => Chosen {
            path,
            may_replace: true,
        },
    }
}

/// A title as a file name that every system takes.
fn file_name(title: &str) -> String {
    let name: String = title
        .chars()
        .map(|c| {
            if c.is_control() || r#"/\:*?"<>|"#.contains(c) {
                '-'
            } else {
                c
            }
        })
        .take(80)
        .collect();
    name.trim_matches(['.', ' ']).to_owned()
}

type Show<R> = fn(FileDialogBuilder<R>, Box<dyn FnOnce(Option<FilePath>) + Send>);

/// Shows a dialog and waits without holding a thread.
async fn shown<R: Runtime>(dialog: FileDialogBuilder<R>, show: Show<R>) -> Option<PathBuf> {
    let (reply, mut replies) = tauri::async_runtime::channel(1);
    show(
        dialog,
        Box::new(move |chosen| {
            // Full is impossible, and nobody listening means that the window is gone.
            let _ = reply.try_send(chosen);
        }),
    );
    replies.recv().await??.into_path().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn a_missing_ending_is_added_and_then_nothing_is_replaced() {
        for (typed, written, may_replace) in [
            ("/a/case.html", "/a/case.html", true),
            ("/a/case", "/a/case.html", false),
            ("/a/v1.2", "/a/v1.2.html", false),
            ("/a/case.HTM", "/a/case.HTM.html", false),
        ] {
            let chosen = with_ending(PathBuf::from(typed), "html");
            assert_eq!(chosen.path, Path::new(written));
            assert_eq!(chosen.may_replace, may_replace, "{typed}");
        }
    }

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        for (title, name) in [
            ("Microsoft Ireland", "Microsoft Ireland"),
            ("In re: A/B?", "In re- A-B-"),
            ("../../etc", "-..-etc"),
            ("…", "…"),
        ] {
            assert_eq!(file_name(title), name);
        }
        assert_eq!(file_name(&"x".repeat(300)).len(), 80);
    }
}
