//! The rules of the services from the command line: a reader who is no programmer looks at them, corrects one, and sees
//! what is wrong and what differs.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::Cli;

fn packs_of_the_program() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs")
}

/// A copy of the packs with one file changed.
fn changed(cli: &Cli, file: &str, from: &str, to: &str) -> PathBuf {
    let copy = cli.folder.path().join("packs");
    copy_folder(&packs_of_the_program(), &copy);
    let path = copy.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} has {from:?}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
    copy
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}

const REVIEW: &str = "review = { known = { business_days = 2 } }";

#[test]
fn the_packs_of_the_program_are_right() {
    let checked = Cli::at("11-24 14:05").run(&["packs", "check", "--json"]).json();
    assert_eq!(checked["errors"].as_array().unwrap().len(), 0);
    let services: Vec<_> = checked["packs"].as_array().unwrap().iter().map(|pack| &pack["service"]).collect();
    assert!(services.iter().any(|service| *service == "crowdworks"));
}

#[test]
fn a_slip_is_told_with_its_file_its_line_and_what_to_do() {
    let cli = Cli::at("11-24 14:05");
    let packs =
        changed(&cli, "crowdworks/rules.toml", "source = \"notice-2020\"", "source = \"notice-2002\"");
    let line = fs::read_to_string(packs.join("crowdworks/rules.toml"))
        .unwrap()
        .lines()
        .position(|line| line.contains("notice-2002"))
        .unwrap()
        + 1;
    let said = cli.run(&["packs", "check", packs.to_str().unwrap()]);
    assert_eq!(said.code, 6, "faults were found: {said:?}");
    assert!(said.out.contains(&format!("crowdworks/rules.toml:{line}: contact.cite")), "{}", said.out);
    assert!(said.out.contains("加えるか、つづりを直します"), "{}", said.out);
}

#[test]
fn a_value_is_explained_with_the_page_it_rests_on() {
    let cli = Cli::at("11-24 14:05");
    let told = cli.run(&["packs", "explain", "crowdworks", "--json"]).json();
    let values = told["values"].as_array().unwrap();
    let review = values.iter().find(|value| value["path"] == "request.review.known.business_days").unwrap();
    assert_eq!((&review["value"], &review["cite"]["source"]), (&"2".into(), &"faq-10562".into()));
    assert_eq!(review["stale"], false);
}

#[test]
fn a_value_is_old_half_a_year_after_somebody_looked() {
    // 2026-11-23 + 180 days = 2027-05-22.
    for (year_and_day, stale) in [("2027-05-22", false), ("2027-05-23", true)] {
        let at = Cli::at("11-24 14:05").on_day(year_and_day);
        let told = at.run(&["packs", "explain", "crowdworks", "--json"]).json();
        let value = told["values"].as_array().unwrap().iter().find(|value| value["path"] == "contact.text");
        assert_eq!(value.unwrap()["stale"], stale, "{year_and_day}");
    }
}

#[test]
fn an_old_day_is_explained_by_the_rule_of_that_day() {
    let cli = Cli::at("11-24 14:05");
    let shape = |day: &str| {
        let told = cli.run(&["packs", "explain", "crowdworks", "--on", day, "--json"]).json();
        let values = told["values"].as_array().unwrap().clone();
        values.into_iter().find(|value| value["path"] == "contact.shape.kind").unwrap()["value"].clone()
    };
    assert_eq!((shape("2020-10-19"), shape("2020-10-20")), ("gate".into(), "approval".into()));
}

#[test]
fn what_a_correction_changes_is_shown() {
    let cli = Cli::at("11-24 14:05");
    let packs = changed(&cli, "crowdworks/rules.toml", REVIEW, &REVIEW.replace('2', "3"));
    let told = cli.run(&["packs", "diff", packs.to_str().unwrap(), "--json"]).json();
    let services = told["services"].as_array().unwrap();
    assert_eq!(services.len(), 1);
    let value = &services[0]["values"][0];
    assert_eq!(value["path"], "request.review.known.business_days");
    assert_eq!((&value["before"]["value"], &value["after"]["value"]), (&"3".into(), &"2".into()));
    let same = cli.run(&["packs", "diff", packs_of_the_program().to_str().unwrap()]);
    assert!(same.out.contains("変わったところは、ありません"), "{}", same.out);
}

#[test]
fn a_service_without_rules_is_not_found() {
    let said = Cli::at("11-24 14:05").run(&["packs", "explain", "nobody", "--json"]);
    assert_eq!(said.code, 4);
    assert_eq!(said.problem()["code"], "not_found");
}
