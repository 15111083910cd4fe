import { expect, it } from 'vitest';
import { languageOf } from './appearance';
import { hashOf, readRoute, withParam } from './route.svelte';

it('a reload comes back to the same screen, with what it was about', () => {
  const hash = hashOf('contract', '0192/ä', { record: 'status_seen' });
  expect(readRoute(hash)).toEqual({ screen: 'contract', id: '0192/ä', params: { record: 'status_seen' } });
});

it('an address that leads nowhere leads to today', () => {
  for (const hash of ['', '#', '#/', '#/nowhere/1']) expect(readRoute(hash).screen).toBe('today');
});

it('the chosen language stands above the system’s; a system of neither speaks Japanese', () => {
  expect(languageOf('en', ['ja-JP'])).toBe('en');
  expect(languageOf('system', ['fr-FR', 'en-GB'])).toBe('en');
  expect(languageOf('system', ['ja', 'en'])).toBe('ja');
  expect(languageOf('system', ['fr-FR'])).toBe('ja');
});

it('one filter changes and the others stay; a filter without a value leaves', () => {
  expect(withParam({ q: '田中', stage: 'offer' }, 'stage', 'agreed')).toEqual({ q: '田中', stage: 'agreed' });
  expect(withParam({ q: '田中', stage: 'offer' }, 'q', '')).toEqual({ stage: 'offer' });
});
