//! A guide without a window: gone through with answers from the command line, looked at again, tried at another date.

use serde_json::{Value, json};

use super::cli::{Cli, fact, looked, status, text};

fn asked(run: &Value) -> &str {
    run["question"]["question"].as_str().unwrap_or_else(|| panic!("nothing is asked: {run}"))
}

fn outcome(run: &Value) -> &str {
    run["outcome"]["outcome"].as_str().unwrap_or_else(|| panic!("something is still asked: {run}"))
}

/// Answers: question, option, and from whom.
fn answered(run: &Value) -> Vec<(&str, &str, &str)> {
    let answers = run["answers"].as_array().unwrap().iter();
    answers
        .map(|it| {
            (it["question"].as_str().unwrap(), it["option"].as_str().unwrap(), it["from"].as_str().unwrap())
        })
        .collect()
}

#[test]
fn a_guide_is_gone_through_with_answers_by_name_or_by_number_and_resumes_in_another_process() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    let run = cli.run(&["guide", "run", "link-missing", &id, "--answer", "danger=none", "--json"]).json();
    assert_eq!(asked(&run), "screen");
    // The contract was made, so the record answers the question after the next.
    let run = cli.run(&["guide", "run", "link-missing", &id, "--answer", "screen=１", "--json"]).json();
    assert_eq!(asked(&run), "status");
    let running = ("stage", "running", "record");
    assert_eq!(answered(&run), [("danger", "none", "me"), ("screen", "thread", "me"), running]);
    let rest = ["--answer", "status=none", "--answer", "client=none", "--answer", "look=missing", "--json"];
    let name = text(&run["run"]);
    let run = cli.run(&[&["guide", "run", &name][..], &rest].concat()).json();
    assert_eq!(outcome(&run), "inquire");
    let steps = run["outcome"]["steps"].as_array().unwrap();
    assert_eq!((steps[0]["who"].as_str(), steps[0]["by"].as_str()), (Some("me"), Some("私・11/24(火)")));
    // Tuesday the 24th and two business days.
    assert_eq!(run["outcome"]["look_again"], "2026-11-26");
    let draft = &run["outcome"]["drafts"][0];
    assert_eq!(
        (&draft["draft"], &draft["sender"]),
        (&json!("inquiry-link-missing"), &json!("me@example.jp"))
    );
    assert!(
        run["outcome"]["ask_person"].as_str().unwrap().contains("公開の掲示板には"),
        "what never to post stands beside whom to ask"
    );
    assert_eq!(cli.run(&["guide", "show", &name[..30], "--json"]).json(), run, "looking changes nothing");
}

#[test]
fn an_earlier_answer_is_changed_without_losing_the_later_ones() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    let answers = ["danger=none", "screen=thread", "status=none", "client=none", "look=missing"];
    let given: Vec<&str> = answers.iter().flat_map(|answer| ["--answer", answer]).collect();
    let run = cli.run(&[&["guide", "run", "link-missing", &id, "--json"][..], &given].concat()).json();
    let name = text(&run["run"]);
    let change = |answer: &str| cli.run(&["guide", "run", &name, "--answer", answer, "--json"]).json();
    let denied = change("status=denied");
    assert_eq!(outcome(&denied), "denied");
    let back = change("status=none");
    assert_eq!(outcome(&back), "inquire", "what was answered later counts again");
}

#[test]
fn a_run_is_tried_at_another_date_with_what_was_known_then() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    cli.record("fact", &fact(&id, "11/20", looked("me", "web", "missing")));
    cli.record("fact", &fact(&id, "11/21", looked("me", "app", "missing")));
    cli.record("fact", &fact(&id, "11/22", status("blank", "")));
    cli.record("fact", &fact(&id, "11/23", looked("client", "web", "missing")));
    let run = cli.run(&["guide", "run", "link-missing", &id, "--answer", "danger=none", "--json"]).json();
    assert_eq!(outcome(&run), "inquire");
    let name = text(&run["run"]);
    let on = |day: &str| cli.run(&["guide", "show", &name, "--on", day, "--json"]).json();
    assert_eq!(asked(&on("11/21")), "status");
    assert_eq!(asked(&on("一昨日")), "client");
    let later = on("2026-11-27");
    // Friday the 27th and two business days: the weekend does not count.
    assert_eq!((&later["on"], &later["outcome"]["look_again"]), (&json!("2026-11-27"), &json!("2026-12-01")));
}

#[test]
fn a_slip_in_the_last_answer_records_none_of_them() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    let before = cli.run(&["journal", "--json"]).json();
    for slip in ["status=perhaps", "status", "nothing=none", "status=0", "status=8"] {
        let said = cli.run(&[
            "guide",
            "run",
            "link-missing",
            &id,
            "--answer",
            "danger=none",
            "--answer",
            slip,
            "--json",
        ]);
        assert_eq!((said.code, said.problem()["code"].as_str()), (4, Some("not_found")), "{slip}");
    }
    assert_eq!(cli.run(&["journal", "--json"]).json(), before);
}

#[test]
fn the_questions_of_a_guide_are_shown_without_any_book() {
    let cli = Cli::at("11-24 14:05");
    let guide = cli.run(&["guide", "show", "link-missing", "--json"]).json();
    assert_eq!((&guide["start"], &guide["questions"][0]["kind"]), (&json!("danger"), &json!("danger")));
    let inquire = guide["outcomes"].as_array().unwrap().iter().find(|it| it["outcome"] == "inquire").unwrap();
    assert_eq!(inquire["answer"]["main"], "登録メールアドレスから、事務局に問い合わせます");
    assert!(!cli.book().exists(), "nothing was made");
    let in_words = cli.run(&["guide", "show", "link-missing", "--lang", "en"]).out;
    assert!(in_words.starts_with("The link to apply is not there\n"), "{in_words}");
}

#[test]
fn a_whole_guide_is_printed_as_text_that_can_be_drawn() {
    let cli = Cli::at("11-24 14:05");
    let text = cli.run(&["guide", "show", "link-missing", "--drawing"]).out;
    for line in [
        "flowchart LR",
        "  q_danger -->|\"どれもない\"| q_screen",
        "  o_exchange -.->|\"まだ連絡できないとき\"| o_confirm_approval",
    ] {
        assert!(text.lines().any(|one| one == line), "{line} is not in\n{text}");
    }
    let json = cli.run(&["guide", "show", "link-missing", "--drawing", "--json"]).json();
    assert_eq!(json["drawing"].as_str().unwrap().trim_end(), text.trim_end());
    assert_eq!(cli.run(&["guide", "show", "--drawing"]).code, 2, "of which guide, it has to be told");
    assert_eq!(cli.run(&["guide", "show", "no-such-guide", "--drawing"]).code, 4);
}

#[test]
fn skipping_the_checks_leads_straight_to_the_inquiry() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    let run = cli.run(&["guide", "run", "link-missing", &id, "--skip", "--json"]).json();
    assert_eq!(outcome(&run), "inquire");
}

#[test]
fn a_guide_is_found_by_saying_what_is_wrong() {
    let cli = Cli::at("11-24 14:05");
    for (words, guide) in [
        ("ボタンがない", "link-missing"),
        ("リンクでてこない", "link-missing"),
        ("can't find request link", "link-missing"),
        ("LINEに誘われた", "outside-before-contract"),
    ] {
        let found = cli.run(&["guide", "find", "--json", words]).json();
        assert_eq!(found["guides"][0]["guide"], guide, "{words}");
    }
    let nothing = cli.run(&["guide", "find", "--json", "🍵"]).json();
    assert_eq!(nothing["guides"].as_array().unwrap().len(), 0);
    assert_eq!(cli.run(&["guide", "find", "--platform", "nobody", "ボタン"]).code, 4);
}
