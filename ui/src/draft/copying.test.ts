import { expect, it } from 'vitest';
import type { DraftCheckView, Say } from '../host';
import { copyingOf } from './copying';

const checked = (faults: Say[]): DraftCheckView => ({
  faults,
  items: [{ check: 'attachments', tone: 'look', say: { key: 'x', args: [] }, places: [] }],
  passages: [],
  length: { characters: 1, limit: null },
});

it('a text in which nothing was found is copied at once; a thing to see to does not stand in the way', () => {
  expect(copyingOf(checked([]))).toBe('free');
});

it('a text that fails is copied only after a choice', () => {
  expect(copyingOf(checked([{ key: 'draft-fault-contact-data', args: [] }]))).toBe('anyway');
});

it('a text that was not checked is not copied yet', () => {
  expect(copyingOf(undefined)).toBe('not_yet');
});
