/** A locked book: the window forgets what it knows of it. */
import { host } from '../host';
import { notices } from '../parts/notices.svelte';
import { t } from '../words';
import { answers, queries } from './queries';

/** Forgets every answer. The start is asked again, and answers that the book is locked: the page to unlock it is shown. */
export async function forget(): Promise<void> {
  const start = queries.start().queryKey;
  notices.clear();
  answers.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== start[0] });
  answers.getMutationCache().clear();
  await answers.resetQueries({ queryKey: start });
}

/** Locks the book. What is being typed is kept by then: the shell does one thing after the other. A plain book cannot be locked. */
export async function lock(): Promise<void> {
  const { book } = await answers.fetchQuery({ ...queries.start(), staleTime: Infinity });
  if (!book.protected) {
    notices.say(t('protect-not-protected'));
    return;
  }
  await host.bookLock();
  await forget();
}
