//! Every text and every cite of a pack, wherever they stand.

use std::collections::BTreeSet;

use engawa_domain::calendar::Day;
use engawa_domain::draft::DraftTemplate;
use engawa_domain::guide::Guide;
use engawa_domain::rules::{Confidence, PlatformRules, SourceId, SourceKind, Sources};
use engawa_domain::say::Lang;
use toml::{Table, Value};

use crate::error::{Found, PackError, Place, Refused};
use crate::read::Read;
use crate::tree::{as_cite, as_text, nodes};

/// Texts are there in both languages and calm; cites name a source of the pack, are no surer than it, and no newer than
/// the pack; every source is used.
pub(crate) fn words(
    rules: &Read<'_, PlatformRules>,
    guides: &[Read<'_, Guide>],
    drafts: &[Read<'_, DraftTemplate>],
) -> Vec<PackError> {
    let mut used = BTreeSet::new();
    let files = [(rules.name, &rules.tree)]
        .into_iter()
        .chain(guides.iter().map(|guide| (guide.name, &guide.tree)))
        .chain(drafts.iter().map(|draft| (draft.name, &draft.tree)));
    let mut errors = Vec::new();
    for (name, tree) in files {
        let mut found = Found::in_file(name);
        file(tree, &rules.value, &mut used, &mut found);
        errors.extend(found.errors);
    }
    for conflict in &rules.value.conflicts {
        used.extend(std::iter::once(&conflict.applied).chain(&conflict.others).cloned());
    }
    let mut found = Found::in_file(rules.name);
    for source in rules.value.sources.keys().filter(|source| !used.contains(*source)) {
        found.add(Place::Path(format!("sources.{}", source.0)), Refused::UnusedSource);
    }
    errors.extend(found.errors);
    errors
}

fn file(tree: &Table, rules: &PlatformRules, used: &mut BTreeSet<SourceId>, found: &mut Found<'_>) {
    for node in nodes(tree) {
        if let Some((ja, en)) = as_text(node.value) {
            text(&node.path, ja, en, found);
        }
        if let Some((source, checked, confidence)) = as_cite(node.value) {
            used.insert(SourceId(source.to_owned()));
            cite(&node.path, source, checked, confidence, rules, found);
        }
        // An estimate names its sources without a day.
        if let Value::Array(values) = node.value
            && node.path.ends_with(".sources")
        {
            used.extend(values.iter().filter_map(Value::as_str).map(|source| SourceId(source.to_owned())));
        }
    }
}

/// Every text of a file is there in both languages, and calm.
pub(crate) fn texts(tree: &Table, found: &mut Found<'_>) {
    for node in nodes(tree) {
        if let Some((ja, en)) = as_text(node.value) {
            text(&node.path, ja, en, found);
        }
    }
}

fn text(path: &str, ja: &str, en: &str, found: &mut Found<'_>) {
    for (lang, words) in [(Lang::Ja, ja), (Lang::En, en)] {
        // An empty line of a draft is a line: it is empty in both.
        let empty_line = ja.is_empty() && en.is_empty() && path.starts_with("lines[");
        if words.trim().is_empty() && !empty_line {
            found.at(path, Refused::NoWords(lang));
        }
        if words.contains(['!', '！', '‼', '❗']) {
            found.at(path, Refused::NotCalm);
        }
    }
}

fn cite(
    path: &str,
    source: &str,
    checked: &str,
    confidence: &str,
    rules: &PlatformRules,
    found: &mut Found<'_>,
) {
    let Some(named) = rules.sources.get(&SourceId(source.to_owned())) else {
        found.at(path, Refused::NoSuchSource(source.to_owned()));
        return;
    };
    if checked.parse::<Day>().is_ok_and(|day| day > rules.checked) {
        found.at(path, Refused::CheckedLater);
    }
    if let Ok(confidence) = Value::String(confidence.to_owned()).try_into::<Confidence>()
        && confidence > surest(named.kind)
    {
        found.at(path, Refused::TooSure { confidence });
    }
}

/// How sure a value can be that rests on such a source alone.
pub(crate) fn surest(kind: SourceKind) -> Confidence {
    match kind {
        SourceKind::Official => Confidence::High,
        SourceKind::UserReport | SourceKind::Secondary | SourceKind::Own => Confidence::Medium,
        SourceKind::Inference => Confidence::Inferred,
    }
}

/// How sure a value can be that rests on these sources together.
pub(crate) fn surest_of<'a>(named: impl Iterator<Item = &'a SourceId>, sources: &Sources) -> Confidence {
    named
        .filter_map(|source| sources.get(source))
        .map(|source| surest(source.kind))
        .max()
        .unwrap_or(Confidence::None)
}
