import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answers } from '../book/queries';
import {
  installHost,
  ProblemError,
  type Action,
  type CorrectionInput,
  type CorrectionPreview,
  type CorrectionShown,
  type OwnService,
  type RulesView,
  type StandingChange,
} from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak } from '../words';
import Rules from './Rules.svelte';

const ja = (words: string) => ({ ja: words, en: words });
const cite = { source: 'faq', checked: '2026-11-23', confidence: 'H', since: null };
const rules = {
  id: 'p',
  name: ja('例のサービス'),
  checked: '2026-11-23',
  operating: { state: 'open' },
  contact: { shape: { kind: 'approval' }, text: ja('承認のあとに。'), text_permitted: ja('できます。'), cite },
  exemptions: [],
  deal_outside: { permitted: 'forbidden', text: ja('できません。'), cite },
  request: null,
  stage_words: {},
  timers: [],
  support: { name: ja('事務局'), entrances: [], write_again_after: { business_days: 2 }, cite },
  fee: null,
  penalties: [],
  duties: [],
  conflicts: [],
  unknowns: [],
  earlier: [],
  sources: { faq: { title: ja('よくある質問'), address: '', kind: 'official', published: null } },
};
const say = (key: string, count?: number) => ({
  key,
  args: count === undefined ? [] : [{ name: 'count', value: { type: 'number' as const, value: count } }],
});
const contact = {
  path: 'contact.shape.kind',
  label: say('rules-contact'),
  of: null,
  takes: {
    takes: 'choice',
    options: [
      { value: 'approval', label: say('rules-shape-approval') },
      { value: 'free', label: say('rules-shape-free') },
    ],
  },
  value: 'approval',
  shown: say('rules-shape-approval'),
  correction: null,
};
const view = { rules, stale_before: '2026-05-01', points: [contact], corrections: [], own: null };
const kept = {
  id: 'k1',
  platform: 'p',
  path: 'request.review',
  value: '5',
  shipped: '2',
  source: { title: '案内 770', address: '', looked: '2026-11-20' },
  note: '',
};
const corrected = (state: CorrectionShown) => ({
  ...view,
  corrections: [{ correction: kept, label: say('rules-review'), of: null, says: say('rules-business-days', 5), state }],
});
const turnsGreen = {
  contract: { id: 'c1', title: '商品紹介文', client: '見本商会', platform: {} },
  before: { contact: 'no', state: 'not_yet' },
  after: { contact: 'yes', state: 'free' },
} as unknown as StandingChange;

interface Told {
  previewed: CorrectionInput[];
  kept: CorrectionInput[];
  removed: string[];
}

function show(shown: unknown, preview: CorrectionPreview = { changes: [turnsGreen], count: 1, open: 3 }): Told {
  const told: Told = { previewed: [], kept: [], removed: [] };
  const done = <V>(value: V) => ({ value, changed: [], said: { key: 'op-correction-keep', args: [] } });
  installHost({
    rulesView: () => Promise.resolve(shown as RulesView),
    formDraftLoad: () => Promise.resolve(null),
    formDraftSave: () => Promise.resolve(null),
    formDraftClear: () => Promise.resolve(null),
    entryRead: () => Promise.resolve({ entry: 'empty' }),
    correctionPreview: (input) => {
      told.previewed.push(input);
      return Promise.resolve(preview);
    },
    correctionRemovalPreview: () => Promise.resolve(preview),
    correctionKeep: ({ input }: Action<CorrectionInput>) => {
      told.kept.push(input);
      return Promise.resolve(done('k1'));
    },
    correctionRemove: ({ input }: Action<string>) => {
      told.removed.push(input);
      return Promise.resolve(done(null));
    },
  });
  showScreen(Rules, { id: 'p', params: {} });
  return told;
}

const problem = (field: string, message: string) =>
  new ProblemError({
    code: 'field',
    message: '1か所直すと、記録できます',
    remedy: '',
    guide_entry: null,
    detail: null,
    fields: [{ field, message, offers: [] }],
  });

const set = (field: HTMLInputElement | HTMLSelectElement, value: string) => {
  field.value = value;
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
};

/** Opens the form of the rule on contact and chooses that contact is free. */
async function says(choice: string) {
  (await screen.findByRole('button', { name: '訂正 （外での連絡）' })).click();
  const form = await screen.findByRole('form', { name: '外での連絡を訂正' });
  set(within(form).getByRole<HTMLSelectElement>('combobox', { name: '正しい値' }), choice);
  return form;
}

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
  answers.clear();
});
afterEach(cleanup);

it('before a correction is kept it is shown which contracts get another answer, and a yes is said in words', async () => {
  const told = show(view);
  const form = await says('free');
  expect(await within(form).findByText('進行中の3件のうち、1件の答えが変わります。')).toBeTruthy();
  expect(
    within(form).getByText('1件が「連絡できます」になります。あなたが書いた出典だけが根拠になります。'),
  ).toBeTruthy();
  expect(within(form).getByRole('link', { name: '商品紹介文' }).getAttribute('href')).toBe('#/contract/c1');
  expect(within(form).getByText('まだできません')).toBeTruthy();
  expect(told.previewed).toHaveLength(1);
  expect(told.kept).toEqual([]);
});

it('nothing is asked about a value that is as it was', async () => {
  const told = show(view);
  const form = await says('approval');
  expect(await within(form).findByText('値を変えると、答えが変わる契約をここに出します。')).toBeTruthy();
  expect(told.previewed).toEqual([]);
});

it('the value and where it says so are sent, and the form closes', async () => {
  const told = show(view);
  const form = await says('free');
  set(within(form).getByRole<HTMLInputElement>('textbox', { name: 'ページや契約書' }), '案内 770');
  set(within(form).getByRole<HTMLInputElement>('textbox', { name: '確認した日' }), '11/20');
  within(form).getByRole('button', { name: '訂正する' }).click();
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  expect(told.kept).toEqual([
    {
      platform: 'p',
      path: 'contact.shape.kind',
      value: 'free',
      source: '案内 770',
      address: '',
      looked: '11/20',
      note: '',
    },
  ]);
});

it('a missing source is said at its field', async () => {
  show(view);
  installHost({ correctionKeep: () => Promise.reject(problem('source', '書いてください。')) });
  const form = await says('free');
  within(form).getByRole('button', { name: '訂正する' }).click();
  const source = within(form).getByRole('textbox', { name: 'ページや契約書' });
  await waitFor(() => expect(source.getAttribute('aria-invalid')).toBe('true'));
});

it('a value that cannot stand there is said at its field before anything is sent', async () => {
  show(view);
  installHost({ correctionPreview: () => Promise.reject(problem('value', 'ここには入れられません。')) });
  const form = await says('free');
  expect(await within(form).findByText('ここには入れられません。')).toBeTruthy();
});

it('in a conflict both values stand side by side, and one button says the own one again', async () => {
  const told = show(corrected({ state: 'conflict', shipped: say('rules-business-days', 4) }));
  expect(await screen.findByText('5営業日')).toBeTruthy();
  expect(screen.getByText('4営業日')).toBeTruthy();
  screen.getByRole('button', { name: '自分の訂正のまま （審査）' }).click();
  await waitFor(() => expect(told.kept).toHaveLength(1));
  expect(told.kept[0]).toMatchObject({ path: 'request.review', value: '5', source: '案内 770', looked: '2026-11-20' });
  expect(told.removed).toEqual([]);
});

it('in a conflict the other button takes the value of the app', async () => {
  const told = show(corrected({ state: 'conflict', shipped: say('rules-business-days', 4) }));
  (await screen.findByRole('button', { name: 'アプリの値にする （審査）' })).click();
  await waitFor(() => expect(told.removed).toEqual(['k1']));
  expect(told.kept).toEqual([]);
});

it('a correction is dropped only after it was said what that changes', async () => {
  const told = show(corrected({ state: 'applied' }), { changes: [], count: 0, open: 3 });
  (await screen.findByRole('button', { name: '訂正を取りやめる （審査）' })).click();
  const asked = await screen.findByRole('group', { name: '審査の訂正を取りやめる' });
  expect(await within(asked).findByText('進行中の3件の答えは、どれも変わりません。')).toBeTruthy();
  expect(told.removed).toEqual([]);
  within(asked).getByRole('button', { name: '訂正を取りやめる' }).click();
  await waitFor(() => expect(told.removed).toEqual(['k1']));
});

it('a service of one’s own shows its answers and leads to their form', async () => {
  location.hash = '';
  const own: OwnService = {
    id: 'o1',
    name: 'まちの仕事帳',
    contact: 'after_contract',
    deal: 'forbidden',
    source: { title: '利用規約 第8条', address: '', looked: '2026-11-20' },
    support: '',
    answer_days: 3,
    note: '',
  };
  show({ ...view, points: [], own });
  expect(await screen.findByText('契約のあとならできる')).toBeTruthy();
  expect(screen.queryByRole('heading', { name: '値を訂正する' })).toBeNull();
  screen.getByRole('button', { name: '直す' }).click();
  expect(location.hash).toBe('#/service/o1');
});

it('a service under which an account is registered stays, and it is said why', async () => {
  const own = {
    id: 'o1',
    name: 'x',
    contact: 'free',
    deal: 'unknown',
    source: null,
    support: '',
    answer_days: 2,
    note: '',
  };
  show({ ...view, points: [], own });
  const inUse = new ProblemError({ ...problem('', '').problem, code: 'in_use', message: '使っています。', fields: [] });
  installHost({ serviceRemove: () => Promise.reject(inUse) });
  (await screen.findByRole('button', { name: '消す' })).click();
  expect((await screen.findByRole('alert')).textContent).toContain('使っています。');
});
