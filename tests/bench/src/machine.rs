//! The machine, described without its name or anybody's folder.

use std::{fmt, fs, process::Command};

/// What a reader needs to know about it.
#[derive(Debug, Default)]
pub struct Machine {
    cores: usize,
    processor: String,
    memory: String,
    system: String,
    kernel: String,
    web_view: String,
}

impl Machine {
    /// This one. What cannot be found out is said to be not known.
    pub fn this() -> Self {
        let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
        let kernel = read("/proc/sys/kernel/osrelease");
        Self {
            cores: std::thread::available_parallelism().map_or(0, usize::from),
            processor: value_of(&read("/proc/cpuinfo"), "model name"),
            memory: gibibytes(&value_of(&read("/proc/meminfo"), "MemTotal")),
            system: value_of(&read("/etc/os-release"), "PRETTY_NAME"),
            // The build's own suffix may name whoever built it.
            kernel: known(kernel.split(['-', '+']).next().unwrap_or_default()),
            web_view: web_view(),
        }
    }
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| | |\n| --- | --- |")?;
        writeln!(f, "| processor | {} cores, {} |", self.cores, self.processor)?;
        writeln!(f, "| memory | {} |", self.memory)?;
        writeln!(f, "| system | {}, Linux {} |", self.system, self.kernel)?;
        writeln!(f, "| web view | WebKitGTK {} |", self.web_view)?;
        writeln!(f, "| display | Xvfb, drawn in software |")
    }
}

/// The value after `name:` or `name=`.
fn value_of(text: &str, name: &str) -> String {
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    known(
        line.unwrap_or_default()
            .trim_matches(|letter: char| letter.is_whitespace() || ":=\"".contains(letter)),
    )
}

fn known(text: &str) -> String {
    if text.is_empty() { "not known".to_owned() } else { text.trim().to_owned() }
}

fn gibibytes(kibibytes: &str) -> String {
    let number = kibibytes.split_whitespace().next().and_then(|number| number.parse::<u64>().ok());
    number.map_or_else(|| known(""), |kib| format!("{} GiB", (kib + (1 << 19)) >> 20))
}

fn web_view() -> String {
    let asked = Command::new("pkg-config").args(["--modversion", "webkit2gtk-4.1"]).output();
    known(String::from_utf8_lossy(&asked.map(|output| output.stdout).unwrap_or_default()).trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_read_however_its_file_writes_it() {
        assert_eq!(
            value_of("NAME=x\nPRETTY_NAME=\"Debian GNU/Linux 12\"\n", "PRETTY_NAME"),
            "Debian GNU/Linux 12"
        );
        assert_eq!(value_of("model name\t: A Processor\n", "model name"), "A Processor");
        assert_eq!(value_of("", "model name"), "not known");
    }

    #[test]
    fn memory_is_told_in_whole_gibibytes() {
        assert_eq!(gibibytes("8038472 kB"), "8 GiB");
        assert_eq!(gibibytes("?"), "not known");
    }
}
