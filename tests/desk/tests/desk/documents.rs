//! 電子取引の書類: a kept file is filed, and is corrected only with a reason, which the log keeps.

use engawa_desk::{Desk, Language, containing};

use crate::vault::{at_a_contract, keeps};
use crate::wording::Wording;

#[test]
fn a_document_is_filed_and_corrected_only_with_a_reason_and_the_log_shows_it() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = at_a_contract(&desk, &words);
    keeps(&desk, &window, &words, "請求書.txt", "請求書 11,000円");
    window.choose("button", "請求書.txt");
    window.sees("dialog", "請求書.txt");
    window.choose("button", &words.t("document-declare"));
    window.fill(&words.t("document-title"), "商品紹介文 60本");
    window.fill(&words.t("document-counterparty"), "サンプル商店");
    window.fill(&words.t("document-day"), "11/23");
    window.fill(&words.t("document-amount"), "11000");
    window.fill(&words.t("document-person"), "縁側 花子");
    window.choose("button", &words.t("document-save"));
    window.reads("サンプル商店");
    window.choose("button", &words.t("document-amend"));
    window.fill(&words.t("document-counterparty"), "サンプル商会");
    window.choose("button", &words.t("document-amend-save"));
    window.reads(&words.t("problem-field-empty"));
    window.fill(&words.t("document-reason"), "取引先名の誤記");
    window.choose("button", &words.t("document-amend-save"));
    window.choose("link", containing(&words.with("document-lines", &[("count", "1")])));
    window.is_at(&words.t("document-screen"));
    window.reads("取引先名の誤記");
    window.sees("button", &words.t("document-log-shift-jis"));
}
