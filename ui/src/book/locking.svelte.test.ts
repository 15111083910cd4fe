import { tick } from 'svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { installHost, type AppStart } from '../host';
import { notices } from '../parts/notices.svelte';
import { openForm, type } from '../testing/form.svelte';
import { speak } from '../words';
import { isLocking, lock } from './locking.svelte';
import { answers, queries } from './queries';

const start = (isProtected: boolean) => ({ book: { protected: isProtected } }) as unknown as AppStart;

beforeEach(() => {
  speak('ja');
  answers.clear();
  notices.clear();
});

it('a locked book leaves no answer and no notice in the window', async () => {
  const bookLock = vi.fn(() => Promise.resolve(null));
  installHost({ bookLock });
  answers.setQueryData(queries.start().queryKey, start(true));
  answers.setQueryData(queries.accounts().queryKey, []);
  answers.setQueryData(queries.contract('c1').queryKey, {} as never);
  notices.say('サクラ商店との契約を記録しました。');
  await lock();
  expect(bookLock).toHaveBeenCalledOnce();
  const left = answers
    .getQueryCache()
    .getAll()
    .filter((query) => query.state.data !== undefined);
  expect(left).toEqual([]);
  expect(notices.all).toEqual([]);
});

it('nothing of the book is shown from the moment in which it is being locked', async () => {
  let done: (value: null) => void = () => undefined;
  const bookLock = vi.fn(() => new Promise<null>((resolve) => (done = resolve)));
  installHost({ bookLock });
  answers.setQueryData(queries.start().queryKey, start(true));
  const locked = lock();
  await vi.waitFor(() => expect(bookLock).toHaveBeenCalledOnce());
  expect(isLocking(), 'the last backup may take its time').toBe(true);
  done(null);
  await locked;
  expect(isLocking()).toBe(false);
});

it('the book is locked only when it has the last letter that was typed', async () => {
  const told: string[] = [];
  const letGo: (() => void)[] = [];
  installHost({
    formDraftLoad: () => Promise.resolve(null),
    formDraftSave: (_, text) =>
      new Promise<null>((done) =>
        letGo.push(() => {
          told.push(text);
          done(null);
        }),
      ),
    bookLock: () => {
      told.push('locked');
      return Promise.resolve(null);
    },
  });
  answers.setQueryData(queries.start().queryKey, start(true));
  const open = await openForm();
  type(open.form, 'さ', 'さくら');
  const locked = lock();
  open.leave();
  while (!told.includes('locked')) {
    await tick();
    letGo.shift()?.();
  }
  await locked;
  expect(told).toEqual([JSON.stringify({ title: 'さ' }), JSON.stringify({ title: 'さくら' }), 'locked']);
});

it('a plain book says where its protection begins', async () => {
  const bookLock = vi.fn(() => Promise.resolve(null));
  installHost({ bookLock });
  answers.setQueryData(queries.start().queryKey, start(false));
  await lock();
  expect(bookLock).not.toHaveBeenCalled();
  expect(notices.all[0]?.text).toContain('保護されていない');
});
