import { expect, it } from 'vitest';
import { daysUntil } from './days';

it('counts days over the end of a month, of a year and of February in a leap year', () => {
  expect(daysUntil('2026-11-24', '2026-11-30')).toBe(6);
  expect(daysUntil('2026-12-31', '2027-01-01')).toBe(1);
  expect(daysUntil('2028-02-28', '2028-03-01')).toBe(2);
});

it('the same day is no day away, and yesterday is one day past', () => {
  expect([daysUntil('2026-11-24', '2026-11-24'), daysUntil('2026-11-24', '2026-11-23')]).toEqual([0, -1]);
});
