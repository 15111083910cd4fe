import { expect, it } from 'vitest';
import { rowsInSight, scrollTo } from './window-of-rows';

it('of 100,000 rows only those in sight and a few beside them are drawn', () => {
  const { from, to } = rowsInSight(38 * 50_000, 600, 38, 100_000);
  expect({ from, to }).toEqual({ from: 49_992, to: 50_024 });
});

it('never draws before the first row or after the last', () => {
  expect(rowsInSight(0, 600, 38, 3)).toEqual({ from: 0, to: 3 });
  expect(rowsInSight(38 * 99_990, 600, 38, 100_000).to).toBe(100_000);
  expect(rowsInSight(0, 600, 38, 0)).toEqual({ from: 0, to: 0 });
});

it('scrolls just so far that the row is in sight, and not at all when it is', () => {
  expect([scrollTo(5, 0, 600, 38), scrollTo(20, 0, 600, 38), scrollTo(1, 380, 600, 38)]).toEqual([undefined, 198, 38]);
});
