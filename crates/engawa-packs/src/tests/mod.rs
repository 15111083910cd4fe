//! The packs of the program, and packs that are wrong on purpose.

mod admitted;
mod bad_packs;
mod claims;
mod dates;
mod defects;
mod drafts;
mod drawing;
mod fees;
mod finding;
mod guides;
mod hostile;
mod laws;
mod own;
mod platforms;
mod record;
mod schema;
mod shared;
mod standing;
mod story;
mod values;

use crate::read::Scrutiny;
use crate::{Packs, prove};

#[test]
fn the_packs_of_the_program_are_right() {
    let packs = Packs::read(Packs::files()).unwrap_or_else(|errors| panic!("{errors}"));
    let as_built = Packs::read_with(Scrutiny::AsBuilt, Packs::files()).unwrap();
    assert_eq!(as_built, packs, "what a release starts with is what was looked at");
    assert_eq!(Packs::embedded().unwrap().print(), packs.print(), "printed when built as when read");
    assert!(
        packs.paths_proven() > 100,
        "a guide with fewer paths would not cover the outcomes: {}",
        packs.paths_proven()
    );
}

#[test]
fn every_path_of_every_guide_is_proven_under_the_rules_of_every_service_that_has_it() {
    let packs = Packs::embedded().unwrap();
    for pack in packs.all() {
        for guide in &pack.guides {
            let (service, guide) = (&pack.rules.id, guide.as_ref());
            let proven =
                prove::prove(guide, pack).unwrap_or_else(|defects| panic!("{service}: {defects:#?}"));
            assert_eq!(u32::try_from(prove::paths(guide).len()).unwrap(), proven, "counted and taken");
        }
    }
    let once: u32 = packs.guides_once().map(|(_, guide)| prove::count_paths(guide)).sum();
    assert_eq!(packs.paths_proven(), once, "the count shown in the app counts a shared guide once");
}

#[test]
fn a_service_without_a_pack_is_answered_by_asking() {
    let packs = Packs::embedded().unwrap();
    let unknown = engawa_domain::ids::PlatformId("own-1".to_owned());
    assert!(!packs.knows(&unknown));
    let verdict =
        engawa_domain::standing::judge(&record::empty(), packs.rules(&unknown), record::when("11-24"));
    assert_eq!(verdict.contact(), engawa_domain::standing::Contact::Ask);
}
