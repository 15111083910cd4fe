import type { StateName } from '../host';
import type { IconName } from './icons';

/** One shape and one ink for each state: `standing` is the value of `data-standing` in the styles. */
export const STATES: Record<StateName, { icon: IconName; standing: string }> = {
  not_yet: { icon: 'gate-closed', standing: 'not-yet' },
  ask: { icon: 'question', standing: 'ask' },
  pending: { icon: 'hourglass', standing: 'pending' },
  overdue: { icon: 'hourglass', standing: 'ask' },
  approved: { icon: 'gate-open', standing: 'approved' },
  denied: { icon: 'denied', standing: 'denied' },
  revoked: { icon: 'revoked', standing: 'revoked' },
  forbidden: { icon: 'forbidden', standing: 'forbidden' },
  free: { icon: 'gate-open', standing: 'approved' },
  unknown: { icon: 'question', standing: 'ask' },
};

/** The message that names a state. Overdue and unknown are kinds of 「確認が必要です」, free is a kind of 「連絡できます」. */
export function stateKey(state: StateName): string {
  const word = { overdue: 'ask', unknown: 'ask', free: 'approved', not_yet: 'not-yet' }[state as string] ?? state;
  return `state-${word}`;
}
