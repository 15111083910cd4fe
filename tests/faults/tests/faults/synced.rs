use super::recorder::{can_record, folder, record};
use engawa_faults::trace::Event;

#[test]
fn every_acknowledgement_comes_after_a_completed_sync() {
    if !can_record() {
        return;
    }
    let (_kept, folder) = folder();
    let recording = record(&folder, &["write", folder.join("book").to_str().unwrap(), "1", "200"], None);
    let (mut synced, mut acknowledged) = (false, 0);
    for event in &recording.events {
        match event {
            Event::Sync { done: true, .. } => synced = true,
            Event::Said(line) => {
                assert!(synced, "acknowledged before it was on the disk: {line}");
                (synced, acknowledged) = (false, acknowledged + 1);
            }
            _ => {}
        }
    }
    assert_eq!(acknowledged, 200);
}
