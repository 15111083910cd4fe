import { beforeEach, expect, it } from 'vitest';
import { day, say, setToday, speak, t, text, when, yen } from '.';

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
});

it('a day of this year is written without the year, with its weekday', () => {
  expect(day('2026-11-24')).toBe('11/24(火)');
  speak('en');
  expect(day('2026-11-24')).toBe('Tue 24 Nov');
});

it('a day of another year is written with it', () => {
  expect(day('2027-01-04')).toBe('2027/1/4(月)');
});

it('a time stands after its day where one is known', () => {
  expect([when({ day: '2026-11-20', time: '18:42' }), when({ day: '2026-11-20' })]).toEqual([
    '11/20(金) 18:42',
    '11/20(金)',
  ]);
});

it('amounts are grouped as each language writes them', () => {
  expect([yen(50_000), yen(-33_200), yen(0)]).toEqual(['50,000円', '−33,200円', '0円']);
  speak('en');
  expect(yen(50_000)).toBe('¥50,000');
});

it('a sentence of the book carries days, lists and sentences within it', () => {
  const sentence = {
    key: 'standing-arithmetic-business-days-skipping',
    args: [
      { name: 'start', value: { type: 'name' as const, value: 'standing-from-request' } },
      { name: 'from', value: { type: 'day' as const, value: '2026-11-20' } },
      { name: 'count', value: { type: 'number' as const, value: 2 } },
      {
        name: 'skipped',
        value: {
          type: 'list' as const,
          value: [
            { type: 'name' as const, value: 'standing-skip-weekend' },
            { type: 'day' as const, value: '2026-11-23' },
          ],
        },
      },
    ],
  };
  expect(say(sentence)).toContain('申請 11/20(金) + 2営業日');
  expect(say(sentence)).toContain('土日、11/23(月)');
});

it('speaking another language changes texts, messages and what the page says it is written in', () => {
  speak('en');
  expect([text({ ja: '利用上の注意', en: 'Notes on use' }), t('frame-today'), document.documentElement.lang]).toEqual([
    'Notes on use',
    'Today',
    'en',
  ]);
});

it('a key without a message is shown by its name: nothing is hidden', () => {
  expect(t('no-such-key')).toBe('no-such-key');
});
