/**
 * What is said again and again of one thing: what stands in a form, the settings. One word of it is under way to the book and the newest
 * waits; those in between are nobody's loss. The shell does not promise to answer in the order in which it was asked.
 */

/** The newest word of each thing that is not yet under way. */
const waiting = new Map<string, () => Promise<unknown>>();
/** The things of which a word is under way. */
const sending = new Map<string, Promise<void>>();

/** Fails where the last word could not be kept. */
async function send(key: string): Promise<void> {
  let failure: { why: unknown } | undefined;
  for (let work = waiting.get(key); work; work = waiting.get(key)) {
    waiting.delete(key);
    failure = await work().then(
      () => undefined,
      (why: unknown) => ({ why }),
    );
  }
  sending.delete(key);
  if (failure) throw failure.why;
}

/** Sends the newest word of a thing once the one before has arrived. Settles when nothing waits any more; fails where the last failed. */
export function sendNewest(key: string, work: () => Promise<unknown>): Promise<void> {
  waiting.set(key, work);
  let sent = sending.get(key);
  if (!sent) {
    sent = send(key);
    sending.set(key, sent);
  }
  return sent;
}

/** The words of this thing that are under way; nothing where none are. */
export const underWay = (key: string): Promise<void> | undefined => sending.get(key);

/** Waits until the book has everything, or has refused it. Whoever locks the book or closes the window must wait for it. */
export async function allKept(): Promise<void> {
  while (sending.size > 0) await Promise.allSettled(sending.values());
}
