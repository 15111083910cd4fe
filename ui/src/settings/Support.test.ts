import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answers } from '../book/queries';
import { installHost, ProblemError, type Problem } from '../host';
import { showScreen } from '../testing/show';
import { speak } from '../words';
import Support from './Support.svelte';

const REPORT = '縁側 サポート用の報告\n  バージョン: 0.1.0\n  契約: 3';

beforeEach(() => {
  speak('ja');
  answers.clear();
});
afterEach(cleanup);

const shown = () => screen.findByRole('region', { name: '報告の全文' });

it('the whole report stands there to be read, and what is copied is exactly what was read', async () => {
  const copied: string[] = [];
  installHost({
    supportReport: () => Promise.resolve(REPORT),
    clipboardCopy: (text) => {
      copied.push(text);
      return Promise.resolve(null);
    },
  });
  showScreen(Support, {});
  expect((await shown()).textContent).toBe(REPORT);
  expect(copied, 'nothing is copied before it was read').toEqual([]);
  await fireEvent.click(screen.getByRole('button', { name: '報告をコピー' }));
  await expect.poll(() => copied).toEqual([REPORT]);
});

it('the text can be reached and scrolled by keys alone', async () => {
  installHost({ supportReport: () => Promise.resolve(REPORT) });
  showScreen(Support, {});
  expect((await shown()).tabIndex).toBe(0);
});

it('a report is made anew when asked for', async () => {
  let made = 0;
  installHost({ supportReport: () => Promise.resolve(`報告 ${++made}`) });
  showScreen(Support, {});
  await shown();
  await fireEvent.click(screen.getByRole('button', { name: '作り直す' }));
  await expect.poll(async () => (await shown()).textContent).toBe('報告 2');
});

it('a report that was refused is not shown, and nothing can be copied', async () => {
  const problem = { code: 'internal', message: '表示しませんでした。', remedy: 'バージョンを伝えてください。' };
  installHost({ supportReport: () => Promise.reject(new ProblemError(problem as Problem)) });
  showScreen(Support, {});
  expect(await screen.findByText(/表示しませんでした/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '報告をコピー' })).toBeNull();
});

it('a place where nothing can be written is told, and the report still stands there', async () => {
  const problem = { code: 'file', message: '「報告.txt」を書き込めません。', remedy: 'ほかの場所を選んでください。' };
  installHost({
    supportReport: () => Promise.resolve(REPORT),
    supportSave: () => Promise.reject(new ProblemError(problem as Problem)),
  });
  showScreen(Support, {});
  await shown();
  await fireEvent.click(screen.getByRole('button', { name: 'ファイルに保存' }));
  expect(await screen.findByText(/書き込めません/)).toBeTruthy();
  expect((await shown()).textContent).toBe(REPORT);
});
