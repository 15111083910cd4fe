import { expect, it } from 'vitest';
import { digits } from './digits';

const pressedIn = (target: EventTarget, press: KeyboardEventInit) => {
  const chosen: number[] = [];
  const stop = digits((at) => chosen.push(at));
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...press }));
  stop();
  return chosen;
};

it('2 chooses the second answer', () => {
  expect(pressedIn(document.body, { key: '2' })).toEqual([1]);
});

it('a digit that is written, converted or held with another key chooses nothing', () => {
  const field = document.body.appendChild(document.createElement('input'));
  expect(pressedIn(field, { key: '2' })).toEqual([]);
  expect(pressedIn(document.body, { key: '2', isComposing: true })).toEqual([]);
  expect(pressedIn(document.body, { key: '2', keyCode: 229 })).toEqual([]);
  expect(pressedIn(document.body, { key: '2', ctrlKey: true })).toEqual([]);
  expect(pressedIn(document.body, { key: '0' })).toEqual([]);
});
