import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installHost } from '../host';
import { sayable, speak } from '../words';
import Silent from './Silent.svelte';
import { SYSTEMS } from './silent';

beforeEach(() => speak('en'));
afterEach(cleanup);

/** The part about one system. */
function part(name: string): HTMLElement {
  const found = screen.getByText(name, { selector: 'summary' }).closest('details');
  if (!found) throw new Error(`nothing is said about ${name}`);
  return found;
}

it('for each of the three systems there are commands to run', () => {
  render(Silent);
  expect(within(part('Linux')).getByText("ss -tunap | grep -E 'engawa|WebKit'")).toBeTruthy();
  expect(within(part('Linux')).getByText(/^strace -f -e trace=network/)).toBeTruthy();
  expect(within(part('Linux')).getByText(/^unshare .*--net engawa$/)).toBeTruthy();
  expect(within(part('Windows')).getByText('resmon')).toBeTruthy();
  expect(within(part('Windows')).getByText('netstat -ano')).toBeTruthy();
  expect(within(part('macOS')).getByText('lsof -nP -a -i -c engawa')).toBeTruthy();
  expect(within(part('macOS')).getByText(/^nettop /)).toBeTruthy();
});

it('a command is copied as it stands, and its button says which it is', async () => {
  const copied: string[] = [];
  installHost({
    clipboardCopy: (text) => {
      copied.push(text);
      return Promise.resolve(null);
    },
  });
  render(Silent);
  await fireEvent.click(screen.getByRole('button', { name: 'Copy (resmon)', hidden: true }));
  await expect.poll(() => copied).toEqual(['resmon']);
});

it.each(['ja', 'en'] as const)('what one will see is said for every command in %s', (lang) => {
  speak(lang);
  const keys = SYSTEMS.flatMap(({ name, looks, beside }) => [name, ...looks.map(({ sees }) => sees), beside ?? name]);
  expect(keys.filter((key) => !sayable(key))).toEqual([]);
});

it('where a part of the system draws the window, what that part may do is not hidden', () => {
  render(Silent);
  expect(within(part('Windows')).getByText(/msedgewebview2\.exe/)).toBeTruthy();
  expect(within(part('macOS')).getByText(/com\.apple\.WebKit\.Networking/)).toBeTruthy();
});
