import { cleanup, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answers } from '../book/queries';
import { installHost, type AppStart } from '../host';
import { showScreen } from '../testing/show';
import { speak } from '../words';
import Accounts from './Accounts.svelte';

const platforms = [
  { id: 'p', name: { ja: '例のサービス', en: 'Example' }, checked: '2026-11-23' },
  { id: 'own_o1', name: { ja: 'まちの仕事帳', en: 'まちの仕事帳' }, checked: '2026-11-20' },
];

/** The form of a new account; `kept` was typed into it before. */
function show(service: string | null, kept: Record<string, string> | null) {
  installHost({
    appStart: () => Promise.resolve({ platforms } as unknown as AppStart),
    accountList: () => Promise.resolve([]),
    formDraftLoad: () => Promise.resolve(kept && JSON.stringify(kept)),
    formDraftSave: () => Promise.resolve(null),
    formDraftClear: () => Promise.resolve(null),
    entryRead: () => Promise.resolve({ entry: 'empty' }),
  });
  showScreen(Accounts, { begin: 'new', service, then: 'record' as const });
}

const platform = () => screen.findByRole<HTMLSelectElement>('combobox', { name: 'サービス' });

beforeEach(() => {
  speak('ja');
  answers.clear();
});
afterEach(cleanup);

it('a service that is not in the list can be added on the way, and where the form leads is remembered', async () => {
  show(null, null);
  const link = await screen.findByRole('link', { name: '一覧にないサービスを追加' });
  expect(link.getAttribute('href')).toBe('#/service?account=new&then=record');
});

it('back from there the new service is chosen, and what was typed before is still there', async () => {
  show('own_o1', { platform: 'p', user_name: 'minato_writer' });
  const chosen = await platform();
  await expect.poll(() => chosen.value).toBe('own_o1');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'ユーザー名' }).value).toBe('minato_writer');
});

it('without a new service, the one that was chosen before stays', async () => {
  show(null, { platform: 'own_o1', user_name: '' });
  const chosen = await platform();
  await expect.poll(() => chosen.value).toBe('own_o1');
});
