import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installHost } from '../host';
import { speak } from '../words';
import EntryField from './EntryField.svelte';
import StateBadge from './StateBadge.svelte';
import TextField from './TextField.svelte';

beforeEach(() => speak('ja'));
afterEach(cleanup);

it('a field is called by its label and described by its help', () => {
  render(TextField, { label: '依頼名', value: '', help: '画面のとおりに' });
  const field = screen.getByRole('textbox', { name: '依頼名' });
  expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe('画面のとおりに');
});

it('a day that does not exist offers its repairs, and taking one puts it into the field', async () => {
  const offers = [{ label: '11/30(月)にする', value: '2026-11-30' }];
  installHost({
    entryRead: (_, text) =>
      Promise.resolve(
        text === '11/31'
          ? { entry: 'refused', problem: { field: 'day', message: '11月は30日までです。', offers } }
          : {
              entry: 'read',
              say: { key: 'view-read-day', args: [{ name: 'day', value: { type: 'day', value: text } }] },
            },
      ),
  });
  render(EntryField, { kind: 'day', label: '納品の予定', value: '11/31' });
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: '納品の予定' });
  const repair = await screen.findByRole('button', { name: '11/30(月)にする' });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  repair.click();
  await screen.findByText(/として記録します/);
  expect([field.value, field.getAttribute('aria-invalid')]).toEqual(['2026-11-30', null]);
});

it('an answer about letters that no longer stand there is not shown', async () => {
  let answerFirst: () => void = () => undefined;
  installHost({
    entryRead: (_, text) => {
      const read = {
        entry: 'read' as const,
        say: { key: 'view-read-amount', args: [{ name: 'amount', value: { type: 'words' as const, value: text } }] },
      };
      return text === '1' ? new Promise((resolve) => (answerFirst = () => resolve(read))) : Promise.resolve(read);
    },
  });
  const { rerender } = render(EntryField, { kind: 'amount', label: '契約金額', value: '1' });
  await rerender({ value: '12' });
  await screen.findByText('12として記録します');
  answerFirst();
  await Promise.resolve();
  expect(screen.queryByText('1として記録します')).toBeNull();
});

it('a state is told by its word, not by its colour alone', () => {
  render(StateBadge, { state: 'not_yet' });
  expect(screen.getByText('まだできません').querySelector('use')?.getAttribute('href')).toBe('#i-gate-closed');
});

it('what is overdue or unknown is never green', () => {
  for (const state of ['overdue', 'unknown'] as const) {
    const { container } = render(StateBadge, { state });
    expect(container.querySelector('.tag')?.getAttribute('data-standing')).toBe('ask');
    expect(container.textContent).toContain('確認が必要です');
  }
});
