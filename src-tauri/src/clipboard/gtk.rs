//! The clipboard under Linux, through the toolkit that draws the window: it alone is told the truth under Wayland.

use std::path::PathBuf;

use gtk::{Clipboard, SelectionData, gdk, glib};

use super::{Clip, Looked, Meant, Offer, meant};

/// Looks into the clipboard. To be called on the main thread; it does not wait.
pub fn look(then: Looked) {
    let clipboard = Clipboard::get(&gdk::SELECTION_CLIPBOARD);
    clipboard.request_contents(&gdk::Atom::intern("TARGETS"), move |clipboard, found| {
        let names: Vec<String> =
            found.targets().unwrap_or_default().into_iter().map(|target| target.name().into()).collect();
        let offer = offered(&names);
        if offer.files {
            clipboard.request_uris(move |clipboard, addresses| {
                let files = files(addresses);
                // An address of a page is no file: what else is there may be meant.
                let offer = Offer { files: !files.is_empty(), ..offer };
                fetch(clipboard, offer, files, &names, then);
            });
        } else {
            fetch(clipboard, offer, Vec::new(), &names, then);
        }
    });
}

fn fetch(clipboard: &Clipboard, offer: Offer, files: Vec<PathBuf>, names: &[String], then: Looked) {
    match meant(offer) {
        Meant::Files => then(Ok(Clip::Files(files))),
        Meant::Text => then(Ok(Clip::Text)),
        Meant::Nothing => then(Ok(Clip::Nothing)),
        Meant::Picture if names.iter().any(|name| name == PNG) => {
            clipboard.request_contents(&gdk::Atom::intern(PNG), move |clipboard, found| match png(found) {
                Some(bytes) => then(Ok(Clip::Picture(bytes))),
                None => drawn(clipboard, then),
            });
        }
        Meant::Picture => drawn(clipboard, then),
    }
}

/// The kind of picture that is kept as it comes, byte for byte.
const PNG: &str = "image/png";

/// What every PNG begins with.
const PNG_BEGINS: &[u8] = b"\x89PNG\r\n\x1a\n";

fn png(found: &SelectionData) -> Option<Vec<u8>> {
    let bytes = (found.length() > 0).then(|| found.data())?;
    bytes.starts_with(PNG_BEGINS).then_some(bytes)
}

/// A picture of another kind, read and written anew by the toolkit.
fn drawn(clipboard: &Clipboard, then: Looked) {
    clipboard.request_image(move |_, picture| {
        let bytes = picture.and_then(|picture| picture.save_to_bufferv("png", &[]).ok());
        then(Ok(bytes.map_or(Clip::Nothing, Clip::Picture)));
    });
}

/// What the names mean under which something is offered.
fn offered(names: &[String]) -> Offer {
    let is_text = |name: &str| {
        matches!(name, "UTF8_STRING" | "STRING" | "TEXT" | "COMPOUND_TEXT" | "text/plain")
            || name.starts_with("text/plain;")
    };
    Offer {
        files: names.iter().any(|name| name == "text/uri-list"),
        text: names.iter().any(|name| is_text(name)),
        picture: names.iter().any(|name| name.starts_with("image/")),
    }
}

/// Those of the addresses that are files of this machine.
fn files(addresses: &[glib::GString]) -> Vec<PathBuf> {
    addresses.iter().filter_map(|address| Some(glib::filename_from_uri(address).ok()?.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(names: &[&str]) -> Offer {
        offered(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn what_is_meant_follows_from_the_names_under_which_programs_offer() {
        for (names, expected) in [
            (&["TIMESTAMP", "TARGETS", "image/png"][..], Meant::Picture),
            (&["TARGETS", "image/bmp", "image/tiff", "text/html"], Meant::Picture),
            (&["TARGETS", "UTF8_STRING", "text/plain;charset=utf-8", "image/png", "text/html"], Meant::Text),
            (&["x-special/gnome-copied-files", "text/uri-list", "UTF8_STRING"], Meant::Files),
            (&["TARGETS", "TIMESTAMP", "SAVE_TARGETS"], Meant::Nothing),
            (&[], Meant::Nothing),
        ] {
            assert_eq!(meant(named(names)), expected, "{names:?}");
        }
    }

    #[test]
    fn an_address_of_a_page_is_no_file() {
        let addresses = ["https://example.com/a.png", "file:///home/a/%E7%94%BB%E9%9D%A2.png"];
        let addresses: Vec<_> = addresses.into_iter().map(glib::GString::from).collect();
        assert_eq!(files(&addresses), [PathBuf::from("/home/a/画面.png")]);
    }
}
