//! Books of any size, made once and used by every measure.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use engawa_book::{
    Book, OpenOptions,
    views::{BookKind, ContractListQuery, Direction, DueFilter, SortKey},
};
use engawa_domain::say::Lang;

/// Where they are kept.
#[derive(Debug)]
pub struct Books(PathBuf);

impl Books {
    /// In this folder; made when missing.
    pub fn in_folder(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
        Ok(Self(folder.to_owned()))
    }

    /// The folder of the book with so many contracts. It is made anew in every run: yesterday's may be of another form.
    pub fn with(&self, contracts: u32) -> Result<PathBuf> {
        let folder = self.0.join(format!("book-{contracts}"));
        if !folder.exists() {
            eprintln!("  making a book of {contracts} contracts");
            let mut book = Book::open(options(&folder)?)?;
            book.fill_bulk(contracts, |_| {})?;
            book.settle()?;
        }
        Ok(folder)
    }

    /// A copy of it that a measure may write into.
    pub fn copy_of(&self, contracts: u32) -> Result<PathBuf> {
        let from = self.with(contracts)?.join("book.sqlite");
        let folder = self.fresh("written")?;
        fs::copy(&from, folder.join("book.sqlite")).context("cannot copy a book")?;
        Ok(folder)
    }

    /// An empty folder on the same disk.
    pub fn fresh(&self, name: &str) -> Result<PathBuf> {
        let folder = self.0.join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
        }
        fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        Ok(folder)
    }
}

/// As the app opens a book.
pub fn options(folder: &Path) -> Result<OpenOptions> {
    Ok(OpenOptions::of_this_machine(folder.to_owned(), BookKind::Own, Lang::Ja)?)
}

/// The first page of the table, as the window asks for it.
pub fn newest(search: &str) -> ContractListQuery {
    ContractListQuery {
        search: search.to_owned(),
        states: Vec::new(),
        platforms: Vec::new(),
        stages: Vec::new(),
        due: DueFilter::Any,
        sort: SortKey::Recent,
        direction: Direction::Descending,
        offset: 0,
        limit: 50,
    }
}
