import type { CheckItem } from '../host';

/** Whether a text may go to the clipboard: at once, after the user has read what 点検 found, not like this, or not before it is read. */
export type Copying = 'free' | 'after_reading' | 'never' | 'not_yet';

/** What 点検 leaves open. Contact data before an approval is the one thing that costs an account: that text is not handed out. */
export function copyingOf(checks: readonly CheckItem[] | undefined): Copying {
  if (!checks) return 'not_yet';
  const stops = checks.filter((item) => item.tone === 'stop');
  if (stops.some((item) => item.check === 'no_contact_data')) return 'never';
  return stops.length > 0 ? 'after_reading' : 'free';
}
