//! 手引き: what there is, and the questions of one.

use engawa_book::inputs::GuidesOf;
use engawa_domain::guide::{Guide, GuideId, NodeId};
use engawa_domain::ids::PlatformId;
use engawa_packs::{Pack, Packs, WrittenFor, prove};
use engawa_words::Words;
use serde_json::json;

use crate::desk::{Desk, Voice};
use crate::exit::Exit;
use crate::json::guide::{GuideJson, Reads};
use crate::page::Page;
use crate::stop::Stop;

/// Whether this is the name of a guide.
pub fn is_guide(name: &str) -> Result<bool, Stop> {
    Ok(find(&Packs::embedded()?, name).is_some())
}

/// The guide of this key, with its pack.
pub fn find<'p>(packs: &'p Packs, name: &str) -> Option<(&'p Pack, &'p Guide)> {
    packs.guides_once().find(|(_, guide)| guide.id.0 == name)
}

/// The guide of this key that a service has; without a service, the first that is written.
pub fn find_of<'p>(
    packs: &'p Packs,
    name: &str,
    service: Option<&str>,
) -> Result<(&'p Pack, &'p Guide), Stop> {
    let no_guide = || Stop::NoGuide(name.to_owned());
    let Some(service) = service else {
        return find(packs, name).ok_or_else(no_guide);
    };
    let pack = packs.pack(&known(packs, service)?);
    let guide = pack.guide(&GuideId(name.to_owned())).ok_or_else(no_guide)?;
    Ok((pack, guide))
}

/// A service that has a pack.
fn known(packs: &Packs, service: &str) -> Result<PlatformId, Stop> {
    let platform = PlatformId(service.to_owned());
    if packs.knows(&platform) { Ok(platform) } else { Err(Stop::NoService(platform.0)) }
}

/// Every guide once, and the runs of the book that were left at a question.
pub fn list(desk: Option<Desk>, voice: Voice) -> Result<Exit, Stop> {
    let words = voice.words;
    let packs = Packs::embedded()?;
    let runs = match desk {
        Some(desk) => desk.book.guide_list(&GuidesOf::default())?.open_runs,
        None => Vec::new(),
    };
    let mut page = Page::default();
    let rows = packs.guides_once().map(|(pack, guide)| {
        vec![guide.id.0.clone(), words.text(&guide.title).to_owned(), for_whom(pack, guide, words)]
    });
    page.rows(0, &rows.collect::<Vec<_>>());
    if !runs.is_empty() {
        page.heading(&words.get("guide-open-runs", &[]));
        let rows = runs.iter().map(|run| {
            let about = run.contract.as_ref().map_or("", |contract| contract.title.as_str());
            vec![run.id.to_string(), words.text(&run.guide.title).to_owned(), about.to_owned()]
        });
        page.rows(1, &rows.collect::<Vec<_>>());
    }
    let runs = runs.iter().map(|run| {
        json!({
            "run": run.id, "guide": run.guide.id, "contract": run.contract.as_ref().map(|contract| contract.id),
            "answered": run.answered, "started": run.started.day,
        })
    });
    let guides = packs.guides_once().map(|(pack, guide)| {
        json!({
            "guide": guide.id, "platform": pack.rules.id, "title": words.text(&guide.title),
            "summary": words.text(&guide.summary), "group": guide.group, "urgency": guide.urgency(),
            "paths": prove::count_paths(guide),
        })
    });
    let (guides, runs): (Vec<_>, Vec<_>) = (guides.collect(), runs.collect());
    voice.say(&json!({ "guides": guides, "open_runs": runs }), &page.text())
}

/// The guides for what is wrong, as it was said, the best first.
pub fn search(said: &str, platform: Option<&str>, voice: Voice) -> Result<Exit, Stop> {
    let (packs, words) = (Packs::embedded()?, voice.words);
    let platform = platform.map(|name| known(&packs, name)).transpose()?;
    let found = packs.find_guides(said, platform.as_ref());
    let mut page = Page::default();
    let rows = found.iter().map(|(pack, guide)| {
        vec![guide.id.0.clone(), words.text(&guide.title).to_owned(), words.text(&pack.rules.name).to_owned()]
    });
    page.rows(0, &rows.collect::<Vec<_>>());
    if found.is_empty() {
        page.line(0, &words.get("guide-find-none", &[]));
    }
    let guides = found.iter().map(|(pack, guide)| {
        json!({
            "guide": guide.id, "platform": pack.rules.id, "title": words.text(&guide.title),
            "summary": words.text(&guide.summary),
        })
    });
    voice.say(&json!({ "guides": guides.collect::<Vec<_>>() }), &page.text())
}

/// The service a guide is written for, or that it is for all of them.
fn for_whom(pack: &Pack, guide: &Guide, words: Words) -> String {
    match pack.written_for(&guide.id) {
        WrittenFor::Service => words.text(&pack.rules.name).to_owned(),
        WrittenFor::Everyone => words.get("cli-guide-for-everyone", &[]),
    }
}

/// The questions of a guide, what may be answered and where that leads, and its outcomes, as it reads for a service.
pub fn show(name: &str, service: Option<&str>, voice: Voice) -> Result<Exit, Stop> {
    let packs = Packs::embedded()?;
    let (pack, guide) = find_of(&packs, name, service)?;
    let reads = Reads { rules: &pack.rules, words: voice.words };
    let json = GuideJson::new(guide, prove::count_paths(guide), reads);
    voice.say(&json, &page(guide, reads))
}

fn page(guide: &Guide, reads: Reads<'_>) -> String {
    let words = reads.words;
    let mut page = Page::default();
    page.line(0, words.text(&guide.title));
    page.line(0, words.text(&guide.summary));
    page.gap();
    page.line(0, &reads.text(&guide.answer_first.main));
    page.line(0, &reads.text(&guide.answer_first.sub));
    page.heading(&words.get("cli-guide-questions", &[]));
    for question in &guide.questions {
        page.rows(1, &[vec![question.id.0.clone(), reads.text(&question.ask)]]);
        let options = question.options.iter().map(|option| {
            let to = match &option.to {
                NodeId::Question(id) => id.to_string(),
                NodeId::Outcome(id) => id.to_string(),
            };
            vec![option.id.0.clone(), format!("→ {to}"), words.text(&option.text).to_owned()]
        });
        page.rows(2, &options.collect::<Vec<_>>());
    }
    page.heading(&words.get("cli-guide-outcomes", &[]));
    let outcomes = guide.outcomes.iter();
    let rows = outcomes.map(|outcome| vec![outcome.id.0.clone(), reads.text(&outcome.answer.main)]);
    page.rows(1, &rows.collect::<Vec<_>>());
    page.text()
}
