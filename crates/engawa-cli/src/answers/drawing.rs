//! 手引きの図 as text: the notation of Mermaid, which many programs that show Markdown draw.

use engawa_domain::guide::{Drawing, DrawnAs, DrawnBy, NodeId};
use engawa_packs::{Packs, prove};
use engawa_words::Words;
use serde_json::json;

use super::guide::find_of;
use crate::desk::Voice;
use crate::exit::Exit;
use crate::stop::Stop;

/// The whole of a guide: questions, outcomes, and what leads from one to another.
pub fn show(name: &str, service: Option<&str>, voice: Voice) -> Result<Exit, Stop> {
    let packs = Packs::embedded()?;
    let (pack, guide) = find_of(&packs, name, service)?;
    let text = mermaid(&guide.drawing().filled(&pack.rules), voice.words);
    let paths = prove::count_paths(guide);
    let json = json!({ "guide": guide.id, "platform": pack.rules.id, "paths": paths, "drawing": text });
    voice.say(&json, &text)
}

fn mermaid(drawing: &Drawing, words: Words) -> String {
    let nodes = drawing.nodes.iter().map(|node| {
        let said = quoted(words.text(&node.text));
        let (open, close) = match node.what {
            DrawnAs::Question { .. } | DrawnAs::Lookup { .. } => ("{{", "}}"),
            DrawnAs::Outcome { .. } => ("([", "])"),
        };
        format!("  {}{open}{said}{close}", name(&node.id))
    });
    let edges = drawing.edges.iter().map(|edge| {
        let (line, said) = match &edge.by {
            DrawnBy::Answer { text, .. } => ("-->", words.text(text).to_owned()),
            DrawnBy::LookAgain { what, .. } => {
                ("-.->", words.get("drawing-look-again", &[("what", words.text(what))]))
            }
            DrawnBy::NotPermitted => ("-.->", words.get("drawing-not-permitted", &[])),
        };
        format!("  {} {line}|{}| {}", name(&edge.from), quoted(&said), name(&edge.to))
    });
    let lines = std::iter::once("flowchart LR".to_owned()).chain(nodes).chain(edges);
    lines.collect::<Vec<_>>().join("\n")
}

/// A name within the text. Keys alone would not do: questions and outcomes share some, and `end` is a word of the notation.
fn name(node: &NodeId) -> String {
    match node {
        NodeId::Question(id) => format!("q_{}", id.0.replace('-', "_")),
        NodeId::Outcome(id) => format!("o_{}", id.0.replace('-', "_")),
    }
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('"', "#quot;"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::collections::BTreeSet;

    use engawa_domain::say::Lang;

    use super::*;

    #[test]
    fn every_node_and_every_edge_is_a_line_and_no_two_nodes_share_a_name() {
        for (guide, lang) in Packs::embedded()
            .unwrap()
            .all()
            .flat_map(|pack| &pack.guides)
            .flat_map(|guide| [(guide, Lang::Ja), (guide, Lang::En)])
        {
            let drawing = guide.drawing();
            let text = mermaid(&drawing, Words::new(lang));
            assert_eq!(text.lines().count(), 1 + drawing.nodes.len() + drawing.edges.len(), "{}", guide.id);
            let names: BTreeSet<_> = drawing.nodes.iter().map(|node| name(&node.id)).collect();
            assert_eq!(names.len(), drawing.nodes.len(), "{}", guide.id);
        }
    }

    #[test]
    fn a_quotation_mark_does_not_end_the_words() {
        assert_eq!(quoted("the \"status\""), "\"the #quot;status#quot;\"");
    }
}
