//! 手引き: what there is, and the questions of one.

use engawa_book::views::GuideBrief;
use engawa_domain::guide::{Guide, NodeId};
use engawa_domain::ids::PlatformId;
use engawa_packs::{Pack, Packs, prove};
use engawa_words::Words;
use serde_json::json;

use crate::desk::{Desk, Voice};
use crate::exit::Exit;
use crate::json::guide::GuideJson;
use crate::page::Page;
use crate::stop::Stop;

/// Whether this is the name of a guide.
pub fn is_guide(name: &str) -> Result<bool, Stop> {
    Ok(find(&Packs::embedded()?, name).is_some())
}

/// The guide of this key, with its pack.
pub fn find<'p>(packs: &'p Packs, name: &str) -> Option<(&'p Pack, &'p Guide)> {
    let mut all = packs.all().flat_map(|pack| pack.guides.iter().map(move |guide| (pack, guide)));
    all.find(|(_, guide)| guide.id.0 == name)
}

/// Every guide, and the runs of the book that were left at a question.
pub fn list(desk: Option<Desk>, voice: Voice) -> Result<Exit, Stop> {
    let words = voice.words;
    let (guides, runs) = match desk {
        Some(desk) => {
            let list = desk.book.guide_list()?;
            (list.guides, list.open_runs)
        }
        None => (of_the_program(&Packs::embedded()?), Vec::new()),
    };
    let mut page = Page::default();
    let rows = guides.iter().map(|guide| vec![guide.id.0.clone(), words.text(&guide.title).to_owned()]);
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
    let guides = guides.iter().map(|guide| {
        json!({
            "guide": guide.id, "platform": guide.platform, "title": words.text(&guide.title),
            "summary": words.text(&guide.summary), "group": guide.group, "urgency": guide.urgency,
            "paths": guide.paths,
        })
    });
    let (guides, runs): (Vec<_>, Vec<_>) = (guides.collect(), runs.collect());
    voice.say(&json!({ "guides": guides, "open_runs": runs }), &page.text())
}

fn of_the_program(packs: &Packs) -> Vec<GuideBrief> {
    let of = |pack: &Pack| {
        let brief = |guide: &Guide| GuideBrief {
            id: guide.id.clone(),
            platform: pack.rules.id.clone(),
            title: guide.title.clone(),
            summary: guide.summary.clone(),
            paths: prove::count_paths(guide),
            group: guide.group,
            urgency: guide.urgency(),
            offered_in: guide.offered_in.clone(),
        };
        pack.guides.iter().map(brief).collect::<Vec<_>>()
    };
    packs.all().flat_map(of).collect()
}

/// The guides for what is wrong, as it was said, the best first.
pub fn search(said: &str, platform: Option<&str>, voice: Voice) -> Result<Exit, Stop> {
    let (packs, words) = (Packs::embedded()?, voice.words);
    let platform = platform.map(|name| PlatformId(name.to_owned()));
    if let Some(unknown) = platform.as_ref().filter(|platform| !packs.knows(platform)) {
        return Err(Stop::NoService(unknown.0.clone()));
    }
    let found = packs.find_guides(said, platform.as_ref());
    let mut page = Page::default();
    let rows = found.iter().map(|(pack, guide)| {
        let service = words.text(&pack.rules.name).to_owned();
        vec![guide.id.0.clone(), words.text(&guide.title).to_owned(), service]
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

/// The questions of a guide, what may be answered and where that leads, and its outcomes.
pub fn show(name: &str, voice: Voice) -> Result<Exit, Stop> {
    let packs = Packs::embedded()?;
    let (pack, guide) = find(&packs, name).ok_or_else(|| Stop::NoGuide(name.to_owned()))?;
    let json = GuideJson::new(guide, &pack.rules.id.0, prove::count_paths(guide), voice.words);
    voice.say(&json, &page(guide, voice.words))
}

fn page(guide: &Guide, words: Words) -> String {
    let mut page = Page::default();
    page.line(0, words.text(&guide.title));
    page.line(0, words.text(&guide.summary));
    page.gap();
    page.line(0, words.text(&guide.answer_first.main));
    page.line(0, words.text(&guide.answer_first.sub));
    page.heading(&words.get("cli-guide-questions", &[]));
    for question in &guide.questions {
        page.rows(1, &[vec![question.id.0.clone(), words.text(&question.ask).to_owned()]]);
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
    let rows =
        outcomes.map(|outcome| vec![outcome.id.0.clone(), words.text(&outcome.answer.main).to_owned()]);
    page.rows(1, &rows.collect::<Vec<_>>());
    page.text()
}
