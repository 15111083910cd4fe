import { cleanup, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installHost, type Check, type CheckItem, type DraftView, type TextRange, type Tone } from '../host';
import { showScreen } from '../testing/show';
import { speak } from '../words';
import LetterDesk from './LetterDesk.svelte';
import { passageOf } from './passage';

const item = (check: Check, tone: Tone, key: string, places: TextRange[] = []): CheckItem => ({
  check,
  tone,
  say: { key, args: [{ name: 'count', value: { type: 'number', value: places.length } }] },
  places,
});
const both = (words: string) => ({ ja: words, en: words });
const TEXT = '契約のURLは〔　　〕、番号は〔　　〕です。';
const GAPS = [
  { from: 7, to: 11 },
  { from: 15, to: 19 },
];
const gaps = item('no_gaps', 'stop', 'draft-check-gaps', GAPS);

const view = {
  draft: { id: 'inquiry', name: both('問い合わせ'), purpose: 'inquiry_to_office', to: 'office' },
  note: null,
  subject: null,
  segments: [{ from: 'template', text: TEXT }],
  text: TEXT,
  sender: 'me@example.jp',
  entrances: [],
  check: {
    faults: [{ key: 'draft-fault-gaps', args: [] }],
    passages: [],
    length: { characters: TEXT.length, limit: null },
    items: [
      gaps,
      item('sender_is_registered', 'look', 'draft-check-sender-unknown'),
      item('attachments', 'look', 'draft-check-attachments'),
      item('no_contact_data', 'good', 'draft-check-no-contact-data'),
    ],
  },
} as unknown as DraftView;

function show() {
  installHost({ formDraftLoad: () => Promise.resolve(null), draftCheck: () => Promise.resolve(view.check) });
  return showScreen(LetterDesk, { contract: 'c', view });
}

beforeEach(() => speak('ja'));
afterEach(cleanup);

const chosen = () => {
  const field = document.activeElement;
  return field instanceof HTMLTextAreaElement ? field.value.slice(field.selectionStart, field.selectionEnd) : undefined;
};

it('a finding that is pressed chooses its passage in the text, and pressed again the next one', async () => {
  show();
  const finding = await screen.findByRole('button', { name: /^埋めるところ/ });
  finding.click();
  await waitFor(() => expect(chosen()).toBe('〔　　〕'));
  const field = document.activeElement as HTMLTextAreaElement;
  const begins = [field.selectionStart];
  for (const begin of [15, 7]) {
    finding.click();
    await waitFor(() => expect(field.selectionStart).toBe(begin));
    begins.push(field.selectionStart);
  }
  expect(begins).toEqual([7, 15, 7]);
});

it('the finding about the sender leads to the sender', async () => {
  show();
  (await screen.findByRole('button', { name: /^登録メールアドレスが記録されていません/ })).click();
  await waitFor(() => expect(document.activeElement?.textContent).toBe('me@example.jp'));
});

it('what is as it should be, and what is done by hand, is nothing to press', async () => {
  show();
  await screen.findByText('連絡先は含まれていません');
  expect(passageOf(item('no_contact_data', 'good', 'x', GAPS), 0)).toBeUndefined();
  expect(screen.queryByRole('button', { name: /画面の写し|連絡先は含まれていません/ })).toBeNull();
});
