import { cleanup, fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answers } from '../book/queries';
import { installHost, ProblemError, type ImportInput, type Problem, type WorkProgress } from '../host';
import { notices } from '../parts/notices.svelte';
import { showScreen } from '../testing/show';
import { speak } from '../words';
import Transfer from './Transfer.svelte';

beforeEach(() => {
  // jsdom knows the element and not what it does.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
  speak('ja');
  answers.clear();
  notices.all = [];
  installHost({
    onProgress: () => () => undefined,
    passphraseStrength: () =>
      Promise.resolve({ level: 4, means: { key: 'backup-strength-strong', args: [] }, advice: null }),
  });
  showScreen(Transfer, {});
});
afterEach(cleanup);

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const type = async (label: string, value: string) =>
  fireEvent.input(within(await screen.findByRole('dialog')).getByLabelText(label), { target: { value } });

it('an export asks for a passphrase by itself, shows its strength, and tells where file and sheet are', async () => {
  const asked: (string | null)[] = [];
  installHost({
    exportSave: (_, passphrase) => {
      asked.push(passphrase);
      const path = '/media/stick/engawa.age';
      return Promise.resolve({ path, sheet: '/media/stick/engawa.html', entries: 40, contracts: 12, files: 3 });
    },
  });
  await press('帳を書き出す');
  await type('合言葉', 'gravel piano umbrella nineteen');
  expect(await screen.findByText('とても強い')).toBeTruthy();
  await press('保存する場所を選んで書き出す');
  expect(await screen.findByText('ふたつの合言葉がちがいます。')).toBeTruthy();
  expect(asked, 'a slip of the finger locks nothing').toEqual([]);
  await type('合言葉をもう一度', 'gravel piano umbrella nineteen');
  await press('保存する場所を選んで書き出す');
  expect(await screen.findByText('/media/stick/engawa.html')).toBeTruthy();
  expect(asked).toEqual(['gravel piano umbrella nineteen']);
});

it('an export without a passphrase says first that anybody can read it', async () => {
  const asked: (string | null)[] = [];
  installHost({
    exportSave: (_, passphrase) => {
      asked.push(passphrase);
      return Promise.resolve({ path: '/media/stick/engawa.json', sheet: null, entries: 40, contracts: 12, files: 3 });
    },
  });
  await press('帳を書き出す');
  await fireEvent.click(await screen.findByLabelText('合言葉で開く、ひとつのファイルにする'));
  expect(await screen.findByText(/だれでも読めるファイル/)).toBeTruthy();
  await press('保存する場所を選んで書き出す');
  expect(await screen.findByText('/media/stick/engawa.json')).toBeTruthy();
  expect(asked).toEqual([null]);
});

it('an encrypted file asks for its passphrase, is tried, and only then read in', async () => {
  const asked: ImportInput[] = [];
  installHost({
    importPick: () => Promise.resolve('/media/stick/engawa.age'),
    importFile: (_, input) => {
      asked.push(input);
      const told = { code: 'not_allowed', message: '合言葉がちがいます。', remedy: '' };
      return input.passphrase === 'gravel piano'
        ? Promise.resolve({ entries: 40, contracts: 12, files: 2, files_missing: 1 })
        : Promise.reject(new ProblemError(told as Problem));
    },
  });
  await press('書き出した帳を読み込む');
  await press('ファイルを選ぶ');
  await screen.findByText('/media/stick/engawa.age');
  await type('合言葉', 'gravel');
  await press('読み込めるか確かめる');
  expect(await screen.findByText(/合言葉がちがいます/)).toBeTruthy();
  await type('合言葉', 'gravel piano');
  await press('読み込めるか確かめる');
  expect(await screen.findByText(/まだ何も変えていません/)).toBeTruthy();
  expect(screen.getByText(/証拠のファイル 1個は、見つかりませんでした/)).toBeTruthy();
  await press('読み込む');
  await expect.poll(() => notices.all.map(({ text }) => text).join()).toContain('帳を読み込みました');
  expect(asked.map(({ how }) => how)).toEqual(['try', 'try', 'take']);
});

it('a file that is not encrypted asks for no passphrase', async () => {
  installHost({ importPick: () => Promise.resolve('/media/stick/engawa.json') });
  await press('書き出した帳を読み込む');
  await press('ファイルを選ぶ');
  await screen.findByText('/media/stick/engawa.json');
  expect(screen.queryByLabelText('合言葉')).toBeNull();
});

it('an export and an import tell how far they are, and stopped they say that nothing is left', async () => {
  let tell: (told: WorkProgress) => void = () => undefined;
  let end: (done: null) => void = () => undefined;
  let begun = '';
  const stopped: string[] = [];
  const begin = (work: string) => {
    begun = work;
    return new Promise<null>((done) => (end = done));
  };
  installHost({
    onProgress: (told) => {
      tell = told;
      return () => undefined;
    },
    workStop: (work) => {
      stopped.push(work);
      end(null);
      return Promise.resolve(null);
    },
    exportSave: begin,
    importPick: () => Promise.resolve('/media/stick/engawa.json'),
    importFile: begin,
  });
  const stop = async (says: RegExp) => {
    tell({ work: begun, progress: { done: 1_000_000, total: 2_000_000 }, course: 'going' });
    expect((await screen.findByRole<HTMLProgressElement>('progressbar')).value).toBe(50);
    await press('取りやめる');
    expect(await screen.findByText(says)).toBeTruthy();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(stopped.at(-1)).toBe(begun);
  };
  await press('帳を書き出す');
  await fireEvent.click(await screen.findByLabelText('合言葉で開く、ひとつのファイルにする'));
  await press('保存する場所を選んで書き出す');
  await stop(/取りやめました。途中のものは残っていません/);
  await press('閉じる');
  await press('書き出した帳を読み込む');
  await press('ファイルを選ぶ');
  await screen.findByText('/media/stick/engawa.json');
  await press('読み込めるか確かめる');
  await stop(/取りやめました。帳は元のままです/);
});
