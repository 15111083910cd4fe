import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AT_CLOSE, BY_ITSELF } from '../backups/looks';
import { answers } from '../book/queries';
import { installHost, type AppStart, type BackupStatus, type WorkProgress } from '../host';
import { openForm, type } from '../testing/form.svelte';
import { showScreen } from '../testing/show';
import { setToday, speak } from '../words';
import Leaving from './Leaving.svelte';
import StatusBar from './StatusBar.svelte';

const GIGABYTE = 1_000_000_000;
const good: BackupStatus = { is: 'good', at: '2026-11-24T05:05:00.000Z', places: 2, unsaved: false };
let tell: (told: WorkProgress) => void;
let leave: () => void;
const workStop = vi.fn(() => Promise.resolve(null));

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
  answers.clear();
  installHost({
    backupStatus: () => Promise.resolve(good),
    onProgress: (told) => {
      tell = told;
      return () => undefined;
    },
    onLeaving: (leaving) => {
      leave = leaving;
      return () => undefined;
    },
    workStop,
  });
});
afterEach(cleanup);

it('the bar says how far a backup is that nobody asked for, and is quiet again when that has ended', async () => {
  showScreen(StatusBar, { start: { rules_checked: '2026-11-01' } as AppStart });
  await screen.findByText(/最後に確かめたバックアップ/);
  tell({ work: BY_ITSELF, progress: { done: GIGABYTE, total: 4 * GIGABYTE }, course: 'going' });
  expect(await screen.findByText('バックアップを作っています 25 %')).toBeTruthy();
  tell({ work: BY_ITSELF, progress: { done: 4 * GIGABYTE, total: 4 * GIGABYTE }, course: 'ended' });
  expect(await screen.findByText(/最後に確かめたバックアップ/)).toBeTruthy();
});

it('a small backup, and any other work, is not worth a word in the bar', async () => {
  showScreen(StatusBar, { start: { rules_checked: '2026-11-01' } as AppStart });
  await screen.findByText(/最後に確かめたバックアップ/);
  tell({ work: BY_ITSELF, progress: { done: 1, total: 100_000 }, course: 'going' });
  tell({ work: 'another', progress: { done: 1, total: 4 * GIGABYTE }, course: 'going' });
  expect(screen.queryByText(/作っています/)).toBeNull();
});

it('whoever closes the window sees how far the last backup is, and may leave at once', async () => {
  showScreen(Leaving, {});
  expect(screen.queryByRole('alert')).toBeNull();
  tell({ work: AT_CLOSE, progress: { done: GIGABYTE, total: 2 * GIGABYTE }, course: 'going' });
  expect((await screen.findByRole('alert')).textContent).toContain('記録はなくなりません');
  await fireEvent.click(screen.getByRole('button', { name: 'いま終了' }));
  expect(workStop).toHaveBeenCalledExactlyOnceWith(AT_CLOSE);
});

it('a window that is about to close goes once the book has the last letter that was typed', async () => {
  const told: string[] = [];
  const taken: (() => void)[] = [];
  installHost({
    formDraftLoad: () => Promise.resolve(null),
    formDraftSave: (_, text) => new Promise<null>((done) => taken.push(() => (told.push(text), done(null)))),
    formDraftsKept: () => Promise.resolve(told.push('all')).then(() => null),
  });
  showScreen(Leaving, {});
  const open = await openForm();
  type(open.form, 'さ', 'さくら');
  leave();
  while (!told.includes('all')) {
    await tick();
    taken.shift()?.();
  }
  open.leave();
  expect(told).toEqual([JSON.stringify({ title: 'さ' }), JSON.stringify({ title: 'さくら' }), 'all']);
});
