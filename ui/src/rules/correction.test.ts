import { beforeEach, expect, it } from 'vitest';
import type { Correction, PointView, Say } from '../host';
import { speak } from '../words';
import { again, correctionOf, fieldsOf, groupsOf, tried, valueOf, written } from './correction';

const words = (said: string): Say => ({
  key: 'view-words',
  args: [{ name: 'words', value: { type: 'words', value: said } }],
});
const review: PointView = {
  path: 'request.review',
  label: { key: 'rules-review', args: [] },
  of: null,
  takes: { takes: 'number_or_unknown' },
  value: '2',
  shown: { key: 'rules-business-days', args: [{ name: 'count', value: { type: 'number', value: 2 } }] },
  correction: null,
};
const kept: Correction = {
  id: 'k1',
  platform: 'p',
  path: 'request.review',
  value: '5',
  shipped: '2',
  source: { title: 'よくある質問', address: 'https://sample.example/faq', looked: '2026-11-20' },
  note: '電話でも確かめた',
};

beforeEach(() => speak('ja'));

it('the values are grouped by the part of the rules, in the order of the page', () => {
  const at = (path: string) => ({ ...review, path });
  const groups = groupsOf(['contact.text', 'request.review', 'contact.shape.kind', 'timers.x.span'].map(at));
  expect(groups.map(({ part, points }) => [part, points.map(({ path }) => path)])).toEqual([
    ['contact', ['contact.text', 'contact.shape.kind']],
    ['request', ['request.review']],
    ['timers', ['timers.x.span']],
  ]);
});

it('digits in full width are digits, and a per cent sign is no part of the number', () => {
  expect(written({ takes: 'number' }, ' ５ ')).toBe('5');
  expect(written({ takes: 'percent' }, '５．５％')).toBe('5.5');
});

it('an empty field stands for what nobody has published, and only where that may be', () => {
  expect(written({ takes: 'number_or_unknown' }, ' ')).toBe('unknown');
  expect(written({ takes: 'number' }, ' ')).toBe('');
  expect(valueOf({ ...review, value: 'unknown' })).toBe('');
});

it('a sentence begins in the language that is spoken, not in both', () => {
  const sentence: PointView = { ...review, takes: { takes: 'words' }, value: '承認のあと / After approval' };
  expect(valueOf({ ...sentence, shown: words('承認のあと') })).toBe('承認のあと');
});

it('a second correction opens with what was said before', () => {
  expect(fieldsOf({ ...review, value: '5' }, kept)).toEqual({
    value: '5',
    source: 'よくある質問',
    address: 'https://sample.example/faq',
    looked: '2026-11-20',
    note: '電話でも確かめた',
  });
});

it('the preview asks about the value alone: whoever has not come to the source is answered all the same', () => {
  const input = correctionOf('p', review, { value: '５', source: '', address: 'あとで', looked: '', note: '' });
  expect(input).toMatchObject({ platform: 'p', path: 'request.review', value: '5', source: '', address: 'あとで' });
  expect(tried(input)).toMatchObject({ value: '5', address: '', looked: '' });
  expect(tried(input).source).not.toBe('');
});

it('a correction that is kept once more goes back word for word', () => {
  expect(again(kept)).toEqual({
    platform: 'p',
    path: 'request.review',
    value: '5',
    source: 'よくある質問',
    address: 'https://sample.example/faq',
    looked: '2026-11-20',
    note: '電話でも確かめた',
  });
});
