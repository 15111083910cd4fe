//! `fuzz TARGET SECONDS SEED FOLDER`: changes inputs for so long; one that breaks the target is kept in the folder.

use std::time::Duration;
use std::{fs, io, process};

use engawa_fuzz::{TARGETS, shake, target};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["--list"] => {
            for target in TARGETS {
                println!("{:<12} {}", target.name, target.what);
            }
            Ok(())
        }
        [name, seconds, seed, folder] => {
            let number = |text: &str| text.parse::<u64>().map_err(io::Error::other);
            let target =
                target(name).ok_or_else(|| io::Error::other(format!("there is no target {name}")))?;
            let time = Duration::from_secs(number(seconds)?);
            match shake(target, number(seed)?, u64::MAX / 2, Some(time))? {
                Ok(held) => {
                    println!("{} inputs, and all held; the slowest took {:?}", held.tried, held.slowest);
                }
                Err(broken) => {
                    let file = std::path::Path::new(folder).join(format!("{name}-{seed}-{}", broken.tried));
                    fs::write(&file, &broken.input)?;
                    println!(
                        "{broken}\nkept as {}; put it into tests/fuzz/corpus/{name} with its repair",
                        file.display()
                    );
                    process::exit(1);
                }
            }
            Ok(())
        }
        _ => Err(io::Error::other("see the comment at the top of this program")),
    }
}
