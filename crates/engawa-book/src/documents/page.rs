//! A table as a page to print. It holds no script and fetches nothing.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engawa_words::{Lang, Words};
use sha2::{Digest, Sha256};

use crate::packet::Html;

const STYLE: &str = "body{font:12px/1.6 'Hiragino Sans','Yu Gothic UI','Noto Sans CJK JP',sans-serif;margin:1.5rem;color:#111;background:#fff}\
h1{font-size:1.4rem;margin:0 0 .25rem}table{border-collapse:collapse;width:100%}\
th,td{border:1px solid #999;padding:.25rem .4rem;text-align:left;vertical-align:top;white-space:pre-line}\
th{background:#eee;word-break:keep-all}.long{overflow-wrap:anywhere}tr{break-inside:avoid}thead{display:table-header-group}\
@media print{body{margin:0}@page{size:A4 landscape;margin:12mm}}";

/// The most characters of a word, a day or an amount that keeps to one line, so that nobody reads half of it. What is longer, a hash or
/// the name of a file, is broken where its column ends.
const WHOLE: usize = 16;

/// The page: the first row is the head of the table.
pub fn page(title: &str, about: &str, rows: &[Vec<String>], words: Words) -> String {
    let mut html = Html::default();
    html.tags(match words.lang() {
        Lang::Ja => "<!DOCTYPE html>\n<html lang=\"ja\">\n",
        Lang::En => "<!DOCTYPE html>\n<html lang=\"en\">\n",
    });
    html.tags("<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;; style-src &#39;sha256-");
    html.text(&STANDARD.encode(Sha256::digest(STYLE)));
    html.tags("&#39;\">\n").within("<title>", title, "</title>\n<style>").tags(STYLE);
    html.tags("</style>\n</head>\n<body>\n").within("<h1>", title, "</h1>\n").within("<p>", about, "</p>\n");
    html.tags("<table>\n");
    let mut rows = rows.iter();
    if let Some(head) = rows.next() {
        html.tags("<thead><tr>");
        for cell in head {
            html.within("<th scope=\"col\">", cell, "</th>");
        }
        html.tags("</tr></thead>\n");
    }
    html.tags("<tbody>\n");
    for row in rows {
        html.tags("<tr>");
        for cell in row {
            let long = cell.split_whitespace().any(|word| word.chars().count() > WHOLE);
            html.tags(if long { "<td class=\"long\">" } else { "<td>" });
            html.within("<bdi>", cell, "</bdi></td>");
        }
        html.tags("</tr>\n");
    }
    html.tags("</tbody>\n</table>\n</body>\n</html>\n");
    html.done()
}
