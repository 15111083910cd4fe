//! Which sockets the app and everything it starts ever made.

use std::{fs, path::PathBuf};

use crate::{companion::Companion, desk::Desk, wait::until};

/// The app below strace. It has no driver: keys reach it through the X server.
pub struct TracedApp {
    pub(crate) process: Companion,
    pub(crate) log: PathBuf,
}

impl TracedApp {
    /// Closes the window as its user would and gives back every call about a socket of a network, as strace wrote it.
    #[track_caller]
    pub fn close_and_read_network_calls(mut self, desk: &Desk) -> Vec<String> {
        assert!(desk.xdotool(&["key", "alt+F4"]).is_some(), "the window manager takes no keys");
        until("the app to end", || self.process.ended());
        match fs::read_to_string(&self.log) {
            Ok(log) => {
                assert!(
                    log.contains("AF_UNIX"),
                    "strace saw not even the display's socket, so it saw nothing:\n{log}"
                );
                network_calls(&log)
            }
            Err(error) => panic!("strace left no log: {error}"),
        }
    }
}

/// The lines about the families with which another machine could be reached. `AF_UNIX` is the display and the bus, `AF_NETLINK` only
/// asks the kernel which network there is.
fn network_calls(log: &str) -> Vec<String> {
    let local = ["AF_UNIX", "AF_NETLINK"];
    log.lines()
        .filter(|line| line.contains("AF_") && !local.iter().any(|family| line.contains(family)))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_family_but_the_local_ones_is_a_network_call() {
        let log = "\
71 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3
71 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 4
72 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 5
72 connect(5, {sa_family=AF_INET6, sin6_port=htons(443)}, 28) = -1 EINPROGRESS
";
        let calls = network_calls(log);
        assert_eq!(calls.len(), 2, "{calls:?}");
    }
}
