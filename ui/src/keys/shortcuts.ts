/** The shortcuts of the app: one table for the listener, the help and the hints beside the buttons. */
import { belongsToInputMethod } from './press';

/** What a shortcut does; the frame says how. */
export type Deed =
  | 'palette'
  | 'help'
  | 'search'
  | 'new_contract'
  | 'undo'
  | 'redo'
  | 'lock'
  | 'today'
  | 'contracts'
  | 'guides'
  | 'inquiries'
  | 'evidence'
  | 'paste'
  | 'message'
  | 'history'
  | 'settings';

/** What the keys do with what is being written. Done here, where the focus is: the palette, which takes it away, offers none. */
export type Writing = 'send';

/** One shortcut. `mod` is ⌘ on macOS and Ctrl elsewhere; `then` follows a first key. */
export interface Shortcut<D = Deed> {
  deed: D;
  keys: readonly string[];
  mod?: 'mod' | 'mod+shift';
}

export const SHORTCUTS: readonly Shortcut[] = [
  { deed: 'palette', keys: ['k'], mod: 'mod' },
  { deed: 'undo', keys: ['z'], mod: 'mod' },
  { deed: 'redo', keys: ['z'], mod: 'mod+shift' },
  { deed: 'paste', keys: ['v'], mod: 'mod' },
  { deed: 'lock', keys: ['l'], mod: 'mod' },
  { deed: 'search', keys: ['/'] },
  { deed: 'new_contract', keys: ['n'] },
  { deed: 'help', keys: ['?'] },
  { deed: 'today', keys: ['g', 't'] },
  { deed: 'contracts', keys: ['g', 'c'] },
  { deed: 'guides', keys: ['g', 'g'] },
  { deed: 'inquiries', keys: ['g', 'i'] },
  { deed: 'evidence', keys: ['g', 'e'] },
  { deed: 'message', keys: ['g', 'm'] },
  { deed: 'history', keys: ['g', 'h'] },
  { deed: 'settings', keys: ['g', ','] },
];

export const WRITING: readonly Shortcut<Writing>[] = [{ deed: 'send', keys: ['Enter'], mod: 'mod' }];

const of = (deed: Deed | Writing) => [...SHORTCUTS, ...WRITING].find((one) => one.deed === deed);
const named = (key: string) => (key.length === 1 ? key.toUpperCase() : key);

const isMac = () => /Mac/.test(navigator.userAgent);

/** The caps of the keys a table listens to by itself. */
export const TABLE_CAPS = { move: ['↑', '↓'], open: ['Enter'] } as const;

/** The caps to show: ⌘ and K, or Ctrl and K, or g and t. */
export function caps(deed: Deed | Writing): string[] {
  const shortcut = of(deed);
  if (!shortcut) return [];
  const held = shortcut.mod ? [isMac() ? '⌘' : 'Ctrl', ...(shortcut.mod === 'mod+shift' ? ['Shift'] : [])] : [];
  return [...held, ...shortcut.keys.map((key) => (shortcut.mod ? named(key) : key))];
}

/** As `aria-keyshortcuts` wants it. */
export function ariaKeys(deed: Deed | Writing): string | undefined {
  const shortcut = of(deed);
  if (!shortcut) return undefined;
  const held = shortcut.mod ? `${isMac() ? 'Meta' : 'Control'}+${shortcut.mod === 'mod+shift' ? 'Shift+' : ''}` : '';
  return held + shortcut.keys.map((key) => (shortcut.mod ? named(key) : key)).join(' ');
}

/** Whether something is being written: letters belong to it then, and so does its own undo. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.matches('textarea, select, [contenteditable]') ||
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)))
  );
}

/**
 * What undo and redo are while something is being written: letters are taken back there, not records. Pasting is left to the
 * field.
 */
export type Typing = 'undo_typing' | 'redo_typing';

/** Reads presses into deeds; remembers the first key of two. */
export class Reader {
  #first: string | undefined;

  read(event: KeyboardEvent): Deed | Writing | Typing | undefined {
    if (belongsToInputMethod(event) || event.altKey || event.defaultPrevented) return undefined;
    const mod = isMac() ? event.metaKey : event.ctrlKey;
    if (mod) return this.#held(event);
    if (event.ctrlKey || event.metaKey || isWriting(event.target)) return undefined;
    const first = this.#first;
    this.#first = undefined;
    const two = SHORTCUTS.find(({ keys, mod: held }) => !held && keys[0] === first && keys[1] === event.key);
    if (first && two) return two.deed;
    if (SHORTCUTS.some(({ keys, mod: held }) => !held && keys.length === 2 && keys[0] === event.key)) {
      this.#first = event.key;
      return undefined;
    }
    return SHORTCUTS.find(({ keys, mod: held }) => !held && keys.length === 1 && keys[0] === event.key)?.deed;
  }

  #held(event: KeyboardEvent): Deed | Writing | Typing | undefined {
    const held = event.shiftKey ? 'mod+shift' : 'mod';
    const deed = [...SHORTCUTS, ...WRITING].find(
      ({ keys, mod }) => mod === held && keys[0]?.toLowerCase() === event.key.toLowerCase(),
    )?.deed;
    if (!isWriting(event.target)) return deed;
    if (deed === 'paste') return undefined;
    return deed === 'undo' || deed === 'redo' ? `${deed}_typing` : deed;
  }
}

/** WebKitGTK has no key for it. Old as the command is, no other reaches a field's own history. */
function takeBackTyping(deed: Typing): void {
  document.execCommand(deed === 'undo_typing' ? 'undo' : 'redo');
}

/**
 * Sends what is written around this place: the form, or what is no form and says with `data-sends` that its primary button is
 * meant. Where there is no such button now, because something has to be read first, nothing is done.
 */
function send(from: EventTarget | null): void {
  const around = from instanceof Element ? from.closest('form, [data-sends]') : null;
  if (around instanceof HTMLFormElement) around.requestSubmit();
  else around?.querySelector<HTMLElement>('.btn--primary')?.click();
}

/** Listens on the window until the answer is called. */
export function listen(act: (deed: Deed) => void): () => void {
  const reader = new Reader();
  const down = (event: KeyboardEvent) => {
    const deed = reader.read(event);
    if (!deed) return;
    event.preventDefault();
    if (deed === 'undo_typing' || deed === 'redo_typing') takeBackTyping(deed);
    // A key held down sends once.
    else if (deed === 'send') void (event.repeat || send(event.target));
    else act(deed);
  };
  // Where the menu of the system has the keys, the web view tells of a paste; one that brings words is meant for a field.
  const pasted = (event: ClipboardEvent) => {
    if (!isWriting(event.target) && !event.clipboardData?.getData('text/plain')) act('paste');
  };
  window.addEventListener('keydown', down);
  window.addEventListener('paste', pasted);
  return () => {
    window.removeEventListener('keydown', down);
    window.removeEventListener('paste', pasted);
  };
}
