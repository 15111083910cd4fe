import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answers } from '../book/queries';
import { installHost, type SiteView } from '../host';
import { showScreen } from '../testing/show';
import { speak } from '../words';
import SiteNotice from './SiteNotice.svelte';

const site: SiteView = { site: 'one_drive', folder: 'C:\\Users\\hana\\OneDrive\\engawa-book', seen: false };

function show(view: SiteView, how: 'once' | 'always') {
  installHost({ siteView: () => Promise.resolve(view) });
  showScreen(SiteNotice, { show: how });
}

beforeEach(() => {
  speak('ja');
  answers.clear();
});
afterEach(cleanup);

it('a folder that is copied elsewhere is named, with what is safer', async () => {
  show(site, 'once');
  expect(await screen.findByText('帳が OneDrive のフォルダーにあります')).toBeTruthy();
  expect(screen.getByText(/この端末のなかに移し/)).toBeTruthy();
});

it('once it is known it is gone from the day, and stays where one looks for it', async () => {
  let told = 0;
  let view = site;
  installHost({
    siteView: () => Promise.resolve(view),
    siteSeen: () => {
      told += 1;
      view = { ...site, seen: true };
      return Promise.resolve(null);
    },
  });
  showScreen(SiteNotice, { show: 'once' as const });
  await fireEvent.click(await screen.findByRole('button', { name: '分かりました' }));
  await expect.poll(() => screen.queryByText(/OneDrive/)).toBeNull();
  expect(told).toBe(1);
  cleanup();
  showScreen(SiteNotice, { show: 'always' as const });
  expect(await screen.findByText('帳が OneDrive のフォルダーにあります')).toBeTruthy();
});

it('of a folder on this machine nothing is said', async () => {
  let asked = 0;
  installHost({
    siteView: () => {
      asked += 1;
      return Promise.resolve({ ...site, site: 'here' as const });
    },
  });
  showScreen(SiteNotice, { show: 'always' as const });
  await expect.poll(() => asked).toBe(1);
  expect(screen.queryByText(/フォルダーにあります/)).toBeNull();
});
