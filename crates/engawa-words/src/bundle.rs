//! The messages of a language, read once.

use std::sync::LazyLock;

use engawa_domain::say::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::format;

/// The messages of one language.
pub(crate) type Bundle = FluentBundle<FluentResource>;

/// What is in `locales/`, file by file: its name without `.ftl`, and its text.
pub(crate) mod embedded {
    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

static JA: LazyLock<Bundle> = LazyLock::new(|| read("ja", embedded::JA));
static EN: LazyLock<Bundle> = LazyLock::new(|| read("en", embedded::EN));

/// The messages of a language.
pub(crate) fn bundle(lang: Lang) -> &'static Bundle {
    match lang {
        Lang::Ja => &JA,
        Lang::En => &EN,
    }
}

fn read(language: &str, files: &[(&str, &str)]) -> Bundle {
    // The names above are ones this parser knows; a bundle without a language would only choose plurals worse.
    let language: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![language]);
    // Marks that keep scripts of both directions apart: neither language is written from the right, and they would be copied
    // along with a draft.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) => Some(format::float(number.value)),
        _ => None,
    }));
    for (_, text) in files {
        // What cannot be read is left out and shown by its key; the tests do not let it come so far.
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}
