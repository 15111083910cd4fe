import { beforeEach, expect, it } from 'vitest';
import { answers, queries } from '../book/queries';
import { allKept } from '../host/under-way';
import { installHost, type AppStart, type Settings } from '../host';
import { change } from './save';

beforeEach(() => {
  answers.clear();
  const settings = { theme: 'light', text_size: 100, language: 'ja' } as unknown as Settings;
  answers.setQueryData(queries.start().queryKey, { settings } as AppStart);
});

it('of two changes in quick succession the later one is kept last, however long the first takes', async () => {
  const kept: unknown[] = [];
  const taken: (() => void)[] = [];
  installHost({
    settingsSave: (settings) => new Promise<null>((done) => taken.push(() => (kept.push(settings.theme), done(null)))),
  });
  const both = [change({ theme: 'dark' }), change({ theme: 'system' })];
  // The shell takes what it was given in whatever order it likes.
  const all = Promise.all(both);
  let settled = false;
  void all.then(() => (settled = true));
  while (!settled) {
    await Promise.resolve();
    taken.pop()?.();
  }
  expect(kept).toEqual(['dark', 'system']);
});

it('a change that cannot be kept is told to whoever made it, and does not hold up the next', async () => {
  let refuses = true;
  installHost({
    settingsSave: () => (refuses ? Promise.reject(new Error('the disk is full')) : Promise.resolve(null)),
  });
  await expect(change({ theme: 'dark' })).rejects.toThrow('the disk is full');
  refuses = false;
  await change({ theme: 'light' });
  await allKept();
});
