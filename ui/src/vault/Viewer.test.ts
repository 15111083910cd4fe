import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answers } from '../book/queries';
import { installHost, type Evidence, type EvidenceNoteInput, type EvidencePreview } from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak } from '../words';
import Viewer from './Viewer.svelte';

const kept: Evidence = {
  id: '0192f000-0000-7000-8000-00000000000e',
  sha256: 'ab12'.padEnd(64, '0'),
  bytes: 34_567,
  original_name: '申請ステータス.png',
  media_type: 'image/png',
  captured: '2026-11-24T05:05:00Z',
  origin: 'pasted',
  note: '上のほう',
};
const PLACE = '/home/a/engawa-book/evidence/ab/ab12';
const PICTURE: EvidencePreview = {
  preview: 'picture',
  data_url: 'data:image/png;base64,AA==',
  width: 400,
  height: 200,
};

async function show(shown: EvidencePreview) {
  installHost({
    documentsView: () => Promise.resolve({ documents: [], log: [], person: null }),
    evidenceInside: () => Promise.resolve({ shown, place: PLACE }),
    formDraftLoad: () => Promise.resolve(null),
    formDraftSave: () => Promise.resolve(null),
    formDraftClear: () => Promise.resolve(null),
    onProgress: () => () => undefined,
  });
  const contracts = 'known' as const;
  showScreen(Viewer, { evidence: kept, ties: [], contracts, onclose: () => undefined });
  return screen.findByRole('dialog', { name: '申請ステータス.png' });
}

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
  answers.clear();
  // jsdom measures nothing and draws no dialogs.
  const nothing = () => undefined;
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = nothing;
      unobserve = nothing;
      disconnect = nothing;
    },
  );
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});
afterEach(cleanup);

it('a file says when and how it came, its whole hash, and where its bytes lie', async () => {
  const dialog = await show({ preview: 'none' });
  expect(await within(dialog).findByText(PLACE)).toBeTruthy();
  expect(within(dialog).getByText('貼り付けて追加')).toBeTruthy();
  expect(within(dialog).getByText(kept.sha256)).toBeTruthy();
  expect(within(dialog).getByText(/写しを保存すると、ほかのソフトで見られます/)).toBeTruthy();
});

it('a picture is made larger and smaller by buttons and by keys', async () => {
  const dialog = await show(PICTURE);
  const picture = await within(dialog).findByRole('img', { name: '申請ステータス.png' });
  const width = () => (picture as HTMLImageElement).style.width;
  within(dialog).getByRole('button', { name: '元の大きさ' }).click();
  await waitFor(() => expect(width()).toBe('400px'));
  within(dialog).getByRole('button', { name: '拡大' }).click();
  await waitFor(() => expect(width()).toBe('500px'));
  const box = within(dialog).getByRole('region', { name: '申請ステータス.png' });
  await fireEvent.keyDown(box, { key: '-' });
  await waitFor(() => expect(width()).toBe('400px'));
  await fireEvent.keyDown(box, { key: '+' });
  await waitFor(() => expect(width()).toBe('500px'));
  await fireEvent.keyDown(box, { key: '0' });
  await waitFor(() =>
    expect(within(dialog).getByRole('button', { name: '全体' }).getAttribute('aria-pressed')).toBe('true'),
  );
});

it('a text says in which letters it was written', async () => {
  const dialog = await show({ preview: 'text', words: '承認されました', extent: 'whole', encoding: 'shift_jis' });
  expect(await within(dialog).findByText('承認されました')).toBeTruthy();
  expect(within(dialog).getByText('文字コード：Shift_JIS')).toBeTruthy();
});

it('a document is turned page by page', async () => {
  const asked: number[] = [];
  installHost({
    evidencePage: (_, number) => {
      asked.push(number);
      return Promise.resolve({ data_url: `data:image/png;base64,${number}`, width: 1_130, height: 1_600 });
    },
  });
  const dialog = await show({ preview: 'document', pages: 2 });
  await within(dialog).findByRole('img', { name: '申請ステータス.png 1 / 2 ページ' });
  const next = within(dialog).getByRole('button', { name: '次のページ' });
  next.click();
  await within(dialog).findByRole('img', { name: '申請ステータス.png 2 / 2 ページ' });
  next.click();
  expect(asked).toEqual([0, 1]);
});

it('a picture of absurd size is not drawn, and says so', async () => {
  const dialog = await show({ preview: 'huge', width: 50_000, height: 50_000 });
  expect(await within(dialog).findByText(/50,000 × 50,000/)).toBeTruthy();
  expect(within(dialog).queryByRole('img')).toBeNull();
});

it('a note is saved with what it was when it was begun', async () => {
  const sent: EvidenceNoteInput[] = [];
  const dialog = await show(PICTURE);
  installHost({
    evidenceNote: ({ input }) => {
      sent.push(input);
      return Promise.resolve({ value: kept.id, changed: [], said: { key: 'done-evidence-note', args: [] } });
    },
  });
  const note = await within(dialog).findByRole<HTMLTextAreaElement>('textbox', { name: 'メモ' });
  expect(note.value).toBe('上のほう');
  await fireEvent.input(note, { target: { value: 'メッセージ画面の上のほう' } });
  within(dialog).getByRole('button', { name: 'メモを保存' }).click();
  await waitFor(() =>
    expect(sent).toEqual([{ evidence: kept.id, before: '上のほう', note: 'メッセージ画面の上のほう' }]),
  );
});

it('a copy that was saved says where it is, and a dialog that was closed says nothing', async () => {
  const dialog = await show(PICTURE);
  const { notices } = await import('../parts/notices.svelte');
  notices.all = [];
  let place: string | null = null;
  let asked = 0;
  installHost({ evidenceSaveCopy: () => Promise.resolve(((asked += 1), place)) });
  const save = within(dialog).getByRole('button', { name: '写しを保存' });
  save.click();
  await waitFor(() => expect(asked).toBe(1));
  expect(notices.all).toEqual([]);
  place = '/home/a/写し.png';
  await waitFor(() => expect(save.getAttribute('aria-disabled')).toBeNull());
  save.click();
  await waitFor(() => expect(notices.all.map(({ text }) => text)).toEqual(['写しを /home/a/写し.png に保存しました']));
});
