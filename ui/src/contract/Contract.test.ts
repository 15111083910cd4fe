import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answers } from '../book/queries';
import {
  installHost,
  ProblemError,
  type Action,
  type ClientAmendment,
  type ContractView,
  type EvidenceTake,
  type FactAmendment,
  type FactInput,
  type Inquiry,
  type StatusSeen,
} from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak } from '../words';
import Contract from './Contract.svelte';

const ID = '0192f000-0000-7000-8000-000000000001';
const INQUIRY = '0192f000-0000-7000-8000-00000000000a';
const both = (words: string) => ({ ja: words, en: words });
const cite = { source: 'faq', checked: '2026-11-23', confidence: 'H', since: null } as const;
const onDay = (day: string) => ({ day, time: null });

const inquiry: Inquiry = {
  id: INQUIRY,
  contract: ID,
  entrance: 'faq-button',
  sender: 'me@example.jp',
  body: 'リンクが表示されません。',
  sent: onDay('2026-11-20'),
  reply: { when: onDay('2026-11-24'), result: 'can_apply_now', text: 'ご利用いただけます。' },
};

const view = {
  facts: {
    contract: {
      id: ID,
      account: 'a',
      client: 'k',
      title: '商品紹介文の作成（60本）',
      format: 'fixed',
      url: null,
      number: '1042',
      amount: 264_000,
      delivery_due: null,
      contact_reason: '',
      note: '',
    },
    account: { id: 'a', platform: 'p', user_name: 'sample_writer', registered_email: 'me@example.jp', note: '' },
    client: { id: 'k', name: 'サンプル商店', reading: '', kind: 'unknown', note: '' },
    stages: [{ id: 's', contract: ID, stage: 'delivered', when: onDay('2026-11-30'), note: '' }],
    sightings: [],
    requests: [],
    statuses: [],
    inquiries: [inquiry],
    wishes: [{ id: 'w', contract: ID, channels: ['chatwork'], when: onDay('2026-11-20'), note: '' }],
    outside_contacts: [],
    restrictions: [],
    payments: [],
  },
  platform: { id: 'p', name: both('例のサービス'), checked: '2026-11-23' },
  stages: [],
  standing: {
    contact: 'no',
    deal_outside: 'forbidden',
    verdict: { state: 'not_yet' },
    summary: { key: 'standing-summary-not-yet', args: [] },
    reasons: [],
    rule: { text: both('承認のあとに'), cite, source: null, stale: false, conflicts: [] },
    deal_rule: { text: both('できません'), cite, source: null, stale: false, conflicts: [] },
    exemptions: [],
    duties: [],
    deadlines: [],
    next: [
      {
        kind: { do: 'look_for_link' },
        say: { key: 'standing-next-look-for-link', args: [] },
        button: { key: 'standing-button-look-for-link', args: [] },
      },
      {
        kind: { do: 'stay_inside' },
        say: { key: 'standing-next-stay-inside', args: [] },
        button: { key: 'standing-button-stay-inside', args: [] },
      },
    ],
  },
  ledger: [],
  timeline: [
    {
      when: onDay('2026-11-24'),
      say: { key: 'standing-reason-reply-can-apply-now', args: [] },
      note: null,
      quote: 'ご利用いただけます。',
      fact: { kind: 'inquiry', id: INQUIRY },
      part: 'reply',
      evidence: [],
    },
    {
      when: onDay('2026-11-20'),
      say: { key: 'standing-reason-inquiry', args: [] },
      note: null,
      quote: 'リンクが表示されません。',
      fact: { kind: 'inquiry', id: INQUIRY },
      part: 'fact',
      evidence: [],
    },
  ],
  money: null,
  evidence: [],
  guides: [],
  open_run: null,
  drafts: [{ id: 'inquiry-link-missing', name: both('問い合わせ'), purpose: 'inquiry_to_office', to: 'office' }],
  request: null,
  entrances: [
    { id: 'faq-button', text: both('よくある質問の下'), address: null, registered_address: 'unknown', cite },
    { id: 'chat', text: both('お問い合わせチャット'), address: null, registered_address: 'unknown', cite },
  ],
  unknowns: [],
  sources: [],
} as unknown as ContractView;

const done = <T>(value: T) => Promise.resolve({ value, changed: [], said: { key: 'done-fact-add', args: [] } });

const refused = (field: string, message: string) =>
  new ProblemError({
    code: 'field',
    message: '1か所直すと、記録できます',
    remedy: '',
    guide_entry: null,
    detail: null,
    fields: [{ field, message, offers: [] }],
  });

function show(params: Record<string, string> = {}, seen: ContractView | Promise<ContractView> = view) {
  location.hash = `#/contract/${ID}?${new URLSearchParams(params).toString()}`;
  // The window hears of a new address only after the test has gone on.
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  installHost({
    documentsView: () => Promise.resolve({ documents: [], log: [], person: null }),
    contractView: () => Promise.resolve(seen),
    formDraftLoad: () => Promise.resolve(null),
    formDraftSave: () => Promise.resolve(null),
    formDraftClear: () => Promise.resolve(null),
    entryRead: () => Promise.resolve({ entry: 'empty' }),
    onProgress: () => () => undefined,
  });
  return showScreen(Contract, { id: ID, params });
}

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
  answers.clear();
});
afterEach(cleanup);

it('says the answer, the other line and one next step', async () => {
  const { container } = show();
  expect(await screen.findByRole('heading', { name: 'まだできません' })).toBeTruthy();
  expect(screen.getByText('サービス外での契約・支払いはできません')).toBeTruthy();
  expect(screen.getByRole('button', { name: '申請する場所を見る' })).toBeTruthy();
  expect(container.querySelectorAll('.btn--primary').length).toBe(1);
  // Going on inside the service is nothing to press.
  expect(screen.queryByRole('button', { name: 'サービスの中で続ける' })).toBeNull();
});

it('the title keeps the focus while the contract is being read', async () => {
  let arrive: (seen: ContractView) => void = () => undefined;
  show({}, new Promise((resolve) => (arrive = resolve)));
  const title = screen.getByRole('heading', { level: 1 });
  title.focus();
  arrive(view);
  expect(await screen.findByRole('heading', { level: 1, name: '商品紹介文の作成（60本）' })).toBe(title);
  expect(document.activeElement).toBe(title);
});

it('claims no 仮払い that is not recorded, though a later stage is', async () => {
  show();
  const money = await screen.findByRole('region', { name: 'お金の見込み' });
  expect(within(money).getByText('仮払い').nextElementSibling?.textContent).toBe('記録なし');
  expect(within(money).getByText('このサービスの手数料は、確かめられていません。')).toBeTruthy();
});

it('quotes what the office wrote and what was sent, word for word', async () => {
  const { container } = show();
  await screen.findByRole('heading', { name: '時系列' });
  const quotes = [...container.querySelectorAll('blockquote')].map((quote) => quote.textContent);
  expect(quotes).toEqual(['ご利用いただけます。', 'リンクが表示されません。']);
});

it('a reply is corrected as a reply, its inquiry as an inquiry', async () => {
  show();
  for (const [at, address] of [
    [0, `record=reply&inquiry=${INQUIRY}`],
    [1, `amend=${INQUIRY}`],
  ] as const) {
    const timeline = await screen.findByRole('region', { name: '時系列' });
    within(timeline)
      .getAllByRole('button', { name: /の操作$/ })
      [at]?.click();
    (await screen.findByRole('menuitem', { name: '直す' })).click();
    expect(location.hash).toContain(address);
  }
});

it('a file is kept for one thing that happened, from its line in the timeline', async () => {
  const kept: EvidenceTake[] = [];
  show();
  installHost({
    pickFiles: () => Promise.resolve(['/home/a/申請.png']),
    evidenceTake: (_, { input }: Action<EvidenceTake>) => {
      kept.push(input);
      return done('0192f000-0000-7000-8000-00000000000f');
    },
  });
  const timeline = await screen.findByRole('region', { name: '時系列' });
  within(timeline)
    .getAllByRole('button', { name: /の操作$/ })[1]
    ?.click();
  (await screen.findByRole('menuitem', { name: 'ファイルを添える' })).click();
  await waitFor(() => expect(kept.length).toBe(1));
  expect(kept[0]).toEqual({
    contract: ID,
    fact: { kind: 'inquiry', id: INQUIRY },
    file: { given: 'path', path: '/home/a/申請.png' },
    origin: 'picked',
  });
});

it('a reply that is removed leaves its inquiry where it is', async () => {
  const removed: string[] = [];
  show();
  installHost({
    replyRemove: ({ input }: Action<string>) => {
      removed.push(input);
      return done(input);
    },
    factRemove: () => Promise.reject(new Error('the inquiry was to stay')),
  });
  const timeline = await screen.findByRole('region', { name: '時系列' });
  within(timeline)
    .getAllByRole('button', { name: /の操作$/ })[0]
    ?.click();
  (await screen.findByRole('menuitem', { name: '取り除く' })).click();
  await waitFor(() => expect(removed).toEqual([INQUIRY]));
});

it('the form of a reply that is there opens with it', async () => {
  show({ record: 'reply', inquiry: INQUIRY });
  const form = await screen.findByRole('form', { name: '問い合わせへの返信を直す' });
  expect(within(form).getByRole<HTMLTextAreaElement>('textbox', { name: '返信の文（そのまま）' }).value).toBe(
    'ご利用いただけます。',
  );
});

it('an inquiry begins without an entrance and says so when it is sent that way', async () => {
  const sent: FactInput[] = [];
  show({ record: 'inquiry' });
  installHost({
    factAdd: ({ input }: Action<FactInput>) => {
      sent.push(input);
      if (input.what.fact === 'inquiry' && input.what.entrance) return done({ kind: 'inquiry' as const, id: INQUIRY });
      return Promise.reject(refused('what.entrance', '選んでください。'));
    },
  });
  const group = await screen.findByRole('radiogroup', { name: 'どこから送ったか' });
  const choices = within(group).getAllByRole<HTMLInputElement>('radio');
  expect(choices.map((one) => one.checked)).toEqual([false, false]);
  const form = screen.getByRole('form', { name: '問い合わせを記録' });
  const save = within(form).getByRole('button', { name: '記録する' });
  save.click();
  expect(await within(form).findByText('選んでください。')).toBeTruthy();
  expect(group.getAttribute('aria-invalid')).toBe('true');

  within(group).getByRole('radio', { name: 'お問い合わせチャット' }).click();
  save.click();
  await waitFor(() => expect(location.hash).toBe(`#/contract/${ID}`));
  expect(sent.at(-1)?.what).toMatchObject({ fact: 'inquiry', entrance: 'chat', sender: 'me@example.jp' });
});

it('where no entrance is known, one is written down', async () => {
  show({ record: 'inquiry' }, { ...view, entrances: [] });
  expect(await screen.findByRole('textbox', { name: 'どこから送ったか' })).toBeTruthy();
});

it('a fact whose file cannot be kept is recorded all the same, once, and the screen says what happened', async () => {
  const added: FactInput[] = [];
  const problem = { message: 'ファイルが見つかりません。', remedy: '', detail: null, fields: [] };
  show({ record: 'stage' });
  installHost({
    pickFiles: () => Promise.resolve(['/home/a/消えた.png']),
    factAdd: ({ input }: Action<FactInput>) => {
      added.push(input);
      return done({ kind: 'stage' as const, id: 's2' });
    },
    evidenceTake: () => Promise.reject(new ProblemError(problem as unknown as ProblemError['problem'])),
  });
  const form = await screen.findByRole('form', { name: '段階を記録' });
  within(form).getByRole('button', { name: 'ファイルを選ぶ' }).click();
  await within(form).findByText('消えた.png');
  within(form).getByRole('button', { name: '記録する' }).click();
  expect(await screen.findByText('ファイルが見つかりません。')).toBeTruthy();
  expect([added.length, location.hash]).toEqual([1, `#/contract/${ID}`]);
});

it('a request is recorded without means that nobody chose', async () => {
  show({ record: 'request' });
  const group = await screen.findByRole('group', { name: '使いたい手段' });
  expect(
    within(group)
      .getAllByRole<HTMLInputElement>('checkbox')
      .filter((box) => box.checked),
  ).toEqual([]);
});

it('a form that opens takes the focus', async () => {
  show({ record: 'status_seen' });
  const form = await screen.findByRole('form', { name: '申請ステータスを記録' });
  expect(document.activeElement).toBe(within(form).getByRole('combobox', { name: '表示' }));
});

it('a purpose in the address becomes the letter of this contract', async () => {
  show({ purpose: 'inquiry_to_office' });
  await waitFor(() => expect(location.hash).toBe(`#/contract/${ID}?draft=inquiry-link-missing`));
});

it('where there is no letter for it, the inquiry can still be recorded', async () => {
  show({ purpose: 'inquiry_to_office' }, { ...view, drafts: [] });
  (await screen.findByRole('button', { name: '問い合わせを記録' })).click();
  expect(location.hash).toContain('record=inquiry');
});

it('the client is corrected where it is named, with everything that was recorded of it', async () => {
  const sent: ClientAmendment[] = [];
  show();
  (await screen.findByRole('button', { name: /^直す\s?（クライアント）$/ })).click();
  expect(location.hash).toBe(`#/contract/${ID}?correct=client`);
  cleanup();

  show({ correct: 'client' });
  installHost({
    clientAmend: ({ input }: Action<ClientAmendment>) => {
      sent.push(input);
      return done(input.client);
    },
  });
  const form = await screen.findByRole('form', { name: 'クライアントを直す' });
  const name = within(form).getByRole<HTMLInputElement>('textbox', { name: 'クライアント名' });
  expect([document.activeElement, name.value]).toEqual([name, 'サンプル商店']);
  name.value = '見本商会';
  name.dispatchEvent(new Event('input', { bubbles: true }));
  within(form).getByRole('radio', { name: '会社・団体' }).click();
  within(form).getByRole('button', { name: '直して保存' }).click();
  await waitFor(() => expect(location.hash).toBe(`#/contract/${ID}`));
  expect(sent).toEqual([
    { client: 'k', before: view.facts.client, input: { name: '見本商会', reading: '', kind: 'company' } },
  ]);
});

it('a client without a name is told at its field, and what was typed stays', async () => {
  show({ correct: 'client' });
  installHost({ clientAmend: () => Promise.reject(refused('name', '入力してください。')) });
  const form = await screen.findByRole('form', { name: 'クライアントを直す' });
  within(form).getByRole('button', { name: '直して保存' }).click();
  expect(await within(form).findByText('入力してください。')).toBeTruthy();
  expect(within(form).getByRole('textbox', { name: 'クライアント名' }).getAttribute('aria-invalid')).toBe('true');
});

const changed = new ProblemError({
  code: 'changed',
  message: 'この記録が変わりました。いまの記録は「否認」、ここに書いたのは「承認」です。',
  remedy: 'どちらを残すか、選んでください。',
  guide_entry: null,
  detail: null,
  fields: [],
});
const pending = {
  id: 'st',
  contract: ID,
  value: 'pending' as const,
  witness: { who: 'me' as const, words: '申請中', shown: 'web' as const },
  when: onDay('2026-11-20'),
  note: '',
};
const denied = { ...pending, value: 'denied' as const, witness: { ...pending.witness, words: '否認' } };
const withStatus = (status: StatusSeen): ContractView => ({ ...view, facts: { ...view.facts, statuses: [status] } });

/** A correction of the status is open, and by then the status is another. */
async function correcting() {
  const sent: FactAmendment[] = [];
  show({ amend: 'st' }, withStatus(pending));
  const form = await screen.findByRole('form', { name: '申請ステータスを直す' });
  installHost({
    contractView: () => Promise.resolve(withStatus(denied)),
    factAmend: ({ input }: Action<FactAmendment>) => {
      sent.push(input);
      const { before } = input;
      const isSeen = before?.kind === 'status' && before.fact.value === 'denied';
      return isSeen ? done(input.fact) : Promise.reject(changed);
    },
  });
  await answers.invalidateQueries();
  within(form).getByRole('button', { name: '直して保存' }).click();
  await within(form).findByText(/いまの記録は「否認」/);
  return { form, sent };
}

it('a correction of what became another meanwhile names both and overwrites only when that is chosen', async () => {
  const { form, sent } = await correcting();
  // Read where it stands, and Enter pressed once more chooses nothing.
  expect(document.activeElement?.contains(within(form).getByRole('alert'))).toBe(true);
  expect(sent.map(({ before }) => before)).toEqual([{ kind: 'status', fact: pending }]);
  expect(within(form).getByRole<HTMLTextAreaElement>('textbox', { name: '画面の言葉（そのまま）' }).value).toBe(
    '申請中',
  );
  within(form).getByRole('button', { name: '書いたほうに直す' }).click();
  await waitFor(() => expect(location.hash).toBe(`#/contract/${ID}`));
  expect(sent.at(-1)?.before).toEqual({ kind: 'status', fact: denied });
});

it('the record that is there now can be left as it is', async () => {
  const { form, sent } = await correcting();
  within(form).getByRole('button', { name: 'いまの記録を残す' }).click();
  await waitFor(() => expect(location.hash).toBe(`#/contract/${ID}`));
  expect(sent.length).toBe(1);
});

it('a correction of what is not in the book any more says so instead of showing nothing', async () => {
  show({ amend: 'st' }, view);
  expect(await screen.findByText(/いま帳にありません/)).toBeTruthy();
});
