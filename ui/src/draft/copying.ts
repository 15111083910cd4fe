import type { DraftCheckView } from '../host';

/** Whether a text may go to the clipboard: at once, after a choice that is kept in the journal, or not before it is read. */
export type Copying = 'free' | 'anyway' | 'not_yet';

/** What 点検 leaves open. A text that fails is handed out as well, but never by a slip: the user reads what was found and chooses. */
export function copyingOf(check: DraftCheckView | undefined): Copying {
  if (!check) return 'not_yet';
  return check.faults.length > 0 ? 'anyway' : 'free';
}
