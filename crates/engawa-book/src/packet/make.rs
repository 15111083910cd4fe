//! Writing a packet: under another name until it is whole, verified before it gets its own.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use engawa_domain::ids::ContractId;
use engawa_domain::say::Lang;
use sha2::{Digest, Sha256};

use super::content::{Content, Kept};
use super::manifest::{About, Head, Manifest, Masked, Member};
use super::{
    ContactData, FACTS, FORMAT, JOURNAL, MANIFEST, NOTE, PacketMade, PacketOptions, PacketRefused, SEAL,
    VERSION, facts, names, note, timeline, verify, zipped,
};
use crate::book::Book;
use crate::error::BookError;
use crate::patience::Patience;
use crate::vault::{FileState, Vault};
use crate::views::{PacketContactData, PacketInput, PacketLanguage, PacketView};

/// How often each file goes by: looked at, put in, twice read back from the packet, and once more for the hash of the whole.
const TIMES: u64 = 5;

impl Book {
    /// Writes everything about a contract into one ZIP. The same book with the same options gives the same bytes.
    pub fn packet(
        &self,
        contract: ContractId,
        options: &PacketOptions,
        to: &Path,
    ) -> Result<PacketMade, BookError> {
        self.packet_watched(contract, options, to, &Patience::endless())
    }

    /// The same for whoever watches, and may stop it: then there is no packet.
    pub fn packet_watched(
        &self,
        contract: ContractId,
        options: &PacketOptions,
        to: &Path,
        patience: &Patience,
    ) -> Result<PacketMade, BookError> {
        patience.or_stopped(self.packet_whole(contract, options, to, patience))
    }

    fn packet_whole(
        &self,
        contract: ContractId,
        options: &PacketOptions,
        to: &Path,
        patience: &Patience,
    ) -> Result<PacketMade, BookError> {
        let content = Content::of(self, contract, options)?;
        let along = content.kept.iter().filter(|file| file.member.is_some());
        patience.foresee(TIMES * along.map(|file| file.evidence.bytes).sum::<u64>());
        look_at_files(&content.kept, &self.vault, patience)?;
        let texts = texts(&content, options)?;
        let members: Vec<(String, u64)> = texts
            .iter()
            .map(|(name, text)| (name.clone(), text.len() as u64))
            .chain(content.kept.iter().filter_map(|file| Some((file.member.clone()?, file.evidence.bytes))))
            .collect();
        let unfinished = Unfinished::of(to);
        let failed = |error| PacketRefused::of_file(&unfinished.0, error);
        let file = File::create(&unfinished.0).map_err(failed)?;
        let written = zipped::write(BufWriter::new(file), content.as_of, &members, |name, out| {
            fill(name, out, &texts, &content.kept, &self.vault, patience)
        });
        let file = written.and_then(|out| out.into_inner().map_err(io::IntoInnerError::into_error));
        file.and_then(|file| file.sync_all()).map_err(failed)?;
        let proven = verify::verify_watched(&unfinished.0, &[], patience)?;
        if !proven.faults.is_empty() {
            return Err(PacketRefused::NotWhole(proven.faults).into());
        }
        let (bytes, sha256) = size_and_hash(&unfinished.0, patience).map_err(failed)?;
        engawa_store::rename(&unfinished.0, to).map_err(|error| PacketRefused::of_file(to, error))?;
        let count = |files: usize| u32::try_from(files).unwrap_or(u32::MAX);
        let along = content.kept.iter().filter(|file| file.member.is_some()).count();
        Ok(PacketMade {
            path: to.to_owned(),
            bytes,
            sha256,
            files: count(along),
            left_out: count(content.kept.len() - along),
            masked: content.masker.places(),
            entries: count(content.lines.len()),
        })
    }

    /// Writes the packet that the window asks for.
    pub fn packet_save(&self, input: &PacketInput, patience: &Patience) -> Result<PacketView, BookError> {
        let options = PacketOptions {
            languages: match input.language {
                PacketLanguage::Both => vec![Lang::Ja, Lang::En],
                PacketLanguage::Ja => vec![Lang::Ja],
                PacketLanguage::En => vec![Lang::En],
            },
            contact_data: match input.contact_data {
                PacketContactData::AsRecorded => ContactData::AsRecorded,
                PacketContactData::Masked => ContactData::Masked,
            },
            without: input.without.clone(),
        };
        let place = PathBuf::from(&input.to);
        let to = if place.is_dir() { place.join(self.packet_name(input.contract)?) } else { place };
        let PacketMade { path, bytes, sha256, files, left_out, masked, entries } =
            self.packet_watched(input.contract, &options, &to, patience)?;
        Ok(PacketView { path: path.display().to_string(), bytes, sha256, files, left_out, masked, entries })
    }

    /// A name for the packet of a contract: its title and the day of its newest entry.
    pub fn packet_name(&self, contract: ContractId) -> Result<String, BookError> {
        let (facts, rules) = self.desk().contract(self.rows(), contract)?;
        let newest = self.rows().history(Some(contract), 1)?.first().map(|entry| entry.at);
        let day = newest.map(|at| crate::writes::desk::local(at, rules).day.to_string());
        let title = names::of_packet(facts.contract.title.as_str());
        Ok(format!("engawa-{title}-{}.zip", day.unwrap_or_default()))
    }
}

/// A packet that is thrown away unless it gets its name.
struct Unfinished(PathBuf);

impl Unfinished {
    fn of(to: &Path) -> Self {
        let mut name = to.as_os_str().to_owned();
        name.push(".part");
        Self(PathBuf::from(name))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After the rename there is nothing left here to remove.
        let _ = fs::remove_file(&self.0);
    }
}

/// Every file that goes along must be what it was when it was kept.
fn look_at_files(kept: &[Kept], vault: &Vault, patience: &Patience) -> Result<(), BookError> {
    for file in kept.iter().filter(|file| file.member.is_some()) {
        let evidence = &file.evidence;
        let state = vault.state_watched(&evidence.sha256, evidence.bytes, &mut patience.within())?;
        if state != FileState::Whole {
            let (name, sha256) = (evidence.original_name.clone(), evidence.sha256.0.clone());
            return Err(PacketRefused::Evidence { name, sha256 }.into());
        }
    }
    Ok(())
}

/// Everything but the files, in the order of the packet.
fn texts(content: &Content<'_>, options: &PacketOptions) -> Result<Vec<(String, String)>, BookError> {
    let id = content.facts.contract.id.to_string();
    let mut inner = vec![(NOTE.to_owned(), note::text(content, options))];
    // In one order, however they were asked for.
    for (lang, name) in [(Lang::Ja, "timeline.ja.html"), (Lang::En, "timeline.en.html")] {
        if options.languages.contains(&lang) {
            inner.push((name.to_owned(), timeline::page(content, options, lang)));
        }
    }
    inner.push((FACTS.to_owned(), facts::text(&id, &content.rows).map_err(BookError::Answer)?));
    let mut journal = String::new();
    for line in &content.lines {
        journal.push_str(&serde_json::to_string(line).map_err(BookError::Answer)?);
        journal.push('\n');
    }
    inner.push((JOURNAL.to_owned(), journal));
    let manifest = manifest(content, options, &inner).text().map_err(BookError::Answer)?;
    let seal = format!("{}  {MANIFEST}\n", hash(manifest.as_bytes()));
    let mut all = vec![(MANIFEST.to_owned(), manifest), (SEAL.to_owned(), seal)];
    all.append(&mut inner);
    Ok(all)
}

fn manifest(content: &Content<'_>, options: &PacketOptions, texts: &[(String, String)]) -> Manifest {
    let of_text = |(name, text): &(String, String)| Member {
        name: name.clone(),
        bytes: text.len() as u64,
        sha256: hash(text.as_bytes()),
    };
    let of_file = |file: &Kept, name: &str| Member {
        name: name.to_owned(),
        bytes: file.evidence.bytes,
        sha256: file.evidence.sha256.0.clone(),
    };
    let along = content.kept.iter().filter_map(|file| Some(of_file(file, file.member.as_ref()?)));
    let left = content.kept.iter().filter(|file| file.member.is_none());
    let facts = &content.facts;
    let languages = [Lang::Ja, Lang::En].into_iter().filter(|lang| options.languages.contains(lang));
    Manifest {
        format: FORMAT.to_owned(),
        version: VERSION,
        app: env!("CARGO_PKG_VERSION").to_owned(),
        contract: About {
            id: facts.contract.id.to_string(),
            title: facts.contract.title.as_str().to_owned(),
            client: facts.client.name.as_str().to_owned(),
            platform: facts.account.platform.0.clone(),
        },
        as_of: content.as_of.to_string(),
        zone: content.rules.zone.clone(),
        languages: languages.collect(),
        chain: content.heads.iter().cloned().map(Head::from).collect(),
        entries: content.counts,
        masked: Masked {
            asked: options.contact_data == ContactData::Masked,
            places: content.masker.places(),
            kinds: content
                .masker
                .kinds
                .iter()
                .map(|(kind, count)| ((*kind).to_owned(), *count))
                .collect::<BTreeMap<_, _>>(),
        },
        left_out: left.map(|file| of_file(file, &file.evidence.original_name)).collect(),
        files: texts.iter().map(of_text).chain(along).collect(),
    }
}

fn fill(
    name: &str,
    out: &mut dyn Write,
    texts: &[(String, String)],
    kept: &[Kept],
    vault: &Vault,
    patience: &Patience,
) -> io::Result<()> {
    if let Some((_, text)) = texts.iter().find(|(known, _)| known == name) {
        return out.write_all(text.as_bytes());
    }
    let file = kept.iter().find(|file| file.member.as_deref() == Some(name));
    let file = file.ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
    let source = vault.read(&file.evidence.sha256).map_err(io::Error::other)?;
    io::copy(&mut patience.reading(source), out).map(|_| ())
}

/// The SHA-256 of these bytes.
pub fn hash(bytes: &[u8]) -> String {
    engawa_store::Hash(Sha256::digest(bytes).into()).to_string()
}

fn size_and_hash(path: &Path, patience: &Patience) -> io::Result<(u64, String)> {
    let mut file = patience.reading(File::open(path)?);
    let (mut hasher, mut bytes, mut chunk) = (Sha256::new(), 0, vec![0; 1 << 18]);
    loop {
        match file.read(&mut chunk)? {
            0 => return Ok((bytes, engawa_store::Hash(hasher.finalize().into()).to_string())),
            read => {
                hasher.update(&chunk[..read]);
                bytes += read as u64;
            }
        }
    }
}
