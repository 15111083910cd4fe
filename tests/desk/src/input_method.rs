//! fcitx5 with mozc: words composed as they are composed in Japan.

use std::fs;

use crate::{companion::Companion, desk::Desk, wait::until};

/// A desk with a running input method, switched to hiragana.
///
/// Keys go through the X server: those of WebDriver reach the page behind the input method's back.
pub struct InputMethod {
    _fcitx: Companion,
    desk: Desk,
}

/// One group of two: the keyboard as it is, and mozc.
const PROFILE: &str = "\
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=mozc

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=mozc
Layout=

[GroupOrder]
0=Default
";

/// Every field starts with mozc, so that no key for switching it on has to be sent at the right moment.
const CONFIG: &str = "\
[Behavior]
ActiveByDefault=True
ShareInputState=All
ShowInputMethodInformation=False
";

impl InputMethod {
    /// Sets up a desk and starts the input method there.
    #[track_caller]
    pub fn start() -> Self {
        let desk = Desk::for_input_method();
        desk.folder("home/config");
        let settings = desk.folder("home/config/fcitx5");
        for (file, text) in [("profile", PROFILE), ("config", CONFIG)] {
            let written = fs::write(settings.join(file), text);
            assert!(written.is_ok(), "cannot write the settings of fcitx5: {written:?}");
        }
        // What is found only when it is asked for: no tray, no clouds, no clipboard.
        let mut fcitx = desk.command("fcitx5");
        fcitx.args(["--disable=all", "--enable=mozc,dbus,dbusfrontend,xcb,keyboard,imselector"]);
        let fcitx = Companion::start("fcitx5", fcitx.stderr(std::process::Stdio::null()));
        let method = Self { _fcitx: fcitx, desk };
        until("mozc", || {
            method.ask(&["-s", "mozc"])?;
            method.ask(&["-o"])?;
            (method.ask(&["-n"])? == "mozc").then_some(())
        });
        method
    }

    /// The desk it works on.
    pub const fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Types Latin letters, which the input method turns into hiragana.
    #[track_caller]
    pub fn type_romaji(&self, letters: &str) {
        let typed = self.desk.xdotool(&["type", "--delay", "25", letters]);
        assert!(typed.is_some(), "xdotool cannot type {letters}");
    }

    /// Presses a key, by its X name: `space`, `Return`, `Escape`.
    #[track_caller]
    pub fn press(&self, key: &str) {
        assert!(self.desk.xdotool(&["key", key]).is_some(), "xdotool cannot press {key}");
    }

    fn ask(&self, arguments: &[&str]) -> Option<String> {
        let output = self.desk.command("fcitx5-remote").args(arguments).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
}
