//! Writes the schemas of pack files into a folder; `cargo xtask codegen pack-schemas` calls it.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use engawa_packs::schema::schemas;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or("the folder to write into is missing")?);
    fs::create_dir_all(&folder)?;
    for (name, schema) in schemas() {
        fs::write(folder.join(name), serde_json::to_string_pretty(&schema)? + "\n")?;
    }
    Ok(())
}
