//! What the system means by an error, where the standard library has no word for it, and files that somebody else holds for a moment.
//!
//! Windows lets a program keep others from a file that it has open. A virus scanner, the index of the search or a cloud folder opens
//! what was just written, for some milliseconds, and a file under such an eye cannot be given another name.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::thread;
use std::time::Duration;

/// The kind of an error of a file, by which it is told what the user can do about it.
///
/// Under Windows the standard library leaves several without a kind that have a plain meaning: a file that another program holds is
/// [`ErrorKind::ResourceBusy`], and one on a disk that is away, or on a network that is, is [`ErrorKind::NotFound`].
pub fn kind_of(error: &io::Error) -> ErrorKind {
    let told = error.raw_os_error().filter(|_| cfg!(windows)).and_then(of_windows);
    told.unwrap_or_else(|| error.kind())
}

/// What a number means that Windows gives as the cause.
const fn of_windows(cause: i32) -> Option<ErrorKind> {
    match cause {
        SHARING_VIOLATION | LOCK_VIOLATION => Some(ErrorKind::ResourceBusy),
        BAD_UNIT | NOT_READY | DEV_NOT_EXIST | UNEXP_NET_ERR | NETNAME_DELETED | CLOUD_NOT_RUNNING
        | NO_MEDIA_IN_DRIVE | DEVICE_NOT_CONNECTED => Some(ErrorKind::NotFound),
        _ => None,
    }
}

/// `ERROR_ACCESS_DENIED`: also said of a name that is held.
const ACCESS_DENIED: i32 = 5;
/// `ERROR_BAD_UNIT`: the drive is not there.
const BAD_UNIT: i32 = 20;
/// `ERROR_NOT_READY`: nothing is in the drive.
const NOT_READY: i32 = 21;
/// `ERROR_SHARING_VIOLATION`: another program has the file open, and wants it for itself.
const SHARING_VIOLATION: i32 = 32;
/// `ERROR_LOCK_VIOLATION`: another program has locked that part of the file.
const LOCK_VIOLATION: i32 = 33;
/// `ERROR_DEV_NOT_EXIST`: the folder on the network is no longer there.
const DEV_NOT_EXIST: i32 = 55;
/// `ERROR_UNEXP_NET_ERR`: the network went away.
const UNEXP_NET_ERR: i32 = 59;
/// `ERROR_NETNAME_DELETED`: the network went away.
const NETNAME_DELETED: i32 = 64;
/// `ERROR_CLOUD_FILE_PROVIDER_NOT_RUNNING`: the file is with a service whose program does not run.
const CLOUD_NOT_RUNNING: i32 = 362;
/// `ERROR_NO_MEDIA_IN_DRIVE`: nothing is in the drive.
const NO_MEDIA_IN_DRIVE: i32 = 1112;
/// `ERROR_DEVICE_NOT_CONNECTED`: the stick was pulled out.
const DEVICE_NOT_CONNECTED: i32 = 1167;

/// How long it is waited between attempts: a second in all, and most of it at the end.
const WAITS: [Duration; 7] = [
    Duration::from_millis(5),
    Duration::from_millis(15),
    Duration::from_millis(30),
    Duration::from_millis(50),
    Duration::from_millis(100),
    Duration::from_millis(300),
    Duration::from_millis(500),
];

/// Gives a file another name, in place of whatever has it. Should somebody hold one of the two for the moment, that is waited for.
pub fn rename(from: impl AsRef<Path>, to: impl AsRef<Path>) -> io::Result<()> {
    patiently(is_held, thread::sleep, || fs::rename(&from, &to))
}

/// Removes a file. Should somebody hold it for the moment, that is waited for.
pub fn remove_file(path: impl AsRef<Path>) -> io::Result<()> {
    patiently(is_held, thread::sleep, || fs::remove_file(&path))
}

/// Whether it is said of a name because somebody else has the file open. A folder that may not be written is called the same.
fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(ACCESS_DENIED | SHARING_VIOLATION | LOCK_VIOLATION))
}

fn patiently(
    is_held: impl Fn(&io::Error) -> bool,
    mut wait: impl FnMut(Duration),
    mut act: impl FnMut() -> io::Result<()>,
) -> io::Result<()> {
    for pause in WAITS {
        match act() {
            Err(error) if is_held(&error) => wait(pause),
            done => return done,
        }
    }
    act()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held() -> io::Error {
        io::Error::from_raw_os_error(SHARING_VIOLATION)
    }

    #[test]
    fn what_is_held_for_a_moment_is_done_once_it_is_free() {
        let (mut attempts, mut waited) = (0, Duration::ZERO);
        let done = patiently(
            |_| true,
            |pause| waited += pause,
            || {
                attempts += 1;
                if attempts < 4 { Err(held()) } else { Ok(()) }
            },
        );
        assert!(done.is_ok());
        assert_eq!((attempts, waited), (4, WAITS[0] + WAITS[1] + WAITS[2]));
    }

    #[test]
    fn what_is_held_for_ever_is_an_error_after_a_second() {
        let mut waited = Duration::ZERO;
        let done = patiently(|_| true, |pause| waited += pause, || Err(held()));
        assert!(done.is_err());
        assert_eq!(waited, Duration::from_secs(1));
    }

    #[test]
    fn what_is_wrong_otherwise_is_told_at_once() {
        let mut attempts = 0;
        let done = patiently(
            |_| false,
            |_| panic!("nothing is waited for"),
            || {
                attempts += 1;
                Err(ErrorKind::NotFound.into())
            },
        );
        assert_eq!((done.map_err(|error| error.kind()), attempts), (Err(ErrorKind::NotFound), 1));
    }

    #[test]
    fn a_file_that_another_program_holds_is_no_damaged_disk_and_a_stick_that_was_pulled_out_is_away() {
        assert_eq!(of_windows(SHARING_VIOLATION), Some(ErrorKind::ResourceBusy));
        assert_eq!(of_windows(LOCK_VIOLATION), Some(ErrorKind::ResourceBusy));
        assert_eq!(of_windows(DEVICE_NOT_CONNECTED), Some(ErrorKind::NotFound));
        assert_eq!(of_windows(NOT_READY), Some(ErrorKind::NotFound));
        assert_eq!(of_windows(ACCESS_DENIED), None, "the standard library knows that one");
    }

    /// Without the right to remove or rename it, which is how SQLite and most programs open a file.
    #[cfg(windows)]
    #[test]
    fn a_name_is_given_as_soon_as_the_other_program_lets_go() {
        use std::os::windows::fs::OpenOptionsExt as _;

        const READ_AND_WRITE: u32 = 3;
        let folder = tempfile::tempdir().unwrap();
        let (new, old) = (folder.path().join("new"), folder.path().join("old"));
        fs::write(&new, "new").unwrap();
        fs::write(&old, "old").unwrap();
        let mut other = fs::File::options().read(true).share_mode(READ_AND_WRITE).open(&old).ok();
        assert!(other.is_some());
        patiently(is_held, |_| drop(other.take()), || fs::rename(&new, &old)).unwrap();
        assert!(other.is_none(), "it was renamed under the other program: this shows nothing");
        assert_eq!(fs::read_to_string(&old).unwrap(), "new");
    }

    #[cfg(windows)]
    #[test]
    fn a_file_that_somebody_wants_for_himself_is_busy() {
        use std::os::windows::fs::OpenOptionsExt as _;

        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "x").unwrap();
        let _other = fs::File::options().read(true).share_mode(0).open(&file).unwrap();
        let refused = fs::File::open(&file).unwrap_err();
        assert_eq!(kind_of(&refused), ErrorKind::ResourceBusy);
    }
}
