use super::ContactKind::{Chatwork, Discord, Email, Line, OtherService, Phone, Skype, WebPage, Zoom};
use super::*;
use proptest::prelude::*;

/// The platform of the story.
const OWN: [&str; 1] = ["crowdworks.jp"];

fn found(text: &str) -> Vec<(ContactKind, String)> {
    contact_data(text, &OWN).into_iter().map(|found| (found.kind, found.words)).collect()
}

/// What must be found: the text, the kind, the words.
#[rustfmt::skip]
const CONTACT: &[(&str, ContactKind, &str)] = &[
    // Mail, plain and disguised.
    ("sample.writer@example.com までお願いします。", Email, "sample.writer@example.com"),
    ("メール：sample@example.co.jp", Email, "sample@example.co.jp"),
    ("Mail me at sample+work@mail.example.org.", Email, "sample+work@mail.example.org"),
    ("ｓａｍｐｌｅ＠ｅｘａｍｐｌｅ．ｃｏｍ です", Email, "ｓａｍｐｌｅ＠ｅｘａｍｐｌｅ．ｃｏｍ"),
    ("SAMPLE@EXAMPLE.JP", Email, "SAMPLE@EXAMPLE.JP"),
    ("sample @ example.com", Email, "sample @ example.com"),
    ("sample＠example。com", Email, "sample＠example。com"),
    ("s a m p l e @ e x a m p l e . c o m", Email, "s a m p l e @ e x a m p l e . c o m"),
    ("sampleアットマークexample.comへ", Email, "sampleアットマークexample.com"),
    ("sample アットマーク example ドット com", Email, "sample アットマーク example ドット com"),
    ("ｓａｍｐｌｅｱｯﾄﾏｰｸｇｍａｉｌﾄﾞｯﾄｃｏｍ", Email, "ｓａｍｐｌｅｱｯﾄﾏｰｸｇｍａｉｌﾄﾞｯﾄｃｏｍ"),
    ("sample(at)example.com", Email, "sample(at)example.com"),
    ("sample（アット）example.com", Email, "sample（アット）example.com"),
    ("sample [at] example [dot] com", Email, "sample [at] example [dot] com"),
    ("sample【アットマーク】gmail.com", Email, "sample【アットマーク】gmail.com"),
    ("sample★gmail.com（★を変えてください）", Email, "sample★gmail.com"),
    ("write to sample at example dot com", Email, "sample at example dot com"),
    ("sample at gmail.com works best", Email, "sample at gmail.com"),
    ("sample.writer＠gmailです", Email, "sample.writer＠gmail"),
    ("<a href=\"mailto:sample@example.net\">", Email, "sample@example.net"),
    ("連絡先はsample@example.com、よろしくお願いします", Email, "sample@example.com"),
    // Telephone.
    ("090-1234-5678 です", Phone, "090-1234-5678"),
    ("電話は０９０－１２３４－５６７８です", Phone, "０９０－１２３４－５６７８"),
    ("０９０ー１２３４ー５６７８", Phone, "０９０ー１２３４ー５６７８"),
    ("09012345678にお電話ください", Phone, "09012345678"),
    ("080 1234 5678", Phone, "080 1234 5678"),
    ("0 7 0 1 2 3 4 5 6 7 8", Phone, "0 7 0 1 2 3 4 5 6 7 8"),
    ("03-1234-5678（平日）", Phone, "03-1234-5678"),
    ("06(1234)5678", Phone, "06(1234)5678"),
    ("(03)1234-5678", Phone, "(03)1234-5678"),
    ("045-123-4567", Phone, "045-123-4567"),
    ("0120-123-456", Phone, "0120-123-456"),
    ("0800-123-4567", Phone, "0800-123-4567"),
    ("050-1234-5678", Phone, "050-1234-5678"),
    ("TEL：0312345678", Phone, "0312345678"),
    ("電話番号は0451234567", Phone, "0451234567"),
    ("+81 90-1234-5678", Phone, "+81 90-1234-5678"),
    ("+1 (415) 555-0100", Phone, "+1 (415) 555-0100"),
    ("〇九〇ー一二三四ー五六七八", Phone, "〇九〇ー一二三四ー五六七八"),
    ("090の1234の5678", Phone, "090の1234の5678"),
    ("090.1234.5678", Phone, "090.1234.5678"),
    // LINE.
    ("LINE ID：sample_writer", Line, "sample_writer"),
    ("LINEのIDは sample-writer です", Line, "sample-writer"),
    ("ラインのアイディーは「sample01」です", Line, "sample01"),
    ("ＬＩＮＥ：ｓａｍｐｌｅ０１", Line, "ｓａｍｐｌｅ０１"),
    ("LINE→sample.writer", Line, "sample.writer"),
    ("LINE @sample", Line, "@sample"),
    ("line id: writer", Line, "writer"),
    ("LINE ID\nsample_writer", Line, "sample_writer"),
    ("sample_01（LINE）で検索してください", Line, "sample_01"),
    ("LINE ID: s a m p l e 0 1", Line, "s a m p l e 0 1"),
    ("https://line.me/ti/p/AbCdEf", Line, "https://line.me/ti/p/AbCdEf"),
    ("lin.ee/AbCdEf を追加", Line, "lin.ee/AbCdEf"),
    // Chatwork.
    ("Chatwork ID: sample-writer", Chatwork, "sample-writer"),
    ("チャットワークIDは、sample2026です。", Chatwork, "sample2026"),
    ("ﾁｬｯﾄﾜｰｸ：sample_w", Chatwork, "sample_w"),
    ("チャットワークのアカウント名（sample.w）", Chatwork, "sample.w"),
    ("https://www.chatwork.com/sample-writer", Chatwork, "https://www.chatwork.com/sample-writer"),
    ("Chatwork ID：1234567", Chatwork, "1234567"),
    // Discord.
    ("Discord: sample_writer", Discord, "sample_writer"),
    ("ディスコード sample#1234", Discord, "sample#1234"),
    ("sample.writer#0042", Discord, "sample.writer#0042"),
    ("https://discord.gg/AbCdEf", Discord, "https://discord.gg/AbCdEf"),
    ("My Discord username is sample_w", Discord, "sample_w"),
    // Skype, Zoom, others.
    ("Skype名：live:.cid.0123abcd", Skype, "live:.cid.0123abcd"),
    ("スカイプ ID: sample.writer", Skype, "sample.writer"),
    ("Zoom ID: 812 3456 7890", Zoom, "812 3456 7890"),
    ("ミーティングID：812-3456-7890", Zoom, "812-3456-7890"),
    ("https://us02web.zoom.us/j/81234567890?pwd=AbC", Zoom, "https://us02web.zoom.us/j/81234567890?pwd=AbC"),
    ("インスタは @sample_writer です", OtherService, "@sample_writer"),
    ("Slack: https://sample.slack.com/", OtherService, "https://sample.slack.com/"),
    ("Telegram @sample_w", OtherService, "@sample_w"),
    // Pages.
    ("https://example.com/contact をご覧ください", WebPage, "https://example.com/contact"),
    ("ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ", WebPage, "ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ"),
    ("h t t p s : / / example.com/a", WebPage, "h t t p s : / / example.com/a"),
    ("hxxps://example.com", WebPage, "hxxps://example.com"),
    ("ttps://example.com/form", WebPage, "ttps://example.com/form"),
    ("www.example.jp まで", WebPage, "www.example.jp"),
    ("ホームページはsample-writer.comです", WebPage, "sample-writer.com"),
    ("sample-writer ドット com で検索", WebPage, "sample-writer ドット com"),
    ("example dot com", WebPage, "example dot com"),
    ("https://crowdworks.jp.example.net/contracts/1", WebPage, "https://crowdworks.jp.example.net/contracts/1"),
    ("https://crowdworks.jp@example.net/", WebPage, "https://crowdworks.jp@example.net/"),
    ("https://notcrowdworks.jp/", WebPage, "https://notcrowdworks.jp/"),
    ("https://forms.gle/AbCdEf から", WebPage, "https://forms.gle/AbCdEf"),
    ("https://日本語.jp/連絡", WebPage, "https://日本語.jp/"),
];

/// What must not be found: words, numbers, dates, amounts and the platform's own pages.
#[rustfmt::skip]
const HARMLESS: &[&str] = &[
    // The platform's own pages.
    "https://crowdworks.jp/contracts/12345678",
    "契約のページ：https://crowdworks.jp/contracts/12345678 です。",
    "https://crowdworks.jp/contractsをご覧ください",
    "（https://crowdworks.jp/messages?thread=123&page=2#latest）",
    "ｈｔｔｐｓ：／／ｃｒｏｗｄｗｏｒｋｓ．ｊｐ／ｃｏｎｔｒａｃｔｓ／１",
    "https://support.crowdworks.jp/faq/10562",
    "crowdworks.jp のメッセージ画面",
    "look at crowdworks.jp",
    // Services by name: that is what the request is about.
    "Chatworkでの連絡をご希望とのこと、承知しました。",
    "LINEで連絡してもよろしいでしょうか。",
    "チャットワークへの移行は、申請が承認されてからになります。",
    "Zoomで30分ほどお話しできますか。",
    "LINE IDは承認後にお伝えします。",
    "Discord、Slack、Chatworkのいずれでも構いません。",
    "Skype for Business",
    "LINE Creators Market 用のスタンプ40個",
    "LINE公式アカウント：1000人の登録者",
    "Chatwork API の連携",
    "Zoom: 14:00から15:00",
    "Zoom 2026/11/25 14:00〜",
    "Zoom v5.17 をお使いください",
    "Zoomの録画（mp4）",
    "Chatwork ID：未定",
    "LINE ID: xxxxx",
    "My LINE ID will be shared after approval.",
    "Is a Discord account required?",
    "オンライン：2回",
    "ガイドライン: v2_final",
    "サービス外連絡申請をお願いできますか。",
    "メールアドレスや電話番号はお送りできません。",
    "deadline: nov30",
    "LINEスタンプ16個、メイン画像1個",
    "Slack: OK",
    // Numbers of records.
    "仕事番号 1234567890",
    "お仕事ID: 09012345678",
    "契約番号：0312345678",
    "注文番号は0120123456です",
    "請求書 No. 2026-0012-3456",
    "T7010705000725",
    "法人番号 7000012050002",
    "ISBN 978-4-06-519123-4",
    "4901234567894",
    "〒150-0001 東京都渋谷区神宮前1-2-3",
    "口座番号 0123456",
    "issue#1234",
    "案件 #1042",
    "型番 AB-0123-4567-89",
    // Dates and times.
    "2026-11-24",
    "2026/11/24（火）14:05",
    "11/24 09:00-18:00",
    "24-11-2026",
    "令和8年11月24日",
    "20261124",
    "納期は11月30日、検収は12月7日です。",
    "2026.11.24",
    "2026-11-24T05:05:00.000Z",
    // Amounts and measures.
    "50,000円（税込）",
    "￥１００，０００",
    "1,000,000円",
    "0.5円/文字 × 3000文字",
    "1個@500円",
    "@2,000 × 5",
    "０９０１２３４５６７８円",
    "3.14159265358979",
    "01 02 03 04 05 06 07",
    "文字数は3,000〜5,000字",
    "1234 5678 9012 3456",
    "1920x1080、60fps",
    "-0312345678",
    // Files, versions, code.
    "report_v1.2.3.docx",
    "index.html と main.rs",
    "README.md、package.json",
    "Node.js 22 と Next.js",
    "ASP.NET Core",
    "socket.io",
    "font-size: 1.5em",
    "npm install @types/node@18.0.1",
    "http://localhost:3000/",
    "確認しました。コメントします。",
    "e.g. this, i.e. that, a.m. and p.m.",
    "Finished.To be continued.",
    "Please meet me at noon.",
    "C++/C#、F# 8",
    "logo.ai と photo.psd",
    "☆おすすめ☆ 100個 ★5",
    "",
];

#[test]
fn contact_data_is_found_however_it_is_written() {
    for (text, kind, words) in CONTACT {
        assert_eq!(found(text), [(*kind, (*words).to_owned())], "{text}");
    }
}

#[test]
fn what_is_no_contact_data_is_left_alone() {
    for text in HARMLESS {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn the_tables_are_as_long_as_they_should_be() {
    assert!(CONTACT.len() >= 60, "{}", CONTACT.len());
    assert!(HARMLESS.len() >= 60, "{}", HARMLESS.len());
}

#[test]
fn a_message_is_read_to_its_end_and_places_are_counted_as_the_window_does() {
    let text = "𠮷田です。\nTEL 090-1234-5678、LINE ID: sample_w\nhttps://crowdworks.jp/contracts/1 とsample@example.com";
    let found = contact_data(text, &OWN);
    assert_eq!(found.iter().map(|found| found.kind).collect::<Vec<_>>(), [Phone, Line, Email]);
    assert_eq!(found[0].range, TextRange { from: 11, to: 24 }, "𠮷 counts as two");
    let units: Vec<u16> = text.encode_utf16().collect();
    for found in found {
        let part = &units[found.range.from as usize..found.range.to as usize];
        assert_eq!(String::from_utf16(part).unwrap(), found.words);
    }
}

#[test]
fn without_own_hosts_every_page_is_outside() {
    let none: [&str; 0] = [];
    assert_eq!(contact_data("https://crowdworks.jp/", &none).len(), 1);
}

proptest! {
    #[test]
    fn findings_are_in_order_apart_and_say_what_stands_there(text in "[a-z0-9@. :/あアLINEｔ０-９ー-]{0,60}") {
        let units: Vec<u16> = text.encode_utf16().collect();
        let found = contact_data(&text, &OWN);
        prop_assert!(found.windows(2).all(|pair| pair[0].range.to <= pair[1].range.from));
        for found in found {
            let part = &units[found.range.from as usize..found.range.to as usize];
            prop_assert_eq!(String::from_utf16(part).unwrap(), found.words);
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,80}") {
        let _ = contact_data(&text, &OWN);
    }

    #[test]
    fn a_mail_address_is_found_in_any_width_and_case(name in "[a-z]{3,8}", host in "[a-z]{3,8}", wide in proptest::bool::ANY) {
        let address = format!("{name}@{host}.com");
        let written: String = if wide {
            address.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect()
        } else {
            address.to_uppercase()
        };
        prop_assert_eq!(found(&format!("宛先は{written}です")), [(Email, written)]);
    }

    #[test]
    fn a_number_of_a_mobile_telephone_is_found_with_any_separator(rest in "[0-9]{8}", separator in "[-－ー .　]?") {
        let number = format!("090{separator}{}{separator}{}", &rest[..4], &rest[4..]);
        prop_assert_eq!(found(&format!("電話{number}まで")), [(Phone, number)]);
    }
}
