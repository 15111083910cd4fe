//! The looking itself: every part by itself, and each against the others.

use std::collections::{BTreeMap, HashSet};
use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;

use engawa_domain::calendar::Moment;
use engawa_store::{Hash, Image, Table};
use sha2::{Digest, Sha256};

use super::super::chain::{self, Content, Led, Line};
use super::super::facts::{FORMAT as FACTS_FORMAT, Facts};
use super::super::make::hash;
use super::super::manifest::{Entries, Manifest};
use super::super::read::Source;
use super::super::zipped::Skeleton;
use super::super::{FACTS, FILES, JOURNAL, MANIFEST, NOTE, SEAL};
use super::PacketFault;
use crate::patience::Patience;
use crate::transfer::EXPORT_VERSION;

/// What was found so far.
pub struct Look<'p> {
    pub source: Source,
    pub patience: &'p Patience,
    pub faults: Vec<PacketFault>,
}

impl Look<'_> {
    fn unreadable(&mut self, what: &impl ToString, error: &impl ToString) {
        let (what, detail) = (what.to_string(), error.to_string());
        self.faults.push(PacketFault::Unreadable { what, detail });
    }

    pub fn seal(&mut self, manifest: &[u8]) {
        let expected = format!("{}  {MANIFEST}\n", hash(manifest));
        if !matches!(self.source.text(SEAL), Ok(found) if found == expected.as_bytes()) {
            self.faults.push(PacketFault::Seal);
        }
    }

    /// Every file against the list; how many are as listed.
    pub fn files(&mut self, manifest: &Manifest) -> u32 {
        let mut listed: HashSet<&str> = HashSet::from([MANIFEST, SEAL]);
        let mut whole = 0;
        for member in &manifest.files {
            let name = member.name.clone();
            if !listed.insert(&member.name) {
                self.faults.push(PacketFault::Unlisted { name });
                continue;
            }
            match self.source.size(&member.name) {
                None => self.faults.push(PacketFault::Missing { name }),
                Some(bytes)
                    if bytes == member.bytes && self.hash(&member.name) == Some(member.sha256.clone()) =>
                {
                    whole += 1;
                }
                Some(_) => self.faults.push(PacketFault::Altered { name }),
            }
        }
        for name in [NOTE, FACTS, JOURNAL] {
            if !listed.contains(name) {
                self.faults.push(PacketFault::Missing { name: name.to_owned() });
            }
        }
        let strange = self.source.members.iter().filter(|(name, _)| !listed.contains(name.as_str()));
        let strange: Vec<_> = strange.map(|(name, _)| PacketFault::Unlisted { name: name.clone() }).collect();
        self.faults.extend(strange);
        whole
    }

    /// The hash of a member; `None` where it cannot be read to its end.
    fn hash(&mut self, name: &str) -> Option<String> {
        let (mut hasher, patience) = (Sha256::new(), self.patience);
        let read = self.source.read(name, &mut |piece| {
            hasher.update(piece);
            patience.come(piece.len() as u64)
        });
        read.ok().map(|()| Hash(hasher.finalize().into()).to_string())
    }

    pub fn lines(&mut self) -> Vec<Line> {
        let text = match self.source.text(JOURNAL) {
            Ok(text) => text,
            Err(error) => {
                self.unreadable(&JOURNAL, &error);
                return Vec::new();
            }
        };
        let mut lines = Vec::new();
        for (at, line) in (1..).zip(text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty())) {
            match serde_json::from_slice(line) {
                Ok(line) => lines.push(line),
                Err(error) => self.unreadable(&format!("{JOURNAL} {at}"), &error),
            }
        }
        lines
    }

    /// Each entry by itself, with the one before it, and with the end of its chain.
    pub fn entries(&mut self, lines: &[Line], manifest: &Manifest) -> (u32, Entries) {
        let (mut counts, mut proven) = (Entries::default(), 0);
        let mut last: BTreeMap<&str, &Line> = BTreeMap::new();
        for line in lines {
            match line.content {
                Content::Whole => counts.whole += 1,
                Content::Masked => counts.masked += 1,
                Content::Withheld => counts.withheld += 1,
            }
            match line.content {
                Content::Whole if computed(line) == line.hash => proven += 1,
                Content::Whole => self.faults.push(PacketFault::Entry { seq: line.seq }),
                Content::Masked | Content::Withheld => {}
            }
            if last.insert(&line.origin, line).is_some_and(|before| !follows(before, line)) {
                self.faults.push(PacketFault::Broken { seq: line.seq });
            }
        }
        for (origin, line) in last {
            let head = manifest.chain.iter().find(|head| head.origin == origin);
            let leads = head
                .is_some_and(|head| line.seq < head.seq || (line.seq == head.seq && line.hash == head.hash));
            if !leads {
                self.faults.push(PacketFault::Head { seq: line.seq });
            }
        }
        let newest = lines.iter().map(|line| line.at.as_str()).max().unwrap_or_default();
        if counts != manifest.entries || newest != manifest.as_of {
            self.faults.push(PacketFault::Counts);
        }
        (proven, counts)
    }

    /// The rows against what the entries lead to: how many are proven, and of how many nothing can be said.
    pub fn facts(&mut self, lines: &[Line], manifest: &Manifest) -> (u32, u32) {
        let (mut led, unreadable) = chain::follow(lines);
        for seq in unreadable {
            self.unreadable(&format!("{JOURNAL} {seq}"), &"facts");
        }
        let Some(facts) = self.read_facts(manifest) else { return (0, 0) };
        let (mut proven, mut unproven, mut evidence) = (0, 0, HashSet::new());
        for (name, rows) in &facts.tables {
            let Some(table) = Table::from_name(name) else {
                self.unreadable(&format!("{FACTS} {name}"), &"table");
                continue;
            };
            for row in rows {
                let image = match Image::from_json(table, row) {
                    Ok(image) => image,
                    Err(error) => {
                        self.unreadable(&format!("{FACTS} {table}"), &error);
                        continue;
                    }
                };
                evidence.extend(image.text("sha256").map(str::to_owned));
                let id = image.id().to_owned();
                match led.remove(&(table, id.clone())) {
                    Some(Led::To(said)) if said == image => proven += 1,
                    Some(Led::Unknown) => unproven += 1,
                    Some(Led::To(_) | Led::Gone) | None => {
                        self.faults.push(PacketFault::Unexplained { table, id });
                    }
                }
            }
        }
        let missing = led.into_iter().filter(|(_, led)| matches!(led, Led::To(_)));
        self.faults.extend(missing.map(|((table, id), _)| PacketFault::Unexplained { table, id }));
        let files = manifest.files.iter().chain(&manifest.left_out);
        for file in files.filter(|file| file.name.starts_with(FILES)) {
            if !evidence.contains(&file.sha256) {
                self.faults.push(PacketFault::Unrecorded { name: file.name.clone() });
            }
        }
        (proven, unproven)
    }

    fn read_facts(&mut self, manifest: &Manifest) -> Option<Facts> {
        let read = self.source.text(FACTS).map_err(|error| error.to_string());
        let facts =
            read.and_then(|text| serde_json::from_slice::<Facts>(&text).map_err(|error| error.to_string()));
        match facts {
            Ok(facts)
                if facts.format == FACTS_FORMAT
                    && facts.version <= EXPORT_VERSION
                    && facts.contract == manifest.contract.id =>
            {
                Some(facts)
            }
            Ok(_) => {
                self.unreadable(&FACTS, &FACTS_FORMAT);
                None
            }
            Err(error) => {
                self.unreadable(&FACTS, &error);
                None
            }
        }
    }

    pub fn expected(&mut self, expect: &[Hash], lines: &[Line], manifest: &Manifest) {
        let heads = manifest.chain.iter().map(|head| head.hash.as_str());
        let known: HashSet<&str> = lines.iter().map(|line| line.hash.as_str()).chain(heads).collect();
        let missing = expect.iter().filter(|hash| !known.contains(hash.to_string().as_str()));
        self.faults.extend(missing.map(|hash| PacketFault::NotInChain { hash: *hash }));
    }

    /// What lies around the members: written anew, it must be the same to the byte.
    pub fn envelope(&mut self, manifest: &Manifest) {
        let Some(path) = self.source.zip().map(Path::to_owned) else { return };
        match self.first_difference(&path, manifest) {
            Ok(None) => {}
            Ok(Some(at)) => self.faults.push(PacketFault::Envelope { at }),
            Err(error) => self.unreadable(&path.display(), &error),
        }
    }

    fn first_difference(&mut self, path: &Path, manifest: &Manifest) -> io::Result<Option<u64>> {
        let no_time = |_| io::Error::from(io::ErrorKind::InvalidData);
        let at: Moment = manifest.as_of.parse().map_err(no_time)?;
        let listed = manifest.files.iter().map(|member| member.name.as_str());
        let order = [MANIFEST, SEAL].into_iter().chain(listed);
        let members: Vec<(String, u64)> =
            order.map(|name| (name.to_owned(), self.source.size(name).unwrap_or_default())).collect();
        let patience = self.patience;
        let skeleton = Skeleton::of(at, &members, |name, out| {
            let mut out = patience.writing(out);
            self.source.read(name, &mut |piece| out.write_all(piece))
        })?;
        skeleton.differs(&mut File::open(path)?)
    }
}

fn computed(line: &Line) -> String {
    let Line { prev_hash, origin, seq, at, op, facts, .. } = line;
    let facts = facts.as_deref().unwrap_or_default();
    hash(format!("{prev_hash}\n{origin}\n{seq}\n{at}\n{op}\n{facts}").as_bytes())
}

/// Between two entries there may be others, about other contracts; where there are none, one must lead to the next.
fn follows(before: &Line, line: &Line) -> bool {
    line.seq > before.seq && (line.seq > before.seq + 1 || line.prev_hash == before.hash)
}
