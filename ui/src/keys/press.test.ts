import { describe, expect, it, vi } from 'vitest';
import { belongsToInputMethod, press } from './press';
import { Reader } from './shortcuts';

/** A keydown as a web view tells it. */
function keydown(
  key: string,
  { isComposing = false, keyCode = 0, ...held }: KeyboardEventInit & { keyCode?: number } = {},
  target?: HTMLElement,
) {
  const event = new KeyboardEvent('keydown', { key, isComposing, keyCode, cancelable: true, bubbles: true, ...held });
  target?.dispatchEvent(event);
  return event;
}

describe('the Enter that confirms a conversion', () => {
  it('is not the screen’s in Chromium, where the composition is still open', () => {
    const enter = vi.fn();
    press(keydown('Enter', { isComposing: true, keyCode: 229 }), { enter });
    expect(enter, 'confirming 「ねこ→猫」 must not submit').not.toHaveBeenCalled();
  });

  it('is not the screen’s in WebKit, where compositionend came before the keydown', () => {
    const enter = vi.fn();
    press(keydown('Enter', { isComposing: false, keyCode: 229 }), { enter });
    expect(enter, 'confirming 「ねこ→猫」 must not submit').not.toHaveBeenCalled();
  });

  it('is not the screen’s where a web view tells only that it composes', () => {
    expect(belongsToInputMethod({ isComposing: true, keyCode: 13 })).toBe(true);
  });

  it('leaves the next Enter to the screen', () => {
    const enter = vi.fn();
    press(keydown('Enter', { isComposing: false, keyCode: 13 }), { enter });
    expect(enter).toHaveBeenCalledOnce();
  });
});

it('Escape during a conversion drops the conversion, not the dialog', () => {
  const escape = vi.fn();
  press(keydown('Escape', { isComposing: true, keyCode: 229 }), { escape });
  expect(escape).not.toHaveBeenCalled();
});

describe('shortcuts', () => {
  it('two keys after each other go to a screen', () => {
    const reader = new Reader();
    expect([reader.read(keydown('g')), reader.read(keydown('c'))]).toEqual([undefined, 'contracts']);
  });

  it('a first key that leads nowhere is forgotten', () => {
    const reader = new Reader();
    reader.read(keydown('g'));
    expect([reader.read(keydown('x')), reader.read(keydown('c'))]).toEqual([undefined, undefined]);
  });

  it('letters typed into a field are letters', () => {
    const field = document.body.appendChild(document.createElement('input'));
    expect(new Reader().read(keydown('n', {}, field))).toBeUndefined();
  });

  it('Ctrl+Z in a field takes back letters, elsewhere records', () => {
    const field = document.body.appendChild(document.createElement('input'));
    expect(new Reader().read(keydown('z', { ctrlKey: true }, field))).toBe('undo_typing');
    expect(new Reader().read(keydown('Z', { ctrlKey: true, shiftKey: true }, field))).toBe('redo_typing');
    expect(new Reader().read(keydown('z', { ctrlKey: true }))).toBe('undo');
    expect(new Reader().read(keydown('Z', { ctrlKey: true, shiftKey: true }))).toBe('redo');
  });

  it('Ctrl+K finds commands from within a field too', () => {
    const field = document.body.appendChild(document.createElement('input'));
    expect(new Reader().read(keydown('k', { ctrlKey: true }, field))).toBe('palette');
  });
});
