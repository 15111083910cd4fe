//! What must not be found anywhere once a book is protected.

use super::turning::assert_nowhere;
use super::*;

/// What a book holds, in the words and bytes in which it would be found.
fn secrets(it: &Closed) -> Vec<Vec<u8>> {
    let book = it.open(None).unwrap();
    let facts = crate::samples_for_tests::facts();
    let evidence: Evidence = book.rows().all().unwrap().remove(0);
    let mut secrets: Vec<Vec<u8>> = [
        facts.client.name.as_str(),
        facts.contract.title.as_str(),
        facts.account.user_name.as_str(),
        "me@example.jp",
        "LINEで話せますか",
        "書きかけ商会",
        "承認されました",
        "まちの仕事帳",
        "CREATE TABLE",
        "SQLite format 3",
        &evidence.sha256.0,
        &evidence.original_name,
    ]
    .map(|text| text.as_bytes().to_vec())
    .into();
    // The hash in its bytes too.
    let hash: engawa_store::Hash = evidence.sha256.0.parse().unwrap();
    secrets.push(hash.0.to_vec());
    secrets
}

#[test]
fn after_protecting_no_file_of_the_folder_holds_a_word_of_the_book() {
    let it = Closed::filled();
    // What a crash or an older version may have left.
    fs::write(it.home().join("evidence/incoming-1-0"), "承認されました").unwrap();
    fs::copy(
        it.home().join("book.sqlite"),
        it.home().join("backups/book-2026-11-01T00-00-00.000Z.schema-1.sqlite"),
    )
    .unwrap();
    fs::copy(it.home().join("book.sqlite"), it.home().join("backups/book-2026-11-02T00-00-00.000Z.unproven"))
        .unwrap();
    let half = fs::read(it.home().join("book.sqlite")).unwrap();
    fs::write(it.home().join("backups/book-2026-11-03T00-00-00.000Z.sqlite"), &half[..half.len() / 2 + 77])
        .unwrap();
    let secrets = secrets(&it);
    let found = |secret: &Vec<u8>| {
        let files = all_files(&it.home());
        files.iter().any(|file| {
            let bytes = fs::read(file).unwrap();
            bytes.windows(secret.len()).any(|window| window == secret)
                || file.to_string_lossy().contains(&*String::from_utf8_lossy(secret))
        })
    };
    let before = secrets.iter().filter(|secret| found(secret)).count();
    assert!(before >= secrets.len() - 1, "the plain book shows them, or this test would prove nothing");
    let (turned, _) = it.protect(&mut on).unwrap();
    for secret in &secrets {
        assert_nowhere(&it.home(), secret);
    }
    // Nor while it is open, nor after.
    let book = it.open(turned.key.as_ref()).unwrap();
    for secret in &secrets {
        assert_nowhere(&it.home(), secret);
    }
    it.assert_whole(&book);
    drop(book);
    for secret in &secrets {
        assert_nowhere(&it.home(), secret);
    }
}

#[test]
fn the_key_of_the_book_is_in_none_of_its_files() {
    let it = Closed::filled();
    let (turned, code) = it.protect(&mut on).unwrap();
    let key = turned.key.unwrap();
    assert_nowhere(&it.home(), key.bytes());
    assert_nowhere(&it.home(), &code.bytes()[..]);
    assert_nowhere(&it.home(), engawa_store::Hash(*key.bytes()).to_string().as_bytes());
    assert_nowhere(&it.home(), PASSPHRASE.as_bytes());
}

#[test]
fn two_books_with_one_passphrase_have_nothing_in_common() {
    let it = Closed::filled();
    let other = it.copied();
    it.protect(&mut on).unwrap();
    other.protect(&mut on).unwrap();
    let names = |it: &Closed| plan::files_in(&it.home().join("evidence")).unwrap();
    assert_ne!(names(&it), names(&other), "the same evidence has other names");
    let file = |it: &Closed| fs::read(it.home().join("book.sqlite")).unwrap();
    assert_ne!(file(&it)[..4096], file(&other)[..4096]);
}

#[test]
fn nothing_that_is_said_of_a_failure_tells_a_secret() {
    let it = Closed::filled();
    it.protect(&mut on).unwrap();
    let error = it.unlock("a wrong passphrase 4711").unwrap_err();
    let words = engawa_words::Words::new(engawa_domain::say::Lang::En);
    let problem = crate::problem(&error, &words, engawa_domain::say::Lang::En);
    for said in [format!("{error:?}"), error.to_string(), format!("{problem:?}")] {
        assert!(!said.contains("4711"), "{said}");
    }
}
