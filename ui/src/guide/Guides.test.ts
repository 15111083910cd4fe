import { cleanup, fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answers } from '../book/queries';
import { installHost, type GuideBrief, type GuideListView, type Text } from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak, t } from '../words';
import { grouped } from './groups';
import Guides from './Guides.svelte';

const both = (words: string): Text => ({ ja: words, en: words });
const guide = (id: string, group: GuideBrief['group'], urgency: GuideBrief['urgency'] = 'calm'): GuideBrief => ({
  id,
  platform: 'crowdworks',
  written_for: 'service',
  title: both(`題 ${id}`),
  summary: both(`説明 ${id}`),
  paths: 4,
  group,
  urgency,
  offered_in: [],
});
const service = (id: string) => ({ id, name: both(`名 ${id}`), checked: '2026-11-23' });
const list: GuideListView = {
  service: service('crowdworks'),
  services: [service('crowdworks'), service('lancers')],
  guides: [
    guide('link-missing', 'request'),
    guide('already-exchanged', 'client', 'now'),
    guide('silent', 'client'),
    guide('restricted', 'account'),
  ],
  open_runs: [],
  paths_proven: 16,
};

async function show(params: Record<string, string> = {}) {
  installHost({
    guideList: () => Promise.resolve(list),
    contractList: () => Promise.resolve({ rows: [], total: 0 } as never),
  });
  showScreen(Guides, { id: null, params });
  await screen.findByText('説明 link-missing');
}

const entry = (id: string) => screen.getByRole('button', { name: `題 ${id}` });
const opened = () => screen.getAllByRole('button', { expanded: true }).map((button) => button.textContent.trim());

beforeEach(() => {
  answers.clear();
  speak('ja');
  setToday('2026-11-24');
});
afterEach(cleanup);

it('guides stand under the headings of what they are about, in one order', () => {
  expect(grouped(list.guides).map((one) => [one.group, one.guides.map((guide) => guide.id)])).toEqual([
    ['request', ['link-missing']],
    ['client', ['already-exchanged', 'silent']],
    ['account', ['restricted']],
  ]);
});

it('every guide is seen at once, and the first is open', async () => {
  await show();
  for (const one of list.guides) expect(entry(one.id)).toBeDefined();
  expect(opened()).toEqual(['題 link-missing']);
  expect(screen.getAllByRole('button', { name: t('guide-start') })).toHaveLength(1);
});

it('the guide that was asked for is the one that is open', async () => {
  await show({ guide: 'silent' });
  expect(opened()).toEqual(['題 silent']);
});

it('opening another closes the first, and opening it again closes it', async () => {
  await show();
  await fireEvent.click(entry('restricted'));
  expect(opened()).toEqual(['題 restricted']);
  await fireEvent.click(entry('restricted'));
  expect(screen.queryAllByRole('button', { expanded: true })).toEqual([]);
});

it('what does not wait is marked in words', async () => {
  await show();
  const heading = entry('already-exchanged').closest('h3');
  expect(heading && within(heading).getByText(t('guide-urgency-now'))).toBeTruthy();
  expect(screen.getAllByText(t('guide-urgency-now'))).toHaveLength(1);
});

it('a guide that is found by what is wrong opens where it stands, and is read from there', async () => {
  await show();
  installHost({
    guideList: () => Promise.resolve(list),
    guideFind: (words: string) =>
      Promise.resolve(words === '返事がない' ? [guide('silent', 'client'), guide('restricted', 'account')] : []),
    contractList: () => Promise.resolve({ rows: [], total: 0 } as never),
  });
  await fireEvent.input(screen.getByLabelText(t('guide-find')), { target: { value: '返事がない' } });
  const found = await screen.findByText(t('guide-find-found', { count: 2 }));
  const search = found.closest('search') as HTMLElement;
  await fireEvent.click(within(search).getByRole('button', { name: /題 silent/ }));
  await vi.waitFor(() => expect(document.activeElement).toBe(document.getElementById('guide-crowdworks-silent')));
  expect(opened()).toEqual(['題 silent']);
});

it('words that fit no guide are answered as well', async () => {
  await show();
  installHost({
    guideList: () => Promise.resolve(list),
    guideFind: () => Promise.resolve([]),
    contractList: () => Promise.resolve({ rows: [], total: 0 } as never),
  });
  await fireEvent.input(screen.getByLabelText(t('guide-find')), { target: { value: '🍵' } });
  await screen.findByText(t('guide-find-none'));
});

it('another service is chosen, and its guides are listed and looked through', async () => {
  const shared = { ...guide('client-silent', 'client'), platform: 'lancers', written_for: 'everyone' as const };
  const asked: (string | null)[] = [];
  await show();
  installHost({
    guideList: (of) => {
      asked.push(of.service);
      return Promise.resolve({ ...list, service: service('lancers'), guides: [shared] });
    },
    guideFind: (words: string, of: string | null) => {
      asked.push(`${words} ${of ?? ''}`);
      return Promise.resolve([shared]);
    },
    contractList: () => Promise.resolve({ rows: [], total: 0 } as never),
  });
  await fireEvent.change(screen.getByLabelText(t('guide-service')), { target: { value: 'lancers' } });
  await screen.findByText('説明 client-silent');
  expect(screen.queryByText('説明 link-missing')).toBeNull();
  expect(screen.getByText(new RegExp(t('guide-for-everyone')))).toBeTruthy();
  await fireEvent.input(screen.getByLabelText(t('guide-find')), { target: { value: '返事がない' } });
  await screen.findByText(t('guide-find-found', { count: 1 }));
  expect(asked).toEqual(['lancers', '返事がない lancers']);
});
