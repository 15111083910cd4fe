import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { caps, listen } from './shortcuts';

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

/** Ctrl and Enter in a field, as a web view tells it. */
const press = (field: Element, more: KeyboardEventInit & { keyCode?: number } = {}) =>
  field.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true, ...more }),
  );

/** A form with a field of several lines, in which Enter alone is a new line. */
function form() {
  const sent = vi.fn((event: Event) => event.preventDefault());
  const made = document.body.appendChild(document.createElement('form'));
  made.addEventListener('submit', sent);
  return { field: made.appendChild(document.createElement('textarea')), sent };
}

it('Ctrl and Enter send the form around the field, once', () => {
  const { field, sent } = form();
  expect(press(field), 'the web view does nothing of its own with it').toBe(false);
  press(field, { repeat: true });
  expect([sent.mock.calls.length, acted.mock.calls.length]).toEqual([1, 0]);
});

it.each([
  ['Chromium, where the composition is open', { isComposing: true, keyCode: 229 }],
  ['WebKit, where it has ended by then', { isComposing: false, keyCode: 229 }],
  ['a web view that tells only that it composes', { isComposing: true, keyCode: 13 }],
])('a conversion that is confirmed sends nothing in %s', (_, told) => {
  const { field, sent } = form();
  press(field, told);
  expect(sent).not.toHaveBeenCalled();
});

it('Enter alone, and with Shift, stays a new line of the field', () => {
  const { field, sent } = form();
  expect([press(field, { ctrlKey: false }), press(field, { shiftKey: true })]).toEqual([true, true]);
  expect(sent).not.toHaveBeenCalled();
});

it('in a letter the primary button is pressed, where there is one', () => {
  const letter = document.body.appendChild(document.createElement('article'));
  letter.dataset['sends'] = '';
  const field = letter.appendChild(document.createElement('textarea'));
  expect(() => press(field)).not.toThrow();
  const copy = letter.appendChild(document.createElement('button'));
  copy.className = 'btn btn--primary';
  const copied = vi.fn();
  copy.addEventListener('click', copied);
  press(field);
  expect(copied).toHaveBeenCalledOnce();
});

it('a form within a letter is sent itself', () => {
  const { field, sent } = form();
  const letter = document.body.appendChild(document.createElement('article'));
  letter.dataset['sends'] = '';
  letter.append(...document.querySelectorAll('form'));
  press(field);
  expect(sent).toHaveBeenCalledOnce();
});

it('outside of forms and letters nothing is sent', () => {
  const { sent } = form();
  press(document.body);
  expect(sent).not.toHaveBeenCalled();
});

it('the help shows the keys by their caps', () => {
  expect(caps('send')).toEqual(['Ctrl', 'Enter']);
});
