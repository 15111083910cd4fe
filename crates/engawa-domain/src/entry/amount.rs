//! Amounts as people type them.

use thiserror::Error;

use super::number::Reading;
use super::vocabulary::{compact, is_too_long, prefix, suffix};
use crate::money::Yen;

/// Why a text is read as no amount. Each variant carries what a message needs, and the amounts to offer.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AmountRefused {
    /// Nothing of it makes sense as an amount.
    #[error("not an amount: {typed:?}")]
    Unreadable {
        /// What was typed.
        typed: String,
    },
    /// An amount of a contract is not negative.
    #[error("negative; without the sign {repair}")]
    Negative {
        /// The same without the sign.
        repair: Yen,
    },
    /// There is no part of a yen.
    #[error("a part of a yen; whole are {below} and the next")]
    Fraction {
        /// The whole yen below.
        below: Yen,
        /// Below and above.
        repairs: Vec<Yen>,
    },
    /// It is larger than any amount this program holds.
    #[error("beyond {limit}")]
    Beyond {
        /// The largest.
        limit: Yen,
    },
    /// The text may mean several amounts: 1万5 is 10,005 and 15,000, 50.000 is 50 and 50,000.
    #[error("may mean any of {repairs:?}")]
    SeveralMeant {
        /// Which, the likeliest first.
        repairs: Vec<Yen>,
    },
    /// The tax is not in it yet; fees are counted on the amount with tax.
    #[error("{amount} without tax")]
    BeforeTax {
        /// The amount without tax.
        amount: Yen,
    },
}

impl AmountRefused {
    /// The amounts to offer instead, the likeliest first.
    pub fn repairs(&self) -> &[Yen] {
        match self {
            Self::Unreadable { .. } | Self::Beyond { .. } | Self::BeforeTax { .. } => &[],
            Self::Negative { repair } => std::slice::from_ref(repair),
            Self::Fraction { repairs, .. } | Self::SeveralMeant { repairs } => repairs,
        }
    }
}

/// The amount meant by a text; `None` for an empty text: `50,000`, `¥50,000`, `５万円`, `1万2千円`, `1.5万`, `五万円`, `50k`.
pub fn amount(text: &str) -> Result<Option<Yen>, AmountRefused> {
    let typed = compact(text);
    if typed.is_empty() {
        return Ok(None);
    }
    let unreadable = || AmountRefused::Unreadable { typed: text.trim().to_owned() };
    if is_too_long(&typed) {
        return Err(unreadable());
    }
    let bare = typed.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')); // (500): so accounts write a loss
    let (negative, rest) = without_sign(bare.unwrap_or(&typed));
    let (before_tax, number) = without_units(rest);
    let (negative_inside, number) = without_sign(number);
    let read = Reading::of(number).ok_or_else(unreadable)?;
    let yen = read.yen()?;
    if yen != Yen::ZERO && (negative || negative_inside || bare.is_some()) {
        return Err(AmountRefused::Negative { repair: yen });
    }
    if before_tax { Err(AmountRefused::BeforeTax { amount: yen }) } else { Ok(Some(yen)) }
}

fn without_sign(text: &str) -> (bool, &str) {
    prefix("minus", text).map_or((false, text), |(_, rest)| (true, rest))
}

/// The number without what stands around it, and whether that says that the tax is still missing.
fn without_units(text: &str) -> (bool, &str) {
    let mut before_tax = false;
    let mut rest = text;
    loop {
        if let Some((_, shorter)) = suffix("before-tax", rest).or_else(|| prefix("before-tax", rest)) {
            before_tax = true;
            rest = shorter;
        } else if let Some((_, shorter)) = suffix("yen", rest).or_else(|| prefix("yen", rest)) {
            rest = shorter;
        } else {
            return (before_tax, rest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn yen(amount: i64) -> Yen {
        Yen::new(amount).unwrap()
    }

    #[test]
    fn an_amount_is_read_in_the_forms_people_type() {
        for (typed, amount) in [
            ("50,000", 50_000),
            ("¥50,000", 50_000),
            ("５万円", 50_000),
            ("1万2千円", 12_000),
            ("１万２千円", 12_000),
            ("1.5万", 15_000),
            ("五万円", 50_000),
            ("50k", 50_000),
            ("金五万円也", 50_000),
            (" 12 000 円（税込）", 12_000),
            ("0", 0),
        ] {
            assert_eq!(amount_of(typed), Ok(Some(yen(amount))), "{typed}");
        }
        assert_eq!(amount_of("　"), Ok(None), "an empty field is no error");
    }

    fn amount_of(typed: &str) -> Result<Option<Yen>, AmountRefused> {
        amount(typed)
    }

    #[test]
    fn what_is_no_amount_of_a_contract_is_refused_with_its_reason_and_repairs() {
        assert_eq!(amount("-500"), Err(AmountRefused::Negative { repair: yen(500) }));
        assert_eq!(amount("(500)"), Err(AmountRefused::Negative { repair: yen(500) }));
        assert_eq!(amount("▲500円"), Err(AmountRefused::Negative { repair: yen(500) }));
        assert_eq!(
            amount("99.5円"),
            Err(AmountRefused::Fraction { below: yen(99), repairs: vec![yen(99), yen(100)] })
        );
        assert_eq!(amount("9223372036854775808"), Err(AmountRefused::Beyond { limit: Yen::MAX }));
        assert_eq!(
            amount("1万5"),
            Err(AmountRefused::SeveralMeant { repairs: vec![yen(15_000), yen(10_005)] })
        );
        assert_eq!(
            amount("50.000"),
            Err(AmountRefused::SeveralMeant { repairs: vec![yen(50_000), yen(50)] })
        );
        assert_eq!(amount("50,000円（税抜）"), Err(AmountRefused::BeforeTax { amount: yen(50_000) }));
        assert_eq!(amount("あとで"), Err(AmountRefused::Unreadable { typed: "あとで".to_owned() }));
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(text in "\\PC{0,24}") {
            let _ = amount(&text);
        }
    }
}
