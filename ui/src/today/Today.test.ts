import { cleanup, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answers } from '../book/queries';
import { installHost, ProblemError, type AppStart, type TodayView } from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak } from '../words';
import Today from './Today.svelte';

const calm: TodayView = {
  today: '2026-11-24',
  tasks: [],
  due_today: 0,
  calm: 3,
  states: [],
  open: 3,
  strip: [],
  recent: [],
  counted: true,
};

const busy: TodayView = {
  ...calm,
  due_today: 1,
  tasks: [
    {
      contract: {
        id: '0192f000-0000-7000-8000-000000000001',
        title: '商品ロゴ案の調整',
        client: '例示デザイン室',
        platform: { id: 'crowdworks', name: { ja: 'クラウドワークス', en: 'CrowdWorks' }, checked: '2026-11-23' },
      },
      kind: 'review',
      day: '2026-11-25',
      due: 'ahead',
      title: { key: 'standing-deadline-review', args: [] },
      detail: { key: 'standing-summary-pending', args: [] },
      action: { kind: { do: 'record_status' }, run: null, button: { key: 'standing-button-record-status', args: [] } },
    },
  ],
  states: [{ state: 'pending', count: 1, hint: null }],
};

/** Shows the screen within its answers. */
function show() {
  return showScreen(Today, {});
}

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
  answers.clear();
});
afterEach(cleanup);

it('a task says when, what, for whom, and its button says what it does', async () => {
  installHost({ todayView: () => Promise.resolve(busy) });
  show();
  expect(await screen.findByRole('button', { name: 'ステータスを記録' })).toBeTruthy();
  expect(screen.getByRole('link', { name: '商品ロゴ案の調整・例示デザイン室' }).getAttribute('href')).toBe(
    '#/contract/0192f000-0000-7000-8000-000000000001',
  );
  expect(screen.getByText('明日')).toBeTruthy();
});

it('its button leads to where the step is done', async () => {
  installHost({ todayView: () => Promise.resolve(busy) });
  show();
  (await screen.findByRole('button', { name: 'ステータスを記録' })).click();
  expect(location.hash).toBe('#/contract/0192f000-0000-7000-8000-000000000001?record=status_seen');
});

it('a day of the calendar says in a word what falls on it', async () => {
  const mark = { key: 'standing-deadline-write-again', args: [] };
  installHost({
    todayView: () => Promise.resolve({ ...busy, strip: [{ day: '2026-11-26', rest: null, marks: [mark] }] }),
  });
  show();
  expect(await screen.findByText('返信')).toBeTruthy();
  // In full where there is room.
  expect(screen.getByTitle(/もう一度問い合わせてよい日/)).toBeTruthy();
});

it('answers to one guide, one after another, are one thing that went on', async () => {
  const answered = (at: string) => ({ at, say: { key: 'op-guide-answer', args: [] }, contract: null });
  const other = { at: '2026-11-24T13:00:00+09:00', say: { key: 'op-sample-fill', args: [] }, contract: null };
  const recent = [answered('2026-11-24T14:05:00+09:00'), answered('2026-11-24T14:04:00+09:00'), other];
  installHost({ todayView: () => Promise.resolve({ ...calm, recent }) });
  show();
  expect(await screen.findAllByText('手引きで答える')).toHaveLength(1);
});

it('is never empty: with nothing to do it says what is fine', async () => {
  installHost({ todayView: () => Promise.resolve(calm) });
  show();
  expect(await screen.findByText('今日やることはありません')).toBeTruthy();
});

it('always shows that dealing outside stays forbidden', async () => {
  installHost({ todayView: () => Promise.resolve(calm) });
  show();
  expect(await screen.findByText('サービス外での契約・支払いはできません')).toBeTruthy();
});

it('says what went wrong and what to do, and asks again when told to', async () => {
  const problem = {
    code: 'internal' as const,
    message: '読めませんでした。',
    remedy: 'もう一度お試しください。',
    guide_entry: null,
    detail: null,
    fields: [],
  };
  let asked = 0;
  installHost({ todayView: () => (asked++ === 0 ? Promise.reject(new ProblemError(problem)) : Promise.resolve(calm)) });
  show();
  expect((await screen.findByRole('alert')).textContent).toContain('読めませんでした。');
  screen.getByRole('button', { name: 'もう一度読む' }).click();
  expect(await screen.findByText('今日やることはありません')).toBeTruthy();
});

it('says the same in English', async () => {
  speak('en');
  installHost({ todayView: () => Promise.resolve(busy) });
  show();
  expect(await screen.findByText('Tomorrow')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Today', level: 1 })).toBeTruthy();
});

it('says that rules have changed only while they have, and leads to what changed', async () => {
  const start = (rules_changed: boolean) => ({ appStart: () => Promise.resolve({ rules_changed } as AppStart) });
  installHost({ todayView: () => Promise.resolve(calm), ...start(false) });
  show();
  await screen.findByText('今日やることはありません');
  expect(screen.queryByRole('link', { name: '変わったところを見る' })).toBeNull();
  cleanup();
  answers.clear();
  installHost(start(true));
  show();
  const link = await screen.findByRole('link', { name: '変わったところを見る' });
  expect(link.getAttribute('href')).toBe('#/rules-changed');
});
