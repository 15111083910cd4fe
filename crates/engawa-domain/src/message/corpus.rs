//! The labelled messages of `tests/corpus/messages`, and how the check does on them.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde::Deserialize;

use super::{Circumstances, Escrow, FindingKind, MessageText, check};
use crate::facts::Stage;
use crate::rules::DealOutside;
use crate::standing::Contact;

/// Messages with what must be found in each.
#[derive(Debug, Deserialize)]
struct Group {
    /// What must be found.
    kinds: Vec<FindingKind>,
    stage: Option<Stage>,
    #[serde(default)]
    approved: bool,
    messages: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct File {
    group: Vec<Group>,
}

/// One message.
#[derive(Debug)]
struct Labelled {
    kinds: Vec<FindingKind>,
    text: String,
    stage: Option<Stage>,
    approved: bool,
}

/// Which part of the corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Looked at while the rules were written.
    Open,
    /// Not looked at.
    HeldOut,
}

impl Labelled {
    /// Which part it belongs to: by its words alone, so that no message can be moved.
    fn part(&self) -> Part {
        let hash = self.text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        if (hash >> 16).is_multiple_of(3) { Part::HeldOut } else { Part::Open }
    }

    /// The kinds that the check finds in it.
    fn found(&self) -> Vec<FindingKind> {
        let message = MessageText::from_bytes(self.text.clone().into_bytes()).unwrap();
        let circumstances = Circumstances {
            contact: if self.approved { Contact::Yes } else { Contact::No },
            agreed: &[],
            deal_outside: DealOutside::Forbidden,
            escrow: self.stage.map_or(Escrow::NotKnown, Escrow::at),
            own_hosts: &["crowdworks.jp".to_owned()],
        };
        let mut kinds: Vec<_> = check(&message, &circumstances).iter().map(|finding| finding.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}

/// The whole corpus.
fn corpus() -> Vec<Labelled> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/messages");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    let groups = files.into_iter().flat_map(|file| {
        let read: File = toml::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        read.group
    });
    groups
        .flat_map(|group| {
            let Group { kinds, stage, approved, messages } = group;
            messages.into_iter().map(move |text| Labelled { kinds: kinds.clone(), text, stage, approved })
        })
        .collect()
}

/// How often a kind was found rightly, wrongly, and not at all.
#[derive(Debug, Clone, Copy, Default)]
struct Score {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Score {
    fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    fn recall(self) -> f64 {
        share(self.right, self.right + self.missed)
    }
}

fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 1.0 } else { f64::from(part) / f64::from(whole) }
}

/// The scores of a part, by kind.
fn scores(part: Part) -> BTreeMap<FindingKind, Score> {
    let mut scores: BTreeMap<FindingKind, Score> =
        FindingKind::ALL.map(|kind| (kind, Score::default())).into();
    for message in corpus().iter().filter(|message| message.part() == part) {
        let found = message.found();
        for (kind, score) in &mut scores {
            match (message.kinds.contains(kind), found.contains(kind)) {
                (true, true) => score.right += 1,
                (false, true) => score.wrong += 1,
                (true, false) => score.missed += 1,
                (false, false) => {}
            }
        }
    }
    scores
}

#[test]
fn the_corpus_is_large_and_two_thirds_of_it_are_harmless() {
    let corpus = corpus();
    let harmless = corpus.iter().filter(|message| message.kinds.is_empty()).count();
    assert!(corpus.len() >= 300, "{}", corpus.len());
    assert!(harmless * 3 >= corpus.len() * 2, "{harmless} of {}", corpus.len());
    let held_out = corpus.iter().filter(|message| message.part() == Part::HeldOut);
    for kind in FindingKind::ALL {
        let count = held_out.clone().filter(|message| message.kinds.contains(&kind)).count();
        assert!(count >= 6, "{count} messages of {kind:?} are held out: too few to say anything");
    }
}

#[test]
fn what_was_looked_at_while_the_rules_were_written_is_found() {
    hold_the_bar(Part::Open);
}

#[test]
fn what_was_not_looked_at_is_found_as_well() {
    hold_the_bar(Part::HeldOut);
}

/// Prints the figures, never the messages; asserts 0.95 of what is found right, 0.90 of what is there found.
fn hold_the_bar(part: Part) {
    let scores = scores(part);
    println!("{part:?}");
    for (kind, score) in &scores {
        println!(
            "{:20} precision {:.3} recall {:.3} ({} right, {} wrong, {} missed)",
            kind.key(),
            score.precision(),
            score.recall(),
            score.right,
            score.wrong,
            score.missed
        );
    }
    for (kind, score) in scores {
        assert!(score.precision() >= 0.95, "{part:?} {kind:?}: precision {:.3}", score.precision());
        assert!(score.recall() >= 0.90, "{part:?} {kind:?}: recall {:.3}", score.recall());
    }
}
