//! What was written down when: every entry of the journal about this contract, with its hash.

use super::super::chain::Content as Shown;
use super::Pen;
use super::html::Html;
use crate::op::Op;

/// The entries, oldest first.
pub fn section(html: &mut Html, pen: &Pen<'_, '_>) {
    html.within("<h2 class=\"page\">", &pen.t("packet-page-history"), "</h2>\n");
    html.within("<p class=\"fine\">", &pen.t("packet-page-history-text"), "</p>\n");
    html.tags("<table><thead><tr>");
    for key in ["packet-page-entry", "packet-page-when", "packet-page-what", "packet-page-hash"] {
        html.within("<th scope=\"col\">", &pen.t(key), "</th>");
    }
    html.tags("</tr></thead><tbody>\n");
    for line in &pen.content.lines {
        let at = line.at.parse().map_or_else(|_| line.at.clone(), |at| pen.moment(at));
        html.within("<tr><td>", &line.seq.to_string(), "</td>").within("<td>", &at, "</td>");
        html.within("<td>", &done(pen, &line.op), "");
        let state = match line.content {
            Shown::Whole => None,
            Shown::Masked => Some("packet-page-entry-masked"),
            Shown::Withheld => Some("packet-page-entry-withheld"),
        };
        if let Some(key) = state {
            html.within("<br><small>", &pen.t(key), "</small>");
        }
        html.within("</td><td class=\"hash\">", &line.hash, "</td></tr>\n");
    }
    html.tags("</tbody></table>\n");
    html.within("<h3>", &pen.t("packet-page-head"), "</h3>\n<ul>\n");
    for head in &pen.content.heads {
        html.within("<li class=\"hash\">", &head.origin, " ").within("", &head.seq.to_string(), " ");
        html.within("", &head.hash, "</li>\n");
    }
    html.tags("</ul>\n");
}

/// What was done, in words; a word of another version as it stands.
fn done(pen: &Pen<'_, '_>, word: &str) -> String {
    match word.parse::<Op>() {
        Ok(Op::Undo(seq)) => pen.words.get("packet-op-undo", &[("seq", &seq.to_string())]),
        Ok(Op::Redo(seq)) => pen.words.get("packet-op-redo", &[("seq", &seq.to_string())]),
        Ok(op) => pen.say(&op.say()),
        Err(_) => word.to_owned(),
    }
}
