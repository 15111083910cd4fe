/** The keys 1 to 9 choose one of the answers in sight. Not while something is written, held with another key, or converted. */
import { belongsToInputMethod } from './press';
import { isWriting } from './shortcuts';

/** Listens until the answer is called. `choose` is given the place of the answer, from 0. */
export function digits(choose: (at: number) => void): () => void {
  const down = (event: KeyboardEvent) => {
    if (belongsToInputMethod(event) || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (isWriting(event.target) || document.querySelector('dialog[open]')) return;
    const digit = /^[1-9]$/.exec(event.key)?.[0];
    if (digit) choose(Number(digit) - 1);
  };
  window.addEventListener('keydown', down);
  return () => window.removeEventListener('keydown', down);
}
