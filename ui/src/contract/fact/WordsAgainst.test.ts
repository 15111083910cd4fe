import { cleanup, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installHost, type Say } from '../../host';
import { speak } from '../../words';
import WordsAgainst from './WordsAgainst.svelte';

const HINT: Say = {
  key: 'record-words-against',
  args: [
    { name: 'service', value: { type: 'words', value: 'サンプル' } },
    { name: 'word', value: { type: 'words', value: '承認' } },
    { name: 'means', value: { type: 'name', value: 'status-approved' } },
    { name: 'chosen', value: { type: 'name', value: 'status-pending' } },
  ],
};

beforeEach(() => speak('ja'));
afterEach(cleanup);

it('says that the words are known to stand for something else, and takes it back once they agree', async () => {
  const asked: string[] = [];
  installHost({
    statusLook: (contract, chosen, seen) => {
      asked.push(`${contract} ${chosen} ${seen}`);
      return Promise.resolve(chosen === 'pending' ? HINT : null);
    },
  });
  const shown = render(WordsAgainst, { contract: 'c', chosen: 'pending', seen: '承認' });
  expect(await screen.findByText(/「承認」は「承認」を表す言葉.*選んでいるのは「審査中」です/)).toBeTruthy();
  await shown.rerender({ contract: 'c', chosen: 'approved', seen: '承認' });
  await waitFor(() => expect(screen.queryByText(/選んでいるのは/)).toBeNull());
  expect(asked).toEqual(['c pending 承認', 'c approved 承認']);
});

it('says nothing where the book cannot be asked', async () => {
  let failed = 0;
  installHost({
    statusLook: () => {
      failed += 1;
      return Promise.reject(new Error('busy'));
    },
  });
  render(WordsAgainst, { contract: 'c', chosen: 'pending', seen: '承認' });
  await waitFor(() => expect(failed).toBe(1));
  expect(screen.getByRole('status').textContent.trim()).toBe('');
});
