//! A desk of a test's own: display, session bus, window manager, home and book.

use std::{
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    net::{Ipv4Addr, TcpListener, TcpStream},
    os::unix::fs::{PermissionsExt as _, chown},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use tempfile::TempDir;

use crate::{
    companion::Companion,
    keys::{self, Stroke},
    network::{Network, TracedApp},
    place,
    start::Start,
    wait::{until, within},
    webdriver::WebDriver,
    window::Window,
};

/// Who sits at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum User {
    /// Whoever runs the tests.
    Own,
    /// `nobody`: the conversion engine of the input method refuses to work for root.
    Nobody,
}

/// A picture that comes so often again stands still.
const STANDS_STILL: u32 = 3;

/// The user and the group `nobody`, the same on every Debian.
const NOBODY: u32 = 65534;

/// A display with a session bus and a window manager, a home folder and a book folder.
///
/// Fields are dropped in the order they stand: the window manager before the display it draws on, the folders last.
pub struct Desk {
    _manager: Companion,
    _bus: Companion,
    _display: Companion,
    display: String,
    bus: String,
    user: User,
    input_module: &'static str,
    folder: TempDir,
}

impl Desk {
    /// Sets up a desk for whoever runs the tests.
    #[track_caller]
    pub fn new() -> Self {
        Self::of(User::Own, "gtk-im-context-simple")
    }

    /// Sets up a desk at which fcitx5 may be started.
    #[track_caller]
    pub(crate) fn for_input_method() -> Self {
        let user = if rustix::process::geteuid().is_root() { User::Nobody } else { User::Own };
        Self::of(user, "fcitx")
    }

    #[track_caller]
    fn of(user: User, input_module: &'static str) -> Self {
        let folder = own_folder(user);
        // Xvfb picks a free number itself and says it once it listens: no race, no wait. Without `-noreset` it starts anew when its
        // last client leaves, and takes along the window manager that is just coming.
        let mut xvfb = as_user(user, "Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"]);
        let (xvfb, number) = Companion::start_and_read_line("Xvfb", silent(&mut xvfb));
        let display = format!(":{number}");
        let mut bus = as_user(user, "dbus-daemon");
        bus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        // A socket with a file: one without is of a network namespace, and could not be reached from another.
        bus.arg(format!("--address=unix:path={}", folder.path().join("run/bus").display()));
        let bus = homely(&mut bus, folder.path(), input_module).env("DISPLAY", &display);
        let (bus_daemon, bus) = Companion::start_and_read_line("dbus-daemon", silent(bus));
        let mut openbox = as_user(user, "openbox");
        homely(&mut openbox, folder.path(), input_module).env("DISPLAY", &display);
        let manager = Companion::start("openbox", silent(openbox.stdout(Stdio::null())));
        let desk = Self {
            _manager: manager,
            _bus: bus_daemon,
            _display: xvfb,
            display,
            bus,
            user,
            input_module,
            folder,
        };
        until("the window manager", || desk.xdotool(&["get_desktop"]));
        desk
    }

    /// The book of this desk. The app makes it when it is first opened.
    pub fn book(&self) -> PathBuf {
        self.folder.path().join("book")
    }

    /// The sample book, which lies beside it.
    pub fn sample_book(&self) -> PathBuf {
        self.folder.path().join("engawa-sample-book")
    }

    /// A folder of this desk for anything else; made when missing, and the desk's user may write there.
    #[track_caller]
    pub fn folder(&self, name: &str) -> PathBuf {
        let folder = self.folder.path().join(name);
        let made = fs::create_dir_all(&folder);
        assert!(made.is_ok(), "cannot create {}: {made:?}", folder.display());
        hand_over(&folder, self.user);
        folder
    }

    /// A command that runs on this desk.
    pub fn command(&self, program: &str) -> Command {
        let mut command = as_user(self.user, program);
        homely(&mut command, self.folder.path(), self.input_module)
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1") // software rendering needs no shared GPU buffers: 180 ms sooner
            .env("GDK_BACKEND", "x11")
            .env_remove("WAYLAND_DISPLAY");
        command
    }

    /// The app as it is started from a menu: without a driver, so without the driver's own socket.
    #[track_caller]
    pub fn app(&self, start: &Start) -> Command {
        let mut command = self.command(&self.program());
        Self::dress(&mut command, start).args(self.arguments(start));
        command
    }

    /// The same below strace, which writes each call that makes or uses a socket into a file, here or where there is no network at all.
    #[track_caller]
    pub fn traced_app(&self, start: &Start, network: Network) -> TracedApp {
        let log = self.folder.path().join("sockets.strace");
        // Only whoever may do anything may make a namespace just so; anybody else makes one of users around it.
        let as_root: &[&str] = &["unshare", "--net"];
        let as_user: &[&str] = &["unshare", "--user", "--map-current-user", "--net"];
        let around = match (network, rustix::process::geteuid().is_root()) {
            (Network::TheUsual, _) => &[],
            (Network::None, true) => as_root,
            (Network::None, false) => as_user,
        };
        let words = around.iter().chain(&[
            "strace",
            "--follow-forks",
            "--seccomp-bpf",
            "--quiet=all",
            "--trace=%network",
            "--output",
        ]);
        let words: Vec<&str> = words.copied().collect();
        let mut strace = self.command(words[0]);
        strace.args(&words[1..]).arg(&log).arg(self.program()).args(self.arguments(start));
        Self::dress(&mut strace, start).env("ENGAWA_START_MARK", "1");
        let (process, usable) = Companion::start_and_read_line("the app below strace", &mut strace);
        assert!(usable.starts_with("usable "), "the app said `{usable}` where it says when it can be used");
        TracedApp { process, log }
    }

    /// Opens the app behind `WebKitWebDriver`.
    #[track_caller]
    pub fn open(&self, start: &Start) -> Window<'_> {
        self.open_program(&self.program(), &self.arguments(start), start)
    }

    /// Opens any Tauri program behind `WebKitWebDriver`: the bench's floor is one.
    #[track_caller]
    pub fn open_program(&self, program: &str, arguments: &[String], start: &Start) -> Window<'_> {
        let port = free_port();
        let mut driver = self.command("WebKitWebDriver");
        driver.arg(format!("--port={port}")).env("TAURI_WEBVIEW_AUTOMATION", "true");
        let driver = Self::dress(&mut driver, start).stdout(Stdio::inherit()).stderr(Stdio::inherit());
        let process = Companion::start("WebKitWebDriver", driver);
        until("WebKitWebDriver", || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok());
        match WebDriver::begin(port, program, arguments) {
            Ok(session) => Window::new(self, process, session),
            Err(refusal) => panic!("the app did not open: {refusal}"),
        }
    }

    /// Runs xdotool: keys and windows as the X server sees them.
    pub fn xdotool(&self, arguments: &[&str]) -> Option<String> {
        let output = silent(self.command("xdotool").args(arguments)).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Closes the window in front as a taskbar does: the window manager asks it to go. Keys of the window manager's own are lost
    /// now and then, while it learns of the keyboard that `xdotool` brings.
    #[track_caller]
    pub fn close_the_window_in_front(&self) {
        let mut ask = self.command("wmctrl");
        ask.args(["-c", ":ACTIVE:"]);
        until("a window in front, to close it", || silent(&mut ask).status().ok()?.success().then_some(()));
    }

    /// Presses and types through the X server, as a keyboard does.
    #[track_caller]
    pub fn strike(&self, strokes: &[Stroke]) {
        for stroke in strokes {
            let struck = match stroke {
                Stroke::Chord(chord) => self.xdotool(&["key", &keys::for_x(chord)]),
                Stroke::Text(text) => self.xdotool(&["type", "--delay", "20", text]),
            };
            assert!(struck.is_some(), "the X server takes no {stroke:?}");
        }
    }

    /// What the app's window looks like now, as a number that is another for another picture.
    pub fn look(&self) -> Option<u64> {
        let windows = self.windows();
        let mut import = self.command("import");
        let picture = silent(import.args(["-window", windows.last()?, "rgb:-"])).output().ok()?;
        let mut hasher = DefaultHasher::new();
        picture.stdout.hash(&mut hasher);
        (picture.status.success() && !picture.stdout.is_empty()).then(|| hasher.finish())
    }

    /// Waits until the window looks otherwise than it did, and then stays as it is: a new screen is there. Where nothing in the page may
    /// be asked, its looks are all there is to wait for.
    #[track_caller]
    pub fn shows_another_screen_than(&self, before: Option<u64>) {
        let (mut last, mut alike) = (before, 0);
        until("another screen that stands still", || {
            let now = self.look();
            alike = if now.is_some() && now == last && now != before { alike + 1 } else { 0 };
            last = now;
            (alike == STANDS_STILL).then_some(())
        });
    }

    /// The text on the clipboard, asked for as another program asks.
    pub fn clipboard(&self) -> Option<String> {
        let mut xclip = self.command("xclip");
        xclip.args(["-selection", "clipboard", "-out"]);
        let output = silent(&mut xclip).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Copies something as another program does, which offers it under this name and no other until the answer is dropped.
    #[track_caller]
    pub fn copies(&self, target: &str, file: &Path) -> Companion {
        let mut xclip = self.command("xclip");
        // Quiet, it stays in front instead of leaving a process of its own behind.
        xclip.args(["-quiet", "-selection", "clipboard", "-target", target, "-in"]).arg(file);
        let program = Companion::start("xclip", silent(xclip.stdout(Stdio::null())));
        until(&format!("the clipboard to offer {target}"), || {
            let mut asked = self.command("xclip");
            asked.args(["-selection", "clipboard", "-target", "TARGETS", "-out"]);
            let offered = silent(&mut asked).output().ok()?.stdout;
            String::from_utf8_lossy(&offered).lines().any(|line| line == target).then_some(())
        });
        program
    }

    /// The app's windows that the display shows, by the X server's numbers.
    pub fn windows(&self) -> Vec<String> {
        // xdotool fails when it finds none.
        let found = self.xdotool(&["search", "--onlyvisible", "--class", "engawa"]).unwrap_or_default();
        found.lines().map(str::to_owned).collect()
    }

    /// Saves what the app's window shows, without the frame around it, as small as it can be kept without loss, and the same bytes
    /// for the same picture.
    #[track_caller]
    pub fn picture_of_the_window(&self, file: &Path) {
        let windows = self.windows();
        let Some(window) = windows.last() else { panic!("the display shows no window to take a picture of") };
        let mut import = self.command("import");
        import.args(["-window", window, "-strip", "-define", "png:exclude-chunks=date,time"]);
        import.args(["-define", "png:compression-level=9", "-define", "png:compression-strategy=0"]);
        import.args(["-define", "png:compression-filter=1"]);
        let taken = import.arg(file).status();
        assert!(
            taken.as_ref().is_ok_and(std::process::ExitStatus::success),
            "no picture was taken: {taken:?}"
        );
    }

    /// Saves what the display shows.
    pub fn picture(&self, file: &Path) {
        // Taken by whoever runs the tests, for the folder is theirs. The driver's own screenshot hangs without a compositor.
        let mut import = Command::new("import");
        let taken = import.args(["-window", "root"]).arg(file).env("DISPLAY", &self.display).status();
        if !taken.as_ref().is_ok_and(std::process::ExitStatus::success) {
            eprintln!("no picture could be taken: {taken:?}");
        }
    }

    /// The app's file, in a place that the desk's user can read.
    #[track_caller]
    fn program(&self) -> String {
        let app = place::app();
        let readable = match self.user {
            User::Own => app,
            User::Nobody => {
                let copy = self.folder.path().join("engawa");
                if !copy.exists() {
                    let copied = fs::copy(&app, &copy);
                    assert!(copied.is_ok(), "cannot copy the app: {copied:?}");
                }
                copy
            }
        };
        readable.to_string_lossy().into_owned()
    }

    fn arguments(&self, start: &Start) -> Vec<String> {
        let book = start.book.clone().unwrap_or_else(|| self.book());
        let mut arguments = vec!["--book".to_owned(), book.to_string_lossy().into_owned()];
        arguments.extend(start.arguments.iter().cloned());
        arguments
    }

    fn dress<'a>(command: &'a mut Command, start: &Start) -> &'a mut Command {
        match start.language {
            Some(language) => command.env("ENGAWA_LANG", language.code()),
            None => command.env_remove("ENGAWA_LANG"),
        };
        command.env("ENGAWA_NOW", &start.now)
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

/// Nothing of the user's home is read or written: every place where programs keep things lies in the desk's folder.
fn homely<'a>(command: &'a mut Command, folder: &Path, input_module: &str) -> &'a mut Command {
    command
        .env("HOME", folder.join("home"))
        .env("XDG_DATA_HOME", folder.join("home/data"))
        .env("XDG_CONFIG_HOME", folder.join("home/config"))
        .env("XDG_CACHE_HOME", folder.join("home/cache"))
        .env("XDG_STATE_HOME", folder.join("home/state"))
        .env("XDG_RUNTIME_DIR", folder.join("run"))
        .env("LANG", "C.UTF-8")
        .env("TZ", "Asia/Tokyo")
        .env("GTK_IM_MODULE", input_module)
        .env_remove("LC_ALL")
        .current_dir(folder)
}

/// What X programs say when they are well is of no use in a test's output.
fn silent(command: &mut Command) -> &mut Command {
    command.stderr(Stdio::null())
}

fn as_user(user: User, program: &str) -> Command {
    match user {
        User::Own => Command::new(program),
        User::Nobody => {
            let mut command = Command::new("setpriv");
            command
                .arg(format!("--reuid={NOBODY}"))
                .arg(format!("--regid={NOBODY}"))
                .args(["--clear-groups", "--"])
                .arg(program);
            command
        }
    }
}

#[track_caller]
fn own_folder(user: User) -> TempDir {
    let folder = match tempfile::Builder::new().prefix("engawa-desk-").tempdir() {
        Ok(folder) => folder,
        Err(error) => panic!("cannot make a folder for the desk: {error}"),
    };
    for part in ["", "home", "run"] {
        let path = folder.path().join(part);
        let made = fs::create_dir_all(&path)
            .and_then(|()| fs::set_permissions(&path, fs::Permissions::from_mode(0o700)));
        assert!(made.is_ok(), "cannot prepare {}: {made:?}", path.display());
        hand_over(&path, user);
    }
    folder
}

#[track_caller]
fn hand_over(path: &Path, user: User) {
    if user == User::Nobody {
        let given = chown(path, Some(NOBODY), Some(NOBODY));
        assert!(given.is_ok(), "cannot give {} to its user: {given:?}", path.display());
    }
}

/// A port that was free a moment ago.
#[track_caller]
fn free_port() -> u16 {
    let port = within(std::time::Duration::from_secs(1), || {
        TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).ok()?.local_addr().ok()
    });
    let Some(address) = port else { panic!("there is no free port") };
    address.port()
}
