//! The menu in the user's language.
//!
//! Our own items have no shortcut here: the page hears the keys itself, so that a key means the same with and without a menu,
//! and a key that confirms a Japanese word is never taken for a command.

use engawa_words::Words;
use tauri::{
    AppHandle, Manager as _, Runtime,
    menu::{Menu, MenuBuilder, MenuEvent, Submenu, SubmenuBuilder},
};
use tauri_specta::Event as _;

use super::{
    LABEL, editing,
    events::{MenuChosen, MenuItem},
};

/// The menu for this language.
pub fn build<R: Runtime>(app: &AppHandle<R>, words: &Words) -> tauri::Result<Menu<R>> {
    let menu = MenuBuilder::new(app);
    #[cfg(target_os = "macos")]
    let menu = menu.item(&application(app, words)?);
    let menu = menu.item(&book(app, words)?).item(&edit(app, words)?).item(&go(app, words)?);
    #[cfg(target_os = "macos")]
    let menu = menu.item(&window(app, words)?);
    menu.build()
}

/// Tells the page what was chosen. The system's own items act by themselves and do not come here.
pub fn chosen<R: Runtime>(app: &AppHandle<R>, event: &MenuEvent) {
    let id = event.id().as_ref();
    if let Some(item) = MenuItem::ALL.iter().copied().find(|item| item.id() == id) {
        // The window may be closing.
        let _ = MenuChosen { item }.emit_to(app, LABEL);
    } else if id == QUIT {
        // As the button of the window: what is under way is ended first.
        let closed = app.get_webview_window(LABEL).map(|window| window.close());
        if !matches!(closed, Some(Ok(()))) {
            app.exit(0);
        }
    } else if let Some(window) = app.get_webview_window(LABEL) {
        editing::act(&window, id);
    }
}

/// The item that ends the app where the system offers none of its own.
const QUIT: &str = "quit";

fn ours<'m, R: Runtime>(
    menu: SubmenuBuilder<'m, R, AppHandle<R>>,
    words: &Words,
    items: &[MenuItem],
) -> SubmenuBuilder<'m, R, AppHandle<R>> {
    items.iter().fold(menu, |menu, item| menu.text(item.id(), words.get(item.words(), &[])))
}

fn submenu<'m, R: Runtime>(
    app: &'m AppHandle<R>,
    words: &Words,
    key: &str,
) -> SubmenuBuilder<'m, R, AppHandle<R>> {
    SubmenuBuilder::new(app, words.get(key, &[]))
}

fn book<R: Runtime>(app: &AppHandle<R>, words: &Words) -> tauri::Result<Submenu<R>> {
    let menu = ours(submenu(app, words, "shell-menu-book"), words, &[MenuItem::NewContract]);
    if cfg!(target_os = "macos") {
        return ours(menu, words, &[MenuItem::Lock]).build(); // settings and quit stand in the application's own menu there
    }
    ours(menu, words, &[MenuItem::Settings, MenuItem::Lock])
        .separator()
        .text(QUIT, words.get("shell-menu-quit", &[]))
        .build()
}

fn edit<R: Runtime>(app: &AppHandle<R>, words: &Words) -> tauri::Result<Submenu<R>> {
    let menu =
        ours(submenu(app, words, "shell-menu-edit"), words, &[MenuItem::Undo, MenuItem::Redo]).separator();
    editing::items(menu, words).build()
}

fn go<R: Runtime>(app: &AppHandle<R>, words: &Words) -> tauri::Result<Submenu<R>> {
    let menu = submenu(app, words, "shell-menu-go");
    let screens = [MenuItem::Today, MenuItem::Contracts, MenuItem::Guides, MenuItem::Inquiries];
    ours(ours(menu, words, &screens).separator(), words, &[MenuItem::Palette]).build()
}

#[cfg(target_os = "macos")]
fn application<R: Runtime>(app: &AppHandle<R>, words: &Words) -> tauri::Result<Submenu<R>> {
    let menu = ours(submenu(app, words, "shell-menu-app"), words, &[MenuItem::Settings]).separator();
    menu.hide().hide_others().show_all().separator().quit_with_text(words.get("shell-menu-quit", &[])).build()
}

#[cfg(target_os = "macos")]
fn window<R: Runtime>(app: &AppHandle<R>, words: &Words) -> tauri::Result<Submenu<R>> {
    let say = |key| words.get(key, &[]);
    submenu(app, words, "shell-menu-window")
        .minimize_with_text(say("shell-menu-minimize"))
        .fullscreen_with_text(say("shell-menu-fullscreen"))
        .separator()
        .close_window_with_text(say("shell-menu-close"))
        .build()
}

impl MenuItem {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Undo,
        Self::Redo,
        Self::Today,
        Self::Contracts,
        Self::Guides,
        Self::Inquiries,
        Self::Settings,
        Self::NewContract,
        Self::Palette,
        Self::Lock,
    ];

    /// Its name within the menu.
    const fn id(self) -> &'static str {
        match self {
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::Today => "today",
            Self::Contracts => "contracts",
            Self::Guides => "guides",
            Self::Inquiries => "inquiries",
            Self::Settings => "settings",
            Self::NewContract => "new-contract",
            Self::Palette => "palette",
            Self::Lock => "lock",
        }
    }

    /// The key of its words.
    const fn words(self) -> &'static str {
        match self {
            Self::Undo => "shell-menu-undo",
            Self::Redo => "shell-menu-redo",
            Self::Today => "shell-menu-today",
            Self::Contracts => "shell-menu-contracts",
            Self::Guides => "shell-menu-guides",
            Self::Inquiries => "shell-menu-inquiries",
            Self::Settings => "shell-menu-settings",
            Self::NewContract => "shell-menu-new-contract",
            Self::Palette => "shell-menu-palette",
            Self::Lock => "shell-menu-lock",
        }
    }
}
