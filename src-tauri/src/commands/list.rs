// Every command of the window, once: `build.rs` makes a permission of each, the handler answers each, and a test compares the
// list with `capabilities/main.json`. A file of its own, because a build script cannot see the crate it builds.

/// Hands the names, each with its module, to another macro.
macro_rules! with_commands {
    ($then:ident) => {
        $then! {
            frame::app_start, frame::book_open, frame::settings_save, frame::window_usable,
            frame::form_draft_clear, frame::form_draft_load, frame::form_draft_save,
            frame::clipboard_copy, frame::pick_files,

            reads::today_view, reads::contract_list, reads::contract_view, reads::contract_preview, reads::account_list, reads::client_list,
            reads::inquiries_view, reads::history_view, reads::entry_read, reads::message_check,

            records::account_add, records::account_amend, records::account_remove,
            records::client_amend,
            records::contract_add, records::contract_amend, records::contract_remove,
            records::fact_add, records::fact_amend, records::fact_remove, records::reply_record, records::reply_remove,
            records::undo, records::redo,

            rules::rules_view, rules::service_list, rules::service_add, rules::service_amend, rules::service_remove,
            rules::correction_preview, rules::correction_removal_preview, rules::correction_keep, rules::correction_remove,
            rules::rules_changed_view, rules::rules_changed_seen,

            evidence::evidence_attach, evidence::evidence_detach, evidence::evidence_list, evidence::evidence_preview,

            guide::guide_list, guide::guide_find, guide::guide_drawing, guide::guide_start, guide::guide_answer, guide::guide_skip,
            guide::guide_forget,
            guide::run_view, guide::run_replay, guide::draft_view, guide::draft_check, guide::draft_copy_anyway,

            protect::book_unlock, protect::book_lock, protect::book_touch, protect::passphrase_strength, protect::recovery_code_show,
            protect::book_protect, protect::book_unprotect, protect::passphrase_change, protect::recovery_code_renew,
        }
    };
}
