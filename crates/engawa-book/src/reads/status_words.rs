//! What is said while the words of a status are being typed.

use engawa_domain::facts::StatusValue;
use engawa_domain::ids::ContractId;
use engawa_domain::say::Say;
use engawa_domain::standing::status_name;

use crate::book::Book;
use crate::error::BookError;

impl Book {
    /// A hint where the words that were seen are known to stand for another status than the one chosen. It keeps nobody from recording
    /// it: what the screen shows is seen by the user alone.
    pub fn status_look(
        &self,
        contract: ContractId,
        chosen: StatusValue,
        seen: &str,
    ) -> Result<Option<Say>, BookError> {
        let (_, rules) = self.desk().contract(self.rows(), contract)?;
        let against = rules.request.as_ref().and_then(|request| request.word_against(seen, chosen));
        Ok(against.map(|word| {
            Say::new("record-words-against")
                .with("service", &rules.name)
                .with("word", word.word.as_str())
                .with("means", status_name(word.means))
                .with("chosen", status_name(chosen))
        }))
    }
}
