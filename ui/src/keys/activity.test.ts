import { expect, it, vi } from 'vitest';
import { presence } from './activity';

it('whoever types or moves is told once in a while, and not with every letter', () => {
  const touched = vi.fn();
  let now = 0;
  const stop = presence(touched, () => now);
  for (now = 0; now < 25_000; now += 500) window.dispatchEvent(new Event('keydown'));
  expect(touched, 'at 0, 10 and 20 seconds').toHaveBeenCalledTimes(3);
  stop();
  now = 60_000;
  window.dispatchEvent(new Event('pointermove'));
  expect(touched).toHaveBeenCalledTimes(3);
});

it('a clock that was set back does not silence it', () => {
  const touched = vi.fn();
  let now = 1_000_000;
  const stop = presence(touched, () => now);
  window.dispatchEvent(new Event('wheel'));
  now = 5_000;
  window.dispatchEvent(new Event('wheel'));
  expect(touched).toHaveBeenCalledTimes(2);
  stop();
});
