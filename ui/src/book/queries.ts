/** What can be asked of the book. The first word of a key is the {@link Kind} of change that makes the answer stale. */
import { QueryClient } from '@tanstack/svelte-query';
import type { WholeRulesView } from './whole-rules';
import {
  host,
  type ChangesQuery,
  type ContractListQuery,
  type DocumentsSearch,
  type DraftId,
  type GuidesOf,
  type Kind,
  type MessageInput,
} from '../host';

/** The answers this window holds. The book is local and every change is told: nothing goes stale by itself. */
export const answers = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
    mutations: { retry: false, networkMode: 'always' },
  },
});

type KeyOf = readonly [Kind | 'start' | 'pictures', ...unknown[]];
const ask = <T>(queryKey: KeyOf, queryFn: () => Promise<T>) => ({ queryKey, queryFn });

/** While a large book is still being read, ask again after this many milliseconds. */
const READING_AGAIN = 400;
/** Ask again how the backups are doing after this many milliseconds. */
const STATUS_AGAIN = 15_000;

export const queries = {
  start: () => ask(['start'], () => host.appStart()),
  /** Why there is no book; nothing while there is one. */
  trouble: () => ({ ...ask(['start', 'trouble'], () => host.troubleView()), gcTime: 0 }),
  site: () => ask(['start', 'site'], () => host.siteView()),
  today: () => ask(['contracts', 'today'], () => host.todayView()),
  contracts: (query: ContractListQuery) => ({
    ...ask(['contracts', 'list', query], () => host.contractList(query)),
    refetchInterval: (asked: { state: { data?: { counted: boolean } | undefined } }) =>
      asked.state.data?.counted === false ? READING_AGAIN : (false as const),
  }),
  contract: (id: string) => ask(['contracts', 'one', id], () => host.contractView(id)),
  accounts: () => ask(['accounts'], () => host.accountList()),
  clients: () => ask(['clients'], () => host.clientList()),
  guides: (of: GuidesOf) => ask(['guides', 'list', of.service, of.contract], () => host.guideList(of)),
  /** What a client wrote, looked through in the light of the contract's standing. Not kept once it is off the screen. */
  message: (input: MessageInput) => ({
    ...ask(['contracts', 'message', input], () => host.messageCheck(input)),
    gcTime: 0,
  }),
  /** The guides of a service for what somebody says is wrong. */
  guideFind: (words: string, service: string) =>
    ask(['guides', 'find', service, words], () => host.guideFind(words, service)),
  /** A whole guide as a drawing, with the way of a run of it. */
  drawing: (platform: string, guide: string, run: string | null) =>
    ask(['guides', 'drawing', platform, guide, run], () => host.guideDrawing(platform, guide, run)),
  run: (id: string) => ask(['guides', 'run', id], () => host.runView(id)),
  /** The run tried at another date, as that was typed. */
  runOn: (id: string, day: string) => ask(['guides', 'run', id, day], () => host.runReplay(id, day)),
  inquiries: () => ask(['inquiries'], () => host.inquiriesView()),
  history: (contract: string | null) => ask(['history', contract], () => host.historyView(contract)),
  changes: (query: ChangesQuery) => ask(['history', 'changes', query], () => host.changesView(query)),
  deleted: (before: number | null) => ask(['history', 'deleted', before], () => host.deletedView(before)),
  draft: (contract: string, draft: DraftId) =>
    ask(['contracts', 'draft', contract, draft], () => host.draftView(contract, draft)),
  /** The rules of a service. They change with the program, with the day, and with what the user says of them. */
  rules: (platform: string) =>
    ask(['rules', 'one', platform], () => host.rulesView(platform) as unknown as Promise<WholeRulesView>),
  services: () => ask(['rules', 'list'], () => host.serviceList()),
  /** What newer rules say otherwise, and the open contracts on those services. Not kept once it is off the screen. */
  rulesChanged: () => ({ ...ask(['rules', 'changed'], () => host.rulesChangedView()), gcTime: 0 }),
  /** The support report. Made anew each time it is asked for, and not kept once it is off the screen. */
  support: () => ({ ...ask(['history', 'support'], () => host.supportReport()), gcTime: 0 }),
  evidenceList: () => ask(['contracts', 'evidence-list'], () => host.evidenceList()),
  /** 電子取引の書類 and the log of their corrections. */
  documents: () => ask(['contracts', 'documents'], () => host.documentsView()),
  /** The documents that fit all that was typed. Not kept once it is off the screen. */
  documentsFind: (search: DocumentsSearch) => ({
    ...ask(['contracts', 'documents', search], () => host.documentsFind(search)),
    gcTime: 0,
  }),
  /**
   * What is inside a kept file: up to some twenty megabytes, read anew each time it is opened. Its bytes never change, so no
   * change of the book makes it stale.
   */
  evidence: (id: string) => ({ ...ask(['pictures', 'whole', id], () => host.evidenceInside(id)), gcTime: 0 }),
  /** A page of a document, counted from 0, as a picture. */
  page: (id: string, number: number) => ({
    ...ask(['pictures', 'page', id, number], () => host.evidencePage(id, number)),
    gcTime: 0,
  }),
  /** A small picture of a kept file. */
  thumbnail: (id: string) => ({
    ...ask(['pictures', 'small', id], () => host.evidenceThumbnail(id)),
    gcTime: Infinity,
  }),
  /** How the backups are doing. They are made without a word of this window, so it asks again by itself. */
  backupStatus: () => ({
    ...ask(['start', 'backup-status'], () => host.backupStatus()),
    refetchInterval: STATUS_AGAIN,
  }),
  backups: () => ({ ...ask(['start', 'backups'], () => host.backupsView()), refetchInterval: STATUS_AGAIN }),
  /** What a restore of this backup would change. Not kept once it is off the screen. */
  backupPreview: (named: string) => ({
    ...ask(['start', 'backup-preview', named], () => host.backupPreview(named)),
    gcTime: 0,
  }),
};

/** Drops exactly the answers that a change has made stale. The start view counts things of every kind. */
export async function drop(changed: readonly Kind[]): Promise<void> {
  const stale: readonly KeyOf[0][] = [...changed, 'start'];
  await Promise.all(stale.map((kind) => answers.invalidateQueries({ queryKey: [kind] })));
}

/** Drops every answer: another book was opened, or another day or language has come. */
export async function dropAll(): Promise<void> {
  await answers.invalidateQueries();
}
