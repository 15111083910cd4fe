use std::process::{Command, Stdio};

use engawa_faults::table::{count, record};

use super::recorder::folder;
use super::writer::{PROGRAM, Writer, run, said};

#[test]
fn two_programs_never_write_one_book_and_the_second_is_told_who_holds_it() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book");
    let mut first = Writer::start(&book, 1);
    first.next();
    let said = run(&["write", book.to_str().unwrap(), "1000000", "1"]);
    assert!(said.starts_with("refused held "), "{said}");
    assert!(said.contains("book-writer"), "{said}");
    first.kill();
    assert_eq!(
        run(&["write", book.to_str().unwrap(), "1000000", "1"]),
        "1000000\n",
        "a killed program holds nothing"
    );
}

#[test]
fn of_four_programs_that_start_at_the_same_moment_one_has_the_book() {
    let times = count(15, 200);
    for time in 0..times {
        let (_kept, here) = folder();
        // Each stays until its input ends, so that the first is still there when the last comes.
        let start = |_| {
            let mut command = Command::new(PROGRAM);
            command.arg("hold").arg(here.join("book")).stdin(Stdio::piped()).stdout(Stdio::piped());
            command.spawn().unwrap()
        };
        let programs: Vec<_> = [0; 4].map(start).into();
        let mut answers: Vec<String> = Vec::new();
        let (first_lines, rest): (Vec<_>, Vec<_>) = programs.into_iter().map(read_a_line).unzip();
        answers.extend(first_lines);
        for child in rest {
            drop(said(child.wait_with_output().unwrap()));
        }
        let held = answers.iter().filter(|line| line.starts_with("refused held ")).count();
        assert_eq!(
            (held, answers.iter().filter(|line| *line == "held\n").count()),
            (3, 1),
            "{time}: {answers:?}"
        );
    }
    record("two-writers", times, "");
}

fn read_a_line(mut child: std::process::Child) -> (String, std::process::Child) {
    let mut line = String::new();
    let mut out = std::io::BufReader::new(child.stdout.as_mut().unwrap());
    std::io::BufRead::read_line(&mut out, &mut line).unwrap();
    (line, child)
}
