import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listen } from './shortcuts';

let stop = () => undefined as void;
const acted = vi.fn();
beforeEach(() => {
  acted.mockClear();
  stop = listen(acted);
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

const press = (target: Element) => {
  const event = new KeyboardEvent('keydown', { key: 'v', ctrlKey: true, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  return event.defaultPrevented;
};

/** A paste as the web view tells it, with these words. jsdom has no event for it. */
const paste = (target: Element, words: string) => {
  const event = new Event('paste', { bubbles: true });
  target.dispatchEvent(Object.assign(event, { clipboardData: { getData: () => words } }));
};

it('Ctrl and V outside a field paste evidence', () => {
  expect(press(document.body)).toBe(true);
  expect(acted.mock.calls).toEqual([['paste']]);
});

it('Ctrl and V in a field are left to the field', () => {
  const field = document.body.appendChild(document.createElement('textarea'));
  expect(press(field)).toBe(false);
  paste(field, '');
  expect(acted).not.toHaveBeenCalled();
});

it('a paste that brings words is none of evidence, one that brings nothing may be a picture', () => {
  paste(document.body, '承認');
  expect(acted).not.toHaveBeenCalled();
  paste(document.body, '');
  expect(acted.mock.calls).toEqual([['paste']]);
});
