import { expect, it } from 'vitest';
import type { ContractFacts, Inquiry, StatusSeen } from '../../host';
import { askedAbout, EMPTY, fileName, opening, recorded, whatOf } from './fact';

const statuses = (one: StatusSeen): ContractFacts =>
  ({ stages: [], sightings: [], requests: [], statuses: [one] }) as unknown as ContractFacts;
const seen: StatusSeen = {
  id: 's',
  contract: 'c',
  value: 'approved',
  witness: { who: 'me', words: '承認', shown: 'app' },
  when: { day: '2026-11-20', time: '10:30:00' },
  note: '',
};

it('corrects a status from its own words, place, day and time', () => {
  expect(recorded(statuses(seen), 's')).toMatchObject({
    ref: { kind: 'status', id: 's' },
    kind: 'status_seen',
    fields: { value: 'approved', words: '承認', shown: 'app', day: '2026-11-20', time: '10:30' },
  });
});

it('remembers what it is opened with, so that a later change of it is noticed', () => {
  expect(recorded(statuses(seen), 's')?.before).toEqual({ kind: 'status', fact: seen });
});

it('never turns what the client told into what the user saw', () => {
  const told = recorded(statuses({ ...seen, witness: { who: 'told_by_client' } } as StatusSeen), 's');
  expect(told?.kind).toBe('status_heard');
});

it('sends no words of a screen with what was only heard', () => {
  const typed = { ...EMPTY, value: 'approved' as const, words: '承認' };
  expect(whatOf('status_heard', typed)).toEqual({ fact: 'status_heard', value: 'approved', note: '' });
});

const asked = (id: string, day: string, reply: Inquiry['reply'] = null): Inquiry => ({
  id,
  contract: 'c',
  entrance: 'faq-button',
  sender: 'me@example.jp',
  body: '',
  sent: { day, time: null },
  reply,
});
const answer: Inquiry['reply'] = {
  when: { day: '2026-11-24', time: '19:40:00' },
  result: 'can_apply_now',
  text: 'ご利用いただけます。',
};
const facts = {
  account: { registered_email: 'me@example.jp' },
  wishes: [{ channels: ['chatwork'] }],
} as unknown as ContractFacts;

it('a reply is about the inquiry sent last among those that wait', () => {
  const inquiries = [asked('a', '2026-11-20'), asked('b', '2026-11-24'), asked('c', '2026-11-25', answer)];
  expect(askedAbout(inquiries)?.id).toBe('b');
});

it('a reply that is corrected is found by its inquiry, though that no longer waits', () => {
  expect(askedAbout([asked('a', '2026-11-20', answer), asked('b', '2026-11-24')], 'a')?.id).toBe('a');
  expect(askedAbout([asked('a', '2026-11-20')], 'gone')).toBeUndefined();
});

it('a correction of a reply opens with the reply as it is recorded', () => {
  const fields = opening(facts, { kind: 'reply', asked: asked('a', '2026-11-20', answer) });
  expect(fields).toMatchObject({
    result: 'can_apply_now',
    text: 'ご利用いただけます。',
    day: '2026-11-24',
    time: '19:40',
  });
});

it('a new reply opens with the answer that helps least, so that a good one is never left standing', () => {
  expect(opening(facts, { kind: 'reply', asked: asked('a', '2026-11-20') }).result).toBe('no_help');
});

it('a request opens without channels, whatever the client wished for', () => {
  expect(opening(facts, { kind: 'request' }).channels).toEqual([]);
});

it('an inquiry opens with the registered address and without an entrance', () => {
  expect(opening(facts, { kind: 'inquiry' })).toMatchObject({ sender: 'me@example.jp', entrance: '' });
});

it('a file is called by the last part of its path, on every system', () => {
  expect([fileName('/home/a/申請.png'), fileName('C:\\写し\\画面.png')]).toEqual(['申請.png', '画面.png']);
});
