/** A locked book: the window forgets what it knows of it. */
import { tick } from 'svelte';
import { host } from '../host';
import { notices } from '../parts/notices.svelte';
import { t } from '../words';
import { answers, queries } from './queries';
import { allKept } from '../host/under-way';

/** Nothing of the book is shown once it is being locked, however long the last backup takes. */
const door = $state<{ is: 'open' | 'closing' }>({ is: 'open' });

/** Whether the book is being locked now. */
export const isLocking = (): boolean => door.is === 'closing';

/** Forgets every answer. The start is asked again, and answers that the book is locked: the page to unlock it is shown. */
export async function forget(): Promise<void> {
  const start = queries.start().queryKey;
  notices.clear();
  answers.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== start[0] });
  answers.getMutationCache().clear();
  await answers.resetQueries({ queryKey: start });
}

/** Locks the book, once it has what is being typed. A plain book cannot be locked. */
export async function lock(): Promise<void> {
  const { book } = await answers.fetchQuery({ ...queries.start(), staleTime: Infinity });
  if (!book.protected) {
    notices.say(t('protect-not-protected'));
    return;
  }
  door.is = 'closing';
  try {
    // The forms leave the screen, and say what is in them, before the book is locked.
    await tick();
    await allKept();
    await host.bookLock();
    await forget();
  } finally {
    door.is = 'open';
  }
}
