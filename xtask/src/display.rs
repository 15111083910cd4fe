//! A desktop where there is none: a display, a session bus and a window manager, ended with the value that holds them.

use std::{
    env,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use anyhow::{Context, Result, ensure};

use crate::command::{self, Companion};

/// Whether somebody is sitting in front of a display.
pub fn is_there() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Xvfb, a D-Bus session and openbox.
///
/// Fields are dropped in the order they stand: the window manager before the display it draws on.
pub struct Desktop {
    _manager: Companion,
    _bus: Companion,
    _display: Companion,
    display: String,
    bus: String,
}

impl Desktop {
    /// Starts the three and waits until each is ready.
    pub fn start() -> Result<Self> {
        // Xvfb picks a free number itself and says it once it listens: no race, no wait.
        let mut xvfb = Command::new("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]);
        let (xvfb, number) = start_and_read_line("Xvfb", &mut xvfb)?;
        let display = format!(":{number}");
        let mut bus = Command::new("dbus-daemon");
        bus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]).env("DISPLAY", &display);
        let (bus_daemon, bus) = start_and_read_line("dbus-daemon", &mut bus)?;
        let mut openbox = Command::new("openbox");
        openbox.env("DISPLAY", &display).env("DBUS_SESSION_BUS_ADDRESS", &bus);
        openbox.stdout(Stdio::null()).stderr(Stdio::null());
        let manager = Companion::start("openbox", &mut openbox)?;
        let desktop = Self { _manager: manager, _bus: bus_daemon, _display: xvfb, display, bus };
        command::wait_for("the window manager", Duration::from_secs(20), || {
            let ready = desktop.output(Command::new("xdotool").arg("get_desktop")).is_ok();
            Ok(ready.then_some(()))
        })?;
        Ok(desktop)
    }

    /// Makes a command run on this desktop.
    ///
    /// Software rendering needs no shared GPU buffers: without them WebKit starts 180 ms sooner here.
    pub fn place<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env("GDK_BACKEND", "x11")
            .env_remove("WAYLAND_DISPLAY")
    }

    fn output(&self, command: &mut Command) -> Result<String> {
        command::output(self.place(command))
    }

    /// Waits until a program has a visible window with something drawn in it, and gives back the window's id.
    pub fn wait_for_painted_window(&self, program: &mut Companion, picture: &Path) -> Result<String> {
        let id = program.child.id().to_string();
        command::wait_for("a painted window", Duration::from_mins(1), || {
            program.must_live()?;
            let windows =
                self.output(Command::new("xdotool").args(["search", "--onlyvisible", "--pid", &id]));
            let Some(window) = windows.ok().and_then(|windows| windows.lines().last().map(str::to_owned))
            else {
                return Ok(None);
            };
            self.screenshot(&window, picture)?;
            Ok((colours(picture)? > BLANK).then_some(window))
        })
    }

    /// Saves what a window shows, without the frame around it.
    pub fn screenshot(&self, window: &str, picture: &Path) -> Result<()> {
        self.output(Command::new("import").args(["-window", window]).arg(picture)).map(drop)
    }

    /// Closes a window as its user would, through the window manager, and waits until its program has ended well.
    ///
    /// The window manager is asked as a taskbar asks it: when the first key of all comes from `xdotool`, the display has another
    /// keyboard, and until the window manager has learnt of it, its own keys (Alt+F4) go to nobody.
    pub fn close(&self, window: &str, program: &mut Companion) -> Result<()> {
        self.output(Command::new("wmctrl").args(["-i", "-c", window]))?;
        let ended = command::wait_for("the program to end", Duration::from_secs(20), || {
            Ok(program.child.try_wait()?)
        })
        .context("its window was closed as a user would")?;
        ensure!(ended.success(), "the program ended with {ended}");
        Ok(())
    }
}

/// A window without its page has one colour, or two with a menu bar's line; letters drawn smoothly bring many more than this.
const BLANK: u32 = 16;

/// How many different colours a picture has.
fn colours(picture: &Path) -> Result<u32> {
    let answer = command::output(Command::new("identify").args(["-format", "%k"]).arg(picture))?;
    answer.trim().parse().with_context(|| format!("identify said `{}`", answer.trim()))
}

/// Starts a companion that says one line on its standard output once it is ready.
fn start_and_read_line(name: &'static str, command: &mut Command) -> Result<(Companion, String)> {
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut companion = Companion::start(name, command)?;
    let answer = companion.child.stdout.take().with_context(|| format!("{name} has no output"))?;
    let mut line = String::new();
    BufReader::new(answer).read_line(&mut line).with_context(|| format!("cannot read from {name}"))?;
    let line = line.trim().to_owned();
    ensure!(!line.is_empty(), "{name} ended without saying that it is ready");
    Ok((companion, line))
}
