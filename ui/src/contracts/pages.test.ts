import { expect, it } from 'vitest';
import { pagesOf } from './pages';

it('rows on both sides of a page’s edge need both pages', () => {
  expect([pagesOf(0, 1), pagesOf(90, 110), pagesOf(100, 200), pagesOf(0, 0)]).toEqual([[0], [0, 1], [1], [0]]);
});
