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

/** A host in which long work goes on until the test ends it; `commands` says which work that is. */
function underWay(commands: (begin: (work: string) => Promise<never>) => Parameters<typeof installHost>[0]) {
  const stopped: string[] = [];
  let begun = '';
  let hear: (told: WorkProgress) => void = () => undefined;
  let resolve: (done: never) => void = () => undefined;
  installHost({
    ...commands((work) => {
      begun = work;
      return new Promise<never>((done) => (resolve = done));
    }),
    onProgress: (told) => {
      hear = told;
      return () => undefined;
    },
    workStop: (work) => {
      stopped.push(work);
      return Promise.resolve(null);
    },
  });
  return {
    tell: (done: number, total: number, course: WorkProgress['course'] = 'going') =>
      hear({ work: begun, progress: { done, total }, course }),
    end: (done: CheckView | null) => resolve(done as never),
    /** Presses the button that stops it, and says that it was stopped. */
    stop: async () => {
      await fireEvent.click(await button('取りやめる'));
      expect(stopped).toEqual([begun]);
      resolve(null as never);
      expect(await screen.findByText('取りやめました。帳は元のままです。')).toBeTruthy();
    },
  };
}

/** A look that goes on until the test ends it, a quarter done. */
async function looking() {
  const work = underWay((bookCheck) => ({ bookCheck }));
  await fireEvent.click(await button(/調べる/));
  work.tell(60, 240);
  return work;
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
  const { stop } = await looking();
  await stop();
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
  const work = underWay((bookRepair) => ({ bookRepair }));
  await fireEvent.click(await button('調べる'));
  await fireEvent.click(await button('1件を直す'));
  work.tell(1, 2);
  await work.stop();
  expect(await button('1件を直す')).toBeTruthy();
});

it('a repair that has begun to change the book says so and offers no stop', async () => {
  show(found);
  const work = underWay((bookRepair) => ({ bookRepair }));
  await fireEvent.click(await button('調べる'));
  await fireEvent.click(await button('1件を直す'));
  work.tell(2, 2, 'bound');
  expect((await screen.findAllByText(/ここからは取りやめられません/)).length).toBeGreaterThan(0);
  expect(screen.queryByRole('button', { name: '取りやめる' })).toBeNull();
});

it('a rescue of a book that opens is asked for twice, and can be stopped', async () => {
  show(found);
  const work = underWay((bookRescue) => ({ bookRescue }));
  await fireEvent.click(await button('読める記録を新しい帳に移す'));
  expect(await screen.findByText(/いまのファイルは、別の名前で残します/)).toBeTruthy();
  await fireEvent.click(await button('救い出す'));
  work.tell(1, 2);
  await work.stop();
});
