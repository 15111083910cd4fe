import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answers } from '../book/queries';
import {
  installHost,
  ProblemError,
  type Action,
  type OwnService,
  type OwnServiceAmendment,
  type OwnServiceInput,
  type ServiceLine,
} from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak } from '../words';
import { EMPTY, fieldsOf } from './own-service';
import Service from './Service.svelte';

const own: OwnService = {
  id: 'o1',
  name: 'まちの仕事帳',
  contact: 'after_contract',
  deal: 'forbidden',
  source: { title: '利用規約 第8条', address: '', looked: '2026-11-20' },
  support: '画面の下',
  answer_days: 3,
  note: '',
};
const line: ServiceLine = {
  platform: { id: 'own_o1', name: { ja: own.name, en: own.name }, checked: '2026-11-20' },
  own,
  corrections: 0,
  to_decide: 0,
};
const done = { value: 'o1', changed: [], said: { key: 'op-service-add', args: [] } };

function show(id: string | null, params: Record<string, string> = {}) {
  location.hash = '';
  installHost({
    serviceList: () => Promise.resolve([line]),
    formDraftLoad: () => Promise.resolve(null),
    formDraftSave: () => Promise.resolve(null),
    formDraftClear: () => Promise.resolve(null),
    entryRead: () => Promise.resolve({ entry: 'empty' }),
  });
  return showScreen(Service, { id, params });
}

const type = (name: string, value: string) => {
  const field = screen.getByRole<HTMLInputElement>('textbox', { name });
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
  answers.clear();
});
afterEach(cleanup);

it('asks five questions on one page, and an answer that nobody gave permits nothing', async () => {
  show(null);
  const form = await screen.findByRole('form', { name: 'サービスを追加' });
  expect(within(form).getAllByRole('group', { name: /^[1-5]\./ })).toHaveLength(5);
  const checked = within(form)
    .getAllByRole<HTMLInputElement>('radio')
    .filter((radio) => radio.checked);
  expect(checked.map(({ value }) => value)).toEqual(['not_known', 'unknown']);
});

it('sends the five answers and shows the rules that they make', async () => {
  const sent: OwnServiceInput[] = [];
  show(null);
  installHost({
    serviceAdd: ({ input }: Action<OwnServiceInput>) => {
      sent.push(input);
      return Promise.resolve(done);
    },
  });
  await screen.findByRole('form', { name: 'サービスを追加' });
  type('名前', 'まちの仕事帳');
  screen.getByRole('radio', { name: '契約のあとならできる' }).click();
  within(screen.getByRole('radiogroup', { name: '外での契約・支払い' }))
    .getByRole('radio', { name: 'できない' })
    .click();
  type('ページや契約書', '利用規約 第8条');
  type('もう一度聞くまでの営業日', '３');
  screen.getByRole('button', { name: '追加する' }).click();
  await waitFor(() => expect(location.hash).toBe('#/rules/own_o1'));
  expect(sent[0]).toMatchObject({
    name: 'まちの仕事帳',
    contact: 'after_contract',
    deal: 'forbidden',
    source: '利用規約 第8条',
    looked: '',
    answer_days: '３',
  });
});

it('called for from the form of an account, it leads back there with the new service chosen', async () => {
  show(null, { account: 'new', then: 'record' });
  installHost({ serviceAdd: () => Promise.resolve(done) });
  (await screen.findByRole('button', { name: '追加する' })).click();
  await waitFor(() => expect(location.hash).toBe('#/settings?account=new&then=record&platform=own_o1'));
});

it('given up, it leads back there as well', async () => {
  show(null, { account: 'new', then: 'record' });
  (await screen.findByRole('button', { name: 'やめる' })).click();
  await waitFor(() => expect(location.hash).toBe('#/settings?account=new&then=record'));
});

it('a permission without the page that says so is asked for at its field', async () => {
  show(null);
  const refused = new ProblemError({
    code: 'field',
    message: '1か所直すと、記録できます',
    remedy: '',
    guide_entry: null,
    detail: null,
    fields: [{ field: 'source', message: 'どこに書いてあるかを書いてください。', offers: [] }],
  });
  installHost({ serviceAdd: () => Promise.reject(refused) });
  (await screen.findByRole('radio', { name: /^いつでもできる/ })).click();
  screen.getByRole('button', { name: '追加する' }).click();
  const source = screen.getByRole('textbox', { name: 'ページや契約書' });
  await waitFor(() => expect(source.getAttribute('aria-invalid')).toBe('true'));
});

it('a change opens with what is recorded; when that became another meanwhile, one of the two is chosen', async () => {
  const sent: OwnServiceAmendment[] = [];
  show('o1');
  const changed = new ProblemError({
    code: 'changed',
    message: '書いているあいだに、この記録が変わりました。',
    remedy: '',
    guide_entry: null,
    detail: null,
    fields: [],
  });
  installHost({
    serviceAmend: ({ input }: Action<OwnServiceAmendment>) => {
      sent.push(input);
      return sent.length === 1 ? Promise.reject(changed) : Promise.resolve(done);
    },
  });
  await screen.findByRole('form', { name: 'サービスを直す' });
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '契約のあとならできる' }).checked).toBe(true);
  type('名前', 'まちの仕事帳（新）');
  screen.getByRole('button', { name: '直して保存' }).click();
  (await screen.findByRole('button', { name: '書いたほうに直す' })).click();
  await waitFor(() => expect(location.hash).toBe('#/rules/own_o1'));
  expect(sent[1]).toMatchObject({
    service: 'o1',
    before: own,
    input: { name: 'まちの仕事帳（新）', answer_days: '3' },
  });
});

it('a service that is gone is said to be gone', async () => {
  show('o9');
  expect(await screen.findByText('このサービスは、もうありません')).toBeTruthy();
});

it('a recorded service that is not changed goes back as it was', () => {
  expect(fieldsOf(own)).toEqual({
    name: 'まちの仕事帳',
    contact: 'after_contract',
    deal: 'forbidden',
    source: '利用規約 第8条',
    address: '',
    looked: '2026-11-20',
    support: '画面の下',
    answer_days: '3',
    note: '',
  });
  expect(fieldsOf({ ...own, source: null })).toMatchObject({ source: EMPTY.source, looked: EMPTY.looked });
});
