import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answers } from '../book/queries';
import { installHost, type DrawnAs, type DrawnEdge, type GuideDrawing, type NodeId, type Text } from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak, t } from '../words';
import Screen from './Screen.svelte';

const both = (words: string): Text => ({ ja: words, en: words });
const RUN = '0192f000-0000-7000-8000-000000000007';
const ask = (question: string): NodeId => ({ question });
const end = (outcome: string): NodeId => ({ outcome });
const outcome = (
  urgency: 'now' | 'today' | 'calm',
  act: 'stay_inside' | 'contact_outside' = 'stay_inside',
): DrawnAs => ({
  node: 'outcome',
  urgency,
  act,
  who: ['me', 'office'],
});
const answer = (from: NodeId, to: NodeId, words: string): DrawnEdge => ({
  from,
  to,
  by: { by: 'answer', option: words, text: both(words), known: [] },
});

/** Danger, a check that the record may answer, four outcomes; one of them goes on with the check's question for later. */
const drawing: GuideDrawing = {
  guide: {
    id: 'link-missing',
    platform: 'crowdworks',
    written_for: 'service',
    title: both('申請リンクが見当たらない'),
    summary: both('短い確認です。'),
    paths: 4,
    group: 'request',
    urgency: 'today',
    offered_in: [],
  },
  platform: { id: 'crowdworks', name: both('クラウドワークス'), checked: '2026-11-23' },
  graph: {
    nodes: [
      { id: ask('danger'), text: both('危ないことはありますか'), what: { node: 'question', kind: 'danger' } },
      { id: end('stop'), text: both('連絡を止めます'), what: outcome('now') },
      { id: ask('status'), text: both('何か表示されていますか'), what: { node: 'lookup', kind: 'check' } },
      { id: end('exchange'), text: both('連絡先を交換します'), what: outcome('calm', 'contact_outside') },
      { id: end('confirm'), text: both('承認を確かめます'), what: outcome('today') },
      { id: end('inquire'), text: both('事務局に問い合わせます'), what: outcome('today') },
      { id: ask('reply'), text: both('返信はありましたか'), what: { node: 'question', kind: 'verify' } },
    ],
    edges: [
      answer(ask('danger'), ask('status'), 'ない'),
      answer(ask('danger'), end('stop'), 'ある'),
      {
        ...answer(ask('status'), end('exchange'), '承認'),
        by: {
          by: 'answer',
          option: 'approved',
          text: both('承認'),
          known: [{ key: 'drawing-fact-running', args: [] }],
        },
      },
      answer(ask('status'), end('inquire'), '表示なし'),
      { from: end('exchange'), to: end('confirm'), by: { by: 'not_permitted' } },
      {
        from: end('inquire'),
        to: ask('reply'),
        by: { by: 'look_again', what: both('返信'), known: { key: 'drawing-fact-inquiry-answered', args: [] } },
      },
      answer(ask('reply'), end('stop'), 'だめだった'),
    ],
    skip_to: 'inquire',
  },
  walked: null,
};

async function show(view: GuideDrawing = drawing, params: Record<string, string> = {}) {
  installHost({ guideDrawing: () => Promise.resolve(view) });
  showScreen(Screen, { id: 'link-missing', params: { platform: 'crowdworks', ...params } });
  await screen.findByRole('group', { name: '危ないことはありますか' });
}

const card = (name: string) => screen.getByRole('group', { name });
const focused = () => within(document.activeElement as HTMLElement).getByRole('heading').textContent;
const press = (key: string, more: Record<string, unknown> = {}) =>
  fireEvent.keyDown(document.activeElement as HTMLElement, { key, ...more });

beforeEach(() => {
  answers.clear();
  speak('ja');
  setToday('2026-11-24');
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('every question and every outcome is there by its words, in the order in which the guide is read', async () => {
  await show();
  const list = screen.getByRole('list', { name: t('drawing-nodes') });
  expect(
    within(list)
      .getAllByRole('heading')
      .map((heading) => heading.textContent),
  ).toEqual(drawing.graph.nodes.map(({ text }) => text.ja));
  expect(screen.getByText('4通りの道すじを、すべてたどって確かめています')).toBeDefined();
});

it('each says in words where its answers lead and what the record knows', async () => {
  await show();
  const links = within(card('何か表示されていますか')).getAllByRole('link');
  expect(links.map((link) => link.getAttribute('aria-label'))).toEqual([
    '承認 → 連絡先を交換します',
    '表示なし → 事務局に問い合わせます',
  ]);
  expect(within(card('何か表示されていますか')).getByText('記録：契約して、続いている')).toBeDefined();
  expect(within(card('事務局に問い合わせます')).getByText(t('drawing-skip-to'))).toBeDefined();
});

it('only the outcome that needs the permission is in the ink of the permission, and says so', async () => {
  await show();
  const green = document.querySelectorAll('[data-standing="approved"]');
  expect([...green]).toEqual([card('連絡先を交換します')]);
  expect(within(card('連絡先を交換します')).getByText(t('drawing-outside'))).toBeDefined();
});

it('a link gives the focus to the card it leads to, and only that one is a stop of the Tab key', async () => {
  await show();
  await fireEvent.click(screen.getByRole('link', { name: '表示なし → 事務局に問い合わせます' }));
  expect(document.activeElement).toBe(card('事務局に問い合わせます'));
  const stops = screen.getAllByRole('group').filter((one) => one.tabIndex === 0);
  expect(stops.filter((one) => one.closest('ol'))).toEqual([card('事務局に問い合わせます')]);
});

it('arrows go along the lines and back, within a column, and to both ends', async () => {
  await show();
  card('危ないことはありますか').focus();
  const walk: string[] = [];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'End', 'Home']) {
    await press(key);
    walk.push(`${key} ${focused()}`);
  }
  expect(walk).toEqual([
    'ArrowRight 何か表示されていますか',
    'ArrowRight 連絡先を交換します',
    'ArrowDown 事務局に問い合わせます',
    'ArrowRight 返信はありましたか',
    'ArrowLeft 事務局に問い合わせます',
    'ArrowLeft 何か表示されていますか',
    'End 返信はありましたか',
    'Home 危ないことはありますか',
  ]);
});

it('from an answer in focus the arrow goes along that answer', async () => {
  await show();
  screen.getByRole('link', { name: 'ある → 連絡を止めます' }).focus();
  await press('ArrowRight');
  expect(focused()).toBe('連絡を止めます');
});

it('an arrow that belongs to a conversion, or is held with Ctrl, moves nothing', async () => {
  await show();
  card('危ないことはありますか').focus();
  await press('ArrowRight', { isComposing: true, keyCode: 229 });
  await press('ArrowRight', { ctrlKey: true });
  expect(focused()).toBe('危ないことはありますか');
});

it('the way of a run is marked in words, begins where it stands, and is what the arrow follows', async () => {
  const walked = { run: RUN, edges: [0, 3], at: end('inquire') };
  await show({ ...drawing, walked }, { run: RUN });
  const marked = (word: string) =>
    screen.getAllByText(t(word)).map((tag) => tag.closest('[role=group]')?.querySelector('h2')?.textContent);
  expect(marked('drawing-walked')).toEqual(['危ないことはありますか', '何か表示されていますか']);
  expect(marked('drawing-here')).toEqual(['事務局に問い合わせます']);
  expect(card('事務局に問い合わせます').tabIndex).toBe(0);
  card('何か表示されていますか').focus();
  await press('ArrowRight');
  expect(focused(), 'the way of the run, not the first answer').toBe('事務局に問い合わせます');
  expect(document.querySelectorAll('.is-went')).toHaveLength(2);
});

it('the size is changed by buttons and said in numbers', async () => {
  await show();
  const size = () => screen.getByRole('status').textContent;
  expect(size()).toBe('100%');
  await fireEvent.click(screen.getByRole('button', { name: t('drawing-larger') }));
  expect(size()).toBe('125%');
  await fireEvent.click(screen.getByRole('button', { name: t('drawing-smaller') }));
  await fireEvent.click(screen.getByRole('button', { name: t('drawing-smaller') }));
  expect(size()).toBe('80%');
  await fireEvent.click(screen.getByRole('button', { name: t('drawing-whole') }));
  expect(size()).toBe('100%');
});

it('the card that is looked at is kept in the address, for a reload', async () => {
  location.hash = '#/drawing/link-missing?platform=crowdworks';
  await waitFor(() => expect(location.hash).toContain('drawing'));
  await show();
  card('危ないことはありますか').focus();
  await press('ArrowRight');
  expect(location.hash).toContain('at=question-status');
  location.hash = '';
});
