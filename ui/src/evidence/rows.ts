/** The order of the kept files, and what a row says of several ties. */
import type { EvidenceRow, FilePresence } from '../host';

export type EvidenceKey = 'name' | 'proves' | 'contract' | 'captured' | 'bytes' | 'hash' | 'presence';
export interface Order {
  key: EvidenceKey;
  direction: 'ascending' | 'descending';
}

/** What is wrong stands first when sorted by it. */
const RANK: Record<FilePresence, number> = { gone: 0, other_size: 1, unreadable: 2, there: 3 };

const compare: Record<EvidenceKey, (a: EvidenceRow, b: EvidenceRow) => number> = {
  name: (a, b) => a.evidence.original_name.localeCompare(b.evidence.original_name, 'ja'),
  proves: (a, b) => Number(provesFact(b)) - Number(provesFact(a)),
  contract: (a, b) => titleOf(a).localeCompare(titleOf(b), 'ja'),
  captured: (a, b) => a.evidence.captured.localeCompare(b.evidence.captured),
  bytes: (a, b) => a.evidence.bytes - b.evidence.bytes,
  hash: (a, b) => a.evidence.sha256.localeCompare(b.evidence.sha256),
  presence: (a, b) => RANK[a.presence] - RANK[b.presence],
};

const titleOf = (row: EvidenceRow) => row.ties[0]?.contract.title ?? '';
const provesFact = (row: EvidenceRow) => row.ties.some((tie) => tie.fact !== null);

/** The rows in an order; rows that are alike in it stay as the book gave them. */
export function ordered(rows: readonly EvidenceRow[], { key, direction }: Order): EvidenceRow[] {
  const turn = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => turn * compare[key](a, b));
}

/** The order after a press on a head: turned where it is sorted by that already. */
export const turned = (order: Order, key: EvidenceKey): Order => ({
  key,
  direction: order.key === key && order.direction === 'ascending' ? 'descending' : 'ascending',
});

/** How many are not there as they were taken in. */
export const notThere = (rows: readonly EvidenceRow[]): number => rows.filter((row) => row.presence !== 'there').length;

/** The message that says whether a file is there. */
export const PRESENCE: Record<FilePresence, string> = {
  there: 'evidence-there',
  gone: 'evidence-gone',
  other_size: 'evidence-other-size',
  unreadable: 'evidence-unreadable',
};
