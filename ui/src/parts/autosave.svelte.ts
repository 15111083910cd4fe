/** What is being typed, kept by the book until the form is sent: a reload or a crash loses nothing. */
import { host } from '../host';

/** The newest word of each form that is not yet on its way. Only the newest: what was typed over in between is nobody's loss. */
const waiting = new Map<string, () => Promise<unknown>>();
/** The forms of which a word is on its way. One after the other for each, so that no letter typed before the end is kept after it. */
const onTheWay = new Map<string, Promise<void>>();

/** Fails where the last word of the form could not be kept. */
async function sendAll(key: string): Promise<void> {
  let failure: { why: unknown } | undefined;
  for (let work = waiting.get(key); work; work = waiting.get(key)) {
    waiting.delete(key);
    failure = await work().then(
      () => undefined,
      (why: unknown) => ({ why }),
    );
  }
  onTheWay.delete(key);
  if (failure) throw failure.why;
}

function inOrder(key: string, work: () => Promise<unknown>): Promise<void> {
  waiting.set(key, work);
  let sending = onTheWay.get(key);
  if (!sending) {
    sending = sendAll(key);
    onTheWay.set(key, sending);
  }
  return sending;
}

/** Waits until the book has all that was typed, or has refused it. Whoever locks the book or closes the window must wait for it. */
export async function allKept(): Promise<void> {
  while (onTheWay.size > 0) await Promise.allSettled(onTheWay.values());
}

/**
 * The fields of a form under `key`. Await `ready` before showing them: what was left there last time is put in first.
 * Call `clear` once the form was sent or given up: nothing of what stands there then comes back under this key.
 */
export function autosaved<F extends Record<string, unknown>>(key: string, empty: F) {
  const form = $state({ fields: empty, ready: false });
  /** What needs no keeping: the form as it opens, or as it was sent. */
  let settled = JSON.stringify(empty);

  /** The same form, left a moment ago, may still have a word on its way. */
  const left = onTheWay.get(key)?.catch(() => undefined) ?? Promise.resolve();
  const ready = left
    .then(() => host.formDraftLoad(key))
    .then((text) => {
      if (text) {
        form.fields = { ...empty, ...(JSON.parse(text) as Partial<F>) };
        settled = JSON.stringify(form.fields);
      }
      form.ready = true;
    });
  $effect(() => {
    const text = JSON.stringify(form.fields);
    if (!form.ready || text === settled) return;
    settled = '';
    // Typed and taken back: what was kept in between must not come back.
    const isEmpty = text === JSON.stringify(empty);
    // A draft that cannot be kept now is kept with the next letter; the form itself says when the book cannot be written.
    inOrder(key, () => (isEmpty ? host.formDraftClear(key) : host.formDraftSave(key, text))).catch(() => undefined);
  });
  return {
    get fields() {
      return form.fields;
    },
    get isReady() {
      return form.ready;
    },
    ready,
    async clear(): Promise<void> {
      settled = JSON.stringify(form.fields);
      await inOrder(key, () => host.formDraftClear(key));
    },
  };
}
