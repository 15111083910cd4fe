import { expect, it } from 'vitest';
import { distance } from './days';

it('says how far a day is as people say it', () => {
  const from = (day: string) => distance('2026-11-24', day);
  expect(from('2026-11-24').key).toBe('today-now');
  expect(from('2026-11-25').key).toBe('today-tomorrow');
  expect(from('2026-12-05')).toEqual({ key: 'today-days-ahead', days: 11 });
  expect(from('2026-11-23')).toEqual({ key: 'today-days-ago', days: 1 });
});

it('a change of the clocks between two days makes no day more or less', () => {
  expect(distance('2026-03-28', '2026-03-30').days).toBe(2);
});
