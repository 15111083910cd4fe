/** The table asks the book for whole pages of rows. */
import type { StateName } from '../host';
import { STATES } from '../parts/states';

/** Rows of one page. */
export const PAGE = 100;

/** The pages in which rows `from` to `to` (not itself) lie; the first at least. */
export function pagesOf(from: number, to: number): number[] {
  const first = Math.floor(from / PAGE);
  const last = Math.max(first, Math.ceil(to / PAGE) - 1);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** The states named in an address, such as `ask,overdue`; names that are none are left out. */
export function statesIn(names: string | undefined): StateName[] {
  return (names ?? '').split(',').filter((name): name is StateName => name in STATES);
}
