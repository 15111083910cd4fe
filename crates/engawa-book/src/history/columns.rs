//! What tables, columns and the words in them are called.

use engawa_store::Table;

/// What a record of a table is called: the key of a message.
pub const fn kind(table: Table) -> &'static str {
    match table {
        Table::Accounts => "history-kind-account",
        Table::Clients => "history-kind-client",
        Table::Contracts => "history-kind-contract",
        Table::Stages => "history-kind-stage",
        Table::Sightings => "history-kind-sighting",
        Table::Requests => "history-kind-request",
        Table::Statuses => "history-kind-status",
        Table::Inquiries => "history-kind-inquiry",
        Table::Wishes => "history-kind-wish",
        Table::OutsideContacts => "history-kind-outside-contact",
        Table::Restrictions => "history-kind-restriction",
        Table::Evidence => "history-kind-evidence",
        Table::EvidenceLinks => "history-kind-evidence-link",
        Table::Runs => "history-kind-run",
        Table::Payments => "history-kind-payment",
        Table::Copies => "history-kind-copy",
        Table::Services => "history-kind-service",
        Table::Corrections => "history-kind-correction",
        Table::Documents => "history-kind-document",
        Table::DocumentCorrections => "history-kind-document-correction",
    }
}

/// What a column is called: the key of a message; `None` for a column that nobody named, which a test forbids.
pub fn name(table: Table, column: &str) -> Option<&'static str> {
    Some(match (table, column) {
        (_, "id") => "history-field-id",
        (_, "contract") => "history-field-contract",
        (Table::Documents, "day") => "document-day",
        (Table::DocumentCorrections, "day") => "document-done",
        (_, "day") => "history-field-day",
        (_, "time") => "history-field-time",
        (_, "note") => "history-field-note",
        (_, "platform") => "history-field-platform",
        (Table::Accounts, "user_name") => "history-field-user-name",
        (Table::Accounts, "registered_email") => "history-field-registered-email",
        (Table::Clients | Table::Services, "name") => "history-field-name",
        (Table::Clients, "reading") => "history-field-reading",
        (Table::Clients, "kind") => "history-field-client-kind",
        (Table::Contracts, "account") => "history-field-account",
        (Table::Contracts, "client") => "history-field-client",
        (Table::Contracts, "title") => "history-field-title",
        (Table::Contracts, "format") => "history-field-format",
        (Table::Contracts, "url") => "history-field-url",
        (Table::Contracts, "number") => "history-field-number",
        (Table::Contracts | Table::Payments, "amount") => "history-field-amount",
        (Table::Contracts, "delivery_due") => "history-field-delivery-due",
        (Table::Contracts, "contact_reason") => "history-field-contact-reason",
        (Table::Stages, "stage") => "history-field-stage",
        (Table::Sightings, "looker") => "history-field-looker",
        (Table::Sightings, "place") => "history-field-place",
        (Table::Sightings, "seen") => "history-field-seen",
        (Table::Requests, "filed_by") => "history-field-filed-by",
        (Table::Requests, "reason") => "history-field-reason",
        (Table::Requests | Table::Wishes, "channels") => "history-field-channels",
        (Table::Statuses, "value") => "history-field-status-value",
        (Table::Statuses, "witness") => "history-field-witness",
        (Table::Statuses | Table::Restrictions, "words") => "history-field-words",
        (Table::Statuses, "shown") => "history-field-shown",
        (Table::Inquiries, "entrance") => "history-field-entrance",
        (Table::Inquiries, "sender") => "history-field-sender",
        (Table::Inquiries, "body") => "history-field-body",
        (Table::Inquiries, "sent_day") => "history-field-sent-day",
        (Table::Inquiries, "sent_time") => "history-field-sent-time",
        (Table::Inquiries, "reply_day") => "history-field-reply-day",
        (Table::Inquiries, "reply_time") => "history-field-reply-time",
        (Table::Inquiries, "reply_result") => "history-field-reply-result",
        (Table::Inquiries, "reply_text") => "history-field-reply-text",
        (Table::OutsideContacts, "channel") => "history-field-channel",
        (Table::Restrictions, "party") => "history-field-party",
        (Table::Evidence, "sha256") => "history-field-sha256",
        (Table::Evidence, "bytes") => "history-field-bytes",
        (Table::Evidence, "original_name") => "history-field-original-name",
        (Table::Evidence, "media_type") => "history-field-media-type",
        (Table::Evidence, "captured") => "history-field-captured",
        (Table::Evidence, "origin") => "history-field-origin",
        (Table::EvidenceLinks | Table::Documents, "evidence") => "history-field-evidence",
        (Table::EvidenceLinks, "fact_kind") => "history-field-fact-kind",
        (Table::EvidenceLinks, "fact") => "history-field-fact",
        (Table::Runs, "guide") => "history-field-guide",
        (Table::Runs, "started_day") => "history-field-started-day",
        (Table::Runs, "started_time") => "history-field-started-time",
        (Table::Runs, "course") => "history-field-course",
        (Table::Runs, "answers") => "history-field-answers",
        (Table::Runs, "resumed") => "history-field-resumed",
        (Table::Copies, "draft") => "history-field-draft",
        (Table::Copies, "found") => "history-field-found",
        (Table::Copies, "text") => "history-field-text",
        (Table::Services, "contact") => "history-field-own-contact",
        (Table::Services, "deal") => "history-field-deal",
        (Table::Services | Table::Corrections, "source") => "history-field-source",
        (Table::Services | Table::Corrections, "address") => "history-field-address",
        (Table::Services | Table::Corrections, "looked") => "history-field-looked",
        (Table::Services, "support") => "history-field-support",
        (Table::Services, "answer_days") => "history-field-answer-days",
        (Table::Corrections, "path") => "history-field-path",
        (Table::Corrections, "value") => "history-field-corrected",
        (Table::Corrections, "shipped") => "history-field-shipped",
        (Table::Documents, "kind") => "document-kind",
        (Table::Documents | Table::DocumentCorrections, "number") => "document-number",
        (Table::Documents | Table::DocumentCorrections, "title") => "document-title",
        (Table::Documents | Table::DocumentCorrections, "counterparty") => "document-counterparty",
        (Table::Documents, "amount") => "document-amount",
        (Table::Documents | Table::DocumentCorrections, "person") => "document-person",
        (Table::DocumentCorrections, "document") => "history-kind-document",
        (Table::DocumentCorrections, "applied") => "document-applied",
        (Table::DocumentCorrections, "did") => "document-did",
        (Table::DocumentCorrections, "content") => "document-content",
        (Table::DocumentCorrections, "reason") => "document-reason",
        _ => return None,
    })
}

/// What the words of a choice are called: the key of a message, which begins alike for all words of a column.
pub fn choice(table: Table, column: &str, word: &str) -> Option<String> {
    let word = word.replace('_', "-");
    Some(match (table, column) {
        (Table::Contracts, "format") => format!("format-{word}"),
        (Table::Stages, "stage") => format!("stage-{word}"),
        (Table::Sightings, "looker") | (Table::Restrictions, "party") | (Table::Requests, "filed_by") => {
            format!("party-{word}")
        }
        (Table::Sightings, "place") => format!("place-{word}"),
        (Table::Sightings, "seen") => format!("history-seen-{word}"),
        (Table::Statuses, "value") => format!("status-{word}"),
        (Table::Statuses, "witness") => format!("history-witness-{word}"),
        (Table::Statuses, "shown") => format!("shown-{word}"),
        (Table::Inquiries, "reply_result") => format!("result-{word}"),
        (Table::Requests | Table::Wishes, "channels") | (Table::OutsideContacts, "channel") => {
            format!("channel-{word}")
        }
        (Table::Clients, "kind") => format!("client-kind-{word}"),
        (Table::Evidence, "origin") => format!("history-origin-{word}"),
        (Table::EvidenceLinks, "fact_kind") => format!("history-kind-{word}"),
        (Table::Runs, "course") => format!("history-course-{word}"),
        (Table::Services, "contact") => format!("own-contact-{word}"),
        (Table::Services, "deal") => format!("history-deal-{word}"),
        (Table::Documents, "kind") => format!("document-kind-{word}"),
        (Table::DocumentCorrections, "did") => format!("document-did-{word}"),
        _ => return None,
    })
}

/// The table of the facts of a kind, as `evidence_links.fact_kind` names it.
pub fn table_of_fact(kind: &str) -> Option<Table> {
    Some(match kind {
        "stage" => Table::Stages,
        "sighting" => Table::Sightings,
        "request" => Table::Requests,
        "status" => Table::Statuses,
        "inquiry" => Table::Inquiries,
        "wish" => Table::Wishes,
        "outside_contact" => Table::OutsideContacts,
        "restriction" => Table::Restrictions,
        "payment" => Table::Payments,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use engawa_store::Holds;
    use engawa_words::{Lang, Words};

    fn both() -> [Words; 2] {
        [Words::new(Lang::Ja), Words::new(Lang::En)]
    }

    #[test]
    fn every_table_and_every_column_has_a_name_in_both_languages() {
        for table in Table::ALL {
            assert!(both().iter().all(|words| words.has(kind(table))), "{table}");
            for column in table.columns() {
                let key = name(table, column.name).unwrap_or("");
                assert!(
                    both().iter().all(|words| words.has(key)),
                    "{table}.{} is called nothing",
                    column.name
                );
            }
        }
    }

    #[test]
    fn every_word_of_a_choice_has_a_name_in_both_languages() {
        for table in Table::ALL {
            for column in table.columns() {
                let (Holds::Choice(all) | Holds::Choices(all)) = column.holds else { continue };
                for word in all {
                    let key = choice(table, column.name, word).unwrap_or_default();
                    assert!(
                        both().iter().all(|words| words.has(&key)),
                        "{table}.{}: {word} is called nothing ({key:?})",
                        column.name
                    );
                }
            }
        }
    }

    #[test]
    fn every_kind_of_fact_that_a_file_proves_is_a_table() {
        let kinds = Table::EvidenceLinks.columns().iter().find(|column| column.name == "fact_kind");
        let Some(Holds::Choice(words)) = kinds.map(|column| column.holds) else {
            panic!("the kinds of facts are a choice");
        };
        assert!(words.iter().all(|word| table_of_fact(word).is_some()));
    }
}
