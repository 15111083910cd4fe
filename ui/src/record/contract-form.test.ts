import { expect, it } from 'vitest';
import type { ContractFacts } from '../host';
import { amendment, EMPTY, fieldsOf, newContract } from './contract-form';

const recorded = {
  contract: {
    id: 'c1',
    account: 'a1',
    client: 'k1',
    title: ' 髙﨑 商品紹介文',
    format: 'hourly',
    url: 'https://sample.example/contracts/1042',
    number: '1042',
    amount: 264_000,
    delivery_due: '2026-11-30',
    contact_reason: '図面を見ながら話すため',
    note: '—',
  },
  client: { id: 'k1', name: 'サンプル商店', reading: '', kind: 'company', note: '' },
} as unknown as ContractFacts;

it('a correction that changes nothing sends back everything that was recorded', () => {
  expect(amendment('c1', fieldsOf(recorded), recorded.contract)).toEqual({
    before: recorded.contract,
    contract: 'c1',
    account: 'a1',
    client: { client: 'existing', id: 'k1' },
    title: ' 髙﨑 商品紹介文',
    format: 'hourly',
    amount: '264000',
    delivery_due: '2026-11-30',
    url: 'https://sample.example/contracts/1042',
    number: '1042',
    contact_reason: '図面を見ながら話すため',
    note: '—',
  });
});

it('what is not recorded is an empty field, never a zero or a word', () => {
  const bare = {
    ...recorded,
    contract: { ...recorded.contract, amount: null, delivery_due: null, url: null, number: null },
  };
  expect(fieldsOf(bare)).toMatchObject({ amount: '', delivery_due: '', url: '', number: '' });
});

it('a new client goes by name, one of the book by its key', () => {
  const typed = { ...EMPTY, name: '見本商会', reading: 'みほんしょうかい' };
  expect(newContract(typed, 'a1').client).toEqual({
    client: 'new',
    name: '見本商会',
    reading: 'みほんしょうかい',
    kind: 'unknown',
  });
  expect(newContract({ ...typed, client: 'k1' }, 'a1').client).toEqual({ client: 'existing', id: 'k1' });
});

it('the day of the wish is sent as it was typed', () => {
  expect(newContract({ ...EMPTY, wishes: ['chatwork'], wish_day: '昨日' }, 'a1')).toMatchObject({
    account: 'a1',
    wishes: ['chatwork'],
    wish_day: '昨日',
    stages: [{ stage: 'contracted', day: '' }],
  });
});
