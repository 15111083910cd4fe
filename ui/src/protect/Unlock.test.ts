import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answers, queries } from '../book/queries';
import { installHost, ProblemError, type AppStart, type Problem } from '../host';
import { showScreen } from '../testing/show';
import { speak } from '../words';
import Unlock from './Unlock.svelte';

const start = { today: '2026-11-24' } as unknown as AppStart;
const wrong = {
  code: 'passphrase',
  message: 'この合言葉では、開きませんでした。',
  remedy: 'もう一度お試しください。',
  detail: null,
  fields: [],
} as unknown as Problem;

beforeEach(() => {
  speak('ja');
  answers.clear();
});
afterEach(cleanup);

const passphrase = () => screen.getByLabelText<HTMLInputElement>('合言葉');
const open = () => fireEvent.click(screen.getByRole('button', { name: '開ける' }));

it('the right passphrase opens the book, and nothing of it stays in the field', async () => {
  const bookUnlock = vi.fn(() => Promise.resolve(start));
  installHost({ bookUnlock });
  showScreen(Unlock, {});
  expect(document.activeElement, 'one can type at once').toBe(passphrase());
  await fireEvent.input(passphrase(), { target: { value: '縁側で猫と' } });
  await open();
  expect(bookUnlock).toHaveBeenCalledWith('縁側で猫と');
  expect(answers.getQueryData(queries.start().queryKey)).toBe(start);
  expect(passphrase().value).toBe('');
});

it('a wrong passphrase is told, and can be typed again', async () => {
  installHost({ bookUnlock: () => Promise.reject(new ProblemError(wrong)) });
  showScreen(Unlock, {});
  await fireEvent.input(passphrase(), { target: { value: 'x' } });
  await open();
  expect((await screen.findByRole('alert')).textContent).toContain('開きませんでした');
  expect(answers.getQueryData(queries.start().queryKey)).toBeUndefined();
  expect(passphrase().value).toBe('');
});

it('an empty field asks nobody', async () => {
  const bookUnlock = vi.fn(() => Promise.resolve(start));
  installHost({ bookUnlock });
  showScreen(Unlock, {});
  await open();
  expect(bookUnlock).not.toHaveBeenCalled();
});

it('the characters are hidden until one asks to see them', async () => {
  showScreen(Unlock, {});
  expect(passphrase().type).toBe('password');
  await fireEvent.click(screen.getByRole('button', { name: '文字を見せる' }));
  expect(passphrase().type).toBe('text');
  await fireEvent.click(screen.getByRole('button', { name: '文字を隠す' }));
  expect(passphrase().type).toBe('password');
});

it('who forgot the passphrase types the recovery code, in sight', async () => {
  const bookUnlock = vi.fn(() => Promise.resolve(start));
  installHost({ bookUnlock });
  showScreen(Unlock, {});
  await fireEvent.click(screen.getByRole('button', { name: '合言葉を忘れたとき' }));
  const code = screen.getByRole<HTMLInputElement>('textbox', { name: '回復コード' });
  await fireEvent.input(code, { target: { value: 'ABCD EFGH' } });
  await open();
  expect(bookUnlock).toHaveBeenCalledWith('ABCD EFGH');
});
