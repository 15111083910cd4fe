//! 文案, with 点検.

use std::fs;
use std::path::Path;

use engawa_book::views::DraftView;
use engawa_domain::draft::{DraftId, Tone, Weight};
use engawa_words::Words;

use crate::desk::Desk;
use crate::exit::Exit;
use crate::json::draft::{DraftJson, DraftNameJson};
use crate::page::Page;
use crate::stop::{Stop, input};

/// The names of the drafts for a contract, or one draft filled and checked; where a file is named, what the user made of it.
pub fn answer(desk: &Desk, draft: Option<String>, contract: &str, text: Option<&Path>) -> Result<Exit, Stop> {
    let (id, voice) = (desk.contract(contract)?, desk.voice);
    let mut page = Page::default();
    if let Some(draft) = draft {
        let draft = DraftId(draft);
        let mut view = desk.book.draft_view(id, &draft)?;
        if let Some(path) = text {
            view.text = fs::read_to_string(path).map_err(input)?;
            view.check = desk.book.draft_check(id, &draft, &view.text)?;
        }
        lines(&mut page, 0, &view, voice.words);
        return voice.say(&DraftJson::new(&view, voice.words), &page.text());
    }
    let drafts = desk.book.contract_view(id)?.drafts;
    let rows = drafts.iter().map(|draft| vec![draft.id.0.clone(), voice.words.text(&draft.name).to_owned()]);
    page.rows(0, &rows.collect::<Vec<_>>());
    let names: Vec<DraftNameJson> =
        drafts.iter().map(|draft| DraftNameJson::new(draft, voice.words)).collect();
    voice.say(&names, &page.text())
}

/// How it is sent, its text, and what was looked at.
pub fn lines(page: &mut Page, level: usize, view: &DraftView, words: Words) {
    let mut sent = Vec::new();
    let mut row = |key: &str, value: &str| sent.push(vec![words.get(key, &[]), value.to_owned()]);
    if let Some(sender) = &view.sender {
        row("cli-draft-sender", sender.as_str());
    }
    for entrance in &view.entrances {
        row("cli-draft-entrance", words.text(&entrance.text));
        if let Some(address) = &entrance.address {
            row("cli-draft-address", address);
        }
    }
    if let Some(subject) = &view.subject {
        row("cli-draft-subject", subject);
    }
    page.rows(level, &sent);
    page.gap();
    page.line(level, &view.text);
    page.gap();
    page.line(level, &words.get("cli-draft-checks", &[]));
    let looked = &view.check;
    let checks = looked.items.iter().map(|item| vec![tone(item.tone, words), words.say(&item.say)]);
    page.rows(level + 1, &checks.collect::<Vec<_>>());
    for passage in &looked.passages {
        let (name, found) = (words.say(&passage.name), passage.words.as_str());
        let told = words.get("draft-passage", &[("name", &name), ("words", found)]);
        page.rows(level + 1, &[vec![weight(passage.weight, words), told]]);
        page.line(level + 2, &words.say(&passage.why));
        if let Some(rule) = &passage.rule {
            page.line(level + 2, words.text(&rule.text));
        }
    }
    if let Some(limit) = &looked.length.limit {
        let (long, most) = (looked.length.characters.to_string(), limit.characters.to_string());
        page.line(level + 1, &words.get("draft-length-of", &[("characters", &long), ("limit", &most)]));
        page.line(level + 2, &words.say(&limit.counted));
    }
}

fn tone(tone: Tone, words: Words) -> String {
    words.get(
        match tone {
            Tone::Good => "cli-tone-good",
            Tone::Look => "cli-tone-look",
            Tone::Stop => "cli-tone-stop",
        },
        &[],
    )
}

fn weight(weight: Weight, words: Words) -> String {
    tone(
        match weight {
            Weight::Fails => Tone::Stop,
            Weight::Hint => Tone::Look,
        },
        words,
    )
}
