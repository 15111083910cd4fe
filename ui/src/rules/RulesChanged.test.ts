import { cleanup, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answers } from '../book/queries';
import { installHost, type Say, type ServiceChanged } from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak } from '../words';
import RulesChanged from './RulesChanged.svelte';

const words = (said: string): Say => ({
  key: 'view-words',
  args: [{ name: 'words', value: { type: 'words', value: said } }],
});
const platform = { id: 'p', name: { ja: '例のサービス', en: 'Example' }, checked: '2026-11-23' };
const changed: ServiceChanged = {
  platform,
  values: [
    { path: 'request.review', section: { key: 'rules-part-request', args: [] }, before: words('2'), after: words('4') },
    { path: 'fee.tax', section: { key: 'rules-part-fee', args: [] }, before: null, after: words('10') },
  ],
  contracts: [{ id: 'c1', title: '商品紹介文', client: '見本商会', platform }],
  count: 3,
};

/** A book that says this, until the user has looked at it. */
function show(services: ServiceChanged[]) {
  let seen = false;
  installHost({
    rulesChangedView: () => Promise.resolve({ services: seen ? [] : services }),
    rulesChangedSeen: () => {
      seen = true;
      return Promise.resolve(null);
    },
  });
  showScreen(RulesChanged, {});
}

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
  answers.clear();
});
afterEach(cleanup);

it('each value stands as it was and as it is, and what was not there before is said to be new', async () => {
  show([changed]);
  const [, review, tax] = await screen.findAllByRole('row');
  if (!review || !tax) throw new Error('two values are listed');
  expect(
    within(review)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['2', '4']);
  expect(
    within(tax)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['なし', '10']);
});

it('the open contracts on the service are linked, and those that are not named are counted', async () => {
  show([changed]);
  expect((await screen.findByRole('link', { name: '商品紹介文' })).getAttribute('href')).toBe('#/contract/c1');
  expect(screen.getByText('ほかに2件')).toBeTruthy();
});

it('a service without an earlier state is new, and no value of it is called changed', async () => {
  show([{ ...changed, values: [], contracts: [], count: 0 }]);
  expect(await screen.findByText('新しく加わったサービスです。')).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
});

it('once it was looked at there is nothing new', async () => {
  show([changed]);
  (await screen.findByRole('button', { name: '確認しました' })).click();
  expect(await screen.findByText('新しい変更はありません')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
