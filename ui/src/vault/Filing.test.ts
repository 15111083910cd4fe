import { cleanup, fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answers } from '../book/queries';
import {
  installHost,
  ProblemError,
  type Document,
  type DocumentAmendment,
  type DocumentInput,
  type DocumentsView,
} from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak } from '../words';
import Filing from './Filing.svelte';

const EVIDENCE = '0192f000-0000-7000-8000-00000000000e';
const invoice: Document = {
  id: '0192f000-0000-7000-8000-0000000000d0',
  evidence: EVIDENCE,
  kind: 'invoice',
  number: '2026-11-3',
  title: '商品紹介文 60本',
  counterparty: 'サンプル商店',
  day: '2026-11-23',
  amount: 11_000,
  note: '',
  person: '縁側 花子',
};
const filed: DocumentsView = {
  documents: [{ document: invoice, file: '請求書.pdf', lines: 0 }],
  log: [],
  person: '縁側 花子',
};
const nothing: DocumentsView = { documents: [], log: [], person: null };

function show(view: DocumentsView) {
  installHost({
    documentsView: () => Promise.resolve(view),
    entryRead: () => Promise.resolve({ entry: 'empty' }),
    formDraftLoad: () => Promise.resolve(null),
    formDraftSave: () => Promise.resolve(null),
    formDraftClear: () => Promise.resolve(null),
  });
  showScreen(Filing, { evidence: EVIDENCE });
}

const done = <T>(value: T) => Promise.resolve({ value, changed: [], said: { key: 'history-value', args: [] } });

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
  answers.clear();
});
afterEach(cleanup);

it('files a document with what it is found by', async () => {
  const sent: DocumentInput[] = [];
  show(nothing);
  installHost({
    documentDeclare: ({ input }) => {
      sent.push(input);
      return done(invoice.id);
    },
  });
  await fireEvent.click(await screen.findByRole('button', { name: '電子取引の書類として登録' }));
  const type = async (label: string, value: string) =>
    fireEvent.input(await screen.findByLabelText(label), { target: { value } });
  await type('取引件名', '商品紹介文 60本');
  await type('取引先名', 'サンプル商店');
  await type('取引年月日', '11/23');
  await type('処理担当者名', '縁側 花子');
  await fireEvent.click(screen.getByRole('button', { name: '登録' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ evidence: EVIDENCE, kind: 'invoice', counterparty: 'サンプル商店', amount: '' });
});

it('asks why before a document is corrected, and says at the field what is missing', async () => {
  const sent: DocumentAmendment[] = [];
  show(filed);
  installHost({
    documentAmend: ({ input }) => {
      sent.push(input);
      return Promise.reject(
        new ProblemError({
          code: 'field',
          message: '入力を確かめてください。',
          remedy: '',
          guide_entry: null,
          detail: null,
          fields: [{ field: 'slip.reason', message: '理由を入力してください。', offers: [] }],
        }),
      );
    },
  });
  await fireEvent.click(await screen.findByRole('button', { name: '訂正' }));
  expect((await screen.findByLabelText('処理担当者名')).getAttribute('value') ?? '縁側 花子').toBe('縁側 花子');
  await fireEvent.click(screen.getByRole('button', { name: '理由とともに訂正' }));
  expect(await screen.findByText('理由を入力してください。')).toBeTruthy();
  expect(sent[0]).toMatchObject({ before: invoice, slip: { reason: '', person: '縁側 花子' } });
});
