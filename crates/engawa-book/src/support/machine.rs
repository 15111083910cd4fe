//! The machine, in words of closed lists: system and its version, session, desktop.

use super::version::Version;

/// What is known of the machine. Whatever the system answers, a word that is not in the lists below becomes `other`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Machine {
    /// `linux`, `windows`, `macos`: what the program was compiled for.
    pub system: &'static str,
    /// The distribution of a Linux.
    pub distribution: Option<&'static str>,
    /// The version of the system, or of the distribution.
    pub version: Option<Version>,
    /// The version of the kernel of a Linux.
    pub kernel: Option<Version>,
    /// `x86_64`, `aarch64`: what the program was compiled for.
    pub processor: &'static str,
    /// How a Linux shows windows.
    pub session: Option<&'static str>,
    /// The desktop of a Linux.
    pub desktop: Option<&'static str>,
}

const DISTRIBUTIONS: &[&str] = &[
    "debian",
    "ubuntu",
    "linuxmint",
    "pop",
    "fedora",
    "rhel",
    "centos",
    "rocky",
    "almalinux",
    "arch",
    "manjaro",
    "endeavouros",
    "opensuse-leap",
    "opensuse-tumbleweed",
    "nixos",
    "gentoo",
    "zorin",
    "elementary",
    "raspbian",
];
const SESSIONS: &[&str] = &["x11", "wayland", "tty"];
const DESKTOPS: &[&str] = &[
    "gnome",
    "kde",
    "xfce",
    "lxqt",
    "lxde",
    "mate",
    "cinnamon",
    "x-cinnamon",
    "budgie",
    "pantheon",
    "unity",
    "deepin",
    "sway",
    "hyprland",
    "openbox",
    "i3",
    "cosmic",
];
const OTHER: &str = "other";

/// Every word that can be said of a machine.
pub fn words() -> impl Iterator<Item = &'static str> {
    let compiled_for = [std::env::consts::OS, std::env::consts::ARCH, OTHER];
    [DISTRIBUTIONS, SESSIONS, DESKTOPS].into_iter().flatten().copied().chain(compiled_for)
}

impl Machine {
    /// This machine.
    pub fn here() -> Self {
        let file = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
        Self::told(&Told {
            release: &file("/etc/os-release"),
            kernel: &file("/proc/sys/kernel/osrelease"),
            macos: &file("/System/Library/CoreServices/SystemVersion.plist"),
            windows: windows(),
            variable: &|name| std::env::var(name).ok(),
        })
    }

    fn told(told: &Told<'_>) -> Self {
        let released = |key: &str| {
            let line = told.release.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
            line.map(|value| value.trim_matches(['"', '\'']))
        };
        let named = |name: &str| (told.variable)(name).filter(|value| !value.is_empty());
        let session = named("XDG_SESSION_TYPE")
            .or_else(|| named("WAYLAND_DISPLAY").map(|_| "wayland".to_owned()))
            .or_else(|| named("DISPLAY").map(|_| "x11".to_owned()));
        // Several names may stand there, the most exact first: ubuntu:GNOME.
        let desktop = named("XDG_CURRENT_DESKTOP");
        let desktop = desktop.as_deref().map(|names| {
            let known = names.split(':').map(|name| listed(DESKTOPS, name)).find(|name| *name != OTHER);
            known.unwrap_or(OTHER)
        });
        Self {
            system: std::env::consts::OS,
            distribution: released("ID").map(|id| listed(DISTRIBUTIONS, id)),
            version: released("VERSION_ID")
                .and_then(Version::read)
                .or_else(|| macos(told.macos))
                .or(told.windows),
            kernel: Version::read(told.kernel),
            processor: std::env::consts::ARCH,
            session: session.as_deref().map(|session| listed(SESSIONS, session)),
            desktop,
        }
    }
}

/// What the system was asked.
struct Told<'a> {
    /// `/etc/os-release`.
    release: &'a str,
    kernel: &'a str,
    /// `SystemVersion.plist`.
    macos: &'a str,
    /// What Windows answers.
    windows: Option<Version>,
    variable: &'a dyn Fn(&str) -> Option<String>,
}

/// The word of the list, or that it is another.
fn listed(list: &'static [&'static str], word: &str) -> &'static str {
    list.iter().copied().find(|known| known.eq_ignore_ascii_case(word)).unwrap_or(OTHER)
}

/// The version in macOS's own file about itself.
fn macos(plist: &str) -> Option<Version> {
    let (_, after) = plist.split_once("<key>ProductVersion</key>")?;
    let (_, value) = after.split_once("<string>")?;
    Version::read(value)
}

#[cfg(windows)]
fn windows() -> Option<Version> {
    let version = windows_version::OsVersion::current();
    Version::read(&format!("{}.{}.{}", version.major, version.minor, version.build))
}

#[cfg(not(windows))]
const fn windows() -> Option<Version> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(release: &str, variables: &[(&str, &str)]) -> Machine {
        let find = |name: &str| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        let kernel = "6.1.0-25-amd64\n";
        Machine::told(&Told { release, kernel, macos: "", windows: None, variable: &find })
    }

    #[test]
    fn a_known_system_is_named_with_its_version() {
        let machine = told(
            "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nVERSION_ID=\"12\"\nID=debian\n",
            &[("XDG_SESSION_TYPE", "wayland"), ("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")],
        );
        assert_eq!(machine.distribution, Some("debian"));
        assert_eq!(machine.version, Some(Version::of(12)));
        assert_eq!(machine.kernel.unwrap().to_string(), "6.1.0");
        assert_eq!((machine.session, machine.desktop), (Some("wayland"), Some("gnome")));
    }

    #[test]
    fn a_word_of_ones_own_is_only_called_another() {
        let machine = told("ID=hanakos-linux\n", &[("XDG_CURRENT_DESKTOP", "花子の机"), ("DISPLAY", ":0")]);
        assert_eq!(machine.distribution, Some(OTHER));
        assert_eq!(machine.version, None);
        assert_eq!((machine.session, machine.desktop), (Some("x11"), Some(OTHER)));
    }

    #[test]
    fn macos_says_its_version_in_a_file() {
        let plist = "<dict><key>ProductName</key><string>macOS</string>\n<key>ProductVersion</key>\n\t<string>14.6.1</string></dict>";
        assert_eq!(macos(plist).unwrap().to_string(), "14.6.1");
    }

    #[test]
    fn windows_answers_for_its_version_by_itself() {
        let nothing = Told { release: "", kernel: "", macos: "", windows: None, variable: &|_| None };
        assert_eq!(Machine::told(&nothing).version, None);
        let windows = Some(Version::of(10));
        assert_eq!(Machine::told(&Told { windows, ..nothing }).version, windows);
    }
}
