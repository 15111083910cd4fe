import { expect, it } from 'vitest';
import type { ContractFacts, StatusSeen } from '../host';
import { EMPTY, recorded, whatOf } from './fact';

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

it('never turns what the client told into what the user saw', () => {
  const told = recorded(statuses({ ...seen, witness: { who: 'told_by_client' } } as StatusSeen), 's');
  expect(told?.kind).toBe('status_heard');
});

it('sends no words of a screen with what was only heard', () => {
  const typed = { ...EMPTY, value: 'approved' as const, words: '承認' };
  expect(whatOf('status_heard', typed)).toEqual({ fact: 'status_heard', value: 'approved', note: '' });
});
