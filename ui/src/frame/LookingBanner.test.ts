import { cleanup, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { installHost, type AppStart } from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak } from '../words';
import LookingBanner from './LookingBanner.svelte';

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
});
afterEach(cleanup);

it('a book that can be written has no banner', () => {
  const { container } = showScreen(LookingBanner, { access: { kind: 'writable' } });
  expect(container.querySelector('.note')).toBeNull();
});

it('says from when the book is, and leads back to today', async () => {
  const pastClose = vi.fn(() => Promise.resolve({} as AppStart));
  installHost({ pastClose });
  showScreen(LookingBanner, { access: { kind: 'read_only', why: { kind: 'past', at: '2026-11-20T14:59:59.999Z' } } });
  expect(await screen.findByText(/11\/2\d.* の帳を見ています/)).toBeTruthy();
  (await screen.findByRole('button', { name: '今に戻る' })).click();
  await vi.waitFor(() => expect(pastClose).toHaveBeenCalledOnce());
});

it('a book that was opened for reading only is told by its own banner, since there is no today to go back to', () => {
  showScreen(LookingBanner, { access: { kind: 'read_only', why: { kind: 'rescue' } } });
  expect(screen.queryByRole('button', { name: '今に戻る' })).toBeNull();
});
