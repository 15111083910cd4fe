//! Opening what somebody gave us as a packet: a ZIP, or the folder of an unpacked one. Names, sizes and kinds of all members are
//! looked at before a byte of any of them is read; nothing is unpacked.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization as _;
use zip::{CompressionMethod, ZipArchive};

use super::refused::PacketRefused;
use super::{FILES, names};

/// More members than any packet of ours has.
pub const MOST: u64 = 10_000;
/// Bytes of a text that is read into memory: the facts and the journal of the busiest contract take a hundredth of it.
pub const LARGEST_TEXT: u64 = 256 << 20;
/// Bytes of what a ZIP says of its members.
const LARGEST_DIRECTORY: u64 = MOST * 1024;

/// A packet that can be read.
pub struct Source {
    place: Place,
    /// The members with their sizes, in the order in which they were found.
    pub members: Vec<(String, u64)>,
}

enum Place {
    Zip(Box<ZipArchive<BufReader<File>>>, PathBuf),
    Folder(PathBuf),
}

impl Source {
    /// Opens it.
    pub fn open(path: &Path) -> Result<Self, PacketRefused> {
        let failed = |source| PacketRefused::File { path: path.to_owned(), source };
        let about = fs::metadata(path).map_err(failed)?;
        if about.is_dir() {
            let mut members = Vec::new();
            collect(path, "", &mut members)?;
            return Self { place: Place::Folder(path.to_owned()), members }.looked_through();
        }
        if !about.is_file() {
            return Err(PacketRefused::NotAPacket { why: "neither a file nor a folder".to_owned() });
        }
        let mut file = File::open(path).map_err(failed)?;
        peek(&mut file, about.len())?;
        let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|error| no_zip(&error))?;
        let members = look_at_directory(&mut zip, about.len())?;
        Self { place: Place::Zip(Box::new(zip), path.to_owned()), members }.looked_through()
    }

    /// Names that lead elsewhere, and names that are one on some system.
    fn looked_through(self) -> Result<Self, PacketRefused> {
        let found = self.members.len() as u64;
        if found > MOST {
            return Err(PacketRefused::TooMany { found, limit: MOST });
        }
        let mut seen = HashSet::new();
        for (name, _) in &self.members {
            if !names::is_harmless(name) {
                return Err(PacketRefused::Name { name: name.clone() });
            }
            if !seen.insert(names::folded(name)) {
                return Err(PacketRefused::Twice { name: name.clone() });
            }
        }
        Ok(self)
    }

    /// The size of a member, if there is one of this name.
    pub fn size(&self, name: &str) -> Option<u64> {
        self.members.iter().find(|(known, _)| known == name).map(|(_, bytes)| *bytes)
    }

    /// Hands the content of a member to `take`, a piece at a time and never more than it said.
    pub fn read(&mut self, name: &str, take: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
        let most = self.size(name).unwrap_or_default();
        match &mut self.place {
            Place::Zip(zip, _) => pieces(zip.by_name(name)?, most, take),
            Place::Folder(folder) => pieces(File::open(folder.join(name))?, most, take),
        }
    }

    /// A member as a text of limited size.
    pub fn text(&mut self, name: &str) -> Result<Vec<u8>, PacketRefused> {
        let bytes = self.size(name).unwrap_or_default();
        if bytes > LARGEST_TEXT {
            return Err(PacketRefused::TooLarge { name: name.to_owned(), bytes, limit: LARGEST_TEXT });
        }
        let mut text = Vec::new();
        let read = self.read(name, &mut |piece| {
            text.extend_from_slice(piece);
            Ok(())
        });
        read.map_err(|source| PacketRefused::File { path: PathBuf::from(name), source })?;
        Ok(text)
    }

    /// The ZIP, where it is one.
    pub fn zip(&self) -> Option<&Path> {
        match &self.place {
            Place::Zip(_, path) => Some(path),
            Place::Folder(_) => None,
        }
    }
}

fn pieces(mut from: impl Read, most: u64, take: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let (mut chunk, mut seen) = (vec![0; 1 << 16], 0_u64);
    loop {
        match from.read(&mut chunk) {
            Ok(0) => return Ok(()),
            Ok(read) => {
                seen += read as u64;
                if seen > most {
                    return Err(io::Error::from(io::ErrorKind::FileTooLarge));
                }
                take(&chunk[..read])?;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// The files of a folder and of `files/` in it. Links are not followed.
fn collect(folder: &Path, within: &str, members: &mut Vec<(String, u64)>) -> Result<(), PacketRefused> {
    let failed = |source| PacketRefused::File { path: folder.to_owned(), source };
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        // One spelling: some systems give back another than they were given.
        let found: String = entry.file_name().to_string_lossy().nfc().collect();
        let name = format!("{within}{found}");
        let about = fs::symlink_metadata(entry.path()).map_err(failed)?;
        if about.is_dir() && within.is_empty() && format!("{found}/") == FILES {
            collect(&entry.path(), FILES, members)?;
        } else if about.is_file() {
            members.push((name, about.len()));
        } else {
            return Err(PacketRefused::NotAFile { name });
        }
        if members.len() as u64 > MOST {
            return Err(PacketRefused::TooMany { found: members.len() as u64, limit: MOST });
        }
    }
    members.sort();
    Ok(())
}

/// What the end of the file says of the rest, before anything is made of it. Ours has no comment, so its end is where it must be.
fn peek(file: &mut File, length: u64) -> Result<(), PacketRefused> {
    const END: usize = 22;
    let no = |why: &str| PacketRefused::NotAPacket { why: why.to_owned() };
    let mut end = [0; END];
    if length < END as u64 {
        return Err(no("too short for a ZIP"));
    }
    let read = file.seek(SeekFrom::Start(length - END as u64)).and_then(|_| file.read_exact(&mut end));
    read.map_err(|error| no(&error.to_string()))?;
    if !end.starts_with(b"PK\x05\x06") {
        return Err(no("not a ZIP that ends as ours do"));
    }
    let number = |at: usize, bytes: usize| {
        end.get(at..at + bytes)
            .unwrap_or_default()
            .iter()
            .rev()
            .fold(0_u64, |number, byte| number << 8 | u64::from(*byte))
    };
    let (found, directory) = (number(10, 2), number(12, 4));
    if found > MOST {
        return Err(PacketRefused::TooMany { found, limit: MOST });
    }
    if directory > LARGEST_DIRECTORY {
        let name = "directory".to_owned();
        return Err(PacketRefused::TooLarge { name, bytes: directory, limit: LARGEST_DIRECTORY });
    }
    file.rewind().map_err(|error| no(&error.to_string()))
}

fn no_zip(error: &zip::result::ZipError) -> PacketRefused {
    PacketRefused::NotAPacket { why: error.to_string() }
}

/// What the ZIP says of its members.
fn look_at_directory(
    zip: &mut ZipArchive<BufReader<File>>,
    length: u64,
) -> Result<Vec<(String, u64)>, PacketRefused> {
    if zip.has_duplicate_names() {
        let seen: HashSet<_> = zip.file_names_raw().collect();
        let name = format!("{} names", seen.len());
        return Err(PacketRefused::Twice { name });
    }
    let about = zip.metadata();
    let (mut members, mut all) = (Vec::with_capacity(about.len()), 0_u64);
    for at in 0..about.len() {
        let entry = about.entry(at).map_err(|error| no_zip(&error))?;
        let raw = entry.name_raw();
        let Ok(name) = std::str::from_utf8(raw).map(str::to_owned) else {
            return Err(PacketRefused::Name { name: String::from_utf8_lossy(raw).into_owned() });
        };
        if entry.is_dir() || entry.is_symlink() || !entry.is_file() {
            return Err(PacketRefused::NotAFile { name });
        }
        if entry.compression() != CompressionMethod::Stored
            || entry.encrypted()
            || entry.size() != entry.compressed_size()
        {
            return Err(PacketRefused::Packed { name });
        }
        all = all.saturating_add(entry.size());
        if all > length {
            return Err(PacketRefused::TooLarge { name, bytes: all, limit: length });
        }
        members.push((name, entry.size()));
    }
    match zip.has_overlapping_entries() {
        Ok(false) => Ok(members),
        Ok(true) => Err(PacketRefused::Overlap),
        Err(error) => Err(no_zip(&error)),
    }
}
