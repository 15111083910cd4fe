//! The timeline: a page that is read in any browser without a network, and printed. It holds no script, and says so to the
//! browser as well.

mod documents;
mod files;
mod history;
mod html;
mod line;
mod standing;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engawa_domain::calendar::{Day, Moment, When};
use engawa_domain::say::{Lang, Say};
use engawa_domain::standing::{Standing, format_name, standing};
use engawa_words::Words;
use sha2::{Digest, Sha256};

use super::PacketOptions;
use super::content::Content;
use super::note;
use crate::writes::desk::local;
pub use html::Html;

const STYLE: &str = include_str!("style.css");

/// What is needed to write a part of the page.
struct Pen<'c, 'b> {
    content: &'c Content<'b>,
    words: Words,
}

impl Pen<'_, '_> {
    fn say(&self, say: &Say) -> String {
        self.words.say(say)
    }

    /// A message of ours without anything put in.
    fn t(&self, key: &str) -> String {
        self.words.get(key, &[])
    }

    fn day(&self, day: Day) -> String {
        self.words.day(day)
    }

    fn when(&self, when: When) -> String {
        match when.time {
            Some(time) => format!("{} {time}", self.day(when.day)),
            None => self.day(when.day),
        }
    }

    /// A moment in the zone of the service.
    fn moment(&self, moment: Moment) -> String {
        self.when(local(moment, self.content.rules))
    }

    /// The answer at the moment of the newest entry.
    fn now(&self) -> Standing {
        standing(&self.content.facts, self.content.rules, self.content.now)
    }
}

/// The page in a language.
pub fn page(content: &Content<'_>, options: &PacketOptions, lang: Lang) -> String {
    let pen = Pen { content, words: Words::new(lang) };
    let mut html = Html::default();
    head(&mut html, &pen, lang);
    about(&mut html, &pen);
    html.tags("<section class=\"note\">\n");
    for stated in note::stated(content, options) {
        html.within("<p>", &pen.say(&stated), "</p>\n");
    }
    html.within("<p>", &pen.t("packet-page-verify"), "</p>\n</section>\n");
    let answer = pen.now();
    standing::section(&mut html, &pen, &answer);
    line::section(&mut html, &pen);
    standing::dates(&mut html, &pen, &answer);
    files::section(&mut html, &pen);
    documents::section(&mut html, &pen);
    standing::sources(&mut html, &pen, &answer);
    history::section(&mut html, &pen);
    html.tags("</main>\n</body>\n</html>\n");
    html.done()
}

fn head(html: &mut Html, pen: &Pen<'_, '_>, lang: Lang) {
    html.tags(match lang {
        Lang::Ja => "<!DOCTYPE html>\n<html lang=\"ja\">\n",
        Lang::En => "<!DOCTYPE html>\n<html lang=\"en\">\n",
    });
    html.tags("<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
    // Only this page's own style, and pictures beside it: nothing else is fetched, and nothing runs.
    let style = STANDARD.encode(Sha256::digest(STYLE));
    html.tags("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; img-src &#39;self&#39; file:; base-uri &#39;none&#39;; form-action &#39;none&#39;; style-src &#39;sha256-");
    html.text(&style).tags("&#39;\">\n<title>").text(&title(pen)).tags("</title>\n<style>").tags(STYLE);
    html.tags("</style>\n</head>\n<body>\n<main>\n");
}

fn title(pen: &Pen<'_, '_>) -> String {
    pen.say(&Say::new("packet-page-title").with("title", pen.content.facts.contract.title.as_str()))
}

/// What it is about.
fn about(html: &mut Html, pen: &Pen<'_, '_>) {
    let content = pen.content;
    let facts = &content.facts;
    html.within("<h1><bdi>", &title(pen), "</bdi></h1>\n");
    let as_of = Say::new("packet-page-as-of")
        .with("at", pen.when(content.now).as_str())
        .with("zone", content.rules.zone.as_str());
    html.within("<p class=\"fine\">", &pen.say(&as_of), "</p>\n<table><tbody>\n");
    let contract = &facts.contract;
    html.pair(&pen.t("packet-page-client"), facts.client.name.as_str());
    // The name of a service of the user's own, and what they call a page, are their words.
    html.pair(&pen.t("packet-page-service"), &content.masker.told(pen.words.text(&content.rules.name)));
    html.pair(&pen.t("packet-page-account"), facts.account.user_name.as_str());
    html.pair(&pen.t("packet-page-format"), &pen.words.value(&format_name(contract.format)));
    let optional = [
        ("packet-page-number", contract.number.clone()),
        ("packet-page-url", contract.url.clone()),
        ("packet-page-amount", contract.amount.map(|amount| pen.words.yen(amount))),
        ("packet-page-delivery", contract.delivery_due.map(|day| pen.day(day))),
        ("packet-page-reason", Some(contract.contact_reason.clone())),
        ("packet-page-note", Some(contract.note.clone())),
    ];
    for (key, value) in optional {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            html.pair(&pen.t(key), &value);
        }
    }
    html.tags("</tbody></table>\n");
}
