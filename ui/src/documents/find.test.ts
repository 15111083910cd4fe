import { expect, it } from 'vitest';
import type { DocumentRow } from '../host';
import { dayOf, EVERYTHING, found, unread, yenOf } from './find';

const row = (title: string, counterparty: string, day: string, amount: number | null): DocumentRow => ({
  file: `${title}.pdf`,
  lines: 0,
  document: {
    id: title,
    evidence: title,
    kind: amount === null ? 'delivery_note' : 'invoice',
    number: '',
    title,
    counterparty,
    day,
    amount,
    note: '',
    person: '縁側 花子',
  },
});
const ROWS = [
  row('甲', 'サンプル商店', '2026-11-23', 11_000),
  row('乙', 'サンプル商店', '2026-10-31', 110_000),
  row('丙', '見本社', '2026-11-01', null),
];
const titles = (wanted: Partial<typeof EVERYTHING>) =>
  found(ROWS, { ...EVERYTHING, ...wanted }).map(({ document }) => document.title);

it('finds everything where nothing is asked', () => {
  expect(titles({})).toEqual(['甲', '乙', '丙']);
});

it('finds by the other side, whatever the width of the letters', () => {
  expect(titles({ words: 'ｻﾝﾌﾟﾙ' })).toEqual(['甲', '乙']);
});

it('counts both ends of a range of days and of amounts', () => {
  expect(titles({ from: '2026/11/1', to: '2026-11-23' })).toEqual(['甲', '丙']);
  expect(titles({ least: '１１，０００円', most: '11000' })).toEqual(['甲']);
});

it('takes several wishes together', () => {
  expect(titles({ words: 'サンプル', from: '2026-11-01' })).toEqual(['甲']);
});

it('finds documents without an amount, which are in no range of amounts', () => {
  expect(titles({ isBlank: true })).toEqual(['丙']);
  expect(titles({ least: '0' })).toEqual(['甲', '乙']);
});

it('names what cannot be read', () => {
  expect(unread({ ...EVERYTHING, from: '2026-02-30', most: 'たくさん' })).toEqual(['from', 'most']);
  expect([dayOf('2026-2-28'), yenOf('')]).toEqual(['2026-02-28', null]);
});
