//! Why a packet could not be written, or what was given is not read as one.

use std::io;
use std::path::PathBuf;

use engawa_store::is_full;
use thiserror::Error;

/// Why there is no packet. The book is as it was; what stood under the name of the packet is still there.
#[derive(Debug, Error)]
pub enum PacketRefused {
    /// The disk has no room for it.
    #[error("the disk is full")]
    DiskFull,
    /// A file cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// As the system says it.
        source: io::Error,
    },
    /// A file of evidence is missing or was altered. It can be left out, which is then stated.
    #[error("{name} ({sha256}) is not whole")]
    Evidence {
        /// The name it came with.
        name: String,
        /// The hash that it should have.
        sha256: String,
    },
    /// What was written does not verify, and was thrown away.
    #[error("the packet that was written is not whole: {0:?}")]
    NotWhole(Vec<super::PacketFault>),
    /// It is neither a ZIP nor the folder of an unpacked one.
    #[error("no packet: {why}")]
    NotAPacket {
        /// What was found.
        why: String,
    },
    /// It was written by a newer version.
    #[error("format version {found}, this program reads up to {known}")]
    Newer {
        /// The version of the packet.
        found: u64,
        /// The version known here.
        known: u64,
    },
    /// The list of what is in it cannot be read.
    #[error("manifest.json: {why}")]
    Manifest {
        /// Where, and what is the matter.
        why: String,
    },
    /// More members than any packet of ours has.
    #[error("{found} members, at most {limit} are read")]
    TooMany {
        /// How many.
        found: u64,
        /// The limit.
        limit: u64,
    },
    /// A member, or all of them together, is larger than can be.
    #[error("{name}: {bytes} bytes, at most {limit} are read")]
    TooLarge {
        /// The member.
        name: String,
        /// Its size as it says.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// A member has a name that leads somewhere else, or that some system cannot bear.
    #[error("a member is called {name:?}")]
    Name {
        /// The name.
        name: String,
    },
    /// Two members have one name, or names that some system takes for one.
    #[error("{name:?} is there twice")]
    Twice {
        /// The name.
        name: String,
    },
    /// A member is a symbolic link, a folder in disguise, a device.
    #[error("{name:?} is no ordinary file")]
    NotAFile {
        /// The member.
        name: String,
    },
    /// A member is compressed or encrypted; ours never are. Unpacked, it can be verified.
    #[error("{name:?} is compressed or encrypted")]
    Packed {
        /// The member.
        name: String,
    },
    /// Members lie on top of each other in the ZIP: it unpacks to more than it holds.
    #[error("members of the ZIP overlap")]
    Overlap,
}

impl PacketRefused {
    /// The system's answer about a file that is written.
    pub(super) fn of_file(path: impl Into<PathBuf>, source: io::Error) -> Self {
        if is_full(engawa_store::kind_of(&source)) {
            Self::DiskFull
        } else {
            Self::File { path: path.into(), source }
        }
    }
}
