//! Processes that end together.

use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

/// A process and all it starts, ended together when this is dropped: a window under
/// `dbus-run-session` is a grandchild, which killing the child would leave running.
#[derive(Debug)]
pub struct Group {
    pub child: Child,
}

impl Group {
    pub fn spawn(mut command: Command) -> io::Result<Self> {
        // Its own process group, named after the child.
        let child = command.process_group(0).spawn()?;
        Ok(Self { child })
    }

    fn signal(&self, name: &str) {
        signal(name, &format!("-{}", self.child.id()));
    }
}

/// Sends a signal, such as "TERM", to a process, or with a minus sign to its group.
/// Nobody left to receive it is as good.
pub fn signal(name: &str, receiver: &str) {
    let _ = Command::new("kill")
        .args(["-s", name, "--", receiver])
        .stderr(Stdio::null())
        .status();
}

impl Drop for Group {
    fn drop(&mut self) {
        if !matches!(self.child.try_wait(), Ok(Some(_))) {
            self.signal("TERM");
            let _ = self.child.wait();
        }
        self.signal("KILL");
    }
}
