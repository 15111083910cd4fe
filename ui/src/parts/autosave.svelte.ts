/** What is being typed, kept by the book until the form is sent: a reload or a crash loses nothing. */
import { sendNewest, underWay } from '../host/under-way';
import { host } from '../host';

/**
 * The fields of a form under `key`. Await `ready` before showing them: what was left there last time is put in first.
 * Call `clear` once the form was sent or given up: nothing of what stands there then comes back under this key.
 */
export function autosaved<F extends Record<string, unknown>>(key: string, empty: F) {
  const form = $state({ fields: empty, ready: false });
  /** What needs no keeping: the form as it opens, or as it was sent. */
  let settled = JSON.stringify(empty);

  /** The same form, left a moment ago, may still have a word on its way. */
  const left = underWay(key)?.catch(() => undefined) ?? Promise.resolve();
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
    sendNewest(key, () => (isEmpty ? host.formDraftClear(key) : host.formDraftSave(key, text))).catch(() => undefined);
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
      await sendNewest(key, () => host.formDraftClear(key));
    },
  };
}
