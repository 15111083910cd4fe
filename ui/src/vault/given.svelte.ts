/**
 * Files that come by themselves: dropped on the window or pasted. The form or screen in front takes them; where none does, the
 * user is asked for which contract they are.
 */
import { host, ProblemError } from '../host';
import { notices } from '../parts/notices.svelte';
import { t } from '../words';
import { paths, type Given } from './taking.svelte';

type Taker = (files: Given[]) => void;

/** Who takes files now; the last one in front. */
const takers: Taker[] = [];

/** Files for which no contract is known yet. */
const waiting = $state<{ files: Given[] }>({ files: [] });

/** Takes what comes, until the answer is called. */
export function takesFiles(taker: Taker): () => void {
  takers.push(taker);
  return () => void takers.splice(takers.lastIndexOf(taker), 1);
}

/** Hands files to whoever takes them. */
export function give(files: Given[]): void {
  if (files.length === 0) return;
  const taker = takers.at(-1);
  if (taker) taker(files);
  else waiting.files = files;
}

/** The files for which a contract has to be chosen. */
export const asked = (): Given[] => waiting.files;

/** They were kept, or let go. */
export function answered(): void {
  waiting.files = [];
}

/** Listens for what is dropped on the window. */
export const hearDrops = (): (() => void) => host.onFiles((dropped) => give(paths(dropped, 'dropped')));

/** Hands over what is in the clipboard: a deed of the keys and of the palette. */
export async function paste(): Promise<void> {
  try {
    give(await fromClipboard());
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    notices.say(`${error.problem.message} ${error.problem.remedy}`);
  }
}

/** Files or a picture from the clipboard; says so where there is neither, and answers with none. */
export async function fromClipboard(): Promise<Given[]> {
  const found = await host.clipboardLook();
  if (found.found === 'files') return found.files.map((file) => ({ file, origin: 'pasted' }));
  notices.say(t(found.found === 'text' ? 'vault-paste-text' : 'vault-paste-nothing'));
  return [];
}
