import { expect, it } from 'vitest';
import { inOrder, paidIn, percent, sumOf, tierOf } from './money';

it('仮払い is known only from its own record, not from a later stage', () => {
  const delivered = { stage: 'delivered' as const, when: { day: '2026-11-30', time: null } };
  expect(paidIn([delivered])).toBeUndefined();
  const paid = { stage: 'escrowed' as const, when: { day: '2026-11-19', time: null } };
  expect(paidIn([paid, delivered])).toEqual({ day: '2026-11-19', time: null });
});

it('of two 仮払い the later one is shown', () => {
  const on = (day: string, time: string | null) => ({ stage: 'escrowed' as const, when: { day, time } });
  expect(paidIn([on('2026-11-19', null), on('2026-12-01', '09:00:00')])?.day).toBe('2026-12-01');
});

it('2000 basis points are 20 percent, and a half percent is not cut off', () => {
  expect([percent(2000), percent(500), percent(1250)]).toEqual([20, 5, 12.5]);
});

it('a tier is called by the bounds it has', () => {
  const line = (above: number, upTo: number | null) => tierOf({ above, tier: { up_to: upTo, basis_points: 500 } }).key;
  expect([line(0, 100_000), line(100_000, 200_000), line(200_000, null), line(0, null)]).toEqual([
    'contract-tier-up-to',
    'contract-tier-between',
    'contract-tier-above',
    'contract-tier-all',
  ]);
});

it('what was really paid stands in the order in which it came, and adds up', () => {
  const paid = (amount: number, day: string) => ({
    amount,
    when: { day, time: null },
    id: day,
    contract: 'c',
    note: '',
  });
  const payments = [paid(110_000, '2026-12-15'), paid(90_000, '2026-11-30')];
  expect(inOrder(payments).map(({ amount }) => amount)).toEqual([90_000, 110_000]);
  expect(sumOf(payments)).toBe(200_000);
  expect(sumOf([])).toBe(0);
});
