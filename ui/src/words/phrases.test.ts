import { expect, it } from 'vitest';
import { phrases } from './phrases';

it('a phrase is a word with its particles', () => {
  expect(phrases('リンクが見当たらない')).toEqual(['リンクが', '見当たらない']);
});

it('a sentence may be broken after its signs, and no line begins with one', () => {
  expect(phrases('サービス外での契約・支払いはできません。')).toEqual([
    'サービス外での',
    '契約・',
    '支払いはできません。',
  ]);
});

it('a bracket keeps what it holds, and the particle after it', () => {
  expect(phrases('申請の「サービス外連絡申請」が先です')).toEqual(['申請の', '「サービス外連絡申請」が', '先です']);
  expect(phrases('画面の言葉（そのまま）')).toEqual(['画面の', '言葉', '（そのまま）']);
});

it('English is left to its spaces', () => {
  expect(phrases('No contracts or payments outside')).toEqual(['No contracts or payments outside']);
});

it('nothing is added and nothing is lost', () => {
  const sentence = '登録メールアドレスから送ることが、いちばん大切です。その前に、短い確認だけをします。';
  expect(phrases(sentence).join('')).toBe(sentence);
});
