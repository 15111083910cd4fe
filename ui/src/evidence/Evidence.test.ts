import { cleanup, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answers } from '../book/queries';
import { installHost, ProblemError, type EvidenceListView, type EvidencePreview, type EvidenceRow } from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak } from '../words';
import Evidence from './Evidence.svelte';

const kept: EvidenceRow = {
  evidence: {
    id: '0192f000-0000-7000-8000-00000000000e',
    sha256: 'ab12'.padEnd(64, '0'),
    bytes: 34_567,
    original_name: '申請ステータス.png',
    media_type: 'image/png',
    captured: '2026-11-24T05:05:00Z',
    origin: 'picked',
    note: '',
  },
  presence: 'there',
  ties: [
    {
      link: '0192f000-0000-7000-8000-00000000000f',
      contract: {
        id: '0192f000-0000-7000-8000-000000000001',
        title: '商品ロゴ案の調整',
        client: '例示デザイン室',
        platform: { id: 'p', name: { ja: '例のサービス', en: 'Example' }, checked: '2026-11-23' },
      },
      fact: { kind: 'status', id: 's' },
      proves: { key: 'standing-reason-request-me', args: [] },
    },
  ],
};

const listed = (...files: EvidenceRow[]) => Promise.resolve({ files, checked: null });

function show(list: () => Promise<EvidenceListView>, shown: EvidencePreview = { preview: 'none' }) {
  installHost({
    documentsView: () => Promise.resolve({ documents: [], log: [], person: null }),
    evidenceList: list,
    evidenceInside: () => Promise.resolve({ shown, place: '/home/a/engawa-book/evidence/ab/ab12' }),
    // What a file may prove is asked of its contract.
    contractView: () => new Promise(() => undefined),
    formDraftLoad: () => Promise.resolve(null),
  });
  return showScreen(Evidence, { id: null, params: {} });
}

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
  answers.clear();
  // jsdom measures nothing and draws no dialogs.
  const nothing = () => undefined;
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = nothing;
      unobserve = nothing;
      disconnect = nothing;
    },
  );
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});
afterEach(cleanup);

it('says where files come from while there is none', async () => {
  show(() => listed());
  expect(await screen.findByRole('button', { name: '契約を選ぶ' })).toBeTruthy();
});

it('says what went wrong when the list cannot be read', async () => {
  const problem = {
    code: 'file',
    message: '読めませんでした。',
    remedy: '',
    guide_entry: null,
    detail: null,
    fields: [],
  };
  show(() => Promise.reject(new ProblemError(problem as unknown as ProblemError['problem'])));
  expect((await screen.findByRole('alert')).textContent).toContain('読めませんでした。');
});

it('a row says the file, what it shows, its contract, its size, its hash and that it is there', async () => {
  show(() => listed(kept));
  const row = await screen.findByRole('row', { name: /申請ステータス\.png/ });
  for (const words of ['私が申請', '商品ロゴ案の調整', '35 KB', 'ab1200000000', 'あります'])
    expect(row.textContent).toContain(words);
});

it('a file that is gone is told above the table and in its row', async () => {
  show(() => listed({ ...kept, presence: 'gone' }));
  expect(await screen.findByText(/1件のファイルが、保存したときのままの形では見つかりません/)).toBeTruthy();
  expect(screen.getByRole('row', { name: /申請ステータス/ }).textContent).toContain('見つかりません');
});

it('a file opens with its whole hash and the way to its contract', async () => {
  show(() => listed(kept), {
    preview: 'text',
    words: '承認されました。',
    extent: 'whole',
    encoding: 'utf8',
  });
  (await screen.findByRole('row', { name: /申請ステータス/ })).click();
  const dialog = await screen.findByRole('dialog', { name: '申請ステータス.png' });
  expect(await within(dialog).findByText('承認されました。')).toBeTruthy();
  expect(within(dialog).getByText(kept.evidence.sha256)).toBeTruthy();
  expect(within(dialog).getByRole('link', { name: '商品ロゴ案の調整' }).getAttribute('href')).toContain('#/contract/');
});

it('a file that was untied says that it belongs to no contract', async () => {
  show(() => listed({ ...kept, ties: [] }));
  expect((await screen.findByRole('row', { name: /申請ステータス/ })).textContent).toContain(
    'どの契約にも添えていません',
  );
});
