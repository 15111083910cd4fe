//! Locking and unlocking what is open, and protecting it. All of it happens on the book's thread.

use std::time::Instant;

use engawa_book::{
    Book, BookError, Clock as _, Progress, SystemClock, problem,
    problem::Problem,
    protect::{
        self, Attempts, BookKey, Cost, Go, Passphrase, ProtectionRefused, RecoveryCode, Secret, Step, Typed,
    },
    views::{Access, BookKind, NewCode},
};
use engawa_words::{Lang, Words};

use crate::{
    bookkeeper::{Of, Open},
    works::Running,
};

/// What is going on about the protection of a book.
#[derive(Debug, Default)]
pub struct Protecting {
    /// A new recovery code that was shown and is not confirmed yet, and which of its groups was asked for.
    shown: Option<(RecoveryCode, usize)>,
    attempts: Attempts,
    /// The key of the own book while it is unlocked: a book that does not open is rescued with it.
    pub(crate) key: Option<BookKey>,
}

/// Follows the making anew of a book's files, and may stop it.
pub trait Watching {
    /// Is told of a step, and says whether the work goes on.
    fn go(&mut self, step: Step) -> Go;
}

impl Watching for Running {
    fn go(&mut self, step: Step) -> Go {
        match step {
            Step::Made { done, total } if self.come(Progress { done, total }).is_break() => Go::Stop,
            Step::Planned | Step::Made { .. } => Go::On,
            // From the first file on that has its new place, it is finished.
            Step::Moved | Step::Cleared => {
                self.bind();
                Go::On
            }
        }
    }
}

impl Open {
    /// Tries once more to open a book that could not be opened: the user may have repaired the cause.
    pub fn try_again(&mut self, lang: Lang) {
        if self.book.is_err() {
            self.book = self.shelf.open(self.kind, lang, self.protecting.key.as_ref());
        }
    }

    /// Opens the other book. When that fails, the one that is open stays open; one that is locked is shown as such.
    pub fn change_to(&mut self, kind: BookKind, lang: Lang) -> Result<(), Problem> {
        self.past = None;
        // One that is only looked at is opened anew too: the way back from looking.
        let is_usable = matches!(&self.book, Ok(book) if book.access() == Access::Writable);
        if self.kind == kind && is_usable {
            return Ok(());
        }
        // Nobody takes care of a book that is not open.
        self.end();
        let key = self.protecting.key.take().filter(|_| self.kind == kind);
        match self.shelf.open(kind, lang, key.as_ref()) {
            // Whoever wants the same book as it is, and not only to look at it, is told why there is none.
            Err(error) if self.kind == kind => {
                (self.book, self.protecting.key) = (Err(error), key);
                Ok(())
            }
            Err(error) if !matches!(error, BookError::Protection(ProtectionRefused::Locked)) => {
                Err(in_words(lang)(error))
            }
            book => {
                (self.kind, self.book, self.protecting.key) = (kind, book, key);
                Ok(())
            }
        }
    }

    /// Closes a protected book: its keys are wiped with it. A plain one stays open.
    pub fn lock(&mut self) {
        if self.book.as_ref().is_ok_and(Book::is_protected) {
            self.end();
            self.book = Err(ProtectionRefused::Locked.into());
            (self.past, self.protecting.shown, self.protecting.key) = (None, None, None);
        }
    }

    /// Opens a locked book with its passphrase or its recovery code.
    pub fn unlock(&mut self, secret: &Typed, lang: Lang) -> Result<(), Problem> {
        if self.book.is_ok() {
            return Ok(());
        }
        let key = self.key(secret).map_err(in_words(lang))?;
        self.book = self.shelf.open(self.kind, lang, Some(&key));
        self.protecting.key = Some(key);
        Ok(())
    }

    /// A new recovery code, to be shown once.
    pub fn show_code(&mut self, lang: Lang) -> Result<NewCode, Problem> {
        let code = RecoveryCode::new().map_err(in_words(lang))?;
        // Any group will do; one that is not the first shows that the page was read to its end.
        let asked = protect::GROUPS / 2 + usize::from(code.bytes()[0]) % (protect::GROUPS / 2);
        let new = NewCode { groups: code.groups(), asked: u32::try_from(asked + 1).unwrap_or(1) };
        self.protecting.shown = Some((code, asked));
        Ok(new)
    }

    /// Encrypts the book. Answers which files of its folder stay as they are; `None` when the user stopped it.
    pub fn protect(
        &mut self,
        passphrase: &Typed,
        part: &Typed,
        lang: Lang,
        watch: &mut dyn Watching,
    ) -> Result<Option<Vec<String>>, Problem> {
        let passphrase = Passphrase::chosen(passphrase).map_err(in_words(lang))?;
        let code = self.confirmed(part).map_err(in_words(lang))?;
        self.turned(lang, |folder| {
            let now = SystemClock.now();
            protect::protect(folder, &passphrase, &code, Cost::measured(), now, &mut |step| watch.go(step))
        })
    }

    /// Makes the book a plain one again. Answers as [`Self::protect`] does.
    pub fn unprotect(
        &mut self,
        secret: &Typed,
        lang: Lang,
        watch: &mut dyn Watching,
    ) -> Result<Option<Vec<String>>, Problem> {
        // Told before the book is closed for it.
        self.key(secret).map_err(in_words(lang))?;
        let secret = Secret::of(secret);
        self.turned(lang, |folder| {
            protect::unprotect(folder, &secret, SystemClock.now(), &mut |step| watch.go(step))
        })
    }

    /// Another passphrase for the book.
    pub fn change_passphrase(&mut self, secret: &Typed, new: &Typed, lang: Lang) -> Result<(), Problem> {
        let new = Passphrase::chosen(new).map_err(in_words(lang))?;
        self.key(secret).map_err(in_words(lang))?;
        let folder = self.shelf.folder(self.kind);
        protect::change_passphrase(&folder, &Secret::of(secret), &new, Cost::measured())
            .map_err(in_words(lang))
    }

    /// The code that was shown takes the place of the old one.
    pub fn renew_code(&mut self, secret: &Typed, part: &Typed, lang: Lang) -> Result<(), Problem> {
        let code = self.confirmed(part).map_err(in_words(lang))?;
        self.key(secret).map_err(in_words(lang))?;
        let folder = self.shelf.folder(self.kind);
        protect::renew_code(&folder, &Secret::of(secret), &code).map_err(in_words(lang))?;
        self.protecting.shown = None;
        Ok(())
    }

    /// The key of the book, unless it is too soon to try again.
    fn key(&mut self, secret: &Typed) -> Result<BookKey, BookError> {
        self.protecting.attempts.may_try(Instant::now())?;
        let folder = self.shelf.folder(self.kind);
        let key = protect::unlock(&folder, &Secret::of(secret), SystemClock.now());
        match &key {
            Ok(_) => self.protecting.attempts.succeeded(),
            Err(BookError::Protection(ProtectionRefused::WrongPassphrase | ProtectionRefused::WrongCode)) => {
                self.protecting.attempts.failed(Instant::now());
            }
            Err(_) => {}
        }
        key
    }

    fn confirmed(&self, part: &Typed) -> Result<RecoveryCode, ProtectionRefused> {
        let (code, asked) = self.protecting.shown.as_ref().ok_or(ProtectionRefused::NoCodeShown)?;
        if code.has_group(*asked, part) { Ok(code.clone()) } else { Err(ProtectionRefused::NotConfirmed) }
    }

    /// Closes the book for work on its files, and opens it again whatever came of it.
    fn turned(
        &mut self,
        lang: Lang,
        work: impl FnOnce(&std::path::Path) -> Result<protect::Turned, BookError>,
    ) -> Result<Option<Vec<String>>, Problem> {
        if self.kind == BookKind::Sample {
            return Err(in_words(lang)(ProtectionRefused::Sample));
        }
        // A book that cannot be opened is not worked on.
        self.ask(Of::Now, lang, |book| book.settle())?;
        // Nobody reads beside the book while its files are made anew.
        if let Ok(book) = &mut self.book {
            self.backing_up.interrupt(book);
        }
        self.past = None;
        let was = self.protecting.shown.take();
        self.book = Err(ProtectionRefused::Locked.into());
        let turned = work(&self.shelf.folder(self.kind));
        let key = turned.as_ref().ok().and_then(|turned| turned.key.as_ref());
        let key = key.cloned().or_else(|| self.protecting.key.take());
        self.book = self.shelf.open(self.kind, lang, key.as_ref());
        self.protecting.key = key.filter(|_| self.book.as_ref().is_ok_and(Book::is_protected));
        match turned {
            Ok(turned) => Ok(Some(turned.left.iter().map(|path| path.display().to_string()).collect())),
            Err(error) => {
                self.protecting.shown = was;
                match error {
                    BookError::Protection(ProtectionRefused::Stopped) => Ok(None),
                    error => Err(in_words(lang)(error)),
                }
            }
        }
    }
}

fn in_words<E: Into<BookError>>(lang: Lang) -> impl Fn(E) -> Problem {
    move |error| problem(&error.into(), &Words::new(lang), lang)
}

#[cfg(test)]
mod tests {
    use engawa_book::problem::ProblemCode;

    use super::*;
    use crate::shelf::Shelf;

    const PASSPHRASE: &str = "縁側で猫と夕立を待つ";

    /// Nobody stops it.
    struct Undisturbed;

    impl Watching for Undisturbed {
        fn go(&mut self, _: Step) -> Go {
            Go::On
        }
    }

    /// Stops it when so much is made.
    struct StoppedAt(u64);

    impl Watching for StoppedAt {
        fn go(&mut self, step: Step) -> Go {
            match step {
                Step::Made { done, .. } if done >= self.0 => Go::Stop,
                _ => Go::On,
            }
        }
    }

    fn typed(text: &str) -> Typed {
        Typed::new(text.to_owned())
    }

    fn open(folder: &tempfile::TempDir) -> Open {
        Open::new(Shelf::with_own_book_in(folder.path().join("book")), BookKind::Own, Lang::Ja)
    }

    fn code(problem: Result<impl std::fmt::Debug, Problem>) -> ProblemCode {
        problem.unwrap_err().code
    }

    /// Shows a code and answers it with the group that was asked for.
    fn part(open: &mut Open) -> Typed {
        let shown = open.show_code(Lang::Ja).unwrap();
        typed(&shown.groups[shown.asked as usize - 1].to_lowercase())
    }

    fn is_open(open: &mut Open) -> bool {
        open.ask(Of::Now, Lang::Ja, |book| book.app_start()).is_ok()
    }

    #[test]
    fn a_book_is_protected_locked_unlocked_and_plain_again() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = open(&folder);
        it.lock();
        assert!(is_open(&mut it), "a plain book cannot be locked");
        let part = part(&mut it);
        it.protect(&typed(PASSPHRASE), &part, Lang::Ja, &mut Undisturbed).unwrap();
        assert!(is_open(&mut it), "who has just protected it goes on with it");
        it.lock();
        let answer = it.ask(Of::Now, Lang::Ja, |book| book.app_start());
        assert_eq!(code(answer), ProblemCode::BookLocked);
        assert_eq!(code(it.unlock(&typed("縁側で猫と"), Lang::Ja)), ProblemCode::Passphrase);
        it.unlock(&typed(PASSPHRASE), Lang::Ja).unwrap();
        assert!(is_open(&mut it));
        it.unprotect(&typed(PASSPHRASE), Lang::Ja, &mut Undisturbed).unwrap();
        it.lock();
        assert!(is_open(&mut it));
    }

    #[test]
    fn a_code_that_nobody_wrote_down_protects_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = open(&folder);
        let unseen = it.protect(&typed(PASSPHRASE), &typed("0000"), Lang::Ja, &mut Undisturbed);
        assert_eq!(code(unseen), ProblemCode::NotAllowed);
        it.show_code(Lang::Ja).unwrap();
        assert_eq!(
            code(it.protect(&typed(PASSPHRASE), &typed(""), Lang::Ja, &mut Undisturbed)),
            ProblemCode::Field
        );
        let part = part(&mut it);
        assert_eq!(code(it.protect(&typed("short"), &part, Lang::Ja, &mut Undisturbed)), ProblemCode::Field);
        assert!(is_open(&mut it));
        assert!(!folder.path().join("book/protection.json").exists());
    }

    #[test]
    fn who_tries_again_and_again_has_to_wait() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = open(&folder);
        let part = part(&mut it);
        it.protect(&typed(PASSPHRASE), &part, Lang::Ja, &mut Undisturbed).unwrap();
        it.lock();
        // The fourth failure costs two seconds, which even a fast machine does not pass before the next attempt.
        for _ in 0..3 {
            assert_eq!(code(it.unlock(&typed("wrong"), Lang::Ja)), ProblemCode::Passphrase);
        }
        it.protecting.attempts.failed(Instant::now());
        let too_soon = it.unlock(&typed(PASSPHRASE), Lang::Ja).unwrap_err();
        assert!(too_soon.message.contains('秒'), "{}", too_soon.message);
    }

    #[test]
    fn from_the_sample_one_comes_back_to_a_locked_book() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = open(&folder);
        let first = part(&mut it);
        it.protect(&typed(PASSPHRASE), &first, Lang::Ja, &mut Undisturbed).unwrap();
        it.change_to(BookKind::Sample, Lang::Ja).unwrap();
        let second = part(&mut it);
        assert_eq!(
            code(it.protect(&typed(PASSPHRASE), &second, Lang::Ja, &mut Undisturbed)),
            ProblemCode::NotAllowed,
            "the sample"
        );
        it.change_to(BookKind::Own, Lang::Ja).unwrap();
        assert_eq!(code(it.ask(Of::Now, Lang::Ja, |book| book.app_start())), ProblemCode::BookLocked);
        it.unlock(&typed(PASSPHRASE), Lang::Ja).unwrap();
        assert!(is_open(&mut it));
    }

    #[test]
    fn a_book_whose_protection_was_stopped_is_plain_open_and_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = open(&folder);
        let part = part(&mut it);
        let files = |folder: &std::path::Path| {
            let entries = std::fs::read_dir(folder.join("book")).unwrap();
            let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
            names.sort();
            names
        };
        let before = files(folder.path());
        let stopped = it.protect(&typed(PASSPHRASE), &part, Lang::Ja, &mut StoppedAt(1)).unwrap();
        assert_eq!(stopped, None);
        assert!(is_open(&mut it));
        assert_eq!(files(folder.path()), before);
        // The code that was written down still counts.
        let done = it.protect(&typed(PASSPHRASE), &part, Lang::Ja, &mut Undisturbed).unwrap();
        assert_eq!(done, Some(vec![]));
    }
}
