//! What the product must never claim, tried on every text of every pack: rules, guides, drafts. Some claims are forbidden
//! everywhere; others are about one service, whose facts leave open what another service has published.

use regex::Regex;

use crate::packs::{FILES, OTHER};
use crate::tree::{as_text, nodes};

/// A claim that no source supports: how it would be worded, and a sentence that makes it.
struct Claim {
    name: &'static str,
    about: About,
    words: &'static str,
    examples: &'static [&'static str],
}

/// The packs that may not make a claim.
#[derive(Clone, Copy)]
enum About {
    Everyone,
    Only(&'static str),
}

impl About {
    fn covers(self, file: &str) -> bool {
        match self {
            Self::Everyone => true,
            // What is written for every service is read for this one too.
            Self::Only(service) => [service, OTHER].contains(&file.split('/').next().unwrap_or_default()),
        }
    }
}

const CLAIMS: &[Claim] = &[
    Claim {
        name: "why the link is missing for this user",
        about: About::Everyone,
        words: r"リンクが(出|表示され)ない(の|理由|原因)は[^。]*(です|ため)|(?i)the (reason|cause) (why )?[^.]*link[^.]* is\b",
        examples: &[
            "リンクが出ないのは、実績がないためです",
            "The reason the link is missing is your account",
        ],
    },
    Claim {
        name: "that identity, experience, rating, cache or browser decides it",
        about: About::Everyone,
        words: r"本人確認|評価が(低|高)|実績が(足り|少な|ない)|キャッシュ|広告ブロック|別のブラウザ|(?i)identity (check|verif)|your rating|number of jobs|\bcache\b|ad.?block|another browser",
        examples: &["本人確認をすると出ます", "Clear the cache", "実績が足りないと出ません"],
    },
    Claim {
        name: "that a place, a field or a word is certain",
        about: About::Everyone,
        words: r"必ず|かならず|確実に|(?i)\b(always|certainly|definitely|guaranteed?)\b",
        examples: &["リンクは必ずここにあります", "The link is always there"],
    },
    Claim {
        name: "how long or how far an approval reaches",
        about: About::Everyone,
        words: r"契約の?(後|あと)も(、)?有効です|次の(仕事|契約)(にも|でも)|無期限|(?i)(remains|stays|is still) valid|valid for (all|every|the next)|covers? (the next|all)",
        examples: &[
            "相談での承認は、契約のあとも有効です",
            "The approval remains valid",
            "次の仕事にも使えます",
        ],
    },
    Claim {
        name: "that one can or cannot apply after the end, in competitions or tasks",
        about: About::Only("crowdworks"),
        words: r"(コンペ|タスク|完了の?あと|途中終了の?あと)[^。]*(申請できます|申請できません|申請は(でき|不可))|(?i)\b(can|cannot|may|may not) (apply|file)[^.]*(task|competition|after (completion|the end))|(task|competition)s?[^.]*\b(can|cannot) (apply|file)",
        examples: &["タスクでは、申請できません", "You cannot apply in a task", "完了のあとでも申請できます"],
    },
    Claim {
        name: "why it was refused, or that asking again works",
        about: About::Everyone,
        words: r"否認(の理由は|されたのは)|(もう一度|再)申請(でき|すれば|が)|再審査|(?i)\b(apply|file) again\b|\bappeal\b|re-?apply|was (refused|denied) because",
        examples: &[
            "もう一度申請できます",
            "再申請が通ることがあります",
            "You may apply again",
            "否認の理由は連絡先です",
        ],
    },
    Claim {
        name: "that the other side is told",
        about: About::Everyone,
        words: r"(相手|クライアント|双方|両方|どちら)に(も)?、?(通知|知らせ|メール)(が|を|され)|(?i)(client|other side|both (sides|parties)) (is|are|will be|gets?) (told|notified|informed|a notice)",
        examples: &["クライアントにも通知されます", "The client is notified"],
    },
    Claim {
        name: "that a tool is exempt",
        about: About::Everyone,
        words: r"(Zoom|Meet|LINE|Chatwork|Slack|フォーム|チャットワーク)[^。]*(不要|いりません|要りません|対象外|かまいません)|(?i)(zoom|meet|line|chatwork|slack|form)\b[^.]*(\bexempt\b|no request|without a request|is fine)",
        examples: &["Zoomなら申請は不要です", "Slack is exempt from it", "Googleフォームは対象外です"],
    },
    Claim {
        name: "that an approval permits dealing or paying outside",
        about: About::Everyone,
        words: r"(直接取引|直接契約|外での契約|外での支払い?)[^。]*(できます|認められます|問題ありません|かまいません)|(?i)(payments?|contracts?|deals?|dealings?) outside[^.]* (is|are) (allowed|permitted|fine)",
        examples: &["承認のあとは、直接取引もできます", "After it, payments outside the service are allowed"],
    },
    Claim {
        name: "support hours, reply time, retention, export, what stays visible",
        about: About::Everyone,
        words: r"(返信|回答)は[^。]*(以内|かかりません)|受付時間|(保存|保管)期間|退会(しても|後|のあと)|CSV|(?i)(answer|reply|replies)[^.]* within\b|support hours|office hours|retention|\bcsv\b",
        examples: &["返信は2営業日以内に届きます", "They answer within two business days"],
    },
    Claim {
        name: "that support can be reached by phone",
        about: About::Only("crowdworks"),
        words: r"電話(で|番号)|(?i)by (tele)?phone",
        examples: &["電話で聞けます", "Ask them by phone"],
    },
    Claim {
        name: "how much the penalty is, as if the terms had been read",
        about: About::Everyone,
        words: r"違約金(は|が)[^。]*[0-9０-９]+万?円(以上)?(です|になります|かかります)|(?i)penalty (is|of) [^.]*yen (is|applies|has)",
        examples: &[
            "違約金は100万円です",
            "違約金は100万円以上になります",
            "A penalty of 1,000,000 yen applies",
        ],
    },
    Claim {
        name: "who may apply, how often, how long it takes",
        about: About::Only("lancers"),
        words: r"(どちら|だれ|クライアント|双方)(から)?(で)?も?申請できます|[0-9一二三]回(のみ|だけ|まで)|[0-9]+営業日|(?i)(either side|both sides|only the client) (may|can) apply|business days?\b|only once",
        examples: &["どちらからでも申請できます", "審査は2営業日です", "You may apply only once"],
    },
    Claim {
        name: "how often one may apply, how long it takes, where the link is, how much the penalty is",
        about: About::Only("craudia"),
        words: r"[0-9一二三]回(のみ|だけ|まで)|[0-9]+営業日|リンクは[^。]*にあります|違約金[^。]*[0-9]|(?i)business days?\b|only once|the link is (in|on|at)|penalty of [0-9]",
        examples: &["申請は一回のみです", "リンクは「やること」にあります", "a penalty of 500,000 yen"],
    },
    Claim {
        name: "by when 「納品確認」 has to be answered, or when sales lapse",
        about: About::Only("coconala"),
        words: r"納品確認」?(は|の期限は|では)[^。]*[0-9]+(時間|日)|売上[^。]*[0-9]+日",
        examples: &["「納品確認」の期限は72時間です", "売上は120日で消えます"],
    },
    Claim {
        name: "by when the work is inspected, or that it is approved by itself",
        about: About::Only("shufti"),
        words: r"[0-9]+日(で|以内|のうち)[^。]*(検収|承認)|自動で承認され(ます|る)|(?i)approved (by itself|automatically)|inspected within",
        examples: &["7日で自動で承認されます", "It is approved by itself after 7 days"],
    },
    Claim {
        name: "a rate of the fee, or what a deal past the service costs",
        about: About::Only("mitsumore"),
        words: r"[0-9.]+ ?[%％]|中抜き[^。]*(罰|停止|退会|違約)|(?i)penalty of",
        examples: &["手数料は20%です", "中抜きは利用停止になります"],
    },
    Claim {
        name: "what the Conversion Fee is today",
        about: About::Only("upwork"),
        words: r"Conversion Fee[^。.]*[0-9]+ ?[%％]|[0-9]+ ?[%％][^。.]*Conversion Fee",
        examples: &["Conversion Feeは12%です", "a Conversion Fee of 12 %"],
    },
    Claim {
        name: "any figure of the fee or of the time until earnings clear",
        about: About::Only("fiverr"),
        words: r"[0-9]+ ?[%％]|(14|7)日|(?i)\b(14|seven|fourteen|7) days",
        examples: &["手数料は20%です", "14日で受け取れます", "earnings clear after 14 days"],
    },
    Claim {
        name: "by when work is reviewed, or when money is paid",
        about: About::Only("freelancer"),
        words: r"[0-9]+日(で|以内|のうち|後)|(?i)within [0-9a-z]+ days",
        examples: &["7日以内に確認されます", "paid within 15 days"],
    },
    Claim {
        name: "what follows from dealing past the service",
        about: About::Only("malt"),
        words: r"(利用|アカウント)[^。]*停止|違約金|(?i)suspen(d|sion)|penalty",
        examples: &["アカウントが停止されます", "The account is suspended"],
    },
    Claim {
        name: "what follows from a breach",
        about: About::Only("workana"),
        words: r"(利用|アカウント)[^。]*停止|違約金|(?i)suspen(d|sion)|penalty",
        examples: &["アカウントが停止されます", "The account is suspended"],
    },
    Claim {
        name: "that an inspection or its pay comes by itself, or that the office brings it about",
        about: About::Everyone,
        words: r"自動(的に|で)?検収|検収(は|が)自動|事務局が(かわりに|代わりに)?検収し(ます|てくれ)|報酬は[^。]*支払われます|(?i)inspected automatically|automatically inspected|the office inspects|you will be paid",
        examples: &["1週間で自動的に検収されます", "It is inspected automatically", "事務局が検収します"],
    },
    Claim {
        name: "that a reminder, a report or an inquiry brings an answer",
        about: About::Everyone,
        words: r"催促すると[^。]*返事が来ます|返事が来るはずです|通報すると[^。]*(止まります|制限されます)|(?i)(reminder|report) (makes|will make|gets) |will answer (then|after)",
        examples: &["催促すると、返事が来ます", "The reminder makes the client answer"],
    },
    Claim {
        name: "what the law gives in this case",
        about: About::Everyone,
        words: r"法(律)?(に|の)違反です|違法です|(請求|損害賠償)[^。]*できます|支払う義務があります|(?i)\b(is|are) illegal|against the law|entitled to (pay|compensation|damages)|you can sue",
        examples: &["フリーランス法の違反です", "報酬を請求できます", "This is illegal"],
    },
    Claim {
        name: "that a restriction is lifted, or why it was made",
        about: About::Everyone,
        words: r"制限は[^。]*(解除され|解かれ)ます|制限の理由は[^。]*です|すぐに使えるようになります|(?i)restriction (will be|is) lifted|restricted because",
        examples: &["制限はやがて解かれます", "The restriction will be lifted", "制限の理由は連絡先です"],
    },
    Claim {
        name: "that an early end can be undone",
        about: About::Everyone,
        words: r"(途中終了|同意)(は|を)[^。]*(取り消せます|取り消しできます|戻せます)|(?i)(consent|early end|termination) can be (undone|withdrawn|taken back)",
        examples: &["同意はあとから取り消せます", "Consent can be withdrawn"],
    },
];

/// A sentence that says that something is not known claims nothing.
const NOT_KNOWN: &str = r"公表されてい(ません|て)|書かれていません|確かめていません|(?i)not (been |yet )?(published|verified)|not written|nothing has been published|\bwhether\b";

/// Every sentence of every text of the packs, with its file and place.
fn sentences() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (file, text) in FILES {
        let tree: toml::Table = toml::from_str(text).unwrap();
        for node in nodes(&tree) {
            let Some((ja, en)) = as_text(node.value) else {
                continue;
            };
            let of_text = ja.split('。').chain(en.split(['.', ';']));
            all.extend(of_text.map(|sentence| (format!("{file}: {}", node.path), sentence.to_owned())));
        }
    }
    all
}

#[test]
fn no_text_of_a_pack_claims_what_nobody_knows() {
    let not_known = Regex::new(NOT_KNOWN).unwrap();
    let sentences = sentences();
    let mut claimed = Vec::new();
    for claim in CLAIMS {
        let words = Regex::new(claim.words).unwrap();
        for (place, sentence) in sentences.iter().filter(|(place, _)| claim.about.covers(place)) {
            if words.is_match(sentence) && !not_known.is_match(sentence) {
                claimed.push(format!("{place} claims {}: {sentence}", claim.name));
            }
        }
    }
    assert!(claimed.is_empty(), "{}", claimed.join("\n"));
}

#[test]
fn each_claim_would_be_noticed() {
    let not_known = Regex::new(NOT_KNOWN).unwrap();
    for claim in CLAIMS {
        let words = Regex::new(claim.words).unwrap();
        for example in claim.examples {
            assert!(words.is_match(example) && !not_known.is_match(example), "{}: {example}", claim.name);
        }
    }
}

#[test]
fn each_claim_about_one_service_is_tried_on_its_pack() {
    for claim in CLAIMS {
        let of_the_service = |place: &str| claim.about.covers(place) && !place.starts_with(OTHER);
        assert!(sentences().iter().any(|(place, _)| of_the_service(place)), "{}", claim.name);
        assert!(claim.about.covers("other/guides/denied.toml: title"), "{}: read there as well", claim.name);
    }
}

#[test]
fn the_guide_says_what_is_not_published_and_why_the_public_board_does_not_help() {
    let all: String = sentences()
        .into_iter()
        .filter(|(place, _)| place.contains("guides/"))
        .map(|(_, s)| s + "。")
        .collect();
    for said in [
        "リンクが出る条件は、公表されていません",
        "みんなのお仕事相談所",
        "公開の掲示板には、契約のURL",
        "失うものは多くありません",
    ] {
        assert!(all.contains(said), "{said}");
    }
}
