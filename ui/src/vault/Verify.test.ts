import { cleanup, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answers } from '../book/queries';
import { installHost, type EvidenceChecked, type WorkProgress } from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak } from '../words';
import Verify from './Verify.svelte';

const found: EvidenceChecked = {
  at: '2026-11-24T05:05:00Z',
  files: 12,
  bytes: 34_567_000,
  wrong: [
    { evidence: 'e1', name: '申請.png', sha256: 'a'.repeat(64), how: 'altered' },
    { evidence: 'e2', name: '契約書.pdf', sha256: 'b'.repeat(64), how: 'missing' },
  ],
  unknown: [{ path: 'notes.txt', bytes: 4, stray: 'foreign' }],
};

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
  answers.clear();
  installHost({ onProgress: () => () => undefined });
});
afterEach(cleanup);

const show = (last: EvidenceChecked | null, opened: string[] = []) =>
  showScreen(Verify, { last, onopen: (file: string) => void opened.push(file) });

it('before the first look it says that there was none', () => {
  show(null);
  expect(screen.getByRole('status').textContent).toContain('まだ確かめていません');
});

it('the last look says when it was, how many files it was about, and names each that is wrong or unknown', () => {
  const opened: string[] = [];
  show(found, opened);
  expect(screen.getByRole('status').textContent).toMatch(/12件（35 MB）を確かめました/);
  expect(screen.getByText('保存したときのままでないファイルが2件あります。')).toBeTruthy();
  for (const words of ['中身が違います', '見つかりません']) expect(screen.getByText(new RegExp(words))).toBeTruthy();
  expect(screen.getByText('notes.txt')).toBeTruthy();
  screen.getByRole('button', { name: '申請.png' }).click();
  expect(opened).toEqual(['e1']);
});

it('while it looks it tells how far it is, and stops when asked to', async () => {
  let tell: (told: WorkProgress) => void = () => undefined;
  let begun = '';
  let end: (found: EvidenceChecked | null) => void = () => undefined;
  const stopped: string[] = [];
  installHost({
    onProgress: (told) => {
      tell = told;
      return () => undefined;
    },
    evidenceVerify: (work) => {
      begun = work;
      return new Promise((ended) => (end = ended));
    },
    workStop: (work) => {
      stopped.push(work);
      end(null);
      return Promise.resolve(null);
    },
  });
  show(null);
  screen.getByRole('button', { name: '確かめる' }).click();
  await waitFor(() => expect(begun).not.toBe(''));
  tell({ work: 'another', progress: { done: 9, total: 10 }, course: 'going' });
  tell({ work: begun, progress: { done: 1_000_000_000, total: 4_000_000_000 }, course: 'going' });
  const bar = await screen.findByRole<HTMLProgressElement>('progressbar');
  expect(bar.value).toBe(25);
  expect(screen.getByText('1.0 GB / 4.0 GB')).toBeTruthy();
  screen.getByRole('button', { name: '取りやめる' }).click();
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('取りやめました'));
  expect(stopped).toEqual([begun]);
  expect(screen.queryByRole('progressbar')).toBeNull();
});
