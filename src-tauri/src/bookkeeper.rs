//! Keeps the open book on its thread, and says in the user's language what went wrong there.

use std::{io, sync::Mutex, time::Duration};

use engawa_book::{
    Book, BookError, problem,
    problem::{Problem, ProblemCode},
    protect::Typed,
    views::{AppStart, BookKind, Language, Settings},
};
use engawa_words::{Lang, Words};
use tauri::State;

use crate::{
    host::ClipboardRefused,
    language::{forced_setting, language},
    locking::{Idle, Now},
    protecting::Protecting,
    shelf::Shelf,
    worker::{Care, Unfinished, Worker},
};

/// What a command is given.
pub type Keeper<'a> = State<'a, Bookkeeper>;

/// The open book, seen from the commands.
#[derive(Debug)]
pub struct Bookkeeper {
    worker: Worker<Open>,
    tongue: Tongue,
    idle: Idle,
}

/// What is open: a book, or the reason why there is none.
#[derive(Debug)]
pub struct Open {
    pub(crate) shelf: Shelf,
    pub(crate) kind: BookKind,
    pub(crate) book: Result<Book, BookError>,
    /// What is going on about its protection.
    pub(crate) protecting: Protecting,
}

impl Open {
    /// Opens the book; a protected one stays locked.
    pub(crate) fn new(shelf: Shelf, kind: BookKind, lang: Lang) -> Self {
        let book = shelf.open(kind, lang, None);
        Self { shelf, kind, book, protecting: Protecting::default() }
    }

    /// Takes care of the book in a quiet moment. Failing at it costs no record, and the status bar says how old the last backup is.
    pub(crate) fn care(&mut self) {
        let Ok(book) = &self.book else { return };
        if let Err(error) = book.settle().and_then(|()| book.back_up_when_due()) {
            eprintln!("engawa: the book was not backed up: {error}");
        }
    }

    /// Asks the book in this language; without one, the answer is why.
    pub(crate) fn ask<A>(
        &mut self,
        lang: Lang,
        work: impl FnOnce(&mut Book) -> Result<A, BookError>,
    ) -> Result<A, Problem> {
        match &mut self.book {
            Ok(book) => {
                book.speak(lang);
                work(book).map_err(|error| problem(&error, &Words::new(lang), lang))
            }
            Err(error) => Err(problem(error, &Words::new(lang), lang)),
        }
    }
}

/// What the book is given when nobody asks: its log moved into the file, and a backup when one is due.
const CARE: Care<Open> = Care { quiet: Duration::from_secs(20), take: Open::care };

impl Bookkeeper {
    /// Starts the thread, which opens the book at once while the window is being made.
    pub fn start(shelf: Shelf, kind: BookKind, tongue: Tongue) -> io::Result<Self> {
        let lang = tongue.now();
        let worker = Worker::start(move || Open::new(shelf.clone(), kind, lang), CARE)?;
        Ok(Self { worker, tongue, idle: Idle::default() })
    }

    /// Asks the book.
    pub async fn ask<A: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Book) -> Result<A, BookError> + Send + 'static,
    ) -> Result<A, Problem> {
        // Whoever comes after the time finds the book locked, even before the watch has looked.
        self.lock_when_idle().await?;
        let lang = self.tongue.now();
        self.on_thread(move |open| open.ask(lang, work)).await
    }

    /// Has something done with what is open, which may close it and open it again.
    pub async fn with<A: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Open, Lang) -> Result<A, Problem> + Send + 'static,
    ) -> Result<A, Problem> {
        self.lock_when_idle().await?;
        let lang = self.tongue.now();
        let done = self.on_thread(move |open| work(open, lang)).await;
        // What is open now may be protected, or no longer.
        let _ = self.start_view().await;
        done
    }

    /// What the window needs first. A book that could not be opened is tried once more: the user may have repaired the cause.
    pub async fn begin(&self) -> Result<AppStart, Problem> {
        let lang = self.tongue.now();
        let retried = self.on_thread(move |open| {
            open.try_again(lang);
            Ok(())
        });
        retried.await?;
        self.start_view().await
    }

    /// Opens the other book. When that fails, the one that is open stays open.
    pub async fn open(&self, kind: BookKind) -> Result<AppStart, Problem> {
        let lang = self.tongue.now();
        let opened = self.on_thread(move |open| open.change_to(kind, lang));
        opened.await?;
        self.start_view().await
    }

    /// Opens a locked book.
    pub async fn unlock(&self, secret: Typed) -> Result<AppStart, Problem> {
        let lang = self.tongue.now();
        self.on_thread(move |open| open.unlock(&secret, lang)).await?;
        self.start_view().await
    }

    /// Locks a protected book.
    pub async fn lock(&self) -> Result<(), Problem> {
        self.idle.rest();
        self.on_thread(|open| {
            open.lock();
            Ok(())
        })
        .await
    }

    /// Somebody is there.
    pub fn touch(&self) {
        self.idle.touch(Now::of_this_machine());
    }

    /// Locks the book when nobody has been there for the time that was set; whether it did.
    pub async fn lock_when_idle(&self) -> Result<bool, Problem> {
        if !self.idle.is_over(Now::of_this_machine()) {
            return Ok(false);
        }
        self.lock().await?;
        Ok(true)
    }

    /// Begins to watch over a protected book, or lets a plain one be.
    pub fn watch(&self, settings: &Settings, is_protected: bool) {
        if is_protected {
            self.idle.watch(settings.lock_after_minutes, Now::of_this_machine());
        } else {
            self.idle.rest();
        }
    }

    async fn start_view(&self) -> Result<AppStart, Problem> {
        let mut start = self.ask(|book| book.app_start()).await?;
        self.watch(&start.settings, start.book.protected);
        if let Some(forced) = self.tongue.forced() {
            start.settings.language = forced;
        }
        Ok(start)
    }

    /// The language spoken outside the page.
    pub const fn tongue(&self) -> &Tongue {
        &self.tongue
    }

    /// Finishes what was asked for and closes the book.
    pub fn close(&self) {
        self.worker.close();
    }

    async fn on_thread<A: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Open) -> Result<A, Problem> + Send + 'static,
    ) -> Result<A, Problem> {
        self.worker.ask(work).await.unwrap_or_else(|unfinished| Err(self.tongue.unfinished(unfinished)))
    }
}

/// The language spoken outside the page: in the menu, in dialogs of the system, in problems.
#[derive(Debug)]
pub struct Tongue {
    forced: Option<String>,
    system: Option<String>,
    now: Mutex<Lang>,
}

impl Tongue {
    /// What this machine and its environment ask for, until the settings are known.
    pub fn of_this_machine() -> Self {
        Self::new(std::env::var("ENGAWA_LANG").ok(), sys_locale::get_locale())
    }

    /// With the value of `ENGAWA_LANG` and the system's language.
    pub fn new(forced: Option<String>, system: Option<String>) -> Self {
        let now = language(forced.as_deref(), Language::System, system.as_deref());
        Self { forced, system, now: Mutex::new(now) }
    }

    /// The language now.
    pub fn now(&self) -> Lang {
        // The lock guards one value, which a panic cannot leave half-written.
        *self.now.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Follows the setting; the new language, when it is another.
    pub fn follow(&self, set: Language) -> Option<Lang> {
        let new = language(self.forced.as_deref(), set, self.system.as_deref());
        let mut now = self.now.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        (std::mem::replace(&mut *now, new) != new).then_some(new)
    }

    /// The setting that makes the page speak the forced language too.
    fn forced(&self) -> Option<Language> {
        forced_setting(self.forced.as_deref())
    }

    /// One message in this language.
    pub fn say(&self, key: &str) -> String {
        Words::new(self.now()).get(key, &[])
    }

    /// One message with one value in it.
    pub fn say_with(&self, key: &str, name: &str, value: &str) -> String {
        Words::new(self.now()).get(key, &[(name, value)])
    }

    /// The clipboard refused.
    pub fn clipboard(&self, refused: &ClipboardRefused) -> Problem {
        self.problem("shell-clipboard-message", "shell-clipboard-remedy", refused.to_string())
    }

    /// The book's thread, or a dialog, did not finish.
    pub fn unfinished(&self, unfinished: Unfinished) -> Problem {
        self.problem("shell-unfinished-message", "shell-unfinished-remedy", unfinished.to_string())
    }

    fn problem(&self, message: &str, remedy: &str, detail: String) -> Problem {
        Problem {
            code: ProblemCode::Internal,
            message: self.say(message),
            remedy: self.say(remedy),
            guide_entry: None,
            detail: Some(detail),
            fields: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_menu_is_built_anew_only_when_the_language_changes() {
        let tongue = Tongue::new(None, Some("ja-JP".to_owned()));
        assert_eq!(tongue.follow(Language::System), None, "it already speaks Japanese");
        assert_eq!(tongue.follow(Language::En), Some(Lang::En));
        assert_eq!(tongue.follow(Language::En), None);
        assert_eq!(tongue.now(), Lang::En);
    }

    #[test]
    fn a_forced_language_does_not_follow_the_setting() {
        let tongue = Tongue::new(Some("en".to_owned()), Some("ja-JP".to_owned()));
        assert_eq!(tongue.follow(Language::Ja), None);
        assert_eq!(tongue.now(), Lang::En);
    }
}
