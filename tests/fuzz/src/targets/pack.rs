//! Files of a pack that somebody changed.

use engawa_packs::{PackFile, Packs, read_pack};

use super::text;
use crate::Target;

pub const TARGET: Target = Target {
    name: "pack",
    what: "the rules of a service: read, or refused with a file and a line that exist",
    seeds: &["packs/malt/rules.toml", "packs/other/rules.toml"],
    short: 1_000,
    run,
};

fn run(data: &[u8]) {
    let rules = text(data);
    let lines = rules.lines().count().max(1);
    let name = "made/rules.toml";
    if let Err(errors) = read_pack("made", &[PackFile { name, text: &rules }]) {
        assert!(!errors.0.is_empty());
        for error in errors.0 {
            assert_eq!(error.file, name);
            assert!(error.line.is_none_or(|line| (1..=lines + 1).contains(&line)), "{error}: of {lines}");
        }
    }
    // As words by which guides are found, which belong to no service.
    let alike = [PackFile { name: "common/alike.toml", text: &rules }];
    let _ = Packs::read(alike);
}
