//! Where the folder of a book lies: on a disk of this machine, in a folder that a program copies elsewhere, or on a network.
//!
//! A program that copies folders may copy the file of a book and its log at two moments; a network's disk may not have the
//! locks that a log needs. There the book is kept as one file between two changes, and the user is told.

use std::path::Path;

use engawa_store::Log;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Where a folder lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Site {
    /// On a disk of this machine, as far as anybody can tell.
    Here,
    /// In the folder of OneDrive.
    OneDrive,
    /// In iCloud Drive.
    ICloud,
    /// In the folder of Dropbox.
    Dropbox,
    /// In Google Drive.
    GoogleDrive,
    /// In a folder that some other program keeps in a cloud.
    OtherCloud,
    /// On a disk that is reached over a network, or that another system lends.
    Network,
}

/// What is known of the machine around a folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// Folders that OneDrive names in the environment.
    pub one_drive: Vec<String>,
    /// The table of mounts as Linux shows it, `/proc/self/mountinfo`; empty elsewhere.
    pub mounts: String,
    /// Whether a folder above holds the mark that Dropbox leaves.
    pub dropbox_mark: DropboxMark,
}

/// Whether Dropbox has left its mark in a folder above.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DropboxMark {
    /// It has.
    There,
    /// It has not.
    #[default]
    None,
}

impl Surroundings {
    /// As they are on this machine, around this folder.
    pub fn of_this_machine(folder: &Path) -> Self {
        let named = |name| std::env::var(name).ok().filter(|path| !path.is_empty());
        let variables = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"];
        let marked = folder.ancestors().any(|above| above.join(".dropbox").is_file());
        Self {
            one_drive: variables.into_iter().filter_map(named).collect(),
            mounts: std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default(),
            dropbox_mark: if marked { DropboxMark::There } else { DropboxMark::None },
        }
    }
}

impl Site {
    /// Where this folder lies on this machine.
    pub fn of_this_machine(folder: &Path) -> Self {
        let folder = folder.canonicalize().or_else(|_| std::path::absolute(folder));
        let folder = folder.unwrap_or_default();
        site_of(&folder.to_string_lossy(), &Surroundings::of_this_machine(&folder))
    }

    /// How SQLite keeps a change there until it is whole.
    pub const fn log(self) -> Log {
        match self {
            Self::Here => Log::Beside,
            Self::OneDrive
            | Self::ICloud
            | Self::Dropbox
            | Self::GoogleDrive
            | Self::OtherCloud
            | Self::Network => Log::OneFile,
        }
    }
}

/// Where a folder lies. The path is absolute, of any of the three systems.
pub fn site_of(path: &str, around: &Surroundings) -> Site {
    // Windows writes long paths so; they are on a disk of the machine unless a server follows.
    let plain = path.strip_prefix(r"\\?\UNC\").map_or_else(
        || path.strip_prefix(r"\\?\").unwrap_or(path).to_owned(),
        |server| format!(r"\\{server}"),
    );
    let parts: Vec<String> =
        plain.split(['/', '\\']).filter(|part| !part.is_empty()).map(str::to_lowercase).collect();
    if around.one_drive.iter().any(|folder| is_within(&plain, folder)) {
        return Site::OneDrive;
    }
    if let Some(cloud) = parts.iter().enumerate().find_map(|(at, part)| cloud(part, &parts[..at])) {
        return cloud;
    }
    if around.dropbox_mark == DropboxMark::There {
        return Site::Dropbox;
    }
    let is_server = plain.starts_with(r"\\") && !plain.starts_with(r"\\.\");
    if is_server || is_network(mounted_as(&plain, &around.mounts).unwrap_or_default()) {
        return Site::Network;
    }
    Site::Here
}

/// The cloud whose folder has this name, below these.
fn cloud(part: &str, above: &[String]) -> Option<Site> {
    let begins = |name: &str| {
        // `OneDrive - 会社名`, `Dropbox (Personal)`, `GoogleDrive-name@example.jp`
        part.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '-', '(']))
    };
    match part {
        _ if begins("onedrive") => Some(Site::OneDrive),
        "com~apple~clouddocs" | "iclouddrive" | "icloud drive" | "mobile documents" => Some(Site::ICloud),
        _ if begins("dropbox") => Some(Site::Dropbox),
        _ if begins("googledrive") || begins("google drive") => Some(Site::GoogleDrive),
        // The root of Google's drive letter, `G:\My Drive`, in English and in Japanese.
        "my drive" | "\u{30DE}\u{30A4}\u{30C9}\u{30E9}\u{30A4}\u{30D6}"
            if above.len() == 1 && above[0].ends_with(':') =>
        {
            Some(Site::GoogleDrive)
        }
        _ if above.last().is_some_and(|above| above == "cloudstorage") => Some(Site::OtherCloud),
        _ => None,
    }
}

fn is_within(path: &str, folder: &str) -> bool {
    let parts = |path: &str| -> Vec<String> {
        path.split(['/', '\\']).filter(|part| !part.is_empty()).map(str::to_lowercase).collect()
    };
    let folder = parts(folder);
    !folder.is_empty() && parts(path).starts_with(&folder)
}

/// As what the file system is mounted on which a path lies: that of the longest mount point above it, the last of several at
/// one place. `None` where the table says nothing.
pub fn mounted_as<'m>(path: &str, mounts: &'m str) -> Option<&'m str> {
    let mut found: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        // 36 35 98:0 /source /mount/point options … - type source options (man 5 proc)
        let Some((before, after)) = line.split_once(" - ") else { continue };
        let (Some(point), Some(kind)) = (before.split(' ').nth(4), after.split(' ').next()) else { continue };
        let point = unescaped(point);
        let is_above = point == "/"
            || path == point
            || path.strip_prefix(point.as_str()).is_some_and(|rest| rest.starts_with('/'));
        if is_above && found.is_none_or(|(longest, _)| point.len() >= longest) {
            found = Some((point.len(), kind));
        }
    }
    found.map(|(_, kind)| kind)
}

/// Spaces and the like are written in the table as `\040`.
fn unescaped(point: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(point.to_owned(), |text, (written, meant)| text.replace(written, meant))
}

/// Whether a file system of this kind is reached over a network, or lent by another system.
fn is_network(kind: &str) -> bool {
    const KINDS: [&str; 20] = [
        "nfs",
        "nfs4",
        "cifs",
        "smb2",
        "smb3",
        "smbfs",
        "9p",
        "afs",
        "ncpfs",
        "ceph",
        "glusterfs",
        "lustre",
        "davfs",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.davfs2",
        "fuse.gvfsd-fuse",
        "fuse.glusterfs",
        "fuse.cifs",
        "fuse.drvfs",
    ];
    KINDS.contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(path: &str) -> Site {
        site_of(path, &Surroundings::default())
    }

    #[test]
    fn folders_of_this_machine_are_told_as_such() {
        for path in [
            "/home/hana/.local/share/engawa-book",
            "/Users/hana/Library/Application Support/engawa-book",
            r"C:\Users\hana\AppData\Local\engawa-book",
            r"\\?\C:\Users\hana\AppData\Local\engawa-book",
            "/home/hana/one drive notes/engawa-book",
            "/home/hana/dropboxes/engawa-book",
            "/home/hana/My Drive/engawa-book",
        ] {
            assert_eq!(site(path), Site::Here, "{path}");
        }
    }

    #[test]
    fn the_folders_of_programs_that_copy_elsewhere_are_known_on_each_system() {
        for (path, expected) in [
            (r"C:\Users\hana\OneDrive\engawa-book", Site::OneDrive),
            (r"C:\Users\hana\OneDrive - 見本商店\ドキュメント\engawa-book", Site::OneDrive),
            ("/Users/hana/Library/CloudStorage/OneDrive-Personal/engawa-book", Site::OneDrive),
            ("/Users/hana/Library/Mobile Documents/com~apple~CloudDocs/engawa-book", Site::ICloud),
            (r"C:\Users\hana\iCloudDrive\engawa-book", Site::ICloud),
            ("/home/hana/Dropbox/engawa-book", Site::Dropbox),
            ("/Users/hana/Library/CloudStorage/Dropbox/engawa-book", Site::Dropbox),
            (r"C:\Users\hana\Dropbox (Personal)\engawa-book", Site::Dropbox),
            (r"G:\My Drive\engawa-book", Site::GoogleDrive),
            (r"G:\マイドライブ\engawa-book", Site::GoogleDrive),
            ("/Users/hana/Library/CloudStorage/GoogleDrive-hana@example.jp/My Drive/book", Site::GoogleDrive),
            ("/Users/hana/Library/CloudStorage/Box-Box/engawa-book", Site::OtherCloud),
        ] {
            assert_eq!(site(path), expected, "{path}");
        }
    }

    #[test]
    fn a_folder_that_onedrive_names_in_the_environment_is_its_own_whatever_it_is_called() {
        let around = Surroundings { one_drive: vec![r"D:\雲".to_owned()], ..Surroundings::default() };
        assert_eq!(site_of(r"d:\雲\帳", &around), Site::OneDrive);
        assert_eq!(site_of(r"D:\雲の外\帳", &around), Site::Here, "a name that only begins alike");
    }

    #[test]
    fn the_mark_of_dropbox_tells_a_folder_of_another_name() {
        let around = Surroundings { dropbox_mark: DropboxMark::There, ..Surroundings::default() };
        assert_eq!(site_of("/home/hana/共有/engawa-book", &around), Site::Dropbox);
    }

    #[test]
    fn a_server_is_a_network() {
        for path in [r"\\nas\share\engawa-book", r"\\?\UNC\nas\share\engawa-book"] {
            assert_eq!(site(path), Site::Network, "{path}");
        }
    }

    const MOUNTS: &str = "\
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
30 22 0:26 / /home/hana/nas rw,relatime shared:2 - nfs4 nas:/export rw,vers=4.2
31 22 0:27 / /mnt/my\\040share rw - cifs //server/share rw
32 22 0:28 / /mnt/c rw - 9p C:\\134 rw
33 22 8:3 / /home/hana/nas/local rw - xfs /dev/sdb1 rw
34 22 0:29 / /media/usb rw - vfat /dev/sdc1 rw
";

    #[test]
    fn the_mount_that_is_nearest_above_a_folder_decides() {
        for (path, kind) in [
            ("/home/hana/book", Some("ext4")),
            ("/home/hana/nas/book", Some("nfs4")),
            ("/home/hana/nas", Some("nfs4")),
            ("/home/hana/nasty/book", Some("ext4")),
            ("/home/hana/nas/local/book", Some("xfs")),
            ("/mnt/my share/book", Some("cifs")),
        ] {
            assert_eq!(mounted_as(path, MOUNTS), kind, "{path}");
        }
        assert_eq!(mounted_as("/home", ""), None);
    }

    #[test]
    fn what_is_mounted_over_a_network_is_one_and_a_stick_is_not() {
        let around = Surroundings { mounts: MOUNTS.to_owned(), ..Surroundings::default() };
        for (path, expected) in [
            ("/home/hana/book", Site::Here),
            ("/home/hana/nas/book", Site::Network),
            ("/mnt/my share/book", Site::Network),
            ("/mnt/c/Users/hana/book", Site::Network),
            ("/media/usb/book", Site::Here),
        ] {
            assert_eq!(site_of(path, &around), expected, "{path}");
        }
    }

    #[test]
    fn only_a_disk_of_this_machine_has_a_log_beside_the_book() {
        assert_eq!(Site::Here.log(), Log::Beside);
        for site in
            [Site::OneDrive, Site::ICloud, Site::Dropbox, Site::GoogleDrive, Site::OtherCloud, Site::Network]
        {
            assert_eq!(site.log(), Log::OneFile, "{site:?}");
        }
    }
}
