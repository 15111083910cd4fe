//! Each line of the content security policy blocks what it is there for. A policy that is not obeyed would be only words: so each is shown
//! blocking, and the web view itself says which line did it.

use std::{
    net::{Ipv4Addr, TcpListener},
    time::Duration,
};

use engawa_desk::{Desk, Start, Window, until, waits_in_vain};
use serde_json::Value;

/// The directive that blocks, and an attempt. The address is of a server that waits for a visitor in vain. What leaves a trace in the page
/// sets `window.deskRan`.
const ATTEMPTS: &[(&str, &str)] = &[
    ("script-src-elem", "add('script', {textContent: 'window.deskRan = \"inline\"'})"),
    ("script-src-elem", "add('script', {src: address + 'a.js'})"),
    ("script-src-elem", "add('script', {src: 'data:text/javascript,window.deskRan=\"data\"'})"),
    ("script-src-elem", "add('script', {src: URL.createObjectURL(new Blob(['window.deskRan = \"blob\"']))})"),
    (
        "script-src-attr",
        "add('p').setAttribute('onclick', 'window.deskRan = \"handler\"'); document.body.lastChild.click()",
    ),
    ("script-src", "try { window.eval('window.deskRan = \"eval\"') } catch {}"),
    ("script-src", "try { new Function('window.deskRan = \"function\"')() } catch {}"),
    ("script-src", "try { setTimeout('window.deskRan = \"timer\"', 0) } catch {}"),
    ("style-src-elem", "add('style', {textContent: 'body { outline: 3px solid red }'})"),
    ("style-src-elem", "add('link', {rel: 'stylesheet', href: address + 'a.css'})"),
    ("style-src-attr", "add('p').setAttribute('style', 'outline: 3px solid red')"),
    ("img-src", "add('img', {src: address + 'a.png'})"),
    (
        "img-src",
        "add('img', {src: URL.createObjectURL(new Blob(['<svg xmlns=\"http://www.w3.org/2000/svg\"/>'], {type: 'image/svg+xml'}))})",
    ),
    (
        "font-src",
        "const font = new FontFace('deskFont', `url(${address}a.woff2)`); font.load().catch(() => undefined)",
    ),
    ("connect-src", "fetch(address).catch(() => undefined)"),
    (
        "connect-src",
        "const asked = new XMLHttpRequest(); asked.open('GET', address); try { asked.send() } catch {}",
    ),
    ("connect-src", "try { new WebSocket(address.replace('http', 'ws')) } catch {}"),
    ("connect-src", "try { new EventSource(address) } catch {}"),
    ("connect-src", "navigator.sendBeacon(address, 'a')"),
    ("frame-src", "add('iframe', {src: address})"),
    ("frame-src", "add('iframe', {src: 'data:text/html,<p>elsewhere</p>'})"),
    ("object-src", "add('object', {data: address + 'a.svg', type: 'image/svg+xml'})"),
    ("object-src", "add('embed', {src: address + 'a.svg', type: 'image/svg+xml'})"),
    ("worker-src", "try { new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))) } catch {}"),
    ("media-src", "add('audio', {src: address + 'a.mp3'}).load()"),
    ("manifest-src", "add('link', {rel: 'manifest', href: address + 'a.json'})"),
    ("base-uri", "document.head.prepend(Object.assign(document.createElement('base'), {href: address}))"),
    ("form-action", "const form = add('form', {action: address, method: 'post'}); form.submit()"),
];

/// What the web view does not fetch by itself, so that nothing is there to be blocked: a manifest is read only where a page can be installed.
const NOT_ASKED_FOR: &[&str] = &["manifest-src"];

/// Listens to what is blocked, and makes `add` and `address` known to the attempts.
const LISTEN: &str = "
    window.deskBlocked = [];
    window.deskRan = undefined;
    window.deskHear ??= document.addEventListener('securitypolicyviolation',
        event => window.deskBlocked.push(event.effectiveDirective)) ?? true;";

const ATTEMPT: &str = "
    const address = arguments[0];
    const add = (name, values = {}) => {
        const element = Object.assign(document.createElement(name), values);
        element.className = 'desk-attempt';
        document.body.append(element);
        return element;
    };";

const CLEAR: &str = "document.querySelectorAll('.desk-attempt, base').forEach(element => element.remove())";

fn blocked(window: &Window<'_>) -> Vec<String> {
    let blocked = window.script("return window.deskBlocked");
    blocked.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Whether a directive that was reported is the one meant: web views of an age report `script-src` where newer ones report which kind of it.
fn is_of(reported: &str, meant: &str) -> bool {
    reported == meant
        || meant.starts_with(&format!("{reported}-"))
        || (reported == "child-src" && ["frame-src", "worker-src"].contains(&meant))
        || (reported == "script-src" && meant == "worker-src")
}

#[test]
fn every_line_of_the_policy_blocks_what_it_is_there_for() {
    let server = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    server.set_nonblocking(true).unwrap();
    let address = format!("http://{}/", server.local_addr().unwrap());
    let desk = Desk::new();
    let window = desk.open(&Start::japanese());
    window.is_ready();
    let home = window.address();
    for (directive, attempt) in ATTEMPTS {
        window.script(LISTEN);
        window.script_with(&format!("{ATTEMPT}\n{attempt}"), &[address.as_str().into()]);
        if !NOT_ASKED_FOR.contains(directive) {
            until(&format!("{directive} to block: {attempt}"), || {
                blocked(&window).iter().any(|reported| is_of(reported, directive)).then_some(())
            });
        }
        let visitor = waits_in_vain(Duration::from_millis(200), || server.accept().ok());
        assert!(visitor.is_none(), "by `{attempt}` the page reached a server: {visitor:?}");
        assert_eq!(window.script("return window.deskRan ?? null"), Value::Null, "`{attempt}` ran");
        assert_eq!(window.address(), home, "`{attempt}` left the page");
        window.script(CLEAR);
    }
    assert_eq!(
        window.script("return getComputedStyle(document.body).outlineWidth === '3px'"),
        false,
        "no style came in"
    );
    window.is_ready();
}

#[test]
fn what_the_policy_lets_in_works() {
    let desk = Desk::new();
    let window = desk.open(&Start::japanese());
    window.is_ready();
    // A picture handed over as text, as previews of evidence are: one pixel.
    let loaded = window.script_async(
        "const done = arguments[arguments.length - 1];
         const picture = new Image();
         picture.onload = () => done(picture.naturalWidth);
         picture.onerror = () => done('blocked');
         picture.src = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';",
        &[],
    );
    assert_eq!(loaded, 1);
    // The page is there and reads in Japanese: its own script, style sheet and font were let in, and the commands answered.
    window.reads("縁側");
}

/// Escaping is the first wall, the policy the second: where the first has a hole, what comes through still does nothing.
#[test]
fn markup_that_escaped_all_care_does_nothing() {
    let server = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    server.set_nonblocking(true).unwrap();
    let address = format!("http://{}/", server.local_addr().unwrap());
    let desk = Desk::new();
    let window = desk.open(&Start::japanese());
    window.is_ready();
    let home = window.address();
    for markup in [
        "<img src=x onerror='window.deskRan = 1'>",
        "<img src='ADDRESSa.png'>",
        "<svg onload='window.deskRan = 2'></svg>",
        "<svg><script>window.deskRan = 3</script></svg>",
        "<details open ontoggle='window.deskRan = 4'><summary>a</summary></details>",
        "<input autofocus onfocus='window.deskRan = 5'>",
        "<iframe srcdoc='<script>parent.deskRan = 6</script>'></iframe>",
        "<a id='desk-link' href='javascript:window.deskRan = 7'>a</a>",
        "<form id='desk-form' action='javascript:window.deskRan = 8'></form>",
        "<meta http-equiv='refresh' content='0;url=ADDRESS'>",
        "<link rel='stylesheet' href='ADDRESSa.css'>",
        "<style>@import 'ADDRESSb.css'; body { background: url(ADDRESSc.png) }</style>",
        "<video poster='ADDRESSd.png' src='ADDRESSe.mp4'></video>",
        "<object data='ADDRESSf'></object>",
        "<p style='background: url(ADDRESSg.png)'>a</p>",
    ] {
        let markup = markup.replace("ADDRESS", &address);
        // A hole in the escaping, made by hand: no code of ours puts markup into a page (`cargo xtask tidy`, no-raw-html).
        let put = "const hole = document.createElement('div'); hole.id = 'desk-hole'; hole.innerHTML = arguments[0];
            document.body.append(hole);
            document.getElementById('desk-link')?.click();
            document.getElementById('desk-form')?.submit();";
        window.script_with(put, &[markup.as_str().into()]);
        let visitor = waits_in_vain(Duration::from_millis(300), || server.accept().ok());
        assert!(visitor.is_none(), "{markup} reached a server: {visitor:?}");
        assert_eq!(window.script("return window.deskRan ?? null"), Value::Null, "{markup} ran");
        assert_eq!(window.address(), home, "{markup} left the page");
        assert_eq!(window.windows(), 1, "{markup} opened a window");
        window.script("document.getElementById('desk-hole')?.remove()");
    }
    window.is_ready();
}
