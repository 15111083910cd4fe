/**
 * Keys, and the keyboard through which Japanese is written.
 *
 * While a conversion is open, Enter confirms it and Escape drops it; neither may reach the screen. Web views tell this in
 * different ways: `isComposing`, or the old `keyCode` 229, and WebKit ends the composition *before* the keydown that ended
 * it, so that `isComposing` is already false there. Only keydown is looked at: a keyup may belong to a press made elsewhere.
 */

/** Whether a press belongs to the input method and not to the screen. */
export function belongsToInputMethod(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** What a part does when a key is pressed in it. */
export type Presses = Partial<
  Record<
    | 'enter'
    | 'escape'
    | 'up'
    | 'down'
    | 'left'
    | 'right'
    | 'home'
    | 'end'
    | 'pageUp'
    | 'pageDown'
    | 'space'
    | 'plus'
    | 'minus'
    | 'zero',
    (event: KeyboardEvent) => void
  >
>;

const NAMES: Record<string, keyof Presses> = {
  Enter: 'enter',
  Escape: 'escape',
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'home',
  End: 'end',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  ' ': 'space',
  '+': 'plus',
  '-': 'minus',
  '0': 'zero',
};

/** Does what belongs to the key, unless the input method has it. Answers whether it did. */
export function press(event: KeyboardEvent, presses: Presses): boolean {
  if (belongsToInputMethod(event) || event.ctrlKey || event.metaKey || event.altKey) return false;
  const name = NAMES[event.key];
  const act = name && presses[name];
  if (!act) return false;
  event.preventDefault();
  act(event);
  return true;
}

/** An attachment: `{@attach pressed({ enter: save, escape: close })}`. */
export function pressed(presses: Presses) {
  return (node: HTMLElement) => {
    const down = (event: KeyboardEvent) => {
      if (press(event, presses)) event.stopPropagation();
    };
    node.addEventListener('keydown', down);
    return () => node.removeEventListener('keydown', down);
  };
}
