import { expect, it } from 'vitest';
import { fitting, scaleOf, stepped } from './zoom';

const screenshot = { width: 1920, height: 1080 };

it('a picture larger than its box is shown whole, a smaller one in its own size', () => {
  expect(fitting(screenshot, { width: 960, height: 960 })).toBe(0.5);
  expect(fitting({ width: 100, height: 50 }, { width: 960, height: 960 })).toBe(1);
  expect(fitting(screenshot, { width: 0, height: 0 })).toBe(1);
});

it('a step goes on from what is seen, also from a picture that was fitted in', () => {
  const box = { width: 960, height: 960 };
  expect(stepped('fit', 'larger', screenshot, box)).toBe(0.625);
  expect(stepped(stepped(1, 'larger', screenshot, box), 'smaller', screenshot, box)).toBe(1);
  expect(scaleOf(2, screenshot, box)).toBe(2);
});

it('no step leads beyond what can be seen', () => {
  const box = { width: 960, height: 960 };
  expect(stepped(8, 'larger', screenshot, box)).toBe(8);
  expect(stepped(0.001, 'smaller', screenshot, box)).toBeCloseTo(16 / 1080);
});
