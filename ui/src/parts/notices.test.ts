import { beforeEach, expect, it } from 'vitest';
import { notices } from './notices.svelte';

const undo = { label: '元に戻す', run: () => undefined };

beforeEach(() => notices.all.forEach(({ id }) => notices.close(id)));

it('the last deed takes the place of the one before, since only it can be taken back', () => {
  notices.say('「あ」を記録しました', undo);
  notices.say('「い」を記録しました', undo);
  expect(notices.all.map(({ text }) => text)).toEqual(['「い」を記録しました']);
  expect(notices.all.map(({ act }) => act?.label)).toEqual(['元に戻す']);
});

it('a word about something else leaves the way back where it is', () => {
  notices.say('「あ」を記録しました', undo);
  notices.say('フォルダーの場所をコピーしました');
  expect(notices.all.map(({ act }) => act?.label)).toEqual(['元に戻す', undefined]);
});

it('the oldest makes room, and so does its way back', () => {
  for (const text of ['あ', 'い', 'う', 'え']) notices.say(text);
  expect(notices.all.map(({ text }) => text)).toEqual(['い', 'う', 'え']);
});
