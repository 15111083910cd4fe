//! The files, each with its hash and what it proves; pictures in small.

use engawa_domain::facts::Origin;

use super::super::content::Kept;
use super::Pen;
use super::html::Html;
use super::line::fact_said;

/// Kinds of pictures that every browser shows and that can carry no script. (An SVG can.)
const PICTURES: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/// Every file, also one that was left out.
pub fn section(html: &mut Html, pen: &Pen<'_, '_>) {
    html.within("<h2 class=\"page\">", &pen.t("packet-page-files"), "</h2>\n");
    if pen.content.kept.is_empty() {
        html.within("<p>", &pen.t("packet-page-files-none"), "</p>\n");
        return;
    }
    html.tags("<table><thead><tr>");
    for key in ["packet-page-file", "packet-page-proves"] {
        html.within("<th scope=\"col\">", &pen.t(key), "</th>");
    }
    html.tags("</tr></thead><tbody>\n");
    pen.content.kept.iter().for_each(|file| one(html, pen, file));
    html.tags("</tbody></table>\n");
}

fn one(html: &mut Html, pen: &Pen<'_, '_>, file: &Kept) {
    let evidence = &file.evidence;
    html.tags("<tr><td>");
    match &file.member {
        Some(member) => {
            html.within("<b><bdi>", member, "</bdi></b>");
            if PICTURES.contains(&evidence.media_type.as_str()) {
                html.within("<img src=\"", member, "\" alt=\"").within("", &evidence.original_name, "\">");
            }
        }
        None => {
            html.within("<b>", &pen.t("packet-page-left-out"), "</b>");
        }
    }
    let bytes = pen.words.count("packet-page-bytes", &[("bytes", evidence.bytes)]);
    html.within("<br><small><bdi>", &evidence.original_name, "</bdi>　").within("", &bytes, "</small>");
    let taken = pen.words.get("packet-page-taken", &[("at", &pen.moment(evidence.captured))]);
    html.within("<br><small>", &taken, "　").within("", &pen.t(origin(evidence.origin)), "</small>");
    html.within("<br><span class=\"hash\">SHA-256 ", &evidence.sha256.0, "</span></td><td>");
    for (place, link) in file.links.iter().enumerate() {
        let said = link.fact.and_then(|fact| fact_said(pen, fact));
        let said = said.unwrap_or_else(|| pen.t("packet-page-whole-contract"));
        html.tags(if place == 0 { "" } else { "<br>" }).within("<bdi>", &said, "</bdi>");
    }
    if !evidence.note.trim().is_empty() {
        html.words(&evidence.note);
    }
    html.tags("</td></tr>\n");
}

const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Picked => "packet-origin-picked",
        Origin::Dropped => "packet-origin-dropped",
        Origin::Pasted => "packet-origin-pasted",
        Origin::Imported => "packet-origin-imported",
    }
}
