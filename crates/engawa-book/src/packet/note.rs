//! `VERIFY.txt`: what the packet is, how to verify it, and what that cannot show, in both languages.

use engawa_domain::say::{Lang, Say};
use engawa_words::Words;

use super::content::Content;
use super::{ContactData, PacketOptions, RECIPE};

/// The text.
pub fn text(content: &Content<'_>, options: &PacketOptions) -> String {
    let blocks = [Lang::Ja, Lang::En].map(|lang| in_language(content, options, &Words::new(lang)));
    blocks.join("\n----------------------------------------------------------------\n\n")
}

fn in_language(content: &Content<'_>, options: &PacketOptions, words: &Words) -> String {
    let mut text = String::new();
    let mut paragraph = |said: String| {
        text.push_str(&said);
        text.push_str("\n\n");
    };
    let say = |say: Say| words.say(&say);
    paragraph(say(Say::new("packet-note-title").with("title", content.facts.contract.title.as_str())));
    paragraph(say(Say::new("packet-note-what").with("at", content.as_of.to_string().as_str())));
    paragraph(say(Say::new("packet-note-app")));
    paragraph("    engawa-cli verify PACKET.zip".to_owned());
    paragraph(say(Say::new("packet-note-tools")));
    paragraph(indented(RECIPE));
    paragraph(say(Say::new("packet-note-proves")));
    paragraph(say(Say::new("packet-note-head")));
    for head in &content.heads {
        paragraph(format!("    {} {} {}\n    {}", head.origin, head.seq, head.at, head.hash));
    }
    for stated in stated(content, options) {
        paragraph(say(stated));
    }
    paragraph(say(Say::new("packet-note-limits")));
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// What is masked, withheld and left out: stated wherever somebody may look.
pub fn stated(content: &Content<'_>, options: &PacketOptions) -> Vec<Say> {
    let mut stated = vec![match options.contact_data {
        ContactData::AsRecorded => Say::new("packet-stated-not-masked"),
        ContactData::Masked if content.masker.places() == 0 => Say::new("packet-stated-nothing-to-mask"),
        ContactData::Masked => Say::new("packet-stated-masked")
            .with("places", content.masker.places())
            .with("entries", content.counts.masked),
    }];
    if content.counts.withheld > 0 {
        stated.push(Say::new("packet-stated-withheld").with("entries", content.counts.withheld));
    }
    let left = content.kept.iter().filter(|file| file.member.is_none()).count();
    let along = content.kept.len() - left;
    if left > 0 {
        let left = u32::try_from(left).unwrap_or(u32::MAX);
        stated.push(Say::new("packet-stated-left-out").with("files", left));
    }
    if options.contact_data == ContactData::Masked && along > 0 {
        stated.push(Say::new("packet-stated-files-not-masked"));
    }
    stated
}

fn indented(text: &str) -> String {
    text.trim_end().lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}
