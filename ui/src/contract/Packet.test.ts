import { cleanup, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  installHost,
  ProblemError,
  type EvidenceView,
  type PacketInput,
  type PacketView,
  type WorkProgress,
} from '../host';
import { showScreen } from '../testing/show';
import { setToday, speak } from '../words';
import Packet from './Packet.svelte';
import { withoutTwins } from './packet';

const ID = '0192f000-0000-7000-8000-000000000001';

const tie = (link: string, file: string, name: string) =>
  ({
    link,
    fact: null,
    proves: null,
    evidence: {
      id: file,
      sha256: 'a'.repeat(64),
      bytes: 2_000,
      original_name: name,
      media_type: 'image/png',
      captured: '2026-11-24T05:05:00.000Z',
      origin: 'picked',
      note: '',
    },
  }) as unknown as EvidenceView;

const files = [tie('l1', 'f1', '承認.png'), tie('l2', 'f1', '承認.png'), tie('l3', 'f2', '契約書.pdf')];

const made: PacketView = {
  path: '/home/a/一式.zip',
  bytes: 41_000,
  sha256: 'b'.repeat(64),
  files: 1,
  left_out: 1,
  masked: 3,
  entries: 9,
};

beforeEach(() => {
  speak('ja');
  setToday('2026-11-24');
  installHost({ onProgress: () => () => undefined });
  // The test window knows no modal dialogs.
  HTMLDialogElement.prototype.showModal = vi.fn(function (this: HTMLDialogElement) {
    this.open = true;
  });
  HTMLDialogElement.prototype.close = vi.fn(function (this: HTMLDialogElement) {
    this.open = false;
  });
});
afterEach(cleanup);

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });

async function opened() {
  showScreen(Packet, { contract: ID, files });
  button('紛争に備えて一式を保存').click();
  await screen.findByRole('dialog', { name: '紛争に備えて一式を保存' });
}

it('takes a file once, however many facts it proves', () => {
  expect(withoutTwins(files).map(({ id }) => id)).toEqual(['f1', 'f2']);
});

it('says that the content of files cannot be masked, before anything is saved', async () => {
  await opened();
  expect(screen.getByText(/中身は伏せられません/)).toBeTruthy();
  expect(screen.getByText(/誰にも送られません/)).toBeTruthy();
});

it('saves what was chosen where the system was told, and shows place, size and hash', async () => {
  const asked: PacketInput[] = [];
  installHost({
    packetPlace: (contract) => Promise.resolve(contract === ID ? '/home/a/一式.zip' : null),
    packetSave: (_, input) => {
      asked.push(input);
      return Promise.resolve(made);
    },
  });
  await opened();
  box(/第三者の連絡先を伏せる/).click();
  box(/契約書\.pdf/).click();
  screen.getByRole('radio', { name: '日本語' }).click();
  button('保存する').click();
  await screen.findByText('一式を保存して、確かめました');
  expect(asked).toEqual([
    { contract: ID, language: 'ja', contact_data: 'masked', without: ['f2'], to: '/home/a/一式.zip' },
  ]);
  for (const shown of [made.path, made.sha256]) expect(screen.getByText(shown)).toBeTruthy();
  expect(screen.getByText(/伏せた箇所は3か所/)).toBeTruthy();
  expect(screen.getByText(/外したファイルは1件/)).toBeTruthy();
});

it('goes without the dialog of the system where a place is written', async () => {
  const places: string[] = [];
  installHost({
    packetPlace: () => Promise.reject(new Error('nobody should ask')),
    packetSave: (_, { to }) => {
      places.push(to);
      return Promise.resolve(made);
    },
  });
  await opened();
  const place = screen.getByLabelText<HTMLInputElement>('保存する場所');
  place.value = ' /home/a/x.zip ';
  place.dispatchEvent(new Event('input', { bubbles: true }));
  button('保存する').click();
  await waitFor(() => expect(places).toEqual(['/home/a/x.zip']));
});

it('does nothing when the dialog of the system is closed without a choice', async () => {
  let [asked, saves] = [0, 0];
  installHost({
    packetPlace: () => {
      asked += 1;
      return Promise.resolve(null);
    },
    packetSave: () => {
      saves += 1;
      return Promise.resolve(made);
    },
  });
  await opened();
  // A second press is only heard when the first has come to its end.
  await waitFor(() => {
    button('保存する').click();
    expect(asked).toBeGreaterThan(1);
  });
  expect(saves).toBe(0);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says which file stands in the way, and keeps what was chosen', async () => {
  const problem = {
    code: 'file',
    message: '証拠「承認.png」が、保存したときのままの形では見つかりません。',
    remedy: 'このファイルを外して保存してください。',
    guide_entry: null,
    detail: null,
    fields: [],
  } as const;
  installHost({
    packetPlace: () => Promise.resolve('/home/a/一式.zip'),
    packetSave: () => Promise.reject(new ProblemError({ ...problem, fields: [] })),
  });
  await opened();
  box(/契約書\.pdf/).click();
  button('保存する').click();
  expect((await screen.findByRole('alert')).textContent).toContain('外して保存してください');
  expect([box(/承認\.png/).checked, box(/契約書\.pdf/).checked]).toEqual([true, false]);
});

it('a packet that is stopped is not there, and the dialog says so', async () => {
  let tell: (told: WorkProgress) => void = () => undefined;
  let end: (done: null) => void = () => undefined;
  let begun = '';
  installHost({
    onProgress: (told) => {
      tell = told;
      return () => undefined;
    },
    packetPlace: () => Promise.resolve('/home/a/一式.zip'),
    packetSave: (work) => {
      begun = work;
      return new Promise<null>((done) => (end = done));
    },
    workStop: (work) => {
      expect(work).toBe(begun);
      end(null);
      return Promise.resolve(null);
    },
  });
  await opened();
  button('保存する').click();
  await waitFor(() => expect(begun).not.toBe(''));
  tell({ work: begun, progress: { done: 3, total: 4 }, course: 'going' });
  expect((await screen.findByRole<HTMLProgressElement>('progressbar')).value).toBe(75);
  button('取りやめる').click();
  expect(await screen.findByText('取りやめました。途中のものは残っていません。')).toBeTruthy();
  expect(screen.queryByRole('progressbar')).toBeNull();
});
