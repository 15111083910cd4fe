//! Which sockets the app and everything it starts ever made, and which doors are open now.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    companion::{Companion, descendants},
    desk::Desk,
    wait::until,
};

/// Which network there is around the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// That of the machine.
    TheUsual,
    /// None: a namespace of its own without any device that is up, not even the loopback.
    None,
}

/// The app below strace. It has no driver: a driver reaches the app through a TCP socket of its own, which could not be told from one of
/// the app's. Keys reach it through the X server.
pub struct TracedApp {
    pub(crate) process: Companion,
    pub(crate) log: PathBuf,
}

/// Tables of the kernel in which every open door to a network stands, whoever opened it.
const TABLES: &[&str] = &["tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6"];

impl TracedApp {
    /// All processes: the app, and those of the web view.
    pub fn processes(&self) -> Vec<u32> {
        descendants(self.process.id())
    }

    /// The names of the programs that run, each once.
    pub fn programs(&self) -> BTreeSet<String> {
        let name = |id: u32| fs::read_to_string(format!("/proc/{id}/comm")).ok();
        self.processes().into_iter().filter_map(name).map(|name| name.trim().to_owned()).collect()
    }

    /// The network namespaces in which its processes are, by the names of the kernel.
    pub fn namespaces(&self) -> BTreeSet<PathBuf> {
        let namespace = |id: u32| fs::read_link(format!("/proc/{id}/ns/net")).ok();
        self.processes().into_iter().filter_map(namespace).collect()
    }

    /// Every open door in the namespaces of its processes, listening or not, as the kernel lists them.
    pub fn doors(&self) -> Vec<String> {
        let tables = self.processes().into_iter().flat_map(|id| TABLES.iter().map(move |table| (id, *table)));
        let read = |(id, table): (u32, &str)| fs::read_to_string(format!("/proc/{id}/net/{table}")).ok();
        let doors: BTreeSet<String> = tables.filter_map(read).flat_map(|table| entries(&table)).collect();
        doors.into_iter().collect()
    }

    /// What `ss` shows of the app's processes, as the page about the app tells its user to look.
    pub fn doors_as_a_user_sees_them(&self, desk: &Desk) -> Vec<String> {
        let Ok(output) = desk.command("ss").arg("-tunap").output() else { panic!("there is no `ss`") };
        // Other apps may run beside this one.
        let ours: Vec<String> = self.processes().iter().map(|id| format!("pid={id},")).collect();
        let names_us = |line: &&str| ours.iter().any(|id| line.contains(id.as_str()));
        String::from_utf8_lossy(&output.stdout).lines().filter(names_us).map(str::to_owned).collect()
    }

    /// Closes the window as its user would and gives back every call about a socket of a network, as strace wrote it.
    #[track_caller]
    pub fn close_and_read_network_calls(mut self, desk: &Desk) -> Vec<String> {
        desk.close_the_window_in_front();
        until("the app to end", || self.process.ended());
        network_calls(&read(&self.log))
    }
}

#[track_caller]
fn read(log: &Path) -> String {
    match fs::read_to_string(log) {
        Ok(log) => {
            assert!(
                log.contains("AF_UNIX"),
                "strace saw not even the display's socket, so it saw nothing:\n{log}"
            );
            log
        }
        Err(error) => panic!("strace left no log: {error}"),
    }
}

/// The lines of a table below its heading.
fn entries(table: &str) -> Vec<String> {
    table.lines().skip(1).map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// The lines about the families with which another machine could be reached, or that another could reach. Two families are of this machine
/// alone: `AF_UNIX` is the display, the bus, and the talk among the app's own processes. `AF_NETLINK` asks the kernel: GLib, below
/// WebKitGTK, watches by `NETLINK_ROUTE` which network there is, and sends nothing but such questions.
fn network_calls(log: &str) -> Vec<String> {
    let local = ["AF_UNIX", "AF_NETLINK"];
    log.lines()
        .filter(|line| line.contains("AF_") && !local.iter().any(|family| line.contains(family)))
        // A question to the kernel, on a socket of netlink: it names the families it asks about.
        .filter(|line| !line.contains("nlmsg_type=RTM_GET"))
        // Protocols of netlink other than the table of routes could change what the machine does.
        .chain(log.lines().filter(|line| line.contains("socket(AF_NETLINK") && !is_question(line)))
        .map(str::to_owned)
        .collect()
}

/// Whether a netlink socket only asks: for routes and devices, or (udev, below the toolkit's input devices) for what was plugged in.
fn is_question(line: &str) -> bool {
    ["NETLINK_ROUTE", "NETLINK_KOBJECT_UEVENT"].iter().any(|protocol| line.contains(protocol))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_family_but_the_local_ones_is_a_network_call() {
        let log = "\
71 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3
71 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 4
71 bind(4, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=0x000440}, 12) = 0
72 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 5
72 connect(5, {sa_family=AF_INET6, sin6_port=htons(443)}, 28) = -1 EINPROGRESS
72 sendto(6, \"a\", 1, 0, {sa_family=AF_INET, sin_port=htons(53)}, 16) = 1
73 socket(AF_NETLINK, SOCK_RAW, NETLINK_NETFILTER) = 7
";
        let calls = network_calls(log);
        assert_eq!(calls.len(), 4, "{calls:?}");
    }

    #[test]
    fn a_table_without_doors_is_its_heading_alone() {
        let heading = "  sl  local_address rem_address   st tx_queue rx_queue\n";
        assert_eq!(entries(heading), Vec::<String>::new());
        assert_eq!(entries(&format!("{heading}   0: 0100007F:1F90 00000000:0000 0A\n")).len(), 1);
    }
}
