use proptest::prelude::*;

use super::*;
use crate::facts::Channel;
use crate::rules::DealOutside;
use crate::standing::Contact;

fn message(text: &str) -> MessageText {
    MessageText::from_bytes(text.as_bytes().to_vec()).unwrap()
}

const STRICT: Circumstances<'static> = Circumstances {
    contact: Contact::No,
    agreed: &[],
    deal_outside: DealOutside::Forbidden,
    escrow: Escrow::NotKnown,
    own_hosts: &[],
};

fn found(text: &str) -> Vec<Finding> {
    check(&message(text), &STRICT)
}

fn kinds_under(text: &str, circumstances: &Circumstances<'_>) -> Vec<FindingKind> {
    check(&message(text), circumstances).into_iter().map(|finding| finding.kind).collect()
}

/// One plain message of each kind.
const PLAIN: [(&str, FindingKind); 9] = [
    ("今後のやり取りはLINEでお願いします。", FindingKind::ContactInvitation),
    ("次回からは直接契約でお願いします。", FindingKind::DirectDeal),
    ("報酬は銀行振込でお支払いします。", FindingKind::OutsidePayment),
    ("仮払いの前に作業を始めてください。", FindingKind::WorkBeforeEscrow),
    ("先に商品を購入してください。", FindingKind::BuyGoods),
    ("無料の説明会にご参加ください。", FindingKind::SeminarSchool),
    ("免許証の写真を送ってください。", FindingKind::IdentityPapers),
    ("申請は不要です。", FindingKind::NoNeedToApply),
    ("このメッセージは削除してください。", FindingKind::DeleteRequest),
];

const HARMLESS: [&str; 4] = [
    "LINEスタンプの納期は来週です。",
    "記事の構成をご確認ください。",
    "The draft looks good.",
    "仮払いが完了しました。",
];

#[test]
fn the_tables_can_be_read_to_the_last_line() {
    assert!(TABLE.is_whole(include_str!("rules.csv")));
}

#[test]
fn each_kind_is_found_in_a_plain_message_of_it_and_nothing_else_is() {
    for (text, kind) in PLAIN {
        assert_eq!(kinds_under(text, &STRICT), [kind], "{text}");
    }
}

#[test]
fn a_passage_is_counted_in_characters_of_the_message_as_it_was_given() {
    let text = "𠮷田です👍🏽。\nＬ\u{200B}ＩＮＥで連絡ください。";
    let [finding] = &found(text)[..] else { panic!("one finding") };
    let letters: Vec<char> = text.chars().collect();
    assert_eq!(letters[finding.place.clone()].iter().collect::<String>(), finding.words);
    assert_eq!(finding.place.start, 8, "𠮷, 👍 and its tone are one character each");
    assert!(finding.words.starts_with("Ｌ\u{200B}ＩＮＥ"), "{finding:?}");
}

#[test]
fn an_approval_silences_talk_outside_and_nothing_else() {
    let approved = Circumstances { contact: Contact::Yes, ..STRICT };
    for (text, kind) in PLAIN {
        let silent = kind == FindingKind::ContactInvitation;
        assert_eq!(kinds_under(text, &approved).is_empty(), silent, "{text}");
    }
}

#[test]
fn an_approval_for_one_means_of_contact_leaves_an_invitation_to_another_to_be_looked_at() {
    let approved = Circumstances { contact: Contact::Yes, agreed: &[Channel::Chatwork], ..STRICT };
    let grounds =
        |text| check(&message(text), &approved).into_iter().map(|one| one.grounds).collect::<Vec<_>>();
    for text in [
        "チャットワークかLINEで連絡ください。",
        "今後のやり取りはLINEでお願いします。",
        "Ｌ Ｉ Ｎ Ｅ で連絡ください。",
        "a.b@example.comまで",
        "Let's move to Slack.",
    ] {
        assert_eq!(grounds(text), [Grounds::OtherMeans], "{text}");
    }
    for text in [
        "今後のやり取りはチャットワークでお願いします。",
        "別のアプリで連絡ください。",
        "記事の構成をご確認ください。",
    ] {
        assert_eq!(grounds(text), [], "{text}: named, or no other means is named");
    }
    let refused = Circumstances { contact: Contact::No, ..approved };
    let kinds: Vec<_> = check(&message("チャットワークで連絡ください。"), &refused);
    assert_eq!(kinds.len(), 1, "what a request named permits nothing by itself");
    assert_eq!(kinds[0].grounds, Grounds::Kind);
}

#[test]
fn work_may_start_once_the_money_is_held() {
    let text = "さっそく作業を開始してください。";
    let at = |escrow| kinds_under(text, &Circumstances { escrow, ..STRICT });
    assert_eq!(at(Escrow::NotYet), [FindingKind::WorkBeforeEscrow]);
    assert_eq!(at(Escrow::Held), []);
}

#[test]
fn disguised_spellings_are_read() {
    for name in [
        "ＬＩＮＥ",
        "L I N E",
        "ラ イ ン",
        "ﾗｲﾝ",
        "L.I.N.E",
        "LIИE",
        "L1NE",
        "ライソ",
        "Ⅼ\u{2066}INE",
        "🅛🅘🅝🅔",
        "ʟɪɴᴇ",
    ] {
        let text = format!("{name}で連絡ください。");
        assert_eq!(kinds_under(&text, &STRICT), [FindingKind::ContactInvitation], "{text}");
    }
}

#[test]
fn the_address_of_a_messenger_is_contact_data_and_that_of_a_page_is_not() {
    for address in [
        "https://lin.ee/AbC12",
        "https://line.me/ti/p/AbC12",
        "https://discord.gg/AbC12",
        "https://t.me/sample",
        "https://wa.me/819012345678",
        "https://www.chatwork.com/sample",
    ] {
        assert_eq!(
            kinds_under(&format!("こちらです {address}"), &STRICT),
            [FindingKind::ContactInvitation],
            "{address}"
        );
    }
    assert_eq!(kinds_under("参考です https://example.com/a", &STRICT), []);
}

#[test]
fn what_is_no_message_is_refused_and_says_where() {
    assert_eq!(MessageText::from_bytes(vec![b'a', 0xFF]), Err(MessageRefused::NotText { at: 1 }));
    let limit = MessageText::LONGEST;
    assert_eq!(MessageText::from_bytes(vec![b'a'; limit + 1]), Err(MessageRefused::TooLong { limit }));
}

#[test]
fn only_emoji_or_nothing_is_no_finding() {
    for text in ["", "😊🎉👨‍👩‍👧‍👦", "\u{200B}\u{202E}\u{2066}", "\0\u{7}\u{1b}[2J"] {
        assert_eq!(found(text), [], "{text:?}");
    }
}

/// Were time not in proportion to length, this would not come to its end.
#[test]
#[cfg_attr(debug_assertions, ignore = "five megabytes take minutes where nothing is optimised")]
fn five_megabytes_of_anything_are_read_to_their_end() {
    for part in [
        "LINEで連絡",
        "LINEで連絡ください。",
        "line line line ",
        "\u{200B}\u{202E}L\u{301}I N E",
        "👨‍👩‍👧‍👦🏽",
        "ЅlасkІІ",
        "a@a@a@a.",
        "090-",
        "https://",
        "直接契約振込",
        "\0\u{7}\u{1b}[2J",
        "\u{FFFD}",
    ] {
        let text = part.repeat(5_000_000 / part.len());
        let found = found(&text);
        assert!(found.windows(2).all(|pair| pair[0].place.start <= pair[1].place.start), "{part}: in order");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_and_what_is_found_stands_there(text in "(\\PC|[LINEラインで連絡ください。@0-9\u{200B}\u{202E}\u{301}\n ]){0,120}") {
        let letters: Vec<char> = text.chars().collect();
        for finding in found(&text) {
            prop_assert!(finding.place.start < finding.place.end);
            prop_assert_eq!(letters[finding.place.clone()].iter().collect::<String>(), finding.words);
        }
    }

    #[test]
    fn what_is_left_of_bytes_that_are_no_text_is_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let text = String::from_utf8_lossy(&bytes);
        prop_assert!(found(&text).iter().all(|finding| text.contains(&finding.words)));
    }

    #[test]
    fn letters_that_look_like_others_and_run_both_ways_are_read(text in "([LІΙINЕΕEＬ１l|еоаⅼ]|[\u{202A}-\u{202E}\u{2066}-\u{2069}\u{200B}-\u{200F}]|[\u{300}-\u{36F}]|[👍🏽👨‍👩️]|で連絡ください|直接|振込){0,80}") {
        let letters: Vec<char> = text.chars().collect();
        for finding in found(&text) {
            prop_assert_eq!(letters[finding.place.clone()].iter().collect::<String>(), finding.words);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(message) = MessageText::from_bytes(bytes) {
            let _ = check(&message, &STRICT);
        }
    }

    #[test]
    fn invisible_letters_hide_nothing(nth in 0..PLAIN.len(), at in 0_usize..30, invisible in "[\u{200B}\u{200D}\u{2066}\u{202E}\u{FEFF}\u{AD}]{1,3}") {
        let (text, kind) = PLAIN[nth];
        let mut letters: Vec<char> = text.chars().collect();
        let at = at.min(letters.len());
        letters.splice(at..at, invisible.chars());
        let text: String = letters.into_iter().collect();
        prop_assert_eq!(kinds_under(&text, &STRICT), [kind], "{}", text);
    }

    #[test]
    fn full_width_hides_nothing(nth in 0..PLAIN.len()) {
        let (text, kind) = PLAIN[nth];
        let wide = |letter: char| if letter.is_ascii_graphic() { char::from_u32(u32::from(letter) + 0xFEE0).unwrap() } else { letter };
        prop_assert_eq!(kinds_under(&text.chars().map(wide).collect::<String>(), &STRICT), [kind]);
    }

    #[test]
    fn harmless_words_before_or_behind_hide_nothing(nth in 0..PLAIN.len(), before in prop::collection::vec(0..HARMLESS.len(), 0..4), behind in prop::collection::vec(0..HARMLESS.len(), 0..4)) {
        let (text, kind) = PLAIN[nth];
        // What was paid before may well mean that work begins: that sentence is left out for that kind.
        let usable = |nth: &usize| kind != FindingKind::WorkBeforeEscrow || *nth != 3;
        let line = |nths: Vec<usize>| -> String { nths.into_iter().filter(usable).flat_map(|nth| [HARMLESS[nth], "\n"]).collect() };
        let whole = format!("{}{text}\n{}", line(before), line(behind));
        prop_assert_eq!(kinds_under(&whole, &STRICT), [kind], "{}", whole);
    }

    #[test]
    fn an_approval_never_adds_a_finding(nths in prop::collection::vec(0..PLAIN.len(), 1..5)) {
        let text: String = nths.into_iter().map(|nth| PLAIN[nth].0).collect();
        let approved = kinds_under(&text, &Circumstances { contact: Contact::Yes, agreed: &[Channel::Phone], ..STRICT });
        let strict = kinds_under(&text, &STRICT);
        prop_assert!(approved.iter().all(|kind| strict.contains(kind)));
    }
}
