import { cleanup, fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answers } from '../book/queries';
import {
  installHost,
  ProblemError,
  type BackupPlace,
  type BackupsView,
  type BackupStatus,
  type PickedBackup,
  type RestoredView,
  type RestorePreview,
  type WorkProgress,
} from '../host';
import { notices } from '../parts/notices.svelte';

import { showScreen } from '../testing/show';
import { setToday, speak } from '../words';
import Backups from './Backups.svelte';
import { barWords } from './looks';

const AT = '2026-11-24T05:05:00.000Z';
const home: BackupPlace = {
  folder: '/data/engawa-book/backups',
  kind: 'home',
  state: { is: 'proven', at: AT },
  proven: AT,
  synced: false,
  backups: 1,
};
const view: BackupsView = {
  places: [home],
  backups: [
    {
      at: AT,
      why: 'changes',
      contracts: 12,
      files: 3,
      entries: 40,
      bytes: 4096,
      proven: AT,
      places: ['', '/media/stick'],
      older_schema: null,
      files_missing: 0,
    },
  ],
  shrunk: null,
  unsaved: false,
  before_restore: null,
};
const preview: RestorePreview = {
  chosen: AT,
  at: AT,
  entries: [40, 44],
  back: ['商品紹介文の作成'],
  gone: ['別の相談'],
  changed: [{ title: 'ロゴ案', back: 1, gone: 0, other: 2 }],
  records: [{ kind: { key: 'backup-kind-requests', args: [] }, back: 1, gone: 0, other: 0 }],
  files_back: ['承認.png'],
  files_gone: [],
  files_lost: [],
  same: false,
};
const good: BackupStatus = { is: 'good', at: AT, places: 2, unsaved: false };

function show(seen: Partial<BackupsView> = {}, more: Parameters<typeof installHost>[0] = {}) {
  installHost({
    backupsView: () => Promise.resolve({ ...view, ...seen }),
    backupPreview: () => Promise.resolve(preview),
    backupCloseOpened: () => Promise.resolve(null),
    onProgress: () => () => undefined,
    ...more,
  });
  showScreen(Backups, {});
}

beforeEach(() => {
  // jsdom knows the element and not what it does.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
  speak('ja');
  setToday('2026-11-24');
  answers.clear();
  notices.all = [];
});
afterEach(cleanup);

it('a place says in words how it is doing, and the book’s own folder cannot be removed', async () => {
  const away: BackupPlace = { ...home, folder: '/media/stick', kind: 'chosen', state: { is: 'away', since: AT } };
  show({ places: [home, away] });
  const [first, second] = within(await screen.findByRole('region', { name: /保存先/ })).getAllByRole('listitem');
  if (!first || !second) throw new Error('two places are listed');
  expect(within(first).queryByRole('button')).toBeNull();
  expect(second.textContent).toContain('つながっていません');
  expect(within(second).getByRole('button', { name: /外す.*media.stick/ })).toBeTruthy();
});

it('a folder of a service that synchronises is said to be one', async () => {
  show({ places: [home, { ...home, kind: 'chosen', folder: '/home/a/Dropbox', synced: true }] });
  expect(await screen.findByText(/同期サービスのフォルダーです/)).toBeTruthy();
});

it('where there is only the place beside the book, another is recommended', async () => {
  show();
  expect(await screen.findByText(/帳と同じ場所にだけあります/)).toBeTruthy();
});

it('an empty list says when the first backup is made', async () => {
  show({ backups: [] });
  expect(await screen.findByText('バックアップはまだありません')).toBeTruthy();
});

it('before anything is restored the differences are named in both directions, and one press restores', async () => {
  const backupRestore = vi.fn(() => Promise.resolve({ from: AT, before: AT, files_back: 0, files_lost: 0 }));
  show({}, { backupRestore });
  await fireEvent.click(await screen.findByRole('button', { name: /くらべて戻す/ }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText('商品紹介文の作成')).toBeTruthy();
  expect(within(dialog).getByText('別の相談')).toBeTruthy();
  expect(within(dialog).getByText(/^ロゴ案 — 戻る記録 1件、前の内容になる記録 2件$/)).toBeTruthy();
  expect(backupRestore).not.toHaveBeenCalled();
  await fireEvent.click(within(dialog).getByRole('button', { name: 'この内容に戻す' }));
  await vi.waitFor(() => expect(notices.all.map(({ text }) => text)).toEqual(['帳を戻しました']));
  expect(backupRestore).toHaveBeenCalledExactlyOnceWith(expect.any(String), AT);
  notices.all[0]?.act?.run();
  expect(backupRestore).toHaveBeenCalledTimes(2);
});

it('a backup that is the same as the book offers no restore', async () => {
  show({}, { backupPreview: () => Promise.resolve({ ...preview, same: true }) });
  await fireEvent.click(await screen.findByRole('button', { name: /くらべて戻す/ }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText(/いまの帳と同じです/)).toBeTruthy();
  expect(within(dialog).queryByRole('button', { name: 'この内容に戻す' })).toBeNull();
});

it('after a sudden loss the user is asked, with the numbers', async () => {
  const backupLossMeant = vi.fn(() => Promise.resolve(null));
  show({ shrunk: { before: AT, noticed: AT, contracts: [40, 3], files: [9, 9] } }, { backupLossMeant });
  const asked = await screen.findByRole('alert');
  expect(asked.textContent).toContain('40件から 3件');
  await fireEvent.click(within(asked).getByRole('button', { name: '減らしたとおりでよい' }));
  expect(backupLossMeant).toHaveBeenCalledOnce();
});

it('two passphrases that differ lock nothing', async () => {
  const backupSeal = vi.fn(() => Promise.resolve(null));
  show(
    {},
    {
      backupSeal,
      passphraseStrength: () =>
        Promise.resolve({ level: 4, means: { key: 'backup-strength-strong', args: [] }, advice: null }),
    },
  );
  await fireEvent.click(await screen.findByRole('button', { name: '暗号化バックアップを作る' }));
  const dialog = await screen.findByRole('dialog');
  await fireEvent.input(within(dialog).getByLabelText('合言葉'), { target: { value: 'gravel piano' } });
  await fireEvent.input(within(dialog).getByLabelText('合言葉をもう一度'), { target: { value: 'gravel' } });
  expect(await within(dialog).findByText('とても強い')).toBeTruthy();
  await fireEvent.click(within(dialog).getByRole('button', { name: /フォルダーを選んで作る/ }));
  expect(await within(dialog).findByText('ふたつの合言葉がちがいます。')).toBeTruthy();
  expect(backupSeal).not.toHaveBeenCalled();
});

it('a wrong passphrase is told, and the file need not be chosen again', async () => {
  const backupFilePick = vi.fn(() => Promise.resolve<PickedBackup>({ file: '/media/stick/engawa.age', is: 'sealed' }));
  const told = {
    code: 'not_allowed',
    message: '合言葉がちがいます。',
    remedy: '',
    guide_entry: null,
    detail: null,
    fields: [],
  };
  const backupUnseal = vi.fn(() => Promise.reject(new ProblemError({ ...told, code: 'not_allowed' })));
  show({}, { backupFilePick, backupUnseal });
  await fireEvent.click(await screen.findByRole('button', { name: 'ほかの場所のバックアップを開く' }));
  const dialog = await screen.findByRole('dialog');
  await fireEvent.click(within(dialog).getByRole('button', { name: 'ファイルを選ぶ' }));
  await fireEvent.input(await within(dialog).findByLabelText('合言葉'), { target: { value: 'gravel piano' } });
  await fireEvent.click(within(dialog).getByRole('button', { name: '開く' }));
  expect(await within(dialog).findByText('合言葉がちがいます。')).toBeTruthy();
  await fireEvent.click(within(dialog).getByRole('button', { name: '開く' }));
  await vi.waitFor(() => expect(backupUnseal).toHaveBeenCalledTimes(2));
  expect(backupFilePick).toHaveBeenCalledOnce();
});

it('a backup that needs no passphrase is compared with the book as soon as it is chosen', async () => {
  const backupFilePick = vi.fn(() =>
    Promise.resolve<PickedBackup>({ file: '/media/stick/book-1.sqlite', is: 'plain' }),
  );
  const backupPreview = vi.fn(() => new Promise<never>(() => undefined));
  show({}, { backupFilePick, backupPreview });
  await fireEvent.click(await screen.findByRole('button', { name: 'ほかの場所のバックアップを開く' }));
  await fireEvent.click(await screen.findByRole('button', { name: 'ファイルを選ぶ' }));
  await vi.waitFor(() => expect(backupPreview).toHaveBeenCalledWith('/media/stick/book-1.sqlite'));
});

it('a backup of a protected book is opened by its passphrase or recovery code, and then compared', async () => {
  const file = '/media/stick/book-2.sqlite';
  const backupFilePick = vi.fn(() => Promise.resolve<PickedBackup>({ file, is: 'protected' }));
  const backupUnlock = vi.fn(() => Promise.resolve(null));
  const backupPreview = vi.fn(() => new Promise<never>(() => undefined));
  show({}, { backupFilePick, backupUnlock, backupPreview });
  await fireEvent.click(await screen.findByRole('button', { name: 'ほかの場所のバックアップを開く' }));
  await fireEvent.click(await screen.findByRole('button', { name: 'ファイルを選ぶ' }));
  const secret = await screen.findByLabelText('合言葉、または回復コード');
  expect(screen.getByText(/戻した帳も暗号化されません/)).toBeTruthy();
  await fireEvent.input(secret, { target: { value: '縁側で猫と夕立を待つ' } });
  await fireEvent.click(screen.getByRole('button', { name: '開く' }));
  await vi.waitFor(() => expect(backupUnlock).toHaveBeenCalledWith(file, '縁側で猫と夕立を待つ'));
  await vi.waitFor(() => expect(backupPreview).toHaveBeenCalledWith(file));
});

it('the bar says when the newest backup was proven and in how many places', () => {
  const local = new Date(AT);
  const time = `${String(local.getHours()).padStart(2, '0')}:${String(local.getMinutes()).padStart(2, '0')}`;
  const day = `${local.getFullYear()}-${String(local.getMonth() + 1).padStart(2, '0')}-${String(local.getDate()).padStart(2, '0')}`;
  setToday(day);
  expect(barWords(good)).toBe(`最後に確かめたバックアップ ${time}・2か所`);
  expect(barWords({ ...good, is: 'shrunk' })).toContain('大きく減りました');
});

/** A shell of which a test says how far it is, and that answers a piece of work when it is stopped or told to end. */
function working() {
  const stopped: string[] = [];
  let tell: (told: WorkProgress) => void = () => undefined;
  let end: (done: null) => void = () => undefined;
  return {
    stopped,
    tell: (told: WorkProgress) => tell(told),
    host: {
      onProgress: (told: (progress: WorkProgress) => void) => {
        tell = told;
        return () => undefined;
      },
      workStop: (work: string) => {
        stopped.push(work);
        end(null);
        return Promise.resolve(null);
      },
    },
    begin: <T>(): Promise<T | null> => new Promise((done) => (end = done)),
  };
}

it('a backup tells how far it is, and once it is stopped what counts is said', async () => {
  const shell = working();
  let begun = '';
  const backupMake = (work: string) => {
    begun = work;
    return shell.begin<BackupStatus>();
  };
  show({}, { ...shell.host, backupMake });
  await fireEvent.click(await screen.findByRole('button', { name: 'いますぐ作る' }));
  shell.tell({ work: begun, progress: { done: 2_000_000_000, total: 8_000_000_000 }, course: 'going' });
  expect((await screen.findByRole<HTMLProgressElement>('progressbar')).value).toBe(25);
  expect(screen.getByText('2.0 GB / 8.0 GB を読み書き')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: '取りやめる' }));
  await vi.waitFor(() => expect(notices.all.map(({ text }) => text).join()).toContain('バックアップに数えません'));
  expect(shell.stopped).toEqual([begun]);
  expect(screen.queryByRole('progressbar')).toBeNull();
});

it('proving again can be stopped', async () => {
  const shell = working();
  let begun = '';
  const backupProve = (work: string) => {
    begun = work;
    return shell.begin<never>();
  };
  show({}, { ...shell.host, backupProve });
  await fireEvent.click(await screen.findByRole('button', { name: /確かめ直す/ }));
  shell.tell({ work: begun, progress: { done: 1, total: 4 }, course: 'going' });
  await fireEvent.click(await screen.findByRole('button', { name: '取りやめる' }));
  await vi.waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  expect(shell.stopped).toEqual([begun]);
});

it('a restore can be stopped until the book is put in place, and then says that it cannot', async () => {
  const shell = working();
  let begun = '';
  const backupRestore = (work: string) => {
    begun = work;
    return shell.begin<RestoredView>();
  };
  show({}, { ...shell.host, backupRestore });
  await fireEvent.click(await screen.findByRole('button', { name: /くらべて戻す/ }));
  const dialog = within(await screen.findByRole('dialog'));
  await fireEvent.click(await dialog.findByRole('button', { name: 'この内容に戻す' }));
  shell.tell({ work: begun, progress: { done: 1, total: 4 }, course: 'going' });
  expect(await dialog.findByRole('button', { name: '取りやめる' })).toBeTruthy();
  shell.tell({ work: begun, progress: { done: 4, total: 4 }, course: 'bound' });
  expect(await dialog.findByText('帳を入れかえています。ここからは取りやめられません')).toBeTruthy();
  expect(dialog.queryByRole('button', { name: '取りやめる' })).toBeNull();
});

it('whoever closes the question while a restore gets ready stops it, and the book is as it was', async () => {
  const shell = working();
  const backupRestore = () => shell.begin<RestoredView>();
  show({}, { ...shell.host, backupRestore });
  await fireEvent.click(await screen.findByRole('button', { name: /くらべて戻す/ }));
  const dialog = within(await screen.findByRole('dialog'));
  await fireEvent.click(await dialog.findByRole('button', { name: 'この内容に戻す' }));
  await fireEvent.click(dialog.getByRole('button', { name: '戻さない' }));
  await vi.waitFor(() => expect(shell.stopped).toHaveLength(1));
  expect(notices.all).toEqual([]);
});
