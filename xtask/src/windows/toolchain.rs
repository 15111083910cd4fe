//! What compiles for Windows here, and what runs it: Debian's second Rust with its sources, MinGW, and Wine.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::{command, home, repo};

/// What is compiled for. Users have the other kind of the same (`-msvc`), whose libraries may not be passed on; Rust code and the
/// calls of the system are the same.
const TARGET: &str = "x86_64-pc-windows-gnu";

/// Debian's compiler, beside whatever rustup installed: the one whose sources are packaged too.
const CARGO: &str = "/usr/bin/cargo";
const RUSTC: &str = "/usr/bin/rustc";
/// The standard library's sources, which are compiled along: nobody packages it compiled for Windows.
const SOURCES: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";

/// The function that Wine lacks, as C, and where Wine looks for it.
const RANDOM: &str = include_str!("bcryptprimitives.c");
const RANDOM_NAME: &str = "bcryptprimitives";

/// The texts of the crate `age` lie within it only where it is compiled as for users; otherwise `rust-embed` looks for its sources, which
/// are not found on a drive of Windows.
const TEXTS_WITHIN: [&str; 2] = ["age", "rust-embed"];

/// What the compiler of another toolchain must not inherit from the cargo that called us.
const NOT_INHERITED: &[&str] =
    &["LD_LIBRARY_PATH", "RUSTUP_TOOLCHAIN", "CARGO", "RUSTC_WRAPPER", "RUSTFLAGS"];

/// A folder with its compiler's results and a Windows of its own.
pub struct Toolchain {
    built: PathBuf,
    prefix: PathBuf,
}

impl Toolchain {
    /// Makes sure that it is there.
    pub fn ready() -> Result<Self> {
        for file in [CARGO, RUSTC, SOURCES] {
            ensure!(
                Path::new(file).exists(),
                "{file} is missing; this is known to work with the packages of Debian only"
            );
        }
        let built = repo::target()?.join("windows");
        let toolchain = Self { prefix: built.join("wine"), built };
        toolchain.begin_windows()?;
        Ok(toolchain)
    }

    /// Cargo, told to compile for Windows. Rust's own stable features only, but for the standard library, which is compiled along.
    pub fn cargo(&self, verb: &str) -> Command {
        let mut cargo = Command::new(CARGO);
        for name in NOT_INHERITED {
            cargo.env_remove(name);
        }
        cargo.args([verb, "-Z", "build-std=std,panic_unwind,panic_abort,test", "--target", TARGET]);
        for name in TEXTS_WITHIN {
            cargo.arg(format!("--config=profile.dev.package.{name}.debug-assertions=false"));
        }
        cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTC", RUSTC).env("CARGO_TARGET_DIR", &self.built);
        // Where cargo looks for its clippy: that of another toolchain would look for the standard library there.
        let path = std::env::var_os("PATH").unwrap_or_default();
        let ours = Path::new(CARGO).parent().map(Path::to_path_buf);
        if let Ok(path) = std::env::join_paths(ours.into_iter().chain(std::env::split_paths(&path))) {
            cargo.env("PATH", path);
        }
        cargo.env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", "wine");
        cargo.current_dir(repo::root());
        self.at_wine(&mut cargo);
        cargo
    }

    /// Where cargo puts a program.
    pub fn program(&self, name: &str) -> PathBuf {
        self.programs().join(format!("{name}.exe"))
    }

    fn programs(&self) -> PathBuf {
        self.built.join(TARGET).join("debug")
    }

    /// A program, started in Wine.
    pub fn wine(&self, program: &Path) -> Command {
        let mut wine = Command::new("wine");
        wine.arg(program);
        self.at_wine(&mut wine);
        wine
    }

    /// The folder that is drive `C:`.
    pub fn drive_c(&self) -> PathBuf {
        self.prefix.join("drive_c")
    }

    fn at_wine(&self, command: &mut Command) {
        // Wine complains of much that it does not have; what the programs say is what counts.
        command
            .env("WINEPREFIX", &self.prefix)
            .env("WINEDEBUG", "-all")
            // Where cargo puts a library that the window needs before it opens: WebView2's loader, beside the programs but not the tests.
            .env("WINEPATH", self.programs())
            .env("WINEDLLOVERRIDES", "mscoree,mshtml=");
    }

    /// A new Windows, and in it the function that this Wine may lack.
    fn begin_windows(&self) -> Result<()> {
        let system = self.drive_c().join("windows/system32");
        if !system.is_dir() {
            home::fresh(&self.prefix)?;
            let mut boot = Command::new("wineboot");
            self.at_wine(boot.arg("--init"));
            command::output(&mut boot)?;
        }
        let source = self.built.join(format!("{RANDOM_NAME}.c"));
        fs::write(&source, RANDOM).with_context(|| format!("cannot write {}", source.display()))?;
        let mut compiler = Command::new("x86_64-w64-mingw32-gcc");
        compiler.args(["-O2", "-shared", "-o"]).arg(system.join(format!("{RANDOM_NAME}.dll"))).arg(source);
        command::output(compiler.arg("-ladvapi32"))?;
        Ok(())
    }
}
