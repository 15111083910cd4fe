import { cleanup, fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answers } from '../book/queries';
import {
  installHost,
  ProblemError,
  type AppStart,
  type RescueView,
  type TroubleView,
  type WorkProgress,
} from '../host';
import { showScreen } from '../testing/show';
import { speak } from '../words';
import Trouble from './Trouble.svelte';

const damaged: TroubleView = {
  kind: 'damaged',
  title: { key: 'rescue-title-damaged', args: [] },
  text: { key: 'rescue-text-damaged', args: [] },
  folder: '/home/hana/engawa-book',
  detail: 'the book is damaged: 4096 bytes of 8192 are left',
  ways: ['rescue', 'restore', 'look', 'try_again', 'show_folder', 'sample'],
  holder: null,
  language: 'ja',
  backups: [
    { name: 'new.sqlite', made: '2026-11-24T05:05:00.000Z', kib: 40, contracts: 12, last: '2026-11-24T05:00:00.000Z' },
    { name: 'spoilt.sqlite', made: null, kib: 4, contracts: null, last: null },
  ],
};

const report: RescueView = {
  tables: [
    {
      table: 'contracts',
      kind: { key: 'repair-kind', args: [{ name: 'kind', value: { type: 'name', value: 'repair-table-contracts' } }] },
      saved: 12,
      from_history: 3,
      lost: 1,
    },
  ],
  lost: [
    {
      record: {
        key: 'repair-record-named',
        args: [
          { name: 'kind', value: { type: 'name', value: 'repair-table-contracts' } },
          { name: 'name', value: { type: 'words', value: 'ロゴの制作' } },
        ],
      },
      why: { key: 'rescue-lost-alone', args: [] },
    },
  ],
  more: 0,
  entries: 40,
  entries_left: 0,
  files_whole: 2,
  files_missing: ['画面.png'],
  files_altered: [],
  files_unknown: [],
  book: '/home/hana/engawa-book',
  kept: '/home/hana/engawa-book/book-damaged-2026.sqlite',
};

function show(view: TroubleView) {
  installHost({
    troubleView: () => Promise.resolve(view),
    onProgress: () => () => undefined,
  });
  showScreen(Trouble, { error: new Error('x') });
}

const button = (name: string) => screen.findByRole('button', { name: new RegExp(name) });

beforeEach(() => {
  speak('ja');
  answers.clear();
});
afterEach(cleanup);

it('says what is the matter and that nothing was changed, as a page and not as an alarm', async () => {
  show(damaged);
  expect(
    await screen.findByRole('heading', { level: 1, name: '帳のファイルに、読めないところがあります' }),
  ).toBeTruthy();
  expect(screen.getByText(/何も書いていません/)).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('offers exactly the ways that fit, the best first, each with what it does', async () => {
  show(damaged);
  const ways = await screen.findByRole('list', { name: 'できること' });
  const names = within(ways)
    .getAllByRole('button')
    .map((way) => way.querySelector('b')?.textContent);
  expect(names).toEqual([
    '救い出す',
    'バックアップから戻す',
    '読むだけで開く',
    'もう一度開く',
    'フォルダーの場所',
    'サンプル帳を見る',
  ]);
});

/** A shell in which long work goes on until the test ends it, and which tells how far it is when the test says so. */
function working() {
  const nobody = () => undefined;
  const it: {
    begun: string;
    stopped: string[];
    finish: (done: unknown) => void;
    tell: (told: WorkProgress) => void;
  } = { begun: '', stopped: [], finish: nobody, tell: nobody };
  const begin = <T>(work: string) => {
    it.begun = work;
    return new Promise<T>((resolve) => (it.finish = resolve as (done: unknown) => void));
  };
  installHost({
    bookRescue: begin<RescueView | null>,
    bookRestore: begin<string | null>,
    onProgress: (told) => {
      it.tell = told;
      return () => undefined;
    },
    workStop: (work) => {
      it.stopped.push(work);
      it.finish(null);
      return Promise.resolve(null);
    },
  });
  return it;
}

it('a rescue shows how far it is, then what was saved and what was not by name, and where the damaged file is', async () => {
  show(damaged);
  const shell = working();
  await fireEvent.click(await button('^救い出す'));
  expect((await screen.findByRole('status')).textContent).toBe('救い出しています');
  shell.tell({ work: shell.begun, progress: { done: 1, total: 4 }, course: 'going' });
  expect((await screen.findByRole<HTMLProgressElement>('progressbar')).value).toBe(25);
  shell.finish(report);
  expect(await screen.findByRole('heading', { level: 1, name: '救い出しました' })).toBeTruthy();
  const row = screen.getByRole('row', { name: /相談・契約/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['12', '3', '1']);
  expect(screen.getByText(/ロゴの制作/)).toBeTruthy();
  expect(screen.getByText(/画面\.png/)).toBeTruthy();
  expect(screen.getByText(/book-damaged-2026\.sqlite/)).toBeTruthy();
  expect(await button('救い出した帳を開く')).toBeTruthy();
});

it('a rescue that fails says why, and the ways are still there', async () => {
  show(damaged);
  const problem = {
    code: 'disk_full',
    message: '保存先がいっぱいです。',
    remedy: '場所を空けてください。',
    guide_entry: null,
    detail: null,
    fields: [],
  } as const;
  installHost({ bookRescue: () => Promise.reject(new ProblemError({ ...problem, fields: [] })) });
  await fireEvent.click(await button('^救い出す'));
  expect(await screen.findByText('保存先がいっぱいです。')).toBeTruthy();
  expect(await button('^救い出す')).toBeTruthy();
});

it('a rescue and a restore are stopped, and the page says that the book is as it was', async () => {
  show(damaged);
  const shell = working();
  const stop = async () => {
    shell.tell({ work: shell.begun, progress: { done: 1, total: 4 }, course: 'going' });
    await fireEvent.click(await button('^取りやめる'));
    expect(await screen.findByText('取りやめました。帳は元のままです。')).toBeTruthy();
    expect(shell.stopped.at(-1)).toBe(shell.begun);
    expect(screen.queryByRole('progressbar')).toBeNull();
  };
  await fireEvent.click(await button('^救い出す'));
  await stop();
  await fireEvent.click(await button('^バックアップから戻す'));
  await fireEvent.click(await button('このバックアップに戻す'));
  await stop();
});

it('once other files take the place of the book, nothing can be stopped any more', async () => {
  show(damaged);
  const shell = working();
  await fireEvent.click(await button('^救い出す'));
  shell.tell({ work: shell.begun, progress: { done: 4, total: 4 }, course: 'bound' });
  expect(await screen.findByText('帳を入れかえています。ここからは取りやめられません')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '取りやめる' })).toBeNull();
});

it('a backup is restored by its own button; one that does not open has none', async () => {
  const asked: string[] = [];
  show(damaged);
  installHost({
    bookRestore: (_work, name) => {
      asked.push(name);
      return Promise.resolve('/home/hana/engawa-book/book-damaged-2026.sqlite');
    },
  });
  await fireEvent.click(await button('^バックアップから戻す'));
  const restoring = await screen.findAllByRole('button', { name: /このバックアップに戻す/ });
  expect(restoring).toHaveLength(1);
  expect(screen.getByText(/このファイルは開けません/)).toBeTruthy();
  await fireEvent.click(restoring[0] as HTMLElement);
  expect(await screen.findByRole('heading', { level: 1, name: 'バックアップから戻しました' })).toBeTruthy();
  expect(asked).toEqual(['new.sqlite']);
});

it('the folder is shown to be read and copied', async () => {
  show(damaged);
  await fireEvent.click(await button('^フォルダーの場所'));
  expect(await screen.findByText('/home/hana/engawa-book')).toBeTruthy();
  expect(await button('場所をコピー')).toBeTruthy();
});

it('a folder can be typed where no dialog of the system comes', async () => {
  const asked: string[] = [];
  show({ ...damaged, kind: 'vanished', ways: ['try_again', 'other_folder', 'sample'] });
  installHost({
    bookOpenAt: (folder: string) => {
      asked.push(folder);
      return Promise.resolve({} as AppStart);
    },
  });
  await fireEvent.click(await button('^ほかのフォルダーの帳を開く'));
  const folder = await screen.findByRole('textbox', { name: 'フォルダー' });
  const enter = { key: 'Enter', keyCode: 13 };
  expect(await fireEvent.keyDown(await button('フォルダーを選ぶ'), enter), 'Enter is that of the button').toBe(true);
  await fireEvent.input(folder, { target: { value: '/mnt/帳' } });
  await fireEvent.click(await button('^この帳を開く'));
  await expect.poll(() => asked).toEqual(['/mnt/帳']);
});

it('a held book says who holds it', async () => {
  show({
    ...damaged,
    kind: 'held',
    ways: ['try_again', 'look', 'show_folder', 'sample'],
    holder: { program: 'engawa-cli', process: 4711, since: '2026-11-24T05:05:00.000Z' },
  });
  expect(await screen.findByText(/engawa-cli.*4711/)).toBeTruthy();
});

it('a support report is made, read and saved although no book is open', async () => {
  const saved: string[] = [];
  show(damaged);
  installHost({
    supportReport: () => Promise.resolve('縁側 サポート用の報告\n  開いていません: book_damaged'),
    supportSave: (text: string) => {
      saved.push(text);
      return Promise.resolve('/home/hana/報告.txt');
    },
  });
  await fireEvent.click(await button('サポート用の報告を作る'));
  expect((await screen.findByRole('region', { name: '報告の全文' })).textContent).toContain('book_damaged');
  expect(saved, 'nothing is saved before it was read').toEqual([]);
  await fireEvent.click(await button('ファイルに保存'));
  expect(await screen.findByText(/報告を保存しました/)).toBeTruthy();
  expect(saved).toEqual(['縁側 サポート用の報告\n  開いていません: book_damaged']);
});
