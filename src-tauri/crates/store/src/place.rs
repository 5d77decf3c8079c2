//! Where a casebook stands, as far as that endangers it.

use std::path::{Component, Path};

/// A place where more than this machine may write to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SharedPlace {
    /// A folder that a program keeps in step with other machines.
    Synchronised(&'static str),
    /// A drive of another machine, by the name of its file system.
    Network(String),
}

/// The beginnings of folder names, in lower case, and whose they are.
const CLOUDS: [(&str, &str); 11] = [
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("icloud", "iCloud"),
    ("mobile documents", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("box sync", "Box"),
    ("syncthing", "Syncthing"),
];

const NETWORKS: [&str; 12] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ncpfs",
    "9p",
    "fuse.sshfs",
    "davfs",
    "fuse.davfs2",
    "ceph",
];

/// What the path and the list of mounted drives tell.
pub(crate) fn shared_place(path: &Path) -> Option<SharedPlace> {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    by_name(&path).or_else(|| by_mount(&path, &mounts))
}

fn by_name(path: &Path) -> Option<SharedPlace> {
    let folders = path.parent()?.components();
    folders
        .filter_map(|part| match part {
            Component::Normal(name) => Some(name.to_string_lossy().to_lowercase()),
            _ => None,
        })
        .find_map(|name| {
            let cloud = CLOUDS.iter().find(|(start, _)| name.starts_with(start))?;
            Some(SharedPlace::Synchronised(cloud.1))
        })
}

/// Reads Linux' list of mounts: the mount point is the fifth field, the file system the
/// one after " - ". The longest mount point that holds the path counts, the last of those.
fn by_mount(path: &Path, mounts: &str) -> Option<SharedPlace> {
    let (_, system) = mounts
        .lines()
        .filter_map(|line| {
            let (left, right) = line.split_once(" - ")?;
            let point = left.split(' ').nth(4)?.replace("\\040", " ");
            let system = right.split(' ').next()?;
            path.starts_with(&point).then_some((point.len(), system))
        })
        .max_by_key(|(length, _)| *length)?;
    NETWORKS
        .contains(&system)
        .then(|| SharedPlace::Network(system.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_cloud_clients_are_known_by_their_names() {
        for (path, expect) in [
            ("/home/a/Dropbox/case.casebook", Some("Dropbox")),
            ("/home/a/Dropbox (Firm)/x/case.casebook", Some("Dropbox")),
            (
                "/Users/a/OneDrive - University/case.casebook",
                Some("OneDrive"),
            ),
            (
                "/Users/a/Library/Mobile Documents/com~apple~CloudDocs/c.casebook",
                Some("iCloud"),
            ),
            ("/home/a/Nextcloud/c.casebook", Some("Nextcloud")),
            ("/home/a/cases/dropbox.casebook", None),
            ("/home/a/cases/c.casebook", None),
        ] {
            let got = by_name(Path::new(path));
            assert_eq!(got, expect.map(SharedPlace::Synchronised), "{path}");
        }
    }

    #[test]
    fn drives_of_other_machines_are_known_by_the_list_of_mounts() {
        let mounts = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/firm\\040files rw - cifs //server/share rw
31 30 8:2 / /mnt/firm\\040files/local rw - ext4 /dev/sdb rw
32 22 0:41 / /net rw master:2 - nfs4 server:/ rw";
        for (path, expect) in [
            ("/home/c.casebook", None),
            ("/mnt/firm files/c.casebook", Some("cifs")),
            ("/mnt/firm files/local/c.casebook", None),
            ("/net/a/c.casebook", Some("nfs4")),
            ("/network/c.casebook", None),
        ] {
            let expect = expect.map(|system: &str| SharedPlace::Network(system.to_owned()));
            assert_eq!(by_mount(Path::new(path), mounts), expect, "{path}");
        }
    }
}
