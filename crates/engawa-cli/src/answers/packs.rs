//! サービスのきまり: are the files right, what do they say and on what ground, and what differs between two versions.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use engawa_book::Clock;
use engawa_domain::calendar::{Day, zone};
use engawa_domain::entry;
use engawa_domain::ids::PlatformId;
use engawa_domain::rules::{Cite, Operating, PlatformRules};
use engawa_packs::{
    Pack, PackError, PackErrors, PackFile, PackValue, Packs, Place, ValueChange, Written, changes, values,
};
use engawa_words::Words;
use serde_json::{Value, json};

use crate::desk::Voice;
use crate::exit::Exit;
use crate::page::Page;
use crate::stop::{Stop, input};

/// Looks at every file of a folder of packs, or at the program's own; all that is wrong is told, each with its line and
/// what to do.
pub fn check(folder: Option<&Path>, voice: Voice) -> Result<Exit, Stop> {
    let files = files(folder)?;
    match read(&files) {
        Ok(packs) => {
            let rows = packs.all().map(|pack| summary(pack, voice.words));
            let mut page = Page::default();
            page.rows(0, &rows.collect::<Vec<_>>());
            page.line(0, &voice.words.get("cli-packs-right", &[]));
            let all: Vec<Value> = packs
                .all()
                .map(|pack| json!({ "service": pack.rules.id, "guides": pack.guides.len(), "drafts": pack.drafts.len() }))
                .collect();
            voice.say(
                &json!({ "errors": [], "packs": all, "paths_proven": packs.paths_proven() }),
                &page.text(),
            )
        }
        Err(errors) => {
            let mut page = Page::default();
            for error in &errors.0 {
                page.line(0, &place(error));
                page.line(1, &voice.words.say(&error.refused.say()));
            }
            let errors: Vec<Value> = errors.0.iter().map(|error| error_json(error, voice.words)).collect();
            voice.say(&json!({ "errors": errors }), &page.text())?;
            Ok(Exit::Faults)
        }
    }
}

/// What the rules of a service say, each value with its source; without a name, which services there are.
pub fn explain(
    service: Option<&str>,
    on: Option<&str>,
    clock: &dyn Clock,
    voice: Voice,
) -> Result<Exit, Stop> {
    let packs = Packs::embedded()?;
    let Some(name) = service else {
        let mut page = Page::default();
        page.rows(0, &packs.all().map(|pack| summary(pack, voice.words)).collect::<Vec<_>>());
        let all: Vec<Value> = packs.all().map(|pack| service_json(&pack.rules, voice.words)).collect();
        return voice.say(&json!({ "services": all }), &page.text());
    };
    let named = PlatformId(name.to_owned());
    let rules = packs.all().map(|pack| &pack.rules).find(|rules| rules.id == named);
    let rules = rules.ok_or_else(|| Stop::NoService(name.to_owned()))?;
    let today = zone::local(clock.now(), &rules.zone).map_err(input)?.day;
    let day = match on {
        Some(typed) => {
            entry::day(typed, today).map_err(input)?.ok_or_else(|| Stop::Usage(typed.to_owned()))?
        }
        None => today,
    };
    let held = rules.on(day);
    let all = values(&held);
    let json = json!({
        "service": service_json(rules, voice.words),
        "on": day,
        "values": all.iter().map(|value| value_json(value, today)).collect::<Vec<_>>(),
    });
    voice.say(&json, &explained(&held, &all, day, today, voice.words))
}

/// What differs between two folders of packs, or between one and the program's own.
pub fn diff(before: &Path, after: Option<&Path>, voice: Voice) -> Result<Exit, Stop> {
    let (before, after) = (files(Some(before))?, files(after)?);
    let both = read(&before).and_then(|before| Ok((before, read(&after)?)));
    let (before, after) = both.map_err(|errors| input(&errors))?;
    let (mut page, mut services) = (Page::default(), Vec::new());
    for (service, pair) in by_service(&before, &after) {
        let (is, heading, differing) = match pair {
            (Some(before), Some(after)) => ("changed", "cli-packs-changed", changes(before, after)),
            (Some(_), None) => ("gone", "cli-packs-gone", Vec::new()),
            (None, _) => ("new", "cli-packs-new", Vec::new()),
        };
        if is == "changed" && differing.is_empty() {
            continue;
        }
        page.heading(&voice.words.get(heading, &[("service", service.0.as_str())]));
        for change in &differing {
            page.line(1, &change.path);
            page.rows(
                2,
                &[
                    row("-", change.before.as_ref(), voice.words),
                    row("+", change.after.as_ref(), voice.words),
                ],
            );
        }
        services.push(json!({
            "service": service,
            "is": is,
            "values": differing.iter().map(change_json).collect::<Vec<_>>(),
        }));
    }
    if services.is_empty() {
        page.line(0, &voice.words.get("cli-packs-same", &[]));
    }
    voice.say(&json!({ "services": services }), page.text().trim_start())
}

/// The rules of each service before and after.
type Pair<'a> = (Option<&'a PlatformRules>, Option<&'a PlatformRules>);

fn by_service<'a>(before: &'a Packs, after: &'a Packs) -> BTreeMap<&'a PlatformId, Pair<'a>> {
    let mut pairs: BTreeMap<&PlatformId, Pair<'_>> = BTreeMap::new();
    for pack in before.all() {
        pairs.entry(&pack.rules.id).or_default().0 = Some(&pack.rules);
    }
    for pack in after.all() {
        pairs.entry(&pack.rules.id).or_default().1 = Some(&pack.rules);
    }
    pairs
}

/// A file of a pack: its name from the folder of the packs, and what is in it.
type NamedText = (String, String);

fn files(folder: Option<&Path>) -> Result<Vec<NamedText>, Stop> {
    let Some(folder) = folder else {
        return Ok(Packs::files().map(|file| (file.name.to_owned(), file.text.to_owned())).collect());
    };
    let mut all = Vec::new();
    collect(folder, "", &mut all)?;
    all.sort();
    Ok(all)
}

fn collect(folder: &Path, name: &str, all: &mut Vec<NamedText>) -> Result<(), Stop> {
    let unreadable = |error: std::io::Error| input(format!("{}: {error}", folder.display()));
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let own = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let own = if name.is_empty() { own } else { format!("{name}/{own}") };
        if path.is_dir() {
            collect(&path, &own, all)?;
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            let text = fs::read_to_string(&path).map_err(|error| input(format!("{own}: {error}")))?;
            all.push((own, text));
        }
    }
    Ok(())
}

fn read(files: &[NamedText]) -> Result<Packs, PackErrors> {
    Packs::read(files.iter().map(|(name, text)| PackFile { name, text }))
}

/// `crowdworks/rules.toml:12: timers[0].span`.
fn place(error: &PackError) -> String {
    let line = error.line.map(|line| format!(":{line}")).unwrap_or_default();
    match &error.at {
        Place::File | Place::Line(_) => format!("{}{line}", error.file),
        Place::Path(path) => format!("{}{line}: {path}", error.file),
    }
}

fn error_json(error: &PackError, words: Words) -> Value {
    let path = match &error.at {
        Place::File | Place::Line(_) => None,
        Place::Path(path) => Some(path),
    };
    json!({
        "file": error.file, "line": error.line, "path": path,
        "message": words.say(&error.refused.say()), "detail": error.refused.to_string(),
    })
}

fn summary(pack: &Pack, words: Words) -> Vec<String> {
    let rules = &pack.rules;
    let operating = match rules.operating {
        Operating::Open => words.day(rules.checked),
        Operating::Ended { last_day, .. } => {
            words.get("cli-packs-ended", &[("day", words.day(last_day).as_str())])
        }
    };
    vec![rules.id.0.clone(), words.text(&rules.name).to_owned(), operating]
}

fn service_json(rules: &PlatformRules, words: Words) -> Value {
    json!({
        "service": rules.id, "name": words.text(&rules.name), "checked": rules.checked,
        "shape": rules.contact.shape, "operating": rules.operating,
    })
}

fn explained(rules: &PlatformRules, all: &[PackValue], day: Day, today: Day, words: Words) -> String {
    let mut page = Page::default();
    page.line(0, words.text(&rules.name));
    page.line(0, &words.get("cli-packs-on", &[("day", words.day(day).as_str())]));
    let mut part = "";
    for value in all.iter().filter(|value| !value.path.starts_with("sources.")) {
        let own = value.path.split('.').next().unwrap_or_default();
        if own != part {
            page.heading(own);
            part = own;
        }
        page.line(1, &format!("{}: {}", value.path, written(&value.value, words)));
        if let Some(cite) = &value.cite {
            page.line(2, &ground(cite, today, words));
        }
    }
    if !rules.sources.is_empty() {
        page.heading(&words.get("cli-packs-sources", &[]));
        let sources = rules.sources.iter();
        let rows = sources.map(|(id, source)| {
            vec![id.0.clone(), words.text(&source.title).to_owned(), source.address.clone()]
        });
        page.rows(1, &rows.collect::<Vec<_>>());
    }
    page.text()
}

/// The source of a value, when it was looked up, how sure it is, and whether that is long ago.
fn ground(cite: &Cite, today: Day, words: Words) -> String {
    let confidence = serde_json::to_value(cite.confidence).ok();
    let confidence = confidence.as_ref().and_then(Value::as_str).unwrap_or_default();
    let checked = words.day(cite.checked);
    let arguments =
        [("source", cite.source.0.as_str()), ("checked", checked.as_str()), ("confidence", confidence)];
    words.get(if cite.is_stale(today) { "cli-packs-ground-old" } else { "cli-packs-ground" }, &arguments)
}

fn written(value: &Written, words: Words) -> String {
    match value {
        Written::Text(text) => words.text(text).to_owned(),
        Written::Plain(plain) => plain.clone(),
    }
}

fn row(sign: &str, value: Option<&PackValue>, words: Words) -> Vec<String> {
    vec![sign.to_owned(), value.map_or_else(|| "–".to_owned(), |value| written(&value.value, words))]
}

fn value_json(value: &PackValue, today: Day) -> Value {
    let written = match &value.value {
        Written::Text(text) => json!(text),
        Written::Plain(plain) => json!(plain),
    };
    json!({
        "path": value.path, "value": written, "cite": value.cite,
        "stale": value.cite.as_ref().is_some_and(|cite| cite.is_stale(today)),
    })
}

fn change_json(change: &ValueChange) -> Value {
    let side = |value: &Option<PackValue>| match value.as_ref().map(|value| (&value.value, &value.cite)) {
        Some((Written::Text(text), cite)) => json!({ "value": text, "cite": cite }),
        Some((Written::Plain(plain), cite)) => json!({ "value": plain, "cite": cite }),
        None => Value::Null,
    };
    json!({ "path": change.path, "before": side(&change.before), "after": side(&change.after) })
}
