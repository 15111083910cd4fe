import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answers } from '../book/queries';
import {
  installHost,
  ProblemError,
  type AccountView,
  type Action,
  type ContractAmendment,
  type ContractInput,
  type ContractView,
} from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak } from '../words';
import Record from './Record.svelte';

const ID = '0192f000-0000-7000-8000-000000000001';
const account = {
  account: { id: 'a1', platform: 'p', user_name: 'sample_writer', registered_email: null, note: '' },
  platform: { id: 'p', name: { ja: '例のサービス', en: 'Example' }, checked: '2026-11-23' },
  contracts: 0,
} as unknown as AccountView;
const recorded = {
  facts: {
    contract: {
      id: ID,
      account: 'a1',
      client: 'k1',
      title: '商品紹介文',
      format: 'fixed',
      url: null,
      number: null,
      amount: 264_000,
      delivery_due: null,
      contact_reason: '',
      note: '',
    },
    client: { id: 'k1', name: 'サンプル商店', reading: '', kind: 'unknown', note: '' },
  },
} as unknown as ContractView;

function show(id: string | null, accounts: AccountView[] = [account]) {
  location.hash = '';
  const client = { id: 'k1', name: 'サンプル商店', reading: '', kind: 'unknown' as const, note: '' };
  installHost({
    accountList: () => Promise.resolve(accounts),
    clientList: () => Promise.resolve([{ client, contracts: 1 }]),
    contractView: () => Promise.resolve(recorded),
    contractPreview: () => Promise.reject(new Error('nothing to show')),
    formDraftLoad: () => Promise.resolve(null),
    formDraftSave: () => Promise.resolve(null),
    formDraftClear: () => Promise.resolve(null),
    entryRead: () => Promise.resolve({ entry: 'empty' }),
  });
  return showScreen(Record, { id, params: {} });
}

const type = (name: string, value: string) => {
  const field = screen.getByRole<HTMLInputElement>('textbox', { name });
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
const done = { value: ID, changed: [], said: { key: 'done-contract-add', args: [] } };

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
  answers.clear();
});
afterEach(cleanup);

it('begins with an account where there is none', async () => {
  show(null, []);
  expect(await screen.findByRole('button', { name: '登録アカウントを記録' })).toBeTruthy();
});

it('sends what was typed, and the day of the wish with it', async () => {
  const sent: ContractInput[] = [];
  show(null);
  installHost({
    contractAdd: ({ input }: Action<ContractInput>) => {
      sent.push(input);
      return Promise.resolve(done);
    },
  });
  await screen.findByRole('form', { name: '契約を記録' });
  type('クライアント名', '見本商会');
  type('依頼名', '商品紹介文');
  screen.getByRole('radio', { name: '仮払い' }).click();
  screen.getByRole('checkbox', { name: 'Chatwork' }).click();
  await screen.findByRole('textbox', { name: '希望を聞いた日' });
  type('希望を聞いた日', '11/20');
  screen.getByRole('button', { name: '記録する' }).click();
  await waitFor(() => expect(location.hash).toBe(`#/contract/${ID}`));
  expect(sent[0]).toMatchObject({
    account: 'a1',
    client: { client: 'new', name: '見本商会' },
    title: '商品紹介文',
    stages: [{ stage: 'escrowed', day: '' }],
    wishes: ['chatwork'],
    wish_day: '11/20',
  });
});

it('a field to be repaired says so by itself, also inside a closed fold', async () => {
  show(null);
  const problem = {
    code: 'field',
    message: '1か所直すと、記録できます',
    remedy: '',
    guide_entry: null,
    detail: null,
    fields: [{ field: 'amount', message: '金額として読めません。', offers: [] }],
  };
  installHost({ contractAdd: () => Promise.reject(new ProblemError(problem as unknown as ProblemError['problem'])) });
  (await screen.findByRole('button', { name: '記録する' })).click();
  const amount = await screen.findByRole('textbox', { name: '契約金額' });
  await waitFor(() => expect(amount.getAttribute('aria-invalid')).toBe('true'));
  expect(amount.closest('details')?.open).toBe(true);
});

it('a correction opens with what is recorded and asks neither for stage nor wish', async () => {
  const sent: ContractAmendment[] = [];
  show(ID);
  installHost({
    contractAmend: ({ input }: Action<ContractAmendment>) => {
      sent.push(input);
      return Promise.resolve(done);
    },
  });
  const form = await screen.findByRole('form', { name: '契約を直す' });
  expect(within(form).getByRole<HTMLInputElement>('textbox', { name: '契約金額' }).value).toBe('264000');
  expect(within(form).queryByRole('radiogroup', { name: 'いまの段階' })).toBeNull();
  type('依頼名', '商品紹介文（60本）');
  within(form).getByRole('radio', { name: '時間単価' }).click();
  within(form).getByRole('button', { name: '直して保存' }).click();
  await waitFor(() => expect(location.hash).toBe(`#/contract/${ID}`));
  expect(sent[0]).toMatchObject({
    contract: ID,
    client: { client: 'existing', id: 'k1' },
    title: '商品紹介文（60本）',
    format: 'hourly',
    amount: '264000',
  });
});
