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

            evidence::evidence_detach, evidence::evidence_list,

            guide::guide_list, guide::guide_find, guide::guide_drawing, guide::guide_start, guide::guide_answer, guide::guide_skip,
            guide::guide_forget,
            guide::run_view, guide::run_replay, guide::draft_view, guide::draft_check, guide::draft_copy_anyway,

            vault::evidence_take, vault::clipboard_look, vault::evidence_note, vault::evidence_link, vault::evidence_inside,
            vault::evidence_page,
            vault::evidence_thumbnail, vault::evidence_save_copy, vault::evidence_verify, vault::work_stop,
            support::support_report,
            history::changes_view, history::deleted_view, history::record_restore, history::past_open, history::past_close,
            rescue::trouble_view, rescue::book_look, rescue::book_rescue, rescue::book_restore, rescue::book_open_at, rescue::pick_folder, rescue::book_check, rescue::book_repair, rescue::site_view, rescue::site_seen,
            packet::packet_place, packet::packet_save,
            backups::backup_status, backups::backups_view, backups::backup_make, backups::backup_prove, backups::backup_preview,
            backups::backup_restore, backups::backup_place_pick, backups::backup_place_remove, backups::backup_loss_meant,
            backups::backup_seal, backups::backup_file_pick, backups::backup_unlock, backups::backup_unseal, backups::backup_close_opened,
            backups::passphrase_strength,
            protect::book_unlock, protect::book_lock, protect::book_touch, protect::recovery_code_show,
            protect::book_protect, protect::book_unprotect, protect::passphrase_change, protect::recovery_code_renew,
            documents::documents_view, documents::document_declare, documents::document_amend, documents::document_remove,
            documents::document_untie, documents::document_table_place, documents::document_table_save,
            support::support_save,
            transfer::export_save, transfer::import_pick, transfer::import_file,
            status::status_look,
            documents::documents_find,
            frame::form_drafts_kept,
        }
    };
}
