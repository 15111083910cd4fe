//! What a backup is called: its moment, in a form that sorts and that every file system accepts.

use engawa_domain::calendar::Moment;

const BEFORE: &str = "book-";
const AFTER: &str = ".sqlite";

/// The name of a backup made at this moment.
pub fn name(at: Moment) -> String {
    format!("{BEFORE}{}{AFTER}", written(at))
}

/// The name of the slip that lies beside it.
pub fn slip_name(at: Moment) -> String {
    format!("{BEFORE}{}.json", written(at))
}

/// A moment as names write it: `2026-11-24T05-05-00.120Z`.
pub fn written(at: Moment) -> String {
    at.to_string().replace(':', "-")
}

/// The moment of a backup's name; `None` for any other file.
pub fn moment(name: &str) -> Option<Moment> {
    let (day, time) = name.strip_prefix(BEFORE)?.strip_suffix(AFTER)?.split_once('T')?;
    format!("{day}T{}", time.replace('-', ":")).parse().ok()
}

/// The moment and the schema of a copy that was made before the book was brought up to date.
pub fn before_migration(name: &str) -> Option<(Moment, u32)> {
    let (start, schema) = name.strip_suffix(AFTER)?.rsplit_once(".schema-")?;
    Some((moment(&format!("{start}{AFTER}"))?, schema.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_backup_is_its_moment_and_nothing_else_is_taken_for_one() {
        let at: Moment = "2026-11-24T05:05:00.120Z".parse().unwrap();
        assert_eq!(name(at), "book-2026-11-24T05-05-00.120Z.sqlite");
        assert_eq!(moment(&name(at)), Some(at));
        for other in [
            "book-2026-11-24T05-05-00.120Z.schema-0.sqlite",
            "book-2026-11-24T05-05-00.120Z.unproven",
            "book-2026-11-24T05-05-00.120Z.json",
            "book-2026-11-24T05-05-00.120Z.sqlite.part",
            "book.sqlite",
        ] {
            assert_eq!(moment(other), None, "{other}");
        }
    }

    #[test]
    fn a_copy_made_before_a_migration_says_of_which_schema_it_is() {
        let at: Moment = "2026-11-24T05:05:00.120Z".parse().unwrap();
        assert_eq!(before_migration("book-2026-11-24T05-05-00.120Z.schema-1.sqlite"), Some((at, 1)));
        assert_eq!(before_migration("book-2026-11-24T05-05-00.120Z.sqlite"), None);
    }
}
