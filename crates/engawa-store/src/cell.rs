//! The values in a row's columns, and how a domain value is written to and read from them.

use std::fmt::Display;
use std::str::FromStr;

use engawa_domain::calendar::When;
use rusqlite::types::{ToSqlOutput, ValueRef};

use crate::choice::Choice;
use crate::table::{Column, Table};

/// One value in one column. A book holds nothing but texts and whole numbers, so that any tool can read it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Cell {
    /// Nothing was recorded.
    Null,
    /// A whole number.
    Integer(i64),
    /// A text.
    Text(String),
}

/// A value that its column may not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{column} holds {found:?}")]
pub struct CellRefused {
    /// The column.
    pub column: &'static str,
    /// What was found.
    pub found: String,
}

impl rusqlite::ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

/// The cells of a row, written one column after the other.
#[derive(Debug)]
pub struct Writer(Vec<Cell>);

impl Writer {
    /// The cells of a row that begins with its identifier.
    pub fn of(id: impl Display) -> Self {
        Self(Vec::with_capacity(12)).shown(id)
    }

    /// A value as its text.
    pub fn shown(mut self, value: impl Display) -> Self {
        self.0.push(Cell::Text(value.to_string()));
        self
    }

    /// A value as its text, or nothing.
    pub fn shown_or_null(mut self, value: Option<impl Display>) -> Self {
        self.0.push(value.map_or(Cell::Null, |value| Cell::Text(value.to_string())));
        self
    }

    /// A closed choice.
    pub fn choice(mut self, value: impl Choice) -> Self {
        self.0.push(Cell::Text(value.as_text().to_owned()));
        self
    }

    /// A closed choice, or nothing.
    pub fn choice_or_null(mut self, value: Option<impl Choice>) -> Self {
        self.0.push(value.map_or(Cell::Null, |value| Cell::Text(value.as_text().to_owned())));
        self
    }

    /// A list of closed choices: their texts, joined by a space.
    pub fn choices<C: Choice>(mut self, values: &[C]) -> Self {
        let texts: Vec<_> = values.iter().map(|value| value.as_text()).collect();
        self.0.push(Cell::Text(texts.join(" ")));
        self
    }

    /// A whole number.
    pub fn integer(mut self, value: i64) -> Self {
        self.0.push(Cell::Integer(value));
        self
    }

    /// A whole number, or nothing.
    pub fn integer_or_null(mut self, value: Option<i64>) -> Self {
        self.0.push(value.map_or(Cell::Null, Cell::Integer));
        self
    }

    /// A day and perhaps a time: two columns.
    pub fn when(self, when: When) -> Self {
        self.shown(when.day).shown_or_null(when.time)
    }

    /// A day and perhaps a time, or nothing: two columns.
    pub fn when_or_null(self, when: Option<When>) -> Self {
        self.shown_or_null(when.map(|when| when.day)).shown_or_null(when.and_then(|when| when.time))
    }

    /// All of them.
    pub fn done(self) -> Vec<Cell> {
        self.0
    }
}

/// Reads the cells of a row, one column after the other.
#[derive(Debug)]
pub struct Reader<'a> {
    source: Source<'a>,
    columns: &'static [Column],
    next: usize,
}

#[derive(Debug)]
enum Source<'a> {
    Row(&'a rusqlite::Row<'a>),
    Cells(&'a [Cell]),
}

enum Found<'a> {
    Null,
    Integer(i64),
    Text(&'a str),
    /// A blob, a fraction, or a text that is not UTF-8: nothing the store ever writes.
    Foreign,
}

impl<'a> Reader<'a> {
    pub(crate) fn of_row(table: Table, row: &'a rusqlite::Row<'a>) -> Self {
        Self { source: Source::Row(row), columns: table.columns(), next: 0 }
    }

    pub(crate) fn of_cells(table: Table, cells: &'a [Cell]) -> Self {
        Self { source: Source::Cells(cells), columns: table.columns(), next: 0 }
    }

    fn take(&mut self) -> (&'static str, Found<'a>) {
        let index = self.next;
        self.next += 1;
        let column = self.columns.get(index).map_or("", |column| column.name);
        let found = match &self.source {
            Source::Row(row) => match row.get_ref(index) {
                Ok(ValueRef::Null) => Found::Null,
                Ok(ValueRef::Integer(number)) => Found::Integer(number),
                Ok(ValueRef::Text(text)) => std::str::from_utf8(text).map_or(Found::Foreign, Found::Text),
                Ok(ValueRef::Real(_) | ValueRef::Blob(_)) | Err(_) => Found::Foreign,
            },
            Source::Cells(cells) => match cells.get(index) {
                Some(Cell::Null) => Found::Null,
                Some(Cell::Integer(number)) => Found::Integer(*number),
                Some(Cell::Text(text)) => Found::Text(text),
                None => Found::Foreign,
            },
        };
        (column, found)
    }

    fn text_with<T>(&mut self, read: impl FnOnce(&'a str) -> Option<T>) -> Result<T, CellRefused> {
        let (column, found) = self.take();
        match &found {
            Found::Text(text) => read(text).ok_or_else(|| refused(column, &found)),
            Found::Null | Found::Integer(_) | Found::Foreign => Err(refused(column, &found)),
        }
    }

    fn text_or_null_with<T>(
        &mut self,
        read: impl FnOnce(&'a str) -> Option<T>,
    ) -> Result<Option<T>, CellRefused> {
        let (column, found) = self.take();
        match &found {
            Found::Null => Ok(None),
            Found::Text(text) => read(text).map(Some).ok_or_else(|| refused(column, &found)),
            Found::Integer(_) | Found::Foreign => Err(refused(column, &found)),
        }
    }

    /// A text as it stands.
    pub fn text(&mut self) -> Result<String, CellRefused> {
        self.text_with(|text| Some(text.to_owned()))
    }

    /// A text as it stands, or nothing.
    pub fn text_or_null(&mut self) -> Result<Option<String>, CellRefused> {
        self.text_or_null_with(|text| Some(text.to_owned()))
    }

    /// A value that is read from its text.
    pub fn parsed<T: FromStr>(&mut self) -> Result<T, CellRefused> {
        self.text_with(|text| text.parse().ok())
    }

    /// A value that is read from its text, or nothing.
    pub fn parsed_or_null<T: FromStr>(&mut self) -> Result<Option<T>, CellRefused> {
        self.text_or_null_with(|text| text.parse().ok())
    }

    /// A closed choice.
    pub fn choice<C: Choice>(&mut self) -> Result<C, CellRefused> {
        self.text_with(C::from_text)
    }

    /// A closed choice, or nothing.
    pub fn choice_or_null<C: Choice>(&mut self) -> Result<Option<C>, CellRefused> {
        self.text_or_null_with(C::from_text)
    }

    /// A list of closed choices, joined by a space.
    pub fn choices<C: Choice>(&mut self) -> Result<Vec<C>, CellRefused> {
        self.text_with(|text| text.split(' ').filter(|part| !part.is_empty()).map(C::from_text).collect())
    }

    /// A whole number that its type admits.
    pub fn integer<T: TryFrom<i64>>(&mut self) -> Result<T, CellRefused> {
        self.integer_or_null()?.ok_or_else(|| self.refuse(&Cell::Null))
    }

    /// A whole number that its type admits, or nothing.
    pub fn integer_or_null<T: TryFrom<i64>>(&mut self) -> Result<Option<T>, CellRefused> {
        let (column, found) = self.take();
        match &found {
            Found::Null => Ok(None),
            Found::Integer(number) => T::try_from(*number).map(Some).map_err(|_| refused(column, &found)),
            Found::Text(_) | Found::Foreign => Err(refused(column, &found)),
        }
    }

    /// A day and perhaps a time: two columns.
    pub fn when(&mut self) -> Result<When, CellRefused> {
        Ok(When { day: self.parsed()?, time: self.parsed_or_null()? })
    }

    /// A day and perhaps a time, or nothing: two columns. A time without a day is refused.
    pub fn when_or_null(&mut self) -> Result<Option<When>, CellRefused> {
        let (day, time) = (self.parsed_or_null()?, self.parsed_or_null()?);
        match (day, time) {
            (Some(day), time) => Ok(Some(When { day, time })),
            (None, None) => Ok(None),
            (None, Some(_)) => Err(self.refuse(&Cell::Null)),
        }
    }

    /// The column read last does not fit what was read before.
    pub fn refuse(&self, found: &Cell) -> CellRefused {
        let column = self.columns.get(self.next.saturating_sub(1)).map_or("", |column| column.name);
        CellRefused { column, found: format!("{found:?}") }
    }
}

fn refused(column: &'static str, found: &Found<'_>) -> CellRefused {
    let found = match found {
        Found::Null => "nothing".to_owned(),
        Found::Integer(number) => number.to_string(),
        Found::Text(text) => text.chars().take(80).collect(),
        Found::Foreign => "neither a text nor a whole number".to_owned(),
    };
    CellRefused { column, found }
}
