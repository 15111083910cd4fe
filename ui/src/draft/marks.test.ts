import { expect, it } from 'vitest';
import { runs, type Mark } from './marks';

const mark = (from: number, to: number, weight: Mark['weight']): Mark => ({ range: { from, to }, weight });
const told = (segments: Parameters<typeof runs>[0], marks: Mark[]) =>
  runs(segments, marks).map(({ text, from, mark }) => [text, from, mark]);

it('a passage that reaches over words of the record is marked in both', () => {
  const segments = [
    { from: 'record', text: 'LINE' },
    { from: 'template', text: 'でお願いします' },
  ] as const;
  expect(told(segments, [mark(2, 7, 'fails')])).toEqual([
    ['LI', 'record', undefined],
    ['NE', 'record', 'fails'],
    ['でお願', 'template', 'fails'],
    ['いします', 'template', undefined],
  ]);
});

it('where two passages overlap the harder one shows', () => {
  expect(told([{ from: 'template', text: 'あいうえ' }], [mark(0, 3, 'hint'), mark(2, 4, 'fails')])).toEqual([
    ['あい', 'template', 'hint'],
    ['う', 'template', 'fails'],
    ['え', 'template', 'fails'],
  ]);
});

it('the runs together are the text, whatever is marked', () => {
  const segments = [
    { from: 'template', text: '𠮷野様\n' },
    { from: 'gap', text: '＿＿＿' },
  ] as const;
  for (const marks of [[], [mark(0, 99, 'hint')], [mark(2, 2, 'fails')], [mark(1, 6, 'fails'), mark(0, 2, 'hint')]]) {
    const together = runs(segments, marks).map(({ text }) => text);
    expect(together.join('')).toBe('𠮷野様\n＿＿＿');
  }
});

it('what the letter leaves to be filled in is marked like a gap of the record', () => {
  expect(told([{ from: 'template', text: '電話：＿＿＿です' }], [])).toEqual([
    ['電話：', 'template', undefined],
    ['＿＿＿', 'gap', undefined],
    ['です', 'template', undefined],
  ]);
});
