//! The schemas of values that are one text or one number in a pack. Everything else derives its own from its type and its words.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::calendar::{Day, MonthDay};
use crate::money::Yen;

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "date",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "description": "A day of the calendar: 2026-11-24.",
        })
    }
}

impl JsonSchema for MonthDay {
    fn schema_name() -> Cow<'static, str> {
        "MonthDay".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
            "description": "A day of every year: 12-31.",
        })
    }
}

impl JsonSchema for Yen {
    fn schema_name() -> Cow<'static, str> {
        "Yen".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "integer",
            "minimum": Self::MIN.get(),
            "maximum": Self::MAX.get(),
            "description": "An amount of whole yen.",
        })
    }
}
