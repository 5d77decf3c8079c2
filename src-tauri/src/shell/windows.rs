//! One window for each casebook, and one casebook in each window.

use super::closing::Farewell;
use super::hand::hand;
use super::places::Places;
use super::recent::Recent;
use super::watching::Told;
use crate::error::{Answer, CommandError};
use docketline_casebook::view::CasebookSummary;
use docketline_casebook::{Backups, Casebook, Stop, words};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, TryLockError};
use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Manager, Runtime, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use tauri_plugin_window_state::StateFlags;

/// The open windows by their labels, `casebook-1` and so on.
#[derive(Debug, Default)]
pub struct Windows {
    sessions: Mutex<BTreeMap<String, Arc<Session>>>,
    opened_so_far: AtomicU32,
}

/// What a window shows.
#[derive(Debug)]
pub struct Session {
    backups: Backups,
    wanted: Mutex<Wanted>,
    opened: OnceLock<Mutex<Opened>>,
    /// The newest question of each kind, which calls off the one before.
    asked: Mutex<BTreeMap<&'static str, Stop>>,
    /// What an import was last previewed for, and may therefore be read.
    previewed: Mutex<Option<PathBuf>>,
    /// The casebook that was last restored or recovered from here, and may be opened.
    made: Mutex<Option<PathBuf>>,
    pub farewell: Farewell,
    pub told: Told,
}

/// What a window is to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    File(PathBuf),
    /// The reader's own copy of the sample, which is made when it is not there yet.
    OwnSample(PathBuf),
}

#[derive(Debug)]
enum Opened {
    Casebook(Box<Casebook>),
    /// A window opens all the same, to say why there is nothing in it.
    Refused(CommandError),
}

impl Windows {
    /// Shows a casebook in a new window, or the window that has it already.
    pub fn show<R: Runtime>(app: &AppHandle<R>, wanted: Wanted) -> tauri::Result<()> {
        let windows = app.state::<Self>();
        let (label, session) = {
            let mut sessions = windows.sessions();
            if let Some(label) = showing(&sessions, wanted.path()) {
                drop(sessions);
                focus(app, &label);
                return Ok(());
            }
            let number = windows.opened_so_far.fetch_add(1, Ordering::Relaxed) + 1;
            let label = format!("casebook-{number}");
            let backups = Backups::new(app.state::<Places>().backups());
            let session = Arc::new(Session::new(wanted, backups));
            sessions.insert(label.clone(), Arc::clone(&session));
            (label, session)
        };
        // The file is read while the system makes the window, which takes longer.
        let reading = Arc::clone(&session);
        tauri::async_runtime::spawn_blocking(move || {
            // What the page asks for first stands ready then. A refusal is told when it asks.
            let _ = reading.with(|casebook| Ok(casebook.prepare_timeline()?));
        });
        let window = WebviewWindowBuilder::new(app, &label, WebviewUrl::default())
            .title(app.package_info().name.clone())
            .inner_size(1440.0, 900.0)
            .min_inner_size(800.0, 560.0)
            .on_navigation(is_own_page)
            .build()
            .inspect_err(|_| windows.close(&label))?;
        tauri::async_runtime::spawn_blocking(move || {
            if let Ok(summary) = session.with(|casebook| Ok(casebook.summary()?)) {
                opened(&window, &summary);
            }
        });
        Ok(())
    }

    /// Brings some window to the front: the reader started the program once more.
    pub fn focus_any<R: Runtime>(app: &AppHandle<R>) {
        let label = app.state::<Self>().sessions().keys().next().cloned();
        if let Some(label) = label {
            focus(app, &label);
        }
    }

    /// Puts another casebook into a window; `open` opens or makes it. When a window has
    /// it already, that one comes to the front and this one stays as it is; when it
    /// cannot be opened, too. Answers what this window shows then.
    pub fn put<R: Runtime>(
        window: &WebviewWindow<R>,
        path: &Path,
        open: impl FnOnce(&Path) -> docketline_casebook::Result<Casebook>,
    ) -> Answer<CasebookSummary> {
        let windows = window.state::<Self>();
        let session = windows.session(window.label())?;
        // Where opening was refused, the reader may have mended the reason; where the file
        // went away, another one may stand in its place.
        let is_lost = session.is_lost();
        let (before, is_same_place) = {
            let sessions = windows.sessions();
            let shown = showing(&sessions, path);
            let is_mine = shown.as_deref() == Some(window.label());
            if let Some(label) = shown.filter(|_| !(is_mine && is_lost)) {
                drop(sessions);
                focus(window.app_handle(), &label);
                return session.with(|casebook| Ok(casebook.summary()?));
            }
            // From here on nobody else opens it.
            (session.want(Wanted::File(path.to_owned())), is_mine)
        };
        if is_same_place {
            // What it has of a file that is gone, above all the right to write there, would
            // stand in the way of the file that is in its place now.
            session.close();
        }
        let put = open(path).and_then(|casebook| {
            let summary = casebook.summary()?;
            session.replace(casebook);
            Ok(summary)
        });
        match put {
            Ok(summary) => {
                opened(window, &summary);
                Ok(summary)
            }
            Err(error) => {
                session.want(before);
                let error = CommandError::from(error);
                if is_same_place {
                    session.refuse(error.clone());
                }
                Err(error)
            }
        }
    }

    pub fn session(&self, label: &str) -> Answer<Arc<Session>> {
        self.sessions()
            .get(label)
            .cloned()
            .ok_or_else(CommandError::internal)
    }

    /// Every window that is open, by its label.
    pub fn all(&self) -> Vec<(String, Arc<Session>)> {
        let sessions = self.sessions();
        sessions
            .iter()
            .map(|(label, session)| (label.clone(), Arc::clone(session)))
            .collect()
    }

    /// Closes the casebook of a window that is gone.
    pub fn close(&self, label: &str) {
        let session = self.sessions().remove(label);
        if let Some(session) = session {
            session.close();
        }
    }

    pub fn close_all(&self) {
        let sessions = std::mem::take(&mut *self.sessions());
        for session in sessions.values() {
            session.close();
        }
    }

    fn sessions(&self) -> MutexGuard<'_, BTreeMap<String, Arc<Session>>> {
        lock(&self.sessions)
    }
}

impl Session {
    fn new(wanted: Wanted, backups: Backups) -> Self {
        Self {
            backups,
            wanted: Mutex::new(wanted),
            opened: OnceLock::new(),
            asked: Mutex::default(),
            previewed: Mutex::new(None),
            made: Mutex::new(None),
            farewell: Farewell::default(),
            told: Told::default(),
        }
    }

    /// Works on the casebook, after waiting until it is open. Never on the thread that
    /// draws the windows.
    pub fn with<T>(&self, work: impl FnOnce(&mut Casebook) -> Answer<T>) -> Answer<T> {
        match &mut *lock(self.opened()) {
            Opened::Casebook(casebook) => work(casebook),
            Opened::Refused(error) => Err(error.clone()),
        }
    }

    /// The same if that is possible at once: nothing else is done with it just now, and it
    /// is open.
    pub fn try_with<T>(&self, work: impl FnOnce(&mut Casebook) -> Answer<T>) -> Option<Answer<T>> {
        let mut opened = match self.opened.get()?.try_lock() {
            Ok(opened) => opened,
            Err(TryLockError::Poisoned(left)) => left.into_inner(),
            Err(TryLockError::WouldBlock) => return None,
        };
        match &mut *opened {
            Opened::Casebook(casebook) => Some(work(casebook)),
            Opened::Refused(_) => None,
        }
    }

    /// The file that it is to show, whether that could be opened or not.
    pub fn wanted(&self) -> PathBuf {
        lock(&self.wanted).path().to_owned()
    }

    pub fn set_made(&self, path: PathBuf) {
        *lock(&self.made) = Some(path);
    }

    /// The casebook that was last made from here, if the window calls it so.
    pub fn made(&self, shown: &str) -> Option<PathBuf> {
        lock(&self.made)
            .clone()
            .filter(|path| path.display().to_string() == shown)
    }

    /// Calls off the question of this kind that was asked before; what is answered next is
    /// stopped by the next call.
    pub fn newest(&self, kind: &'static str) -> Stop {
        let stop = Stop::default();
        if let Some(before) = lock(&self.asked).insert(kind, stop.clone()) {
            before.stop();
        }
        stop
    }

    /// Answers a question as [`Session::with`], unless it is called off: then it ends at
    /// once, whether it is being answered or waits.
    pub fn until_stopped<T>(
        &self,
        stop: &Stop,
        ask: impl FnOnce(&Casebook) -> docketline_casebook::Result<T>,
    ) -> Answer<T> {
        self.with(|casebook| Ok(casebook.until_stopped(stop, ask)?))
    }

    pub fn set_previewed(&self, path: PathBuf) {
        *lock(&self.previewed) = Some(path);
    }

    /// The file that was previewed last, if the window calls it so.
    pub fn previewed(&self, shown: &str) -> Option<PathBuf> {
        lock(&self.previewed)
            .clone()
            .filter(|path| path.display().to_string() == shown)
    }

    fn opened(&self) -> &Mutex<Opened> {
        self.opened.get_or_init(|| {
            let wanted = lock(&self.wanted).clone();
            Mutex::new(match wanted.open() {
                Ok(casebook) => self.keep(casebook),
                Err(error) => Opened::Refused(error.into()),
            })
        })
    }

    fn replace(&self, casebook: Casebook) {
        let opened = self.keep(casebook);
        *lock(self.opened()) = opened;
        *lock(&self.previewed) = None;
    }

    fn keep(&self, mut casebook: Casebook) -> Opened {
        casebook.keep_backups_in(self.backups.clone());
        Opened::Casebook(Box::new(casebook))
    }

    /// Where the backups of its casebook are, and of all others.
    pub fn backups(&self) -> &Backups {
        &self.backups
    }

    pub fn is_refused(&self) -> bool {
        matches!(*lock(self.opened()), Opened::Refused(_))
    }

    /// Whether it shows no file that is still in its place.
    fn is_lost(&self) -> bool {
        match &*lock(self.opened()) {
            Opened::Casebook(casebook) => casebook.expect_in_place().is_err(),
            Opened::Refused(_) => true,
        }
    }

    /// Closes the file when the work on it is done, even where somebody still holds the
    /// session: the process may end before they let go.
    fn close(&self) {
        self.refuse(CommandError::internal());
    }

    fn refuse(&self, error: CommandError) {
        if let Some(opened) = self.opened.get() {
            *lock(opened) = Opened::Refused(error);
        }
    }

    /// Answers what it was to show before.
    fn want(&self, wanted: Wanted) -> Wanted {
        std::mem::replace(&mut lock(&self.wanted), wanted)
    }
}

impl Wanted {
    fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::OwnSample(path) => path,
        }
    }

    fn open(&self) -> docketline_casebook::Result<Casebook> {
        match self {
            Self::OwnSample(path) if !path.exists() => make_sample(path),
            Self::File(path) | Self::OwnSample(path) => Casebook::open(path, hand()),
        }
    }
}

/// Writes the sample to a place where nothing is yet, with its folder.
pub fn make_sample(path: &Path) -> docketline_casebook::Result<Casebook> {
    if let Some(folder) = path.parent() {
        // When this fails, so does the next line, which can say why.
        let _ = std::fs::create_dir_all(folder);
    }
    Casebook::create_sample(path, hand())
}

/// Size and place of the last window, for the next one.
pub fn remembered_size<R: Runtime>() -> TauriPlugin<R> {
    tauri_plugin_window_state::Builder::new()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        // Windows are numbered as they open, so a number means nothing next time.
        .map_label(|_| "casebook")
        .build()
}

/// A window shows the program's page and never another one, whatever a casebook says.
fn is_own_page(url: &Url) -> bool {
    let is_built = matches!(
        (url.scheme(), url.host_str()),
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost"))
    );
    is_built || (tauri::is_dev() && url.host_str() == Some("localhost"))
}

/// The window that has this file, by whatever way it is named.
fn showing(sessions: &BTreeMap<String, Arc<Session>>, path: &Path) -> Option<String> {
    let same = resolved(path);
    sessions
        .iter()
        .find(|(_, session)| resolved(lock(&session.wanted).path()) == same)
        .map(|(label, _)| label.clone())
}

/// A file that does not exist yet is as it is named.
fn resolved(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

fn opened<R: Runtime>(window: &WebviewWindow<R>, summary: &CasebookSummary) {
    window.state::<Recent>().remember(summary);
    let title = words::say("window-title", &[("title", summary.title.clone())]);
    // A window that is just being closed needs no title.
    let _ = window.set_title(&title);
}

fn focus<R: Runtime>(app: &AppHandle<R>, label: &str) {
    if let Some(window) = app.get_webview_window(label) {
        // As far as the system lets a program do this.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// What a panic left behind is still the casebook: every edit is a whole transaction.
pub(super) fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_goes_nowhere_but_to_its_own_page() {
        for (url, is_own) in [
            ("tauri://localhost/", true),
            ("tauri://localhost/index.html#event-3", true),
            ("http://tauri.localhost/", true),
            ("https://example.org/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,hello", false),
            ("about:blank", false),
        ] {
            assert_eq!(is_own_page(&url.parse().unwrap()), is_own, "{url}");
        }
    }
}
