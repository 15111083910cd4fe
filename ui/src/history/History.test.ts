import { cleanup, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setAccess } from '../book/access.svelte';
import { answers } from '../book/queries';
import {
  installHost,
  ProblemError,
  type Action,
  type ChangesView,
  type DeletedView,
  type Done,
  type RestoreInput,
  type Say,
} from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak } from '../words';
import History from './History.svelte';

const plain = (words: string): Say => ({
  key: 'history-value',
  args: [{ name: 'value', value: { type: 'words', value: words } }],
});
const key = { table: 'contracts', id: '0192f000-0000-7000-8000-000000000001' };

const amended: ChangesView = {
  changes: [
    {
      place: 12,
      at: '2026-11-24T05:05:00.000Z',
      by: { key: 'history-by-here', args: [] },
      say: { key: 'op-contract-amend', args: [] },
      undone: false,
      contract: null,
      records: [
        {
          key,
          kind: { key: 'history-kind-contract', args: [] },
          name: plain('後の依頼名'),
          did: 'changed',
          fields: [
            {
              column: 'title',
              name: { key: 'history-field-title', args: [] },
              before: plain('前の依頼名'),
              after: plain('後の依頼名'),
              differs: null,
            },
          ],
          is_there: true,
        },
      ],
      more: 0,
    },
  ],
  older: null,
  about: null,
  undo: { key: 'op-contract-amend', args: [] },
  redo: null,
};

const deleted: DeletedView = {
  records: [
    {
      place: 13,
      at: '2026-11-24T05:06:00.000Z',
      say: { key: 'op-contract-remove', args: [] },
      key,
      kind: { key: 'history-kind-contract', args: [] },
      name: plain('消した契約'),
      owner: null,
      with: 8,
    },
  ],
  older: null,
};

const done: Done<null> = { value: null, changed: ['history'], said: { key: 'op-record-restore', args: [] } };

type Restore = (action: Action<RestoreInput>) => Promise<Done<null>>;

function show(params: Record<string, string>, restore: Restore) {
  installHost({
    changesView: () => Promise.resolve(amended),
    deletedView: () => Promise.resolve(deleted),
    entryRead: () => Promise.resolve({ entry: 'empty' }),
    recordRestore: restore,
  });
  return showScreen(History, { id: null, params });
}

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
  setAccess({ kind: 'writable' });
  answers.clear();
  location.hash = '#/history';
  // The test window knows no modal dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});
afterEach(cleanup);

it('reads a changed field as it was and as it became', async () => {
  show({}, () => Promise.resolve(done));
  const row = (await screen.findByRole('rowheader', { name: '件名' })).closest('tr');
  expect(row).not.toBeNull();
  const { getByText } = within(row ?? document.body);
  expect(getByText('前の依頼名')).toBeTruthy();
  expect(getByText('後の依頼名')).toBeTruthy();
});

it('brings back one field of one record, as it was before that change', async () => {
  const restore = vi.fn<Restore>(() => Promise.resolve(done));
  show({}, restore);
  (await screen.findByRole('button', { name: /前に戻す/ })).click();
  await vi.waitFor(() => expect(restore).toHaveBeenCalledOnce());
  expect(restore.mock.calls[0]?.[0].input).toEqual({
    key,
    column: 'title',
    from: { kind: 'before', value: 12 },
    sure: false,
  });
});

it('asks before something newer goes, and is sure only when told so', async () => {
  const newer = new ProblemError({
    code: 'changed',
    message: 'そのあとの変更があります',
    remedy: '',
    guide_entry: null,
    detail: null,
    fields: [],
  });
  const restore = vi.fn<Restore>(({ input }) => (input.sure ? Promise.resolve(done) : Promise.reject(newer)));
  show({}, restore);
  (await screen.findByRole('button', { name: /前に戻す/ })).click();
  (await screen.findByRole('button', { name: '新しい内容を置きかえて戻す' })).click();
  await vi.waitFor(() => expect(restore).toHaveBeenCalledTimes(2));
  expect(restore.mock.calls.map(([action]) => action.input.sure)).toEqual([false, true]);
});

it('brings a deleted record back with all that went in the same change', async () => {
  const restore = vi.fn<Restore>(() => Promise.resolve(done));
  show({ show: 'deleted' }, restore);
  expect(await screen.findByText('契約：消した契約')).toBeTruthy();
  (await screen.findByRole('button', { name: /復元/ })).click();
  await vi.waitFor(() => expect(restore).toHaveBeenCalledOnce());
  expect(restore.mock.calls[0]?.[0].input.from).toEqual({ kind: 'deleted', value: 13 });
});

it('offers nothing that would write while the book as it was is shown', async () => {
  setAccess({ kind: 'read_only', why: { kind: 'past', at: '2026-11-20T14:59:59.999Z' } });
  show({}, () => Promise.resolve(done));
  expect(await screen.findByText('前の依頼名')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /前に戻す/ })).toBeNull();
  expect(screen.queryByRole('button', { name: /元に戻す/ })).toBeNull();
});
