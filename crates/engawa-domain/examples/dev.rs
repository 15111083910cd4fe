//! Not kept: shows what is wrong in the open part.
#[path = "../tests/message/corpus.rs"]
mod corpus;
use corpus::*;
use engawa_domain::message::*;
fn main() {
    if let Some(text) = std::env::args().nth(1) {
        let l = MessageText::from_bytes(text.into_bytes()).unwrap();
        let own = [];
        let c = Circumstances {
            contact: engawa_domain::standing::Contact::No,
            deal_outside: engawa_domain::rules::DealOutside::Forbidden,
            escrow: Escrow::NotKnown,
            own_hosts: &own,
        };
        println!("{:?}", check(&l, &c));
        return;
    }
    for m in corpus() {
        if m.part() == Part::Open {
            let f = m.found();
            let mut k = m.kinds.clone();
            k.sort();
            if f != k {
                let miss: Vec<_> = k.iter().filter(|x| !f.contains(x)).map(|k| k.key()).collect();
                let wrong: Vec<_> = f.iter().filter(|x| !k.contains(x)).map(|k| k.key()).collect();
                println!("MISS {miss:?} WRONG {wrong:?}: {}", m.text);
            }
        }
    }
    for p in [Part::Open, Part::HeldOut] {
        println!("{p:?}");
        for (k, s) in scores(p) {
            println!(
                "{:20} p {:.3} r {:.3} ({} {} {})",
                k.key(),
                s.precision(),
                s.recall(),
                s.right,
                s.wrong,
                s.missed
            );
        }
    }
}
