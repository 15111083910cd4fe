//! What the app never does: leave its own pages, talk to a network, open twice.

use std::{
    net::{Ipv4Addr, TcpListener},
    time::Duration,
};

use engawa_desk::{Desk, Network, Start, waits_in_vain};
use serde_json::Value;

/// Ways by which a page leaves, or opens another. The address is the first argument.
const WAYS_OUT: &[(&str, &str)] = &[
    ("location", "location.href = arguments[0]"),
    ("location.replace", "location.replace(arguments[0])"),
    (
        "a link",
        "const link = document.createElement('a'); link.href = arguments[0]; document.body.append(link); link.click(); link.remove()",
    ),
    (
        "a link to a new window",
        "const link = document.createElement('a'); link.href = arguments[0]; link.target = '_blank'; document.body.append(link); link.click(); link.remove()",
    ),
    (
        "a form",
        "const form = document.createElement('form'); form.action = arguments[0]; document.body.append(form); form.submit(); form.remove()",
    ),
    ("window.open", "window.open(arguments[0])"),
    (
        "a frame",
        "const frame = document.createElement('iframe'); frame.src = arguments[0]; document.body.append(frame); setTimeout(() => frame.remove(), 500)",
    ),
    ("a picture", "new Image().src = arguments[0]"),
    ("fetch", "fetch(arguments[0]).catch(() => undefined)"),
    ("a socket", "try { new WebSocket(arguments[0].replace('http', 'ws')) } catch {}"),
    ("a beacon", "navigator.sendBeacon(arguments[0])"),
];

#[test]
fn no_way_out_leaves_the_app_or_reaches_a_server() {
    let server = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    server.set_nonblocking(true).unwrap();
    let address = format!("http://{}/", server.local_addr().unwrap());
    let desk = Desk::new();
    let window = desk.open(&Start::japanese());
    window.is_ready();
    let home = window.address();
    for (way, script) in WAYS_OUT {
        window.script_with(script, &[address.as_str().into()]);
        let visitor = waits_in_vain(Duration::from_millis(700), || server.accept().ok());
        assert!(visitor.is_none(), "by {way} the page reached a server: {visitor:?}");
        assert_eq!(window.address(), home, "by {way} the page left the app");
        assert_eq!(window.windows(), 1, "by {way} the page opened a window");
    }
    window.is_ready();
}

/// Addresses of other schemes, and of our own scheme elsewhere.
const ELSEWHERE: &[&str] = &[
    "https://example.com/",
    "http://tauri.localhost.example.com/",
    "file:///etc/passwd",
    "data:text/html,<p>elsewhere</p>",
    "javascript:window.deskRan = true",
    "blob:tauri://localhost/1",
    "tauri://elsewhere/index.html",
    "ipc://localhost/app_start",
    "mailto:office@example.com",
    "engawa:contract/1",
    "about:blank",
];

const LINK: &str = "const link = document.createElement('a'); link.href = arguments[0]; document.body.append(link); link.click(); link.remove()";

#[test]
fn a_page_of_another_scheme_is_refused_too() {
    let desk = Desk::new();
    let window = desk.open(&Start::japanese());
    window.is_ready();
    let home = window.address();
    window.script("window.deskStays = true");
    for address in ELSEWHERE {
        for way in [
            "location.href = arguments[0]",
            "location.assign(arguments[0])",
            "window.open(arguments[0])",
            LINK,
        ] {
            window.script_with(way, &[(*address).into()]);
            let left = waits_in_vain(Duration::from_millis(400), || {
                let same =
                    window.address() == home && window.script("return window.deskStays === true") == true;
                (!same).then(|| window.address())
            });
            assert_eq!(left, None, "{address} took the place of the app by {way}");
            assert_eq!(window.windows(), 1, "{address} opened a window by {way}");
        }
    }
    assert_eq!(window.script("return window.deskRan ?? null"), Value::Null, "a script in an address ran");
    window.is_ready();
}

#[test]
fn from_start_to_end_no_socket_of_a_network_is_made() {
    let desk = Desk::new();
    let app = desk.traced_app(&Start::japanese(), Network::TheUsual);
    for keys in [["g", "t"], ["g", "c"], ["g", "g"], ["g", "i"], ["g", "comma"]] {
        assert!(desk.xdotool(&["key", keys[0], keys[1]]).is_some());
    }
    let calls = app.close_and_read_network_calls(&desk);
    assert!(calls.is_empty(), "the app works offline, and asked for:\n{}", calls.join("\n"));
}

#[test]
fn a_second_start_shows_the_first_window_and_ends() {
    let desk = Desk::new();
    let start = Start::japanese();
    let window = desk.open(&start);
    window.is_ready();
    window.hide();
    let second = desk.app(&start).status().unwrap();
    assert!(second.success(), "the second start ended with {second}");
    window.is_in_front();
    assert_eq!(desk.windows().len(), 1, "one book, one window");
}

#[test]
fn a_book_that_is_open_elsewhere_is_not_opened_again_and_says_so() {
    let desk = Desk::new();
    let first = desk.open(&Start::japanese());
    first.is_ready();
    // Another session bus: the two programs cannot find each other, and only the lock of the book is left.
    let other_desk = Desk::new();
    let second = other_desk.open(&Start::japanese().with_book(desk.book()));
    second.reads("ほかの");
    first.is_ready();
}
