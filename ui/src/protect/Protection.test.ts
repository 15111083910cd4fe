import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answers } from '../book/queries';
import { installHost, type AppStart, type BackupsView, type BookKind, type NewCode, type StaysPlain } from '../host';
import { notices } from '../parts/notices.svelte';
import { showScreen } from '../testing/show';
import { speak } from '../words';
import Protection from './Protection.svelte';

// jsdom has dialogs, but cannot show them.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
};

const PLACES = [
  { folder: '/home/a/book/backups', kind: 'home', backups: 3, proven: '2026-11-27T00:00:00.000Z' },
  { folder: '/media/stick', kind: 'chosen', backups: 2, proven: '2026-11-27T00:00:00.000Z' },
  { folder: '/media/new', kind: 'chosen', backups: 0, proven: null },
];
const GROUPS = ['0123', '4567', '89AB', 'CDEF', 'GHJK', 'MNPQ', 'RSTV', 'WXYZ', '2345'];

function show(book: { protected: boolean; kind?: BookKind }) {
  const told = {
    bookProtect: vi.fn((): Promise<StaysPlain | null> => Promise.resolve({ files: [] })),
    backupsView: vi.fn(() => Promise.resolve({ places: PLACES } as unknown as BackupsView)),
    onProgress: () => () => undefined,
    bookLock: vi.fn(() => Promise.resolve(null)),
    passphraseChange: vi.fn(() => Promise.resolve(null)),
    bookUnprotect: vi.fn(() => Promise.resolve({ files: [] as string[] })),
    settingsSave: vi.fn(() => Promise.resolve(null)),
  };
  installHost({
    ...told,
    appStart: () =>
      Promise.resolve({ settings: { language: 'ja' }, book: { kind: 'own', ...book } } as unknown as AppStart),
    passphraseStrength: () =>
      Promise.resolve({ level: 4, means: { key: 'backup-strength-strong', args: [] }, advice: null } as never),
    recoveryCodeShow: () => Promise.resolve({ groups: GROUPS, asked: 6 } satisfies NewCode),
  });
  showScreen(Protection, {});
  return told;
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const type = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });

beforeEach(() => {
  speak('ja');
  answers.clear();
  notices.clear();
});
afterEach(cleanup);

it('a plain book says that whoever uses the machine can read it, and offers to protect it', async () => {
  show({ protected: false });
  expect(await screen.findByText(/この端末を使える人は、帳を読めます/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /いま鍵をかける/ })).toBeNull();
});

it('the sample book cannot be protected', async () => {
  show({ protected: false, kind: 'sample' });
  expect(await screen.findByText(/サンプル帳は保護できません/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '帳を保護する' })).toBeNull();
});

it('a passphrase typed twice and a part of the code protect the book', async () => {
  const { bookProtect } = show({ protected: false });
  await press('帳を保護する');
  await type('新しい合言葉', '縁側で猫と夕立を待つ');
  expect(await screen.findByText('とても強い')).toBeTruthy();
  await type('合言葉をもう一度', '縁側で猫と夕立を待つ');
  await press('次へ');
  const code = await screen.findByRole('list', { name: '回復コード' });
  expect(Array.from(code.children, (item) => item.textContent)).toEqual(GROUPS);
  expect(screen.getByText('/media/stick'), 'what is removed there is named before').toBeTruthy();
  expect(screen.queryByText('/media/new'), 'nothing lies there').toBeNull();
  await type('書き写したコードの、6番目の組', 'mnpq');
  await press('暗号化して保護する');
  expect(bookProtect).toHaveBeenCalledWith(expect.any(String), '縁側で猫と夕立を待つ', 'mnpq');
  await expect.poll(() => notices.all.map((notice) => notice.text)).toEqual(['帳を保護しました。']);
  expect(screen.queryByRole('dialog'), 'nothing of it stays on the screen').toBeNull();
});

it('two passphrases that differ, and one that is too short, lead no further', async () => {
  show({ protected: false });
  await press('帳を保護する');
  await type('新しい合言葉', '短い');
  await type('合言葉をもう一度', '短い');
  await press('次へ');
  expect(await screen.findByText(/合言葉は8字からです/)).toBeTruthy();
  await type('新しい合言葉', '縁側で猫と夕立を待つ');
  await type('合言葉をもう一度', '縁側で猫と夕立を待った');
  await press('次へ');
  expect(await screen.findByText('ふたつの合言葉がちがいます。')).toBeTruthy();
  expect(screen.queryByRole('list', { name: '回復コード' })).toBeNull();
});

it('what was left of the dialog is not there when it is opened again', async () => {
  show({ protected: false });
  await press('帳を保護する');
  await type('新しい合言葉', '縁側で猫と夕立を待つ');
  await press('やめる');
  await press('帳を保護する');
  expect((await screen.findByLabelText<HTMLInputElement>('新しい合言葉')).value).toBe('');
});

it('a protected book is locked by a button, and after the minutes that were chosen', async () => {
  const { bookLock, settingsSave } = show({ protected: true });
  const minutes = await screen.findByRole<HTMLSelectElement>('combobox', { name: /鍵をかけるまで/ });
  expect(minutes.value).toBe('10');
  await fireEvent.change(minutes, { target: { value: '5' } });
  await expect.poll(() => settingsSave.mock.calls).toEqual([[{ language: 'ja', lock_after_minutes: 5 }]]);
  await fireEvent.click(screen.getByRole('button', { name: /いま鍵をかける/ }));
  await expect.poll(() => bookLock.mock.calls.length).toBe(1);
});

it('the passphrase is changed with the one so far', async () => {
  const { passphraseChange } = show({ protected: true });
  await press('合言葉を変える');
  await type('いまの合言葉、または回復コード', 'before that');
  await type('新しい合言葉', 'after all that');
  await type('合言葉をもう一度', 'after all that');
  await press('変える');
  expect(passphraseChange).toHaveBeenCalledWith('before that', 'after all that');
});

it('the protection ends with the passphrase only', async () => {
  const { bookUnprotect } = show({ protected: true });
  await press('保護をやめる');
  // One in the settings, one in the dialog.
  const buttons = await screen.findAllByRole('button', { name: '保護をやめる' });
  const send = buttons[1] as HTMLElement;
  await fireEvent.click(send);
  expect(bookUnprotect).not.toHaveBeenCalled();
  await type('いまの合言葉、または回復コード', '縁側で猫と夕立を待つ');
  await fireEvent.click(send);
  expect(bookUnprotect).toHaveBeenCalledWith(expect.any(String), '縁側で猫と夕立を待つ');
});

it('who stops the encrypting is told that the book is as it was, and can begin again', async () => {
  const { bookProtect } = show({ protected: false });
  bookProtect.mockResolvedValueOnce(null);
  await press('帳を保護する');
  await type('新しい合言葉', '縁側で猫と夕立を待つ');
  await type('合言葉をもう一度', '縁側で猫と夕立を待つ');
  await press('次へ');
  await type('書き写したコードの、6番目の組', 'mnpq');
  await press('暗号化して保護する');
  await expect.poll(() => notices.all.map((notice) => notice.text)).toEqual(['止めました。帳は、もとのままです。']);
  await press('暗号化して保護する');
  await expect.poll(() => bookProtect.mock.calls.length).toBe(2);
});
