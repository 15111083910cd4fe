//! Words of strangers are shown as words. Whatever a client, a service or an import puts into a field, nothing of it runs, nothing is loaded,
//! and it reads as it was typed. (That the policy holds where escaping fails is shown in `policy.rs`.)

use std::{
    net::{Ipv4Addr, TcpListener},
    process::Command,
    time::Duration,
};

use engawa_desk::{Desk, Language, Start, Window, cli, containing, until, waits_in_vain};
use serde_json::{Value, json};

use crate::{twin::answer, wording::Wording};

/// Everything that has ever been known to come alive in a page, in one line. `ADDRESS` is where a server waits in vain.
const HOSTILE: &str = "\"'><script>window.deskRan=1</script><img src=ADDRESSa.png onerror=window.deskRan=2><svg onload=window.deskRan=3>\
    <iframe srcdoc=\"<script>parent.deskRan=4</script>\"></iframe> javascript:window.deskRan=5 {{constructor.constructor('window.deskRan=6')()}} \
    ${window.deskRan=7} { $name } { frame-today } {@html '<b>'} &lt;b&gt; %3Cscript%3E \u{202e}gpj.exe\u{202c} \u{2066}\u{202d}x\u{2069} \u{200b}\u{feff}👩\u{200d}💻";

/// A part of it that reads alike wherever it stands.
const PART: &str = "<script>window.deskRan=1</script>";

/// As long as a title may be.
const LONGEST: usize = 10_000;

/// A book in which every field that takes a text holds the hostile one.
struct Filled {
    hostile: String,
    /// The address of the contract's screen.
    contract: String,
    /// The inquiry that has the hostile reply.
    inquiry: String,
    server: TcpListener,
}

fn tell(desk: &Desk, what: &str, input: &Value) -> Value {
    let mut command = Command::new(cli());
    command.args(["--json", "--lang", "ja", "--book"]).arg(desk.book()).args(["record", what]);
    answer(&mut command, Some(input))["value"].clone()
}

fn filled(desk: &Desk) -> Filled {
    let server = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    server.set_nonblocking(true).unwrap();
    let hostile = HOSTILE.replace("ADDRESS", &format!("http://{}/", server.local_addr().unwrap()));
    let service = json!({
        "name": hostile, "contact": "not_known", "deal": "unknown", "source": hostile, "address": "", "looked": "2026-11-20",
        "support": hostile, "answer_days": "", "note": hostile,
    });
    tell(desk, "service", &service);
    let account = tell(
        desk,
        "account",
        &json!({"platform": "crowdworks", "user_name": hostile, "registered_email": "minato@example.jp", "note": hostile}),
    );
    let contract = |title: &str| {
        json!({
            "account": account, "client": {"client": "new", "name": title, "reading": title, "kind": "unknown"},
            "title": title, "format": "fixed", "stages": [{"stage": "escrowed", "day": "2026-11-19"}], "wishes": ["chatwork"],
            "wish_day": "2026-11-19", "amount": "", "delivery_due": "", "url": "", "number": hostile, "contact_reason": hostile,
            "note": hostile,
        })
    };
    let long: String = "長".repeat(LONGEST);
    tell(desk, "contract", &contract(&long));
    let id = tell(desk, "contract", &contract(&hostile));
    let fact = |what: Value| {
        tell(desk, "fact", &json!({"contract": id, "when": {"day": "2026-11-20", "time": ""}, "what": what}))
    };
    fact(json!({"fact": "stage", "stage": "delivered", "note": hostile}));
    fact(json!({"fact": "sighting", "looker": "me", "place": "web", "seen": "missing", "note": hostile}));
    fact(json!({"fact": "request", "by": "me", "reason": hostile, "channels": ["chatwork"]}));
    fact(
        json!({"fact": "status_seen", "value": "pending", "words": hostile, "shown": "web", "note": hostile}),
    );
    fact(json!({"fact": "status_heard", "value": "approved", "note": hostile}));
    let inquiry = fact(
        json!({"fact": "inquiry", "entrance": "faq-button", "sender": "minato@example.jp", "body": hostile}),
    );
    fact(json!({"fact": "wish", "channels": ["chatwork"], "note": hostile}));
    fact(json!({"fact": "outside_contact", "channel": "email", "note": hostile}));
    fact(json!({"fact": "payment", "amount": "1000", "note": hostile}));
    let when = json!({"day": "2026-11-21", "time": ""});
    let reply = json!({"inquiry": inquiry["id"], "when": when, "result": "can_apply_now", "text": hostile});
    tell(desk, "reply", &reply);
    let contract = format!("#/contract/{}", id.as_str().unwrap());
    let inquiry = inquiry["id"].as_str().unwrap().to_owned();
    Filled { hostile, contract, inquiry, server }
}

/// What came alive: elements and attributes that no page of ours has.
const ALIVE: &str = "return [...document.querySelectorAll(
    'main script, main iframe, main object, main embed, main base, main meta, img[src=\"x\"], a[href^=\"javascript:\" i], [onerror], [onload], [onclick], [onfocus], [ontoggle]'
    )].map(element => element.outerHTML.slice(0, 200));";

impl Filled {
    /// Nothing ran, nothing was loaded, nothing came alive.
    #[track_caller]
    fn is_only_words(&self, window: &Window<'_>, place: &str) {
        let visitor = waits_in_vain(Duration::from_millis(150), || self.server.accept().ok());
        assert!(visitor.is_none(), "{place}: the page reached a server: {visitor:?}");
        assert_eq!(window.script("return window.deskRan ?? null"), Value::Null, "{place}: it ran");
        assert_eq!(window.script(ALIVE), json!([]), "{place}: it came alive");
        assert_eq!(window.windows(), 1, "{place}: it opened a window");
    }
}

/// A screen, how it is reached, and whether what was recorded is read there.
type Visit = (&'static str, fn(&Window<'_>, &Wording), bool);

const VISITS: &[Visit] = &[
    ("today", |window, words| goes(window, "g t", &words.t("frame-today")), true),
    ("contracts", |window, words| goes(window, "g c", &words.t("frame-contracts")), true),
    ("guides", |window, words| goes(window, "g g", &words.t("frame-guides")), false),
    ("inquiries", |window, words| goes(window, "g i", &words.t("frame-inquiries")), true),
    ("evidence", |window, words| goes(window, "g e", &words.t("frame-evidence")), false),
    ("message", |window, words| goes(window, "g m", &words.t("message-title")), false),
    ("record", |window, words| goes(window, "n", &words.t("frame-record")), false),
    ("settings, with the history", |window, words| goes(window, "g comma", &words.t("frame-settings")), true),
];

#[track_caller]
fn goes(window: &Window<'_>, keys: &str, title: &str) {
    window.script("document.activeElement.blur()");
    window.press_each(&keys.replace("comma", ","));
    window.is_at(title);
}

/// Goes to an address within the app.
#[track_caller]
fn opens(window: &Window<'_>, hash: &str) {
    window.script_with("location.hash = arguments[0]", &[hash.into()]);
    window.is_ready();
}

/// Waits until this stands in the page, letter by letter.
#[track_caller]
fn shows(window: &Window<'_>, text: &str) {
    let script = "return document.querySelector('main').textContent.includes(arguments[0])";
    until("the page to show what was typed", || {
        (window.script_with(script, &[text.into()]) == true).then_some(())
    });
}

#[test]
fn what_was_recorded_is_shown_as_it_was_typed_on_every_screen() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let filled = filled(&desk);
    let window = desk.open(&Start::japanese());
    window.is_ready();
    for (name, visit, reads) in VISITS {
        visit(&window, &words);
        if *reads {
            until(&format!("{name} to read what was typed"), || window.text().contains(PART).then_some(()));
        }
        filled.is_only_words(&window, name);
    }
    // The longest title is there to its end, and the table goes on below it.
    goes(&window, "g c", &words.t("frame-contracts"));
    let longest =
        "return [...document.querySelectorAll('main *')].some(element => element.childElementCount === 0
        && element.textContent.includes('長'.repeat(arguments[0])))";
    assert_eq!(window.script_with(longest, &[LONGEST.into()]), true, "a long title is kept whole");
    window.does_not_scroll_sideways("contracts with a long title");

    opens(&window, &filled.contract);
    window.sees("heading", containing(PART));
    shows(&window, &filled.hostile);
    window.does_not_scroll_sideways("a contract with hostile words");
    filled.is_only_words(&window, "the contract");
    for draft in ["inquiry_to_office", "hold_client", "decline"] {
        opens(&window, &format!("{}?purpose={draft}", filled.contract));
        filled.is_only_words(&window, &format!("the letter {draft}"));
    }
    opens(&window, "#/support");
    window.is_at(&words.t("support-title"));
    window.sees("region", &words.t("support-text"));
    assert!(!window.text().contains("deskRan"), "a support report holds nothing that was typed");
    filled.is_only_words(&window, "the support report");
}

/// Puts a text into every field of the page that takes one, as if it were typed, and sends the form.
const TYPE_EVERYWHERE: &str = "
    document.querySelectorAll('details').forEach(part => part.open = true);
    const typed = ['checkbox', 'radio', 'file', 'button', 'submit'];
    const fields = [...document.querySelectorAll('input, textarea')]
        .filter(field => field.checkVisibility() && !typed.includes(field.type) && !field.readOnly && !field.disabled);
    for (const field of fields) {
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, arguments[0]);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
    }
    return fields.length;";

const SEND: &str = "document.querySelector('main form, dialog form')?.requestSubmit()";

/// Every form and every field that filters or asks, by the address that opens it. `CONTRACT` is that of the hostile contract, `INQUIRY`
/// the name of its inquiry: the form of a reply opens with the reply that is there.
const FORMS: &[&str] = &[
    "#/settings?account=new",
    "#/record",
    "#/service",
    "#/message",
    "#/guides",
    "#/contracts",
    "#/evidence",
    "#/history",
    "#/backups",
    "CONTRACT?correct=client",
    "CONTRACT?purpose=inquiry_to_office",
    "CONTRACT?purpose=decline",
    "CONTRACT?record=reply&inquiry=INQUIRY",
    "CONTRACT?record=stage",
    "CONTRACT?record=sighting",
    "CONTRACT?record=request",
    "CONTRACT?record=status_seen",
    "CONTRACT?record=status_heard",
    "CONTRACT?record=inquiry",
    "CONTRACT?record=wish",
    "CONTRACT?record=outside_contact",
    "CONTRACT?record=restriction",
    "CONTRACT?record=payment",
];

#[test]
fn what_is_typed_into_any_field_is_only_words_also_in_what_is_said_to_be_wrong_with_it() {
    let desk = Desk::new();
    let filled = filled(&desk);
    let window = desk.open(&Start::japanese());
    window.is_ready();
    let long = filled.hostile.repeat(LONGEST / filled.hostile.chars().count() + 1);
    for form in FORMS {
        opens(&window, "#/today");
        opens(&window, &form.replace("CONTRACT", &filled.contract).replace("INQUIRY", &filled.inquiry));
        for text in [&filled.hostile, &long] {
            until(&format!("fields of {form}"), || {
                let fields = window.script_with(TYPE_EVERYWHERE, &[text.as_str().into()]);
                // The search of the frame is always there; a form has fields of its own.
                let has_own = ["record", "new", "service", "correct", "purpose", "history"];
                let own = u64::from(has_own.iter().any(|name| form.contains(name)));
                fields.as_u64().filter(|fields| *fields > own)
            });
            filled.is_only_words(&window, form);
            window.script(SEND);
            window.is_ready();
            filled.is_only_words(&window, &format!("{form}, sent"));
        }
    }
    // The drafts of the forms come back after a reload, and are still only words.
    window.reload();
    window.is_ready();
    filled.is_only_words(&window, "after a reload");
}

#[test]
fn what_is_typed_into_the_correction_of_a_rule_and_into_the_palette_is_only_words() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let filled = filled(&desk);
    let window = desk.open(&Start::japanese());
    window.is_ready();
    let long = filled.hostile.repeat(LONGEST / filled.hostile.chars().count() + 1);

    opens(&window, "#/rules/crowdworks");
    window.sees("heading", &words.t("rules-correct"));
    // The buttons of the list, one after the other: each opens the form of another kind of value.
    let buttons = "const list = document.querySelector('#rules-correct').closest('section');
        const named = [...list.querySelectorAll('.point button')];
        named[arguments[0]]?.click();
        return named.length;";
    let values = window.script_with(buttons, &[json!(-1)]).as_u64().unwrap();
    assert!(values > 3, "there are values to correct");
    for value in 0..values {
        opens(&window, "#/today");
        opens(&window, "#/rules/crowdworks");
        window.sees("heading", &words.t("rules-correct"));
        window.script_with(buttons, &[json!(value)]);
        for text in [&filled.hostile, &long] {
            until("the fields of a correction", || {
                let fields = window.script_with(TYPE_EVERYWHERE, &[text.as_str().into()]);
                fields.as_u64().filter(|fields| *fields > 1)
            });
            window.script(SEND);
            window.is_ready();
            filled.is_only_words(&window, &format!("the correction of value {value}"));
        }
    }

    opens(&window, "#/today");
    window.press("Control+k");
    window.sees("dialog", &words.t("keys-palette"));
    for text in [PART, filled.hostile.as_str(), long.as_str()] {
        until("the field of the palette", || {
            let fields = window.script_with(TYPE_EVERYWHERE, &[text.into()]);
            fields.as_u64().filter(|fields| *fields > 0)
        });
        if text == PART {
            // The contract is found by its hostile title, and shown by it.
            window.sees("option", containing(PART));
        }
        filled.is_only_words(&window, "the palette");
    }
}

#[test]
fn an_address_that_is_a_script_is_refused_as_an_address() {
    let desk = Desk::new();
    let account = json!({"platform": "crowdworks", "user_name": "minato", "registered_email": "minato@example.jp", "note": ""});
    let account = tell(&desk, "account", &account);
    let contract = json!({
        "account": account, "client": {"client": "new", "name": "見本商店", "reading": "", "kind": "unknown"}, "title": "a",
        "format": "fixed", "stages": [], "wishes": [], "wish_day": "", "amount": "", "delivery_due": "",
        "url": "javascript:window.deskRan=1", "number": "", "contact_reason": "", "note": "",
    });
    let mut command = Command::new(cli());
    command.args(["--json", "--book"]).arg(desk.book()).args(["record", "contract"]);
    let file = desk.folder("typed").join("contract.json");
    std::fs::write(&file, contract.to_string()).unwrap();
    let refused = command.arg(file).output().unwrap();
    assert!(!refused.status.success(), "{refused:?}");
    assert!(String::from_utf8_lossy(&refused.stderr).contains("\"url\""), "{refused:?}");
}
