import { expect, it } from 'vitest';
import type { EvidenceRow, FilePresence } from '../host';
import { notThere, ordered, turned } from './rows';

const row = (name: string, captured: string, presence: FilePresence = 'there'): EvidenceRow => ({
  evidence: {
    id: name,
    sha256: name.padEnd(64, '0'),
    bytes: 1,
    original_name: name,
    media_type: 'image/png',
    captured,
    origin: 'picked',
    note: '',
  },
  presence,
  ties: [],
});
const rows = [
  row('b.png', '2026-11-24T05:05:00Z'),
  row('a.png', '2026-11-20T05:05:00Z', 'gone'),
  row('c.png', '2026-11-21T05:05:00Z', 'other_size'),
];
const names = (of: EvidenceRow[]) => of.map((one) => one.evidence.original_name);

it('files stand by name, by the day they were kept, and the other way round', () => {
  expect(names(ordered(rows, { key: 'name', direction: 'ascending' }))).toEqual(['a.png', 'b.png', 'c.png']);
  expect(names(ordered(rows, { key: 'captured', direction: 'descending' }))).toEqual(['b.png', 'c.png', 'a.png']);
});

it('a file that is not there stands first when sorted by that', () => {
  expect(names(ordered(rows, { key: 'presence', direction: 'ascending' }))[0]).toBe('a.png');
});

it('a second press on a head turns the order, another head begins anew', () => {
  const once = turned({ key: 'captured', direction: 'descending' }, 'name');
  expect(once).toEqual({ key: 'name', direction: 'ascending' });
  expect(turned(once, 'name').direction).toBe('descending');
});

it('a file of another size is not called there', () => {
  expect(notThere(rows)).toBe(2);
});
