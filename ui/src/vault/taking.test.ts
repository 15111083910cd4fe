import { cleanup, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installHost, type ClipboardFound, type EvidenceTake, type WorkProgress } from '../host';
import { notices } from '../parts/notices.svelte';
import { setToday, speak } from '../words';
import { answered, asked, paste, takesFiles } from './given.svelte';
import { nameOf, paths, takings, type Given } from './taking.svelte';
import Working from './Working.svelte';

const CONTRACT = '0192f000-0000-7000-8000-000000000001';
const done = { value: 'l', changed: [], said: { key: 'done-evidence-attach', args: [] } };

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
  answered();
  notices.all = [];
  installHost({ onProgress: () => () => undefined });
});
afterEach(cleanup);

it('files are kept one after the other, each with how it came', async () => {
  const kept: EvidenceTake[] = [];
  installHost({ evidenceTake: (_, { input }) => Promise.resolve((kept.push(input), done)) });
  await takings.take(CONTRACT, null, paths(['/a/1.png', 'C:\\a\\2.png'], 'dropped'));
  expect(kept.map(({ file, origin }) => [file, origin])).toEqual([
    [{ given: 'path', path: '/a/1.png' }, 'dropped'],
    [{ given: 'path', path: 'C:\\a\\2.png' }, 'dropped'],
  ]);
  expect(takings.all).toEqual([]);
});

it('a large file tells how far it is, and when it is stopped the files after it are left', async () => {
  let tell: (told: WorkProgress) => void = () => undefined;
  let end: (kept: null) => void = () => undefined;
  const begun: string[] = [];
  installHost({
    onProgress: (told) => {
      tell = told;
      return () => undefined;
    },
    evidenceTake: (work) => {
      begun.push(work);
      return new Promise((ended) => (end = ended));
    },
    workStop: () => {
      end(null);
      return Promise.resolve(null);
    },
  });
  render(Working);
  const taken = takings.take(CONTRACT, null, paths(['/a/会議.mp4', '/a/2.png'], 'picked'));
  tell({ work: begun[0] ?? '', progress: { done: 100, total: 1_000 }, course: 'going' });
  expect(screen.queryByRole('progressbar')).toBeNull();
  tell({ work: begun[0] ?? '', progress: { done: 2_000_000_000, total: 5_000_000_000 }, course: 'going' });
  const bar = await screen.findByRole<HTMLProgressElement>('progressbar', { name: '「会議.mp4」を保存しています' });
  expect(bar.value).toBe(40);
  expect(screen.getByText('このあと1件')).toBeTruthy();
  screen.getByRole('button', { name: '取りやめる' }).click();
  await taken;
  expect(begun.length).toBe(1);
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
});

const clip = (found: ClipboardFound) => installHost({ clipboardLook: () => Promise.resolve(found) });
const PICTURE = { given: 'pasted', picture: 3, name: '貼り付け 2026-11-24 14.05.png' } as const;

it('what is pasted goes to the form in front, and to the screen behind once that is closed', async () => {
  const taken: [string, Given[]][] = [];
  const ends = ['screen', 'form'].map((name) => takesFiles((files) => taken.push([name, files])));
  clip({ found: 'files', files: [PICTURE] });
  await paste();
  ends[1]?.();
  await paste();
  ends[0]?.();
  expect(taken.map(([name]) => name)).toEqual(['form', 'screen']);
  expect(taken[0]?.[1].map(nameOf)).toEqual(['貼り付け 2026-11-24 14.05.png']);
  expect(taken[0]?.[1][0]?.origin).toBe('pasted');
});

it('where no contract is open, it is asked for which one the files are', async () => {
  clip({ found: 'files', files: [PICTURE] });
  await paste();
  expect(asked().map(nameOf)).toEqual(['貼り付け 2026-11-24 14.05.png']);
});

it('words are not taken for a picture, and an empty clipboard is told', async () => {
  clip({ found: 'text' });
  await paste();
  clip({ found: 'nothing' });
  await paste();
  expect(asked()).toEqual([]);
  expect(notices.all.map(({ text }) => text)).toEqual([
    'クリップボードにあるのは文字です。画像かファイルをコピーしてから、もう一度貼り付けてください。',
    'クリップボードに、画像やファイルはありません。',
  ]);
});
