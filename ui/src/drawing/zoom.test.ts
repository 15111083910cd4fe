import { expect, it } from 'vitest';
import { begunWith, larger, smaller, whole } from './zoom';

it('the whole is the size in which both sides fit', () => {
  expect(whole({ width: 2000, height: 500 }, { width: 1000, height: 500 })).toBe(0.5);
  expect(whole({ width: 500, height: 2000 }, { width: 1000, height: 500 })).toBe(0.25);
});

it('a small drawing is not blown up, and one without a size is drawn as it is', () => {
  expect(whole({ width: 100, height: 100 }, { width: 1000, height: 500 })).toBe(1);
  expect(whole({ width: 0, height: 0 }, { width: 1000, height: 500 })).toBe(1);
});

it('a step larger and a step smaller is where it was', () => {
  expect(smaller(larger(0.5))).toBeCloseTo(0.5);
});

it('there is an end to both', () => {
  expect([larger(2), smaller(0.05)]).toEqual([2, 0.05]);
});

it('a drawing is begun with as a whole only where that can be read', () => {
  expect([begunWith(0.22), begunWith(0.6), begunWith(1)]).toEqual([0.8, 'whole', 'whole']);
});
