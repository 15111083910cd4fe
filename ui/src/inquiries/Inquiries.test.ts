import { cleanup, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answers } from '../book/queries';
import { installHost, type InquiriesView, type InquiryRow } from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak } from '../words';
import Inquiries from './Inquiries.svelte';

const waiting: InquiryRow = {
  inquiry: {
    id: '0192f000-0000-7000-8000-00000000000a',
    contract: '0192f000-0000-7000-8000-000000000001',
    entrance: 'faq-button',
    sender: 'other@example.jp',
    body: '',
    sent: { day: '2026-11-20', time: null },
    reply: null,
  },
  contract: {
    id: '0192f000-0000-7000-8000-000000000001',
    title: '商品ロゴ案の調整',
    client: '例示デザイン室',
    platform: { id: 'example', name: { ja: '例のサービス', en: 'Example' }, checked: '2026-11-23' },
  },
  write_again: null,
  sender: 'other',
};

function show(view: InquiriesView) {
  installHost({ inquiriesView: () => Promise.resolve(view) });
  return showScreen(Inquiries, {});
}

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
  answers.clear();
});
afterEach(cleanup);

it('says how to begin when nothing was asked yet', async () => {
  show({ waiting: [], answered: [] });
  expect(await screen.findByRole('button', { name: '手引きを見る' })).toBeTruthy();
});

it('says that an inquiry came from another address than the registered one', async () => {
  show({ waiting: [waiting], answered: [] });
  expect(await screen.findByText(/登録アドレスとは違うアドレス/)).toBeTruthy();
});

it('leads from a waiting inquiry to the reply of that inquiry', async () => {
  show({ waiting: [waiting], answered: [] });
  (await screen.findByRole('button', { name: '返信を記録' })).click();
  expect(location.hash).toContain('record=reply');
  expect(location.hash).toContain(waiting.inquiry.id);
});

it('offers no reply where one is recorded', async () => {
  const reply = {
    when: { day: '2026-11-21', time: null },
    result: 'can_apply_now' as const,
    text: 'ご利用いただけます',
  };
  show({ waiting: [], answered: [{ ...waiting, inquiry: { ...waiting.inquiry, reply } }] });
  expect(await screen.findByText('申請できるようになった')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '返信を記録' })).toBeNull();
});

it('a reply that is recorded can be corrected', async () => {
  const reply = { when: { day: '2026-11-21', time: null }, result: 'no_help' as const, text: '' };
  show({ waiting: [], answered: [{ ...waiting, inquiry: { ...waiting.inquiry, reply } }] });
  (await screen.findByRole('button', { name: '「商品ロゴ案の調整」の問い合わせの操作' })).click();
  (await screen.findByRole('menuitem', { name: '返信を直す' })).click();
  expect(location.hash).toContain(`record=reply&inquiry=${waiting.inquiry.id}`);
});
