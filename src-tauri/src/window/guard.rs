//! The window shows the app's own pages and nothing else.
//!
//! The content security policy stops requests, not navigation: a script that sets `location` would leave the app and open a
//! connection. So every navigation is asked for here.

use tauri::Url;

/// Whether the window may go there: pages of the app itself, under the address at which this system serves them.
pub fn is_own_page(url: &Url) -> bool {
    let own_scheme = if cfg!(windows) { "http" } else { "tauri" };
    let own_host = if cfg!(windows) { "tauri.localhost" } else { "localhost" };
    url.scheme() == own_scheme
        && url.host_str() == Some(own_host)
        && url.port().is_none()
        && url.username().is_empty()
        && url.password().is_none()
}

/// The proxy for whatever the page asks of a network: a port at which nothing listens. WebKitGTK connects to where a clicked link
/// leads before it asks whether the window may go there.
#[cfg(target_os = "linux")]
pub fn dead_end() -> Option<Url> {
    Url::parse("http://127.0.0.1:1").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(address: &str) -> bool {
        is_own_page(&Url::parse(address).unwrap())
    }

    #[cfg(not(windows))]
    #[test]
    fn the_app_may_show_its_own_pages() {
        assert!(allowed("tauri://localhost"));
        assert!(allowed("tauri://localhost/index.html#/contracts"));
    }

    #[cfg(windows)]
    #[test]
    fn the_app_may_show_its_own_pages() {
        assert!(allowed("http://tauri.localhost"));
        assert!(allowed("http://tauri.localhost/index.html#/contracts"));
    }

    #[test]
    fn the_app_may_show_nothing_else() {
        for address in [
            "https://example.com/",
            "http://localhost/",
            "http://localhost:1420/",
            "http://127.0.0.1/",
            "http://tauri.localhost.example.com/",
            "tauri://localhost.example.com/",
            "tauri://user@localhost/",
            "tauri://localhost:8080/",
            "file:///etc/passwd",
            "data:text/html,hello",
            "blob:tauri://localhost/1",
            "javascript:alert(1)",
            "about:blank",
            "ipc://localhost/app_start",
            "mailto:office@example.com",
            "ftp://localhost/",
            "ws://localhost/",
            "wss://tauri.localhost/",
            "view-source:tauri://localhost/",
            "engawa:contract/1",
            "TAURI://localhost.evil.example/",
            "tauri:localhost",
        ] {
            assert!(!allowed(address), "{address} is not a page of the app");
        }
    }
}
