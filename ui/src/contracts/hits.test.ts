import { expect, it } from 'vitest';
import type { SearchHit } from '../host';
import { pieces } from './hits';

const shown = (text: string, hits: SearchHit[]) =>
  pieces(text, hits, 'title')
    .map(({ text, part }) => (part === 'found' ? `[${text}]` : text))
    .join('');

it('found words are told from what stands between', () => {
  expect(
    shown('商品説明と商品名', [
      { field: 'title', start: 5, end: 7 },
      { field: 'title', start: 0, end: 2 },
    ]),
  ).toBe('[商品]説明と[商品]名');
});

it('hits that overlap mark every letter once', () => {
  expect(
    shown('商品説明', [
      { field: 'title', start: 0, end: 3 },
      { field: 'title', start: 2, end: 4 },
      { field: 'title', start: 1, end: 2 },
    ]),
  ).toBe('[商品説][明]');
});

it('a hit in the client’s name marks nothing in the title', () => {
  expect(shown('商品説明', [{ field: 'client', start: 0, end: 2 }])).toBe('商品説明');
});
