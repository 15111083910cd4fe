import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { speak } from '../words';
import { SCREENS } from './route.svelte';
import SideNav from './SideNav.svelte';

beforeEach(() => speak('ja'));
afterEach(() => {
  cleanup();
  location.hash = '';
});

async function current(hash: string): Promise<string[]> {
  const arrived = new Promise((told) => window.addEventListener('hashchange', told, { once: true }));
  location.hash = hash;
  await arrived;
  render(SideNav, { waiting: 0, onhelp: () => {} });
  const marked = screen.getAllByRole('link').filter((link) => link.getAttribute('aria-current') === 'page');
  const names = marked.map((link) => link.querySelector('span')?.textContent ?? '');
  cleanup();
  return names;
}

it('marks the evidence while the documents of electronic transactions are shown', async () => {
  expect(await current('#/documents')).toEqual(['証拠']);
});

it('marks one entry on every screen', async () => {
  for (const name of SCREENS.filter((name) => name !== 'today')) {
    expect(await current(`#/${name}`), name).toHaveLength(1);
  }
});
