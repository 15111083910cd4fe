import { cleanup, fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answers } from '../book/queries';
import {
  installHost,
  ProblemError,
  type DocumentsSearch,
  type DocumentsView,
  type DocumentTableSave,
  type Problem,
} from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak } from '../words';
import Documents from './Documents.svelte';

const said = (key: string) => ({ key, args: [] });
const line = (id: string, document: string, reason: string) => ({
  line: {
    id,
    document,
    applied: '2026-11-23',
    number: '2026-11-3',
    title: '商品紹介文 60本',
    counterparty: 'サンプル商店',
    day: '2026-11-24',
    did: 'removed' as const,
    content: [],
    reason,
    person: '縁側 花子',
  },
  did: said('document-did-removed'),
  content: [],
});
const VIEW: DocumentsView = {
  documents: [],
  log: [line('2', 'b', '自分の控え'), line('1', 'a', '誤記')],
  person: '縁側 花子',
};

function show(view: DocumentsView, params: Record<string, string> = {}) {
  installHost({
    documentsView: () => Promise.resolve(view),
    entryRead: () => Promise.resolve({ entry: 'empty' }),
  });
  showScreen(Documents, { id: null, params });
}

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
  answers.clear();
});
afterEach(cleanup);

it('shows all eight fields of a line', async () => {
  show(VIEW);
  await screen.findByText('誤記');
  const heads = screen.getAllByRole('columnheader').map((head) => head.textContent);
  expect(heads).toEqual([
    '申請日',
    '取引伝票番号',
    '取引件名',
    '取引先名',
    '訂正・削除日付',
    '訂正・削除内容',
    '訂正・削除理由',
    '処理担当者名',
  ]);
});

it('shows the lines of one document alone', async () => {
  show(VIEW, { document: 'a' });
  await screen.findByText('誤記');
  expect(screen.queryByText('自分の控え')).toBeNull();
});

it('says that nothing is filed and nothing was corrected', async () => {
  show({ documents: [], log: [], person: null });
  expect(await screen.findByText('まだ訂正も削除もありません。')).toBeTruthy();
  expect(screen.getByRole('button', { name: '証拠の一覧へ' })).toBeTruthy();
});

it('saves the log where the user chose, and nothing where the dialog was closed', async () => {
  const saved: DocumentTableSave[] = [];
  show(VIEW);
  installHost({
    documentTablePlace: (_table, form) => Promise.resolve(form === 'page' ? null : '/home/a/log.csv'),
    documentTableSave: (input) => {
      saved.push(input);
      return Promise.resolve({ path: input.to, lines: 2 });
    },
  });
  await fireEvent.click(await screen.findByRole('button', { name: '印刷用のページを保存' }));
  await fireEvent.click(screen.getByRole('button', { name: 'CSV（Shift_JIS）で保存' }));
  await waitFor(() => expect(saved).toEqual([{ to: '/home/a/log.csv', table: 'log', form: 'csv_shift_jis' }]));
});

const INVOICE: DocumentsView['documents'][number] = {
  document: {
    id: 'a',
    evidence: 'e',
    kind: 'invoice',
    number: '2026-11-3',
    title: '商品紹介文 60本',
    counterparty: 'サンプル商店',
    day: '2026-11-23',
    amount: 11_000,
    note: '',
    person: '縁側 花子',
  },
  file: '請求書.txt',
  lines: 1,
};

it('shows what is filed, with its amount at the end of its column', async () => {
  show({ ...VIEW, documents: [INVOICE] });
  const amount = await screen.findByRole('cell', { name: '11,000円' });
  expect([...amount.classList]).toContain('end');
  expect([...screen.getByRole('columnheader', { name: '取引金額' }).classList]).toContain('end');
  expect(screen.getByRole('link', { name: '記録 1行' })).toBeTruthy();
});

it('saves the index of what is filed as the table of its own', async () => {
  const saved: DocumentTableSave[] = [];
  show({ ...VIEW, documents: [INVOICE] });
  installHost({
    documentTablePlace: (table, form) => Promise.resolve(`/home/a/${table}.${form}`),
    documentTableSave: (input) => {
      saved.push(input);
      return Promise.resolve({ path: input.to, lines: 1 });
    },
  });
  await fireEvent.click(await screen.findByRole('button', { name: '索引簿を CSV（UTF-8）で保存' }));
  await waitFor(() => expect(saved).toEqual([{ to: '/home/a/index.csv_utf8', table: 'index', form: 'csv_utf8' }]));
});

const RECEIPT: DocumentsView['documents'][number] = {
  ...INVOICE,
  document: { ...INVOICE.document, id: 'b', evidence: 'f', kind: 'receipt', counterparty: '見本社' },
  file: '領収書.txt',
};
const both: DocumentsView = { ...VIEW, documents: [INVOICE, RECEIPT] };
const type = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const listed = () => screen.queryAllByRole('link', { name: /\.txt$/ }).map((link) => link.textContent);

it('asks the book for what was typed, as it was typed, and lists what it finds', async () => {
  const asked: DocumentsSearch[] = [];
  show(both);
  installHost({
    documentsFind: (search) => {
      asked.push(search);
      return Promise.resolve([RECEIPT]);
    },
  });
  await expect.poll(listed).toEqual(['請求書.txt', '領収書.txt']);
  await type('取引先・件名など', '領収書　ミホン');
  await expect.poll(listed).toEqual(['領収書.txt']);
  await type('取引年月日（から）', '11/1');
  await fireEvent.click(screen.getByLabelText('金額のない書類だけ'));
  await expect
    .poll(() => asked.at(-1))
    .toEqual({ words: '領収書　ミホン', from: '11/1', to: '', least: '', most: '', no_amount: true });
  expect(screen.queryByLabelText('取引金額（以上）'), 'an amount that nothing names is in no range').toBeNull();
});

it('says at its field what cannot be read, and lists nothing by half a wish', async () => {
  show(both);
  const fault = { field: 'from', message: 'その日はありません。', offers: [] };
  const problem: Problem = { code: 'field', message: '', remedy: '', guide_entry: null, detail: '', fields: [fault] };
  installHost({ documentsFind: () => Promise.reject(new ProblemError(problem)) });
  await type('取引年月日（から）', '2026-02-30');
  expect(await screen.findByText('その日はありません。')).toBeTruthy();
  expect(listed()).toEqual([]);
  await type('取引年月日（から）', '');
  await expect.poll(listed).toEqual(['請求書.txt', '領収書.txt']);
});
