use super::writer::{Writer, run};

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
