/** What is being typed, kept by the book until the form is sent: a reload or a crash loses nothing. */
import { host } from '../host';

/**
 * The fields of a form under `key`. Await `ready` before showing them: what was left there last time is put in first.
 * Call `clear` once the form was sent.
 */
export function autosaved<F extends Record<string, unknown>>(key: string, empty: F) {
  const form = $state({ fields: empty, ready: false });
  const ready = host.formDraftLoad(key).then((text) => {
    if (text) form.fields = { ...empty, ...(JSON.parse(text) as Partial<F>) };
    form.ready = true;
  });
  $effect(() => {
    const text = JSON.stringify(form.fields);
    if (form.ready && text !== JSON.stringify(empty)) void host.formDraftSave(key, text);
  });
  return {
    get fields() {
      return form.fields;
    },
    get isReady() {
      return form.ready;
    },
    ready,
    clear: () => host.formDraftClear(key),
  };
}
