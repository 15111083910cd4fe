import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { installHost } from '../host';
import { autosaved } from './autosave.svelte';

/** A book that keeps drafts, slowly: each save or removal takes effect only when it is let go. */
function slowBook(before: Record<string, string> = {}) {
  const kept = new Map(Object.entries(before));
  const waiting: (() => void)[] = [];
  const later = (work: () => unknown) =>
    new Promise<null>((done) =>
      waiting.push(() => {
        work();
        done(null);
      }),
    );
  installHost({
    formDraftLoad: (key) => Promise.resolve(kept.get(key) ?? null),
    formDraftSave: (key, text) => later(() => kept.set(key, text)),
    formDraftClear: (key) => later(() => kept.delete(key)),
  });
  /** Lets everything that waits take effect, and what follows from it. */
  async function settle() {
    for (let quiet = 0; quiet < 5; quiet += 1) {
      await Promise.resolve();
      const next = waiting.shift();
      if (next) {
        quiet = 0;
        next();
      }
    }
  }
  return { kept, settle };
}

async function form(key: string, empty: { title: string }) {
  let made: ReturnType<typeof autosaved<{ title: string }>> | undefined;
  const leave = $effect.root(() => {
    made = autosaved(key, empty);
  });
  if (!made) throw new Error('the form was not made');
  await made.ready;
  flushSync();
  return { fields: made.fields, made, leave };
}

it('what was typed and not sent is there again', async () => {
  const book = slowBook();
  const first = await form('f', { title: '' });
  first.made.fields.title = '商品紹介文';
  flushSync();
  await book.settle();
  first.leave();
  const again = await form('f', { title: '' });
  expect(again.made.fields.title).toBe('商品紹介文');
  again.leave();
});

it('nothing of a form that was sent comes back, however slowly its last letters were kept', async () => {
  const book = slowBook();
  const one = await form('f', { title: '' });
  one.made.fields.title = '商品';
  flushSync();
  one.made.fields.title = '商品紹介文';
  flushSync();
  const cleared = one.made.clear();
  await book.settle();
  await cleared;
  flushSync();
  await book.settle();
  one.leave();
  expect([...book.kept.keys()]).toEqual([]);
});

it('letters that were typed and taken back do not come back', async () => {
  const book = slowBook();
  const one = await form('f', { title: '' });
  one.made.fields.title = '商';
  flushSync();
  one.made.fields.title = '';
  flushSync();
  await book.settle();
  one.leave();
  expect([...book.kept.keys()]).toEqual([]);
});
