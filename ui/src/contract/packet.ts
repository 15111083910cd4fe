/** The files of a contract, as a packet takes them. */
import type { Evidence, EvidenceView } from '../host';

/** Each file once, however many facts it proves, in the order in which they were first tied. */
export function withoutTwins(files: readonly EvidenceView[]): Evidence[] {
  return [...new Map(files.map(({ evidence }) => [evidence.id, evidence])).values()];
}
