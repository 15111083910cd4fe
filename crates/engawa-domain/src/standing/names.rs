//! Message keys for the names of closed choices. One exhaustive match each, so that a new choice cannot be forgotten.

use super::verdict::StateName;
use crate::facts::{Channel, FiledBy, Format, Party, Place, Shown, Stage, StatusValue};
use crate::rules::PlatformRules;
use crate::say::{Say, SayValue};

/// The name of a stage.
pub fn stage_name(stage: Stage) -> SayValue {
    name(match stage {
        Stage::Consultation => "stage-consultation",
        Stage::Terms => "stage-terms",
        Stage::Contracted => "stage-contracted",
        Stage::Escrowed => "stage-escrowed",
        Stage::Delivered => "stage-delivered",
        Stage::Inspected => "stage-inspected",
        Stage::Completed => "stage-completed",
        Stage::ReminderRequested => "stage-reminder-requested",
        Stage::TerminationRequested => "stage-termination-requested",
        Stage::Continued => "stage-continued",
        Stage::Terminated => "stage-terminated",
        Stage::Declined => "stage-declined",
    })
}

/// That a stage was reached: 契約成立, 仮払い済みを確認.
pub fn stage_reached(stage: Stage) -> Say {
    let key = match stage {
        Stage::Contracted => "standing-reason-stage-contracted",
        Stage::Escrowed => "standing-reason-stage-escrowed",
        Stage::Completed => "standing-reason-stage-completed",
        Stage::Terminated => "standing-reason-stage-terminated",
        Stage::Declined => "standing-reason-stage-declined",
        Stage::Consultation
        | Stage::Terms
        | Stage::Delivered
        | Stage::Inspected
        | Stage::ReminderRequested
        | Stage::TerminationRequested
        | Stage::Continued => "standing-reason-stage",
    };
    Say::new(key).with("stage", stage_name(stage))
}

/// The platform's own word for a stage, where it has one; our name otherwise.
pub(super) fn stage_word(stage: Stage, rules: &PlatformRules) -> SayValue {
    rules.stage_words.get(&stage).map_or_else(|| stage_name(stage), SayValue::from)
}

/// The name of a means of contact.
pub fn channel_name(channel: Channel) -> SayValue {
    name(match channel {
        Channel::Chatwork => "channel-chatwork",
        Channel::VideoCall => "channel-video-call",
        Channel::Email => "channel-email",
        Channel::Phone => "channel-phone",
        Channel::Line => "channel-line",
        Channel::Slack => "channel-slack",
        Channel::Discord => "channel-discord",
        Channel::Other => "channel-other",
    })
}

/// The name of a side.
pub fn party_name(party: Party) -> SayValue {
    name(match party {
        Party::Me => "party-me",
        Party::Client => "party-client",
    })
}

/// The name of who filed a request.
pub fn filed_by_name(by: FiledBy) -> SayValue {
    name(match by {
        FiledBy::Me => "party-me",
        FiledBy::Client => "party-client",
        FiledBy::Unknown => "party-unknown",
    })
}

/// The name of a place on the platform.
pub fn place_name(place: Place) -> SayValue {
    name(match place {
        Place::Web => "place-web",
        Place::App => "place-app",
    })
}

/// Where a status was shown: 画面, アプリ, メール.
pub fn shown_name(shown: Shown) -> SayValue {
    name(match shown {
        Shown::Web => "shown-web",
        Shown::App => "shown-app",
        Shown::Mail => "shown-mail",
    })
}

/// The name of a format.
pub fn format_name(format: Format) -> SayValue {
    name(match format {
        Format::Fixed => "format-fixed",
        Format::Hourly => "format-hourly",
        Format::Task => "format-task",
        Format::Competition => "format-competition",
        Format::Listing => "format-listing",
        Format::Other => "format-other",
    })
}

/// The name of a normalised status.
pub fn status_name(value: StatusValue) -> SayValue {
    name(match value {
        StatusValue::Blank => "status-blank",
        StatusValue::Pending => "status-pending",
        StatusValue::Approved => "status-approved",
        StatusValue::Denied => "status-denied",
        StatusValue::Revoked => "status-revoked",
        StatusValue::Unclear => "status-unclear",
    })
}

/// The word of the standing: one of the seven on screen. 申請中 stands for both a review and one that takes long,
/// 連絡できます for both ways of being permitted, 確認が必要です for both ways of not knowing.
pub fn state_name(state: StateName) -> SayValue {
    name(match state {
        StateName::NotYet => "state-not-yet",
        StateName::Ask | StateName::Unknown => "state-ask",
        StateName::Pending | StateName::Overdue => "state-pending",
        StateName::Approved | StateName::Free => "state-approved",
        StateName::Denied => "state-denied",
        StateName::Revoked => "state-revoked",
        StateName::Forbidden => "state-forbidden",
    })
}

fn name(key: &str) -> SayValue {
    SayValue::Name(key.to_owned())
}
