import { cleanup, fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answers } from '../book/queries';
import { installHost, type FindingView, type MessageInput, type MessageView } from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak, t } from '../words';
import Message from './Message.svelte';

const say = (key: string) => ({ key, args: [] });
const finding = (words: string): FindingView => ({
  kind: 'contact_invitation',
  name: say('message-kind-contact-invitation'),
  words,
  why: say('message-why-contact-invitation'),
  rule: null,
  answer: say('message-answer-contact-invitation'),
  purpose: null,
  draft: null,
  record: say('message-record-contact-invitation'),
});
const nothing: MessageView = { said: say('message-nothing-found'), parts: [], findings: [] };
const asked: MessageInput[] = [];

function show(view: MessageView) {
  asked.length = 0;
  installHost({
    appStart: () => Promise.resolve({ platforms: [] } as never),
    messageCheck: (input: MessageInput) => {
      asked.push(input);
      return Promise.resolve(view);
    },
  });
  showScreen(Message, { id: null, params: {} });
}

const paste = (words: string) =>
  fireEvent.input(screen.getByLabelText(t('message-words')), { target: { value: words } });

beforeEach(() => {
  answers.clear();
  speak('ja');
  setToday('2026-11-24');
});
afterEach(cleanup);

it('a message without a finding is not called safe', async () => {
  show(nothing);
  await paste('よろしくお願いします。');
  await screen.findByText('見つかりませんでした（安全という意味ではありません）');
});

it('each passage is marked with the number it has in the list', async () => {
  show({
    said: { key: 'message-found', args: [{ name: 'count', value: { type: 'number', value: 2 } }] },
    parts: [
      { text: 'どうぞ', findings: [] },
      { text: 'LINE', findings: [0] },
      { text: 'で直接', findings: [0, 1] },
    ],
    findings: [finding('LINEで直接'), finding('で直接')],
  });
  await paste('どうぞLINEで直接');
  const marked = await screen.findByRole('region', { name: t('message-marked') });
  expect([...marked.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['1LINE', '2で直接']);
  const list = screen.getAllByRole('listitem').filter((item) => item.classList.contains('finding'));
  expect(list).toHaveLength(2);
  within(list[0] as HTMLElement).getByRole('button', { name: t('message-copy-answer') });
});

it('the message goes to the book exactly as it was pasted', async () => {
  show(nothing);
  await paste('  ＬＩＮＥで\n');
  await screen.findByText('見つかりませんでした（安全という意味ではありません）');
  expect(asked).toEqual([{ text: '  ＬＩＮＥで\n', contract: null, platform: null }]);
});

it('nothing is asked while nothing is written', () => {
  show(nothing);
  expect(asked).toEqual([]);
});
