//! strace, for one step of a session: it comes to the running process before the step, which
//! it may disturb, and leaves after it. Without a step it stays for all of them.
//!
//! Watched from its beginning to its end, a session stops some seven thousand times and takes
//! three times as long, for a fault that needs a step of a hundred calls.

use std::ffi::OsString;
use std::io::{Error, Result};
use std::path::PathBuf;
use std::process::{Child, Command};
use std::thread;

/// Every call that changes a file or makes a change last.
pub const WRITES: [&str; 7] = [
    "write",
    "pwrite64",
    "writev",
    "pwritev",
    "fsync",
    "fdatasync",
    "ftruncate",
];

/// Changes nothing, and shows in the log that strace has come, or that a step begins.
pub const MARK: &str = "sched_yield";

/// Which step is watched, and by what.
#[derive(Debug)]
pub struct Watch {
    step: Option<usize>,
    log: PathBuf,
    /// Further arguments of strace.
    options: Vec<OsString>,
    strace: Option<Child>,
}

impl Watch {
    pub fn new(step: Option<usize>, log: PathBuf, options: Vec<OsString>) -> Self {
        Self {
            step,
            log,
            options,
            strace: None,
        }
    }

    /// What the process does from now on is this step, until the next one.
    pub fn begin(&mut self, step: usize) -> Result<()> {
        match self.step {
            Some(watched) if watched == step => self.come(),
            Some(_) => {
                self.leave();
                Ok(())
            }
            None if step == 0 => self.come(),
            None => {
                thread::yield_now();
                Ok(())
            }
        }
    }

    fn come(&mut self) -> Result<()> {
        // Where only ancestors may look into a process, it has to allow it; elsewhere this
        // is refused and not needed.
        #[cfg(target_os = "linux")]
        let _ = rustix::process::set_ptracer(rustix::process::PTracer::Any);
        let strace = Command::new("strace")
            .args(["-qq", "-e", "signal=none", "-s", "0", "-p"])
            .arg(std::process::id().to_string())
            .args(["-e", &format!("trace={MARK},{}", WRITES.join(",")), "-o"])
            .arg(&self.log)
            .args(&self.options)
            .spawn()?;
        let strace = self.strace.insert(strace);
        while !std::fs::read_to_string(&self.log).is_ok_and(|log| log.contains(MARK)) {
            if let Some(status) = strace.try_wait()? {
                return Err(Error::other(format!("strace ended with {status}")));
            }
            thread::yield_now();
        }
        Ok(())
    }

    /// A process goes on undisturbed when its tracer dies.
    fn leave(&mut self) {
        if let Some(mut strace) = self.strace.take() {
            let _ = strace.kill();
            let _ = strace.wait();
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.leave();
    }
}
