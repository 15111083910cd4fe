import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { allKept } from '../host/under-way';
import { host, installHost } from '../host';
import { openForm, type } from '../testing/form.svelte';

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

it('what was typed and not sent is there again', async () => {
  const book = slowBook();
  const first = await openForm();
  type(first.form, '商品紹介文');
  await book.settle();
  first.leave();
  const again = await openForm();
  expect(again.form.fields.title).toBe('商品紹介文');
  again.leave();
});

it('nothing of a form that was sent comes back, however slowly its last letters were kept', async () => {
  const book = slowBook();
  const one = await openForm();
  type(one.form, '商品', '商品紹介文');
  const cleared = one.form.clear();
  await book.settle();
  await cleared;
  flushSync();
  await book.settle();
  one.leave();
  expect([...book.kept.keys()]).toEqual([]);
});

it('letters that were typed and taken back do not come back', async () => {
  const book = slowBook();
  const one = await openForm();
  type(one.form, '商', '');
  await book.settle();
  one.leave();
  expect([...book.kept.keys()]).toEqual([]);
});

it('of letters that come quicker than the book keeps them, the newest is sent next', async () => {
  const book = slowBook();
  const saved: string[] = [];
  const { formDraftSave } = host;
  installHost({ formDraftSave: (key, text) => (saved.push(text), formDraftSave(key, text)) });
  const one = await openForm();
  type(one.form, 'さ', 'さく', 'さくら');
  await book.settle();
  one.leave();
  expect(saved.map((text) => (JSON.parse(text) as { title: string }).title)).toEqual(['さ', 'さくら']);
});

it('whoever waits for all that was typed waits for the last letter, also of a form that was left', async () => {
  const book = slowBook();
  const one = await openForm();
  type(one.form, 'さ', 'さくら');
  one.leave();
  const seen = allKept().then(() => book.kept.get('f'));
  await book.settle();
  expect(await seen).toBe(JSON.stringify({ title: 'さくら' }));
});

it('a form that is opened again at once shows the last letter, though that was still on its way', async () => {
  const book = slowBook();
  const one = await openForm();
  type(one.form, 'さ', 'さくら');
  one.leave();
  const again = openForm();
  await book.settle();
  const { form, leave } = await again;
  expect(form.fields.title).toBe('さくら');
  leave();
});

it('a letter that the book refuses does not hold up the next one', async () => {
  let refuses = true;
  const kept: string[] = [];
  installHost({
    formDraftLoad: () => Promise.resolve(null),
    formDraftSave: (_, text) =>
      refuses ? Promise.reject(new Error('the disk is full')) : (kept.push(text), Promise.resolve(null)),
  });
  const one = await openForm();
  type(one.form, 'さ');
  await allKept();
  refuses = false;
  type(one.form, 'さく');
  await allKept();
  one.leave();
  expect(kept).toEqual([JSON.stringify({ title: 'さく' })]);
});
