import { cleanup, fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answers } from '../book/queries';
import { installHost, type QuestionView, type RunView, type Text } from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak } from '../words';
import Run from './Run.svelte';

const both = (words: string): Text => ({ ja: words, en: words });
const ID = '0192f000-0000-7000-8000-000000000007';

const danger: QuestionView = {
  id: 'danger',
  kind: 'danger',
  short: both('契約・支払いの誘い'),
  ask: both('もう起きていることはありますか'),
  why: both('先に、アカウントを守るためです。'),
  look: both('メッセージを見ます。'),
  figure: null,
  places: [],
  options: [
    { id: 'none', text: both('どれもない'), to: { question: 'screen' } },
    { id: 'exchanged', text: both('連絡先を伝えた'), to: { outcome: 'stop' } },
  ],
  earlier: null,
  number: 1,
  of: 2,
  seconds_left: 60,
};
const place: QuestionView = {
  ...danger,
  id: 'screen',
  kind: 'check',
  short: both('開いている画面'),
  ask: both('どの画面ですか'),
  options: [{ id: 'thread', text: both('メッセージ画面'), to: { outcome: 'inquire' } }],
  number: 2,
  seconds_left: 30,
};

const run: RunView = {
  id: ID,
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
  contract: null,
  platform: { id: 'crowdworks', name: both('クラウドワークス'), checked: '2026-11-23' },
  answer: { main: both('事務局に問い合わせます'), sub: both('その前に確かめます。') },
  answers: [
    {
      question: 'danger',
      short: danger.short,
      option: 'none',
      text: both('どれもない'),
      from: 'me',
      when: { day: '2026-11-24', time: '14:10:00' },
      asked: { ...danger, earlier: 'none' },
    },
  ],
  at: { node: 'question', ...place },
  estimate: null,
  sources: [],
  change: null,
  day: '2026-11-24',
};

function show(view: RunView) {
  installHost({ runView: () => Promise.resolve(view) });
  return showScreen(Run, { id: ID, params: {} });
}

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
  answers.clear();
});
afterEach(cleanup);

it('the conclusion stands above the questions', async () => {
  show(run);
  const conclusion = await screen.findByRole('region', { name: '結論を先に' });
  expect(within(conclusion).getByRole('heading').textContent).toBe('事務局に問い合わせます');
  expect(screen.getByRole('group', { name: 'どの画面ですか' })).toBeTruthy();
});

it('a digit chooses and the button sends that answer of that question', async () => {
  const sent: unknown[] = [];
  installHost({
    guideAnswer: ({ input }) => {
      sent.push(input);
      return Promise.resolve({ value: ID, said: { key: 'op-guide-answer', args: [] }, changed: [] });
    },
  });
  show(run);
  await screen.findByRole('radio', { name: 'メッセージ画面' });
  await fireEvent.keyDown(document.body, { key: '1' });
  screen.getByRole('button', { name: 'この答えで進む' }).click();
  await screen.findByRole('radio', { name: 'メッセージ画面' });
  expect(sent).toEqual([{ run: ID, question: 'screen', option: 'thread' }]);
});

it('nothing is sent while no answer is chosen', async () => {
  const sent: unknown[] = [];
  installHost({ guideAnswer: () => Promise.reject(new Error(String(sent.push('answer')))) });
  show(run);
  (await screen.findByRole('button', { name: 'この答えで進む' })).click();
  expect(sent).toEqual([]);
});

it('an earlier answer is asked again with what was answered chosen', async () => {
  show(run);
  (await screen.findByRole('button', { name: '1番「契約・支払いの誘い」の答えを直す' })).click();
  const chosen = await screen.findByRole<HTMLInputElement>('radio', { name: 'どれもない' });
  expect(chosen.checked).toBe(true);
  expect(screen.queryByRole('radio', { name: 'メッセージ画面' })).toBeNull();
});

it('what a changed answer changed is said, and that no answer is lost', async () => {
  const change = {
    no_longer_asked: [both('開いている画面')],
    newly_asked: [],
    before: both('事務局に問い合わせます'),
    after: both('外での連絡を止めます'),
  };
  show({ ...run, change });
  const told = await screen.findByText(/「事務局に問い合わせます」から「外での連絡を止めます」に変わりました/);
  expect(told.textContent).toContain('開いている画面（答えは残っています）');
});

it('that no contract and no payment goes outside stands beside every question', async () => {
  show(run);
  expect(await screen.findByText('サービス外での契約・支払いはできません')).toBeTruthy();
});

it('the way past the checks is offered before the letter, and no more after it was sent', async () => {
  show(run);
  expect(await screen.findByRole('button', { name: '確認をとばして文案へ' })).toBeTruthy();
  cleanup();
  answers.clear();
  show({ ...run, at: { node: 'question', ...place, kind: 'verify' } });
  await screen.findByRole('button', { name: 'この答えで進む' });
  expect(screen.queryByRole('button', { name: '確認をとばして文案へ' })).toBeNull();
});

it('the place of the status is drawn near the field for messages, and not as certain', async () => {
  show({ ...run, at: { node: 'question', ...place, figure: 'status_place', places: [] } });
  const drawing = await screen.findByRole('img', { name: /メッセージを書く欄の近くに「申請ステータス」/ });
  expect(within(drawing).getByText('申請ステータス').previousElementSibling?.classList.contains('dash')).toBe(true);
  expect(screen.getByText(/正確な位置も、ちがうことがあります/)).toBeTruthy();
});

it('where the rules know no place of the link, no drawing claims one', async () => {
  show({ ...run, at: { node: 'question', ...place, figure: 'link_places', places: [] } });
  await screen.findByRole('button', { name: 'この答えで進む' });
  expect(screen.queryByRole('img')).toBeNull();
});
