//! What the rules of a service, or of the log of documents, do not allow.

use super::Told;
use crate::guards::NotAllowed;
use crate::problem::ProblemCode;

pub fn not_allowed(refused: &NotAllowed) -> Told {
    match refused {
        NotAllowed::RequestLimit { limit } => Told::new(
            ProblemCode::NotAllowed,
            "problem-request-limit-message",
            "problem-request-limit-remedy",
        )
        .about("limit", *limit),
        NotAllowed::NoRequest => {
            Told::new(ProblemCode::NotAllowed, "problem-no-request-message", "problem-no-request-remedy")
        }
        NotAllowed::ReasonNeeded => {
            Told::new(ProblemCode::NotAllowed, "document-reason-needed", "document-reason-needed-remedy")
        }
        NotAllowed::LogStays => {
            Told::new(ProblemCode::NotAllowed, "document-log-stays", "document-log-stays-remedy")
        }
        NotAllowed::DeclaredAlready => Told::new(
            ProblemCode::NotAllowed,
            "document-declared-already",
            "document-declared-already-remedy",
        ),
    }
}
