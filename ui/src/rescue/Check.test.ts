import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answers } from '../book/queries';
import { installHost, type CheckView, type RepairView, type WorkProgress } from '../host';
import { showScreen } from '../testing/show';
import { speak } from '../words';
import Check from './Check.svelte';

const whole: CheckView = {
  whole: true,
  entries: 40,
  rows: 120,
  files: 3,
  damages: [],
  more: 0,
  repairable: 0,
  beyond: false,
};

const found: CheckView = {
  ...whole,
  whole: false,
  damages: [
    {
      kind: 'schema',
      harmless: false,
      what: {
        key: 'repair-what-index-missing',
        args: [{ name: 'name', value: { type: 'words', value: 'contracts_client' } }],
      },
      remedy: { key: 'repair-will-make-again', args: [] },
      repairable: true,
    },
    {
      kind: 'entry_altered',
      harmless: false,
      what: { key: 'repair-what-entry-altered', args: [{ name: 'seq', value: { type: 'number', value: 12 } }] },
      remedy: { key: 'repair-stays-history', args: [] },
      repairable: false,
    },
  ],
  repairable: 1,
  beyond: true,
};

const button = (name: string | RegExp) => screen.findByRole('button', { name });

function show(check: CheckView) {
  installHost({
    bookCheck: () => Promise.resolve(check),
    onProgress: () => () => undefined,
  });
  showScreen(Check, {});
}

beforeEach(() => {
  speak('ja');
  answers.clear();
});
afterEach(cleanup);

it('a whole book is said to be one, with how much was looked at', async () => {
  show(whole);
  await fireEvent.click(await button('調べる'));
  expect(await screen.findByText('帳は壊れていません')).toBeTruthy();
  expect(screen.getByText(/履歴 40件、記録 120件、証拠 3件/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /直す/ })).toBeNull();
});

/** A look that goes on until the test ends it, a quarter done. */
async function looking() {
  let begun = '';
  let end: (check: CheckView | null) => void = () => undefined;
  let tell: (told: WorkProgress) => void = () => undefined;
  const stopped: string[] = [];
  installHost({
    bookCheck: (work) => {
      begun = work;
      return new Promise((resolve) => (end = resolve));
    },
    onProgress: (told) => {
      tell = told;
      return () => undefined;
    },
    workStop: (work) => {
      stopped.push(work);
      return Promise.resolve(null);
    },
  });
  await fireEvent.click(await button(/調べる/));
  tell({ work: begun, progress: { done: 60, total: 240 }, course: 'going' });
  return { begun, end, stopped };
}

it('while it is looked at, how far it is stands there and the press is not repeated', async () => {
  show(whole);
  const { end } = await looking();
  expect(await screen.findByRole('progressbar', { name: '調べています' })).toHaveProperty('value', 25);
  expect(screen.queryByRole('button', { name: '調べる' })).toBeNull();
  end(whole);
  expect(await button('もう一度調べる')).toBeTruthy();
});

it('a look that is stopped says so, and nothing of what was found before', async () => {
  show(found);
  await fireEvent.click(await button('調べる'));
  await screen.findByRole('list', { name: '直せるところ' });
  const { begun, end, stopped } = await looking();
  await fireEvent.click(await button('取りやめる'));
  expect(stopped).toEqual([begun]);
  end(null);
  expect(await screen.findByText('取りやめました。帳は元のままです。')).toBeTruthy();
  expect(screen.queryByRole('list', { name: '直せるところ' })).toBeNull();
  await fireEvent.click(await button('調べる'));
  await waitFor(() => expect(screen.queryByText('取りやめました。帳は元のままです。')).toBeNull());
});

it('what can be set right and what stays are told apart, each with the reason', async () => {
  show(found);
  await fireEvent.click(await button('調べる'));
  const will = await screen.findByRole('list', { name: '直せるところ' });
  expect(within(will).getByText(/contracts_client/)).toBeTruthy();
  const stays = screen.getByRole('list', { name: 'このままになるところ' });
  expect(within(stays).getByText(/履歴の 12 番/)).toBeTruthy();
  expect(within(stays).getByText(/履歴は書きかえません/)).toBeTruthy();
});

it('one press sets right what can be, and says where the backup is', async () => {
  show(found);
  const repaired: RepairView = {
    repaired: found.damages.slice(0, 1).map((damage) => damage.what),
    backup: '/home/hana/engawa-book/backups/book-2026.sqlite',
    after: { ...found, damages: found.damages.slice(1), repairable: 0 },
  };
  installHost({ bookRepair: () => Promise.resolve(repaired) });
  await fireEvent.click(await button('調べる'));
  await fireEvent.click(await button('1件を直す'));
  expect(await screen.findByText(/1件を直しました/)).toBeTruthy();
  expect(screen.getByText(/backups\/book-2026\.sqlite/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /件を直す/ })).toBeNull();
});

it('a repair can be stopped until its first change, and what was found stands there again', async () => {
  show(found);
  let begun = '';
  let tell: (told: WorkProgress) => void = () => undefined;
  let end: (done: null) => void = () => undefined;
  installHost({
    bookRepair: (work) => {
      begun = work;
      return new Promise<null>((done) => (end = done));
    },
    onProgress: (told) => {
      tell = told;
      return () => undefined;
    },
    workStop: () => {
      end(null);
      return Promise.resolve(null);
    },
  });
  await fireEvent.click(await button('調べる'));
  await fireEvent.click(await button('1件を直す'));
  tell({ work: begun, progress: { done: 1, total: 2 }, course: 'going' });
  await fireEvent.click(await button('取りやめる'));
  expect(await screen.findByText('取りやめました。帳は元のままです。')).toBeTruthy();
  expect(await button('1件を直す')).toBeTruthy();
});

it('a repair that has begun to change the book says so and offers no stop', async () => {
  show(found);
  let begun = '';
  let tell: (told: WorkProgress) => void = () => undefined;
  installHost({
    bookRepair: (work) => {
      begun = work;
      return new Promise(() => undefined);
    },
    onProgress: (told) => {
      tell = told;
      return () => undefined;
    },
  });
  await fireEvent.click(await button('調べる'));
  await fireEvent.click(await button('1件を直す'));
  tell({ work: begun, progress: { done: 2, total: 2 }, course: 'bound' });
  expect((await screen.findAllByText(/ここからは取りやめられません/)).length).toBeGreaterThan(0);
  expect(screen.queryByRole('button', { name: '取りやめる' })).toBeNull();
});

it('a rescue of a book that opens is asked for twice, and can be stopped', async () => {
  show(found);
  let begun = '';
  let tell: (told: WorkProgress) => void = () => undefined;
  let end: (done: null) => void = () => undefined;
  installHost({
    bookRescue: (work) => {
      begun = work;
      return new Promise<null>((done) => (end = done));
    },
    onProgress: (told) => {
      tell = told;
      return () => undefined;
    },
    workStop: () => {
      end(null);
      return Promise.resolve(null);
    },
  });
  await fireEvent.click(await button('読める記録を新しい帳に移す'));
  expect(await screen.findByText(/いまのファイルは、別の名前で残します/)).toBeTruthy();
  await fireEvent.click(await button('救い出す'));
  tell({ work: begun, progress: { done: 1, total: 2 }, course: 'going' });
  await fireEvent.click(await button('取りやめる'));
  expect(await screen.findByText('取りやめました。帳は元のままです。')).toBeTruthy();
});
