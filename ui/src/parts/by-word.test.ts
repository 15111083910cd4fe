import { expect, it } from 'vitest';
import { byWord } from './by-word';

it('a word stands once, with all that it is said of', () => {
  const hint = { key: 'view-state-waiting', args: [] };
  const counted = byWord([
    { state: 'not_yet', count: 4, hint: null },
    { state: 'ask', count: 1, hint },
    { state: 'overdue', count: 2, hint: null },
    { state: 'denied', count: 0, hint: null },
    { state: 'unknown', count: 1, hint: null },
  ]);
  expect(counted).toEqual([
    { key: 'state-not-yet', states: ['not_yet'], count: 4, hints: [] },
    { key: 'state-ask', states: ['ask', 'overdue', 'unknown'], count: 4, hints: [hint] },
  ]);
});
