//! メッセージ点検: what a client wrote, looked through. It needs no book.

use std::io::Read as _;
use std::path::Path;
use std::{fs, io};

use engawa_domain::facts::{Channel, Stage};
use engawa_domain::ids::PlatformId;
use engawa_domain::message::{Approval, Circumstances, Finding, MessageText, check};
use engawa_domain::rules::PlatformRules;
use engawa_packs::{OTHER, Packs};

use crate::args::Looked;
use crate::desk::Voice;
use crate::exit::Exit;
use crate::json::message::{FindingJson, MessageJson};
use crate::page::Page;
use crate::stop::{Stop, input};

/// Looks a message through, in the light of what the line tells about the contract.
pub fn answer(looked: &Looked, voice: Voice) -> Result<Exit, Stop> {
    let packs = Packs::embedded()?;
    let platform = PlatformId(looked.platform.clone().unwrap_or_else(|| OTHER.to_owned()));
    let rules = packs.rules(&platform);
    let message = read(looked.from.as_deref())?;
    let stage = looked.stage.map(Stage::from);
    let approval = if looked.approved { Approval::Held } else { Approval::NotHeld };
    let agreed: Vec<Channel> = looked.agreed.iter().copied().map(Channel::from).collect();
    let found =
        check(&message, &Circumstances { agreed: &agreed, ..Circumstances::of(rules, stage, approval) });
    let pack = packs.pack(&platform);
    let draft = |finding: &Finding| Some(pack.draft_for(finding.draft()?)?.id.0.clone());
    let findings =
        found.iter().map(|finding| FindingJson::new(finding, rules, draft(finding), voice.words)).collect();
    voice.say(&MessageJson { findings }, &page(&found, rules, voice))
}

/// The message, from a file or standard input. No more is read than may be a message.
fn read(from: Option<&Path>) -> Result<MessageText, Stop> {
    let limit = u64::try_from(MessageText::LONGEST).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    match from {
        Some(path) => fs::File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes)),
        None => io::stdin().lock().take(limit).read_to_end(&mut bytes),
    }
    .map_err(input)?;
    MessageText::from_bytes(bytes).map_err(Stop::NoMessage)
}

fn page(found: &[Finding], rules: &PlatformRules, voice: Voice) -> String {
    let words = voice.words;
    let mut page = Page::default();
    if found.is_empty() {
        page.line(0, &words.get("message-nothing-found", &[]));
        return page.text();
    }
    page.line(0, &words.say(&Finding::count(found)));
    for finding in found {
        let kind = finding.kind;
        page.heading(&words.say(&finding.name()));
        page.line(1, &words.get("message-passage", &[("words", &finding.words)]));
        page.line(1, &words.say(&finding.why()));
        match kind.rule(rules) {
            Some((text, cite)) => {
                page.line(1, words.text(text));
                let checked = words.get("parts-checked", &[("day", &words.day(cite.checked))]);
                if let Some(source) = rules.sources.get(&cite.source) {
                    let title = words.get("parts-source", &[("title", words.text(&source.title))]);
                    page.line(2, &format!("{title}  {checked}"));
                    page.line(2, &source.address);
                }
            }
            None => page.line(1, &words.get("message-no-rule", &[])),
        }
        page.rows(
            1,
            &[
                vec![words.get("message-answer", &[]), words.say(&finding.answer())],
                vec![words.get("message-record", &[]), words.say(&finding.record())],
            ],
        );
    }
    page.text()
}
