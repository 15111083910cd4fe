//! Packs that are wrong: refused with the file, the place and the reason.

use engawa_domain::rules::Confidence;
use engawa_domain::say::Lang;

use crate::error::{PackError, Place, Refused};
use crate::packs::FILES;
use crate::prove::DefectKind;
use crate::{PackFile, Packs};

const RULES: &str = "crowdworks/rules.toml";
const GUIDE: &str = "crowdworks/guides/link-missing.toml";
const HOLDING: &str = "crowdworks/drafts/holding.toml";

/// The errors of the program's packs with one file changed. What is replaced must be there, or nothing would be tried.
fn errors_after(file: &str, from: &str, to: &str) -> Vec<PackError> {
    let changed: Vec<(&str, String)> = FILES
        .iter()
        .map(|(name, text)| {
            if *name == file {
                assert!(text.contains(from), "{file} has {from:?}");
                (*name, text.replacen(from, to, 1))
            } else {
                (*name, (*text).to_owned())
            }
        })
        .collect();
    errors_of(&changed)
}

fn errors_of(files: &[(&str, String)]) -> Vec<PackError> {
    Packs::read(files.iter().map(|(name, text)| PackFile { name, text }))
        .map_or_else(|errors| errors.0, |_| Vec::new())
}

fn refused(file: &str, from: &str, to: &str) -> Refused {
    let errors = errors_after(file, from, to);
    assert!(!errors.is_empty(), "{from:?} -> {to:?} was taken");
    assert_eq!(errors[0].file, file);
    errors[0].refused.clone()
}

#[test]
fn broken_toml_is_refused_with_its_line() {
    let errors = errors_after(RULES, "id = \"crowdworks\"", "id = crowdworks");
    assert!(
        matches!(&errors[0], PackError { at: Place::Line(7), refused: Refused::Unreadable(_), .. }),
        "{}",
        errors[0]
    );
}

#[test]
fn an_unknown_field_is_refused_wherever_it_stands() {
    for (file, from, to) in [
        (RULES, "zone =", "colour = \"red\"\nzone ="),
        (RULES, "limit = { known = 1 }", "who_may_not = []\nlimit = { known = 1 }"),
        (RULES, "shape = { kind = \"approval\" }", "shape = { kind = \"approval\", unless = 1 }"),
        (GUIDE, "skip_to =", "skip = 1\nskip_to ="),
        (GUIDE, "fact = \"link_visible\"", "sure = 1, fact = \"link_visible\""),
        (HOLDING, "purpose =", "mood = 1\npurpose ="),
    ] {
        let refused = refused(file, from, to);
        assert!(matches!(refused, Refused::UnknownField | Refused::Unreadable(_)), "{to}: {refused:?}");
    }
}

#[test]
fn a_text_must_be_there_in_both_languages_and_calm() {
    let name = "ja = \"クラウドワークス\", en = \"CrowdWorks\"";
    assert!(matches!(refused(RULES, name, "ja = \"クラウドワークス\""), Refused::Unreadable(_)));
    assert_eq!(refused(RULES, name, "ja = \"クラウドワークス\", en = \" \""), Refused::NoWords(Lang::En));
    assert_eq!(refused(RULES, name, "ja = \"クラウドワークス！\", en = \"CrowdWorks\""), Refused::NotCalm);
    assert_eq!(refused(GUIDE, "en = \"None of these\"", "en = \"\""), Refused::NoWords(Lang::En));
    assert_eq!(refused(GUIDE, "ja = \"どれもない\"", "ja = \"どれもない!\""), Refused::NotCalm);
}

#[test]
fn a_cite_names_a_source_and_claims_no_more_than_it_can_give() {
    let cite = "source = \"report-denied\", checked = \"2026-11-23\", confidence = \"M\"";
    let as_source = |source: &str| cite.replace("report-denied", source);
    assert_eq!(refused(RULES, cite, &as_source("gone")), Refused::NoSuchSource("gone".to_owned()));
    assert_eq!(
        refused(RULES, cite, &cite.replace("\"M\"", "\"H\"")),
        Refused::TooSure { confidence: Confidence::High }
    );
    assert_eq!(refused(RULES, cite, &cite.replace("2026-11-23", "2026-11-24")), Refused::CheckedLater);
    assert_eq!(refused(RULES, cite, &cite.replace("\"M\"", "\"NONE\"")), Refused::AssertedUnknown);
    assert!(matches!(refused(RULES, cite, &cite.replace("\"M\"", "\"sure\"")), Refused::Unreadable(_)));
    let unused = "[sources.unused]\ntitle = { ja = \"題\", en = \"title\" }\naddress = \"https://example.jp/\"\nkind = \"official\"\n\n[sources.faq-10549]";
    assert_eq!(refused(RULES, "[sources.faq-10549]", unused), Refused::UnusedSource);
    assert_eq!(
        refused(RULES, "address = \"https://coconwork.com/?p=72\"", "address = \"coconwork.com\""),
        Refused::NoAddress
    );
}

#[test]
fn only_a_stage_of_the_usual_way_opens_contact() {
    let gate = |stage: &str| format!("shape = {{ kind = \"gate_and_approval\", gate = \"{stage}\" }}");
    for stage in ["reminder_requested", "termination_requested", "continued", "terminated", "declined"] {
        let refused = refused(RULES, "shape = { kind = \"approval\" }", &gate(stage));
        assert_eq!(refused, Refused::GateBesideTheWay, "{stage}");
    }
    assert_eq!(errors_after(RULES, "shape = { kind = \"approval\" }", &gate("escrowed")), []);
}

/// The example that `packs/README.md` works through, step by step.
#[test]
fn the_correction_that_the_readme_works_through_is_taken() {
    let steps = [
        ("review = \"unknown\"", "review = { known = { business_days = 3 } }"),
        (
            "survives_end = \"unknown\"\ncite = { source = \"faq-770\", checked = \"2026-11-23\"",
            "survives_end = \"unknown\"\ncite = { source = \"faq-132\", checked = \"2027-02-01\"",
        ),
        (
            "[sources.faq-770]",
            "[sources.faq-132]\ntitle = { ja = \"よくある質問 132（連絡先公開申請）\", en = \"FAQ 132 (連絡先公開申請)\" }\naddress = \"https://www.lancers.jp/faq/l1028/132\"\nkind = \"official\"\n\n[sources.faq-770]",
        ),
        ("\nchecked = \"2026-11-23\"", "\nchecked = \"2027-02-01\""),
    ];
    let corrected = |steps: &[(&str, &str)]| -> Vec<(&str, String)> {
        let files = FILES.iter().map(|(name, text)| {
            let mut text = (*text).to_owned();
            if *name == "lancers/rules.toml" {
                for (from, to) in steps {
                    assert!(text.contains(from), "{from:?}");
                    text = text.replacen(from, to, 1);
                }
            }
            (*name, text)
        });
        files.collect()
    };
    assert_eq!(errors_of(&corrected(&steps)), []);
    let without_the_last = errors_of(&corrected(&steps[..3]));
    assert_eq!(without_the_last[0].refused, Refused::CheckedLater);
    let mistyped =
        errors_after("lancers/rules.toml", "cite = { source = \"faq-770\"", "cite = { source = \"faq-77\"");
    let said = mistyped[0].to_string();
    assert!(
        said.starts_with("lancers/rules.toml:")
            && said.ends_with(": contact.cite: no source is called \"faq-77\""),
        "{said}"
    );
}

#[test]
fn a_page_that_only_a_conflict_names_is_used() {
    let without = "others = [\"faq-598\"]";
    let source = refused("lancers/rules.toml", without, "others = [\"faq-770-old\"]");
    assert_eq!(source, Refused::NoSuchSource("faq-770-old".to_owned()));
    let unused = errors_after("lancers/rules.toml", without, "others = [\"notice-penalty\"]");
    assert_eq!(
        unused[0].refused,
        Refused::UnusedSource,
        "nothing else rests on the page that the conflict named"
    );
}

#[test]
fn what_nobody_published_cannot_be_asserted() {
    let task = "[formats.task]\nrequest_possible = \"unknown\"";
    assert_eq!(
        refused(RULES, task, "[formats.task]\nrequest_possible = { known = false }"),
        Refused::AssertedUnknown
    );
    let contact = "confidence = \"H\", since";
    assert_eq!(refused(RULES, contact, "confidence = \"NONE\", since"), Refused::AssertedUnknown);
}

#[test]
fn rules_that_do_not_hang_together_are_refused() {
    assert_eq!(
        refused(RULES, "zone = \"Asia/Tokyo\"", "zone = \"Asia/Engawa\""),
        Refused::NoSuchZone("Asia/Engawa".to_owned())
    );
    assert_eq!(
        refused(RULES, "\"crowdworks.jp\"", "\"https://crowdworks.jp\""),
        Refused::NotAHost("https://crowdworks.jp".to_owned())
    );
    assert_eq!(refused(RULES, "worker = [\"me\", \"client\"]", "worker = []"), Refused::RequestUnreachable);
    assert_eq!(refused(RULES, "up_to = 200000", "up_to = 100000"), Refused::TiersInDisorder);
    assert_eq!(
        refused(RULES, "{ basis_points = 500 }", "{ up_to = 300000, basis_points = 500 }"),
        Refused::TiersInDisorder
    );
    assert_eq!(
        refused(RULES, "id = \"inspection\"", "id = \"consent\""),
        Refused::KeyTwice("consent".to_owned())
    );
    assert_eq!(
        refused(RULES, "id = \"crowdworks\"", "id = \"other\""),
        Refused::NamedOtherwise { inside: "other".to_owned() }
    );
    assert_eq!(
        refused("other/rules.toml", "{ kind = \"not_known\" }", "{ kind = \"approval\" }"),
        Refused::AssertedUnknown
    );
    assert!(
        matches!(refused(RULES, "to = \"01-03\"", "to = \"12-28\""), Refused::Unreadable(_)),
        "never open"
    );
    assert!(matches!(
        refused(RULES, "checked = \"2026-11-23\"", "checked = \"2026-11-31\""),
        Refused::Unreadable(_)
    ));
}

#[test]
fn a_longest_text_has_a_number_and_a_source() {
    let with = |characters: &str, confidence: &str| {
        format!(
            "zone = \"Asia/Tokyo\"\nmessage_limit = {{ characters = {characters}, cite = {{ source = \"faq-10562\", checked = \"2026-11-23\", confidence = \"{confidence}\" }} }}"
        )
    };
    let zone = "zone = \"Asia/Tokyo\"";
    assert_eq!(errors_after(RULES, zone, &with("3000", "H")), [], "a known limit is taken in");
    assert_eq!(refused(RULES, zone, &with("3000", "NONE")), Refused::AssertedUnknown);
    assert!(matches!(refused(RULES, zone, &with("0", "H")), Refused::Unreadable(_)), "nothing could be sent");
}

#[test]
fn no_pack_claims_a_longest_text_that_nobody_has_published() {
    for pack in crate::Packs::embedded().unwrap().all() {
        let rules = &pack.rules;
        let reason = rules.request.as_ref().and_then(|request| request.reason_limit.as_ref());
        let entrances = rules.support.entrances.iter().filter_map(|entrance| entrance.length_limit.as_ref());
        let claimed = rules.message_limit.iter().chain(reason).chain(entrances).count();
        assert_eq!(claimed, 0, "{}: name the source in this test, too", rules.id.0);
    }
}

#[test]
fn a_draft_that_could_do_harm_is_refused() {
    let checks = "checks = [\"no_gaps\", \"no_contact_data\", \"no_other_client\"]";
    let without = "checks = [\"no_gaps\", \"no_other_client\"]";
    assert_eq!(refused(HOLDING, checks, without), Refused::NoCheck("NoContactData".to_owned()));
    assert_eq!(
        refused(HOLDING, "{client_name} 様", "{client_nam} 様"),
        Refused::NoSuchField("client_nam".to_owned())
    );
    assert_eq!(refused(HOLDING, "{client_name} 様", "ご担当者様"), Refused::FieldsDiffer);
    let contact = refused(HOLDING, "こちらでお知らせします", "me@example.jp でお知らせします");
    assert!(matches!(&contact, Refused::ContactData(words) if words.contains("example")), "{contact:?}");
    let purpose = errors_after(HOLDING, "purpose = \"holding\"", "purpose = \"decline\"");
    assert_eq!(purpose[0].refused, Refused::NoDraftFor("Holding".to_owned()));
}

#[test]
fn a_guide_with_a_cycle_or_a_lost_source_is_refused_where_the_pack_is_read() {
    let cycle = errors_after(
        GUIDE,
        "id = \"talks\"\ntext = { ja = \"まだ相談の段階\", en = \"Still talking, no contract yet\" }\nto = { question = \"status\" }",
        "id = \"talks\"\ntext = { ja = \"まだ相談の段階\", en = \"Still talking\" }\nto = { question = \"screen\" }",
    );
    assert!(
        cycle.iter().any(
            |error| matches!(&error.refused, Refused::Guide(defect) if defect.kind == DefectKind::Cycle)
        )
    );
    assert_eq!(
        refused(GUIDE, "source = \"warning-2025\"", "source = \"gone\""),
        Refused::NoSuchSource("gone".to_owned())
    );
}

#[test]
fn a_pack_without_rules_and_a_stray_file_are_refused() {
    let all: Vec<(&str, String)> = FILES.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
    let without: Vec<_> = all.iter().filter(|(name, _)| *name != RULES).cloned().collect();
    assert_eq!(errors_of(&without)[0].refused, Refused::NoRules);
    let without_other: Vec<_> = all.iter().filter(|(name, _)| !name.starts_with("other/")).cloned().collect();
    assert_eq!(errors_of(&without_other)[0].refused, Refused::NoRules);
    let mut stray = all;
    stray.push(("crowdworks/notes.toml", String::new()));
    assert_eq!(errors_of(&stray)[0].refused, Refused::StrayFile);
}

#[test]
fn every_wrong_file_is_named_at_once() {
    let mut all: Vec<(&str, String)> = FILES.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
    for (name, text) in &mut all {
        if *name == HOLDING || *name == "other/rules.toml" {
            text.push_str("\nextra = 1\n");
        }
    }
    let files: Vec<_> = errors_of(&all).into_iter().map(|error| error.file).collect();
    assert!(
        files.iter().any(|file| file == HOLDING) && files.iter().any(|file| file == "other/rules.toml"),
        "{files:?}"
    );
}
