import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { installHost, ProblemError, type Action, type DraftCheckView, type DraftCopy, type DraftView } from '../host';
import { showScreen } from '../testing/show';
import { speak, t } from '../words';
import LetterDesk from './LetterDesk.svelte';

const both = (words: string) => ({ ja: words, en: words });
const say = (key: string) => ({ key, args: [] });
const TEXT = '今後はLINEでお願いします。';

const passes: DraftCheckView = {
  faults: [],
  items: [],
  passages: [],
  length: { characters: TEXT.length, limit: null },
};
const fails: DraftCheckView = {
  ...passes,
  faults: [say('message-kind-contact-invitation')],
  passages: [
    {
      kind: 'contact_invitation',
      weight: 'fails',
      name: say('message-kind-contact-invitation'),
      words: 'LINEでお願い',
      place: { from: 3, to: 11 },
      why: say('draft-why-contact-invitation'),
      rule: null,
    },
  ],
};

const done: string[] = [];
const asked: Action<DraftCopy>[] = [];

function show(check: DraftCheckView, kept: () => Promise<never> | undefined = () => undefined) {
  done.length = 0;
  asked.length = 0;
  installHost({
    formDraftLoad: () => Promise.resolve(null),
    draftCheck: () => Promise.resolve(check),
    draftCopyAnyway: (action: Action<DraftCopy>) => {
      asked.push(action);
      done.push('kept');
      return kept() ?? Promise.resolve({ value: 'id', changed: [], said: say('done-draft-copy-anyway') } as never);
    },
    clipboardCopy: (text: string) => {
      done.push(`copied ${text}`);
      return Promise.resolve(null as never);
    },
  });
  const view = {
    draft: { id: 'holding', name: both('待ってもらう'), purpose: 'holding', to: 'client' },
    note: null,
    subject: null,
    segments: [{ from: 'template', text: TEXT }],
    text: TEXT,
    sender: null,
    entrances: [],
    check,
  } as unknown as DraftView;
  return showScreen(LetterDesk, { contract: 'c', view });
}

const button = (name: string) => screen.queryByRole('button', { name });
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

beforeEach(() => {
  speak('ja');
  // The test window knows no modal dialogs.
  HTMLDialogElement.prototype.showModal = vi.fn(function (this: HTMLDialogElement) {
    this.open = true;
  });
  HTMLDialogElement.prototype.close = vi.fn(function (this: HTMLDialogElement) {
    this.open = false;
  });
});
afterEach(cleanup);

it('a text that passes is copied at once and nothing is kept of it', async () => {
  show(passes);
  await press(t('draft-copy'));
  await waitFor(() => expect(done).toEqual([`copied ${TEXT}`]));
  expect(button(t('draft-copy-anyway'))).toBeNull();
});

it('a text that fails has no button that copies at once', async () => {
  show(fails);
  await screen.findByRole('button', { name: t('draft-copy-anyway') });
  expect(button(t('draft-copy'))).toBeNull();
  await press(t('draft-copy-anyway'));
  const dialog = await screen.findByRole('dialog', { name: t('draft-copy-anyway-title') });
  within(dialog).getByText(t('draft-copy-anyway-kept'));
  within(dialog).getByText('LINEでお願い');
  expect(done, 'what was found is read before anything happens').toEqual([]);
});

it('the choice is kept in the journal before the text is copied', async () => {
  show(fails);
  await press(t('draft-copy-anyway'));
  await press(t('draft-copy-anyway-do'));
  await waitFor(() => expect(done).toEqual(['kept', `copied ${TEXT}`]));
  expect(asked.map(({ input }) => input)).toEqual([{ contract: 'c', draft: 'holding', text: TEXT }]);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('what cannot be kept is not copied, and the reason is said', async () => {
  const problem = {
    code: 'disk_full',
    message: '空きがありません。',
    remedy: '',
    guide_entry: null,
    detail: null,
    fields: [],
  };
  show(fails, () => Promise.reject(new ProblemError(problem as never)));
  await press(t('draft-copy-anyway'));
  await press(t('draft-copy-anyway-do'));
  await screen.findByText(/空きがありません/);
  expect(done).toEqual(['kept']);
});

it('whoever would rather change the text is led to it, and nothing is kept', async () => {
  show(fails);
  await press(t('draft-copy-anyway'));
  const dialog = await screen.findByRole('dialog');
  await fireEvent.click(within(dialog).getByRole('button', { name: t('draft-copy-anyway-back') }));
  await waitFor(() => expect(document.activeElement).toBeInstanceOf(HTMLTextAreaElement));
  expect(done).toEqual([]);
});

it('the passage is marked in the text and leads to itself', async () => {
  show(fails);
  const marked = await waitFor(() => {
    const found = document.querySelector('.letter__text mark');
    expect(found?.textContent).toBe('LINEでお願い');
    return found as HTMLElement;
  });
  expect(marked.dataset['weight']).toBe('fails');
  (await screen.findByRole('button', { name: /LINEでお願い/ })).click();
  await waitFor(() => {
    const field = document.activeElement as HTMLTextAreaElement;
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('LINEでお願い');
  });
});

it('the length is told beside the most that the service takes, and how much is over', async () => {
  const limit = { characters: 10, counted: say('draft-counted-not-stated'), source: null };
  show({ ...fails, passages: [], faults: [say('draft-fault-too-long')], length: { characters: 1234, limit } });
  await screen.findByText(t('draft-length-of', { characters: 1234, limit: 10 }));
  expect(document.body.textContent).toContain('1,234 / 10');
  await screen.findByText(t('draft-too-long', { over: 1224 }));
  expect(button(t('draft-copy'))).toBeNull();
});
