/** What the sum of a contract says, in the pieces its rows are made of. */
import type { FeeLine, Payment, StageEvent, When } from '../host';

/** When 仮払い was recorded last; nothing where it was not, whatever the later stages say. */
export function paidIn(stages: readonly Pick<StageEvent, 'stage' | 'when'>[]): When | undefined {
  const paid = stages.filter((event) => event.stage === 'escrowed').map((event) => event.when);
  return paid.sort((a, b) => sortable(b).localeCompare(sortable(a)))[0];
}

/** What was really paid, the first payment first. */
export const inOrder = (payments: readonly Payment[]): Payment[] =>
  [...payments].sort((a, b) => sortable(a.when).localeCompare(sortable(b.when)));

/** All of it together. */
export const sumOf = (payments: readonly Pick<Payment, 'amount'>[]): number =>
  payments.reduce((sum, { amount }) => sum + amount, 0);

const sortable = ({ day, time }: When) => day + (time ?? '');

/** Basis points as percent: 2000 is 20, 1250 is 12.5. */
export const percent = (basisPoints: number): number => basisPoints / 100;

/** How a tier is called: the whole amount, up to a bound, between two, or above one. */
export function tierOf({ above, tier }: Pick<FeeLine, 'above' | 'tier'>): {
  key: string;
  above: number;
  upTo: number | null;
} {
  const upTo = tier.up_to ?? null;
  if (upTo === null) return { key: above === 0 ? 'contract-tier-all' : 'contract-tier-above', above, upTo };
  return { key: above === 0 ? 'contract-tier-up-to' : 'contract-tier-between', above, upTo };
}
