//! `cargo xtask fuzz`: gives a target of `tests/fuzz` inputs of all kinds, for as long as it is told.
//!
//! libFuzzer sees which paths through the code an input takes, and goes on from those that take new ones. It is built here with
//! the flags that cargo-fuzz would give, so that nothing has to be installed; memory needs no watching, since the code has no
//! `unsafe`. Without a C++ compiler there is `--plain`: the mutator of the tests, which sees nothing.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};

use crate::{Arguments, command, repo};

/// Which program changes the inputs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Engine {
    LibFuzzer,
    Plain,
}

/// What makes a program tell libFuzzer where it has been.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 --cfg fuzzing";

/// The verb.
pub fn act(mut arguments: Arguments) -> Result<()> {
    let (mut target, mut seconds, mut seed, mut engine) = (None, 60_u64, 1_u64, Engine::LibFuzzer);
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Value(name) if target.is_none() => {
                target = Some(name.to_string_lossy().into_owned());
            }
            lexopt::Arg::Long("seconds") => seconds = arguments.value()?.to_string_lossy().parse()?,
            lexopt::Arg::Long("seed") => seed = arguments.value()?.to_string_lossy().parse()?,
            lexopt::Arg::Long("plain") => engine = Engine::Plain,
            other => return Err(other.unexpected().into()),
        }
    }
    let Some(target) = target else {
        return command::run(command::cargo().args([
            "run",
            "--quiet",
            "--package",
            "engawa-fuzz",
            "--",
            "--list",
        ]));
    };
    let corpus = repo::root().join("tests/fuzz/corpus").join(&target);
    ensure!(corpus.is_dir(), "there is no target `{target}`; `cargo xtask fuzz` lists them");
    // What is found goes here; what broke something is moved into the corpus by hand, with its repair.
    let found = repo::scratch()?.join("fuzz").join(&target);
    fs::create_dir_all(&found).with_context(|| format!("cannot create {}", found.display()))?;
    match engine {
        Engine::Plain => plain(&target, seconds, seed, &found),
        Engine::LibFuzzer => lib_fuzzer(&target, seconds, seed, &corpus, &found),
    }
}

fn plain(target: &str, seconds: u64, seed: u64, found: &Path) -> Result<()> {
    let mut cargo = command::cargo();
    cargo.args(["run", "--quiet", "--package", "engawa-fuzz", "--", target]);
    command::run(cargo.args([seconds.to_string(), seed.to_string()]).arg(found))
}

fn lib_fuzzer(target: &str, seconds: u64, seed: u64, corpus: &Path, found: &Path) -> Result<()> {
    ensure!(
        command::on_path("c++"),
        "libFuzzer is C++ and there is no compiler for it; without it: cargo xtask fuzz {target} --plain"
    );
    let host = command::output(std::process::Command::new("rustc").args(["--print", "host-tuple"]))?;
    let host = host.trim();
    let built = repo::target()?.join("fuzz");
    let mut cargo = command::cargo();
    cargo.args(["build", "--release", "--manifest-path", "tests/fuzz/libfuzzer/Cargo.toml", "--bin", target]);
    // Naming the target keeps the flags away from build scripts.
    cargo.args(["--target", host]).env("CARGO_TARGET_DIR", &built).env("RUSTFLAGS", COVERAGE);
    command::run(&mut cargo)?;
    let kept = found.join("corpus");
    fs::create_dir_all(&kept)?;
    let mut fuzzer = std::process::Command::new(built.join(host).join("release").join(target));
    fuzzer.arg(format!("-max_total_time={seconds}")).arg(format!("-seed={seed}"));
    fuzzer.arg(format!("-artifact_prefix={}/", found.display())).arg("-print_final_stats=1");
    // The first folder takes what is new; the second is only read.
    command::run(fuzzer.arg(kept).arg(corpus))
}
