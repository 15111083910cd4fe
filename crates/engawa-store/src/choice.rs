//! Closed choices as the file writes them. The words here are the format: they never change their meaning.

use engawa_domain::facts::{
    Channel, ClientKind, DocumentDid, DocumentKind, FiledBy, Format, InquiryResult, Origin, Party, Place,
    Seen, Shown, Stage, StatusValue,
};
use engawa_domain::guide::Course;
use engawa_domain::rules::{DealOutside, OwnContact};

/// A closed choice with one word for each of its values.
pub trait Choice: Sized + Copy + 'static {
    /// Every word.
    const WORDS: &'static [&'static str];

    /// The word of this value.
    fn as_text(self) -> &'static str;

    /// The value of a word.
    fn from_text(text: &str) -> Option<Self>;
}

macro_rules! choices {
    ($($name:ident { $($variant:ident = $word:literal),* $(,)? })*) => {$(
        impl Choice for $name {
            const WORDS: &'static [&'static str] = &[$($word),*];

            fn as_text(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            fn from_text(text: &str) -> Option<Self> {
                match text { $($word => Some(Self::$variant),)* _ => None }
            }
        }
    )*};
}

choices! {
    ClientKind { Person = "person", Company = "company", Unknown = "unknown" }
    Format { Fixed = "fixed", Hourly = "hourly", Task = "task", Competition = "competition", Listing = "listing", Other = "other" }
    Stage {
        Consultation = "consultation", Terms = "terms", Contracted = "contracted", Escrowed = "escrowed",
        Delivered = "delivered", Inspected = "inspected", Completed = "completed",
        ReminderRequested = "reminder_requested", TerminationRequested = "termination_requested",
        Continued = "continued", Terminated = "terminated", Declined = "declined",
    }
    Party { Me = "me", Client = "client" }
    Place { Web = "web", App = "app" }
    Seen { Visible = "visible", Missing = "missing" }
    FiledBy { Me = "me", Client = "client", Unknown = "unknown" }
    StatusValue {
        Blank = "blank", Pending = "pending", Approved = "approved", Denied = "denied", Revoked = "revoked",
        Unclear = "unclear",
    }
    Shown { Web = "web", App = "app", Mail = "mail" }
    InquiryResult { CanApplyNow = "can_apply_now", AskedForMore = "asked_for_more", Refused = "refused", NoHelp = "no_help" }
    Channel {
        Chatwork = "chatwork", VideoCall = "video_call", Email = "email", Phone = "phone", Line = "line",
        Slack = "slack", Discord = "discord", Other = "other",
    }
    Origin { Picked = "picked", Dropped = "dropped", Pasted = "pasted", Imported = "imported" }
    DocumentKind {
        Estimate = "estimate", Order = "order", Contract = "contract", DeliveryNote = "delivery_note",
        Invoice = "invoice", Receipt = "receipt", Other = "other",
    }
    DocumentDid {
        Corrected = "corrected", Removed = "removed", Returned = "returned", Untied = "untied", Tied = "tied",
    }
    Course { Asked = "asked", Skipped = "skipped" }
    OwnContact {
        Approval = "approval", AfterContract = "after_contract", AfterEscrow = "after_escrow", Forbidden = "forbidden",
        Free = "free", NotKnown = "not_known",
    }
    DealOutside { Forbidden = "forbidden", Unknown = "unknown", Permitted = "permitted" }
    Witnessed { Me = "me", ToldByClient = "told_by_client" }
    FactKind {
        Stage = "stage", Sighting = "sighting", Request = "request", Status = "status", Inquiry = "inquiry",
        Wish = "wish", OutsideContact = "outside_contact", Restriction = "restriction",
        Payment = "payment",
    }
}

/// How the user knows of a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Witnessed {
    /// The user saw it.
    Me,
    /// The client said so.
    ToldByClient,
}

/// What kind of fact a file proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactKind {
    /// A stage.
    Stage,
    /// A link check.
    Sighting,
    /// A request.
    Request,
    /// A status.
    Status,
    /// An inquiry.
    Inquiry,
    /// What the client asked for.
    Wish,
    /// Contact outside.
    OutsideContact,
    /// A restriction.
    Restriction,
    /// A payment.
    Payment,
}
