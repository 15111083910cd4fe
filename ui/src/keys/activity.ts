/** Whether anybody is there: any key, any move of the hand. */

/** No more often than this, in milliseconds: the shell only wants to know that it was not nobody. */
const EVERY = 10_000;

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Tells `touched` now and then while somebody is there, until the answer is called. */
export function presence(touched: () => void, now: () => number = Date.now): () => void {
  let told = -Infinity;
  const seen = () => {
    const at = now();
    // A clock that was set back must not silence it.
    if (at >= told && at - told < EVERY) return;
    told = at;
    touched();
  };
  for (const sign of SIGNS) window.addEventListener(sign, seen, { capture: true, passive: true });
  return () => SIGNS.forEach((sign) => window.removeEventListener(sign, seen, { capture: true }));
}
