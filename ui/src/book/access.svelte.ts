/** Whether the book that is shown can be written. Told by the first answer of the book, asked by what would write. */
import type { Access } from '../host';

const now = $state<{ access: Access }>({ access: { kind: 'writable' } });

/** Tells what the book that is shown allows. */
export function setAccess(access: Access): void {
  now.access = access;
}

/** Whether what is shown is only looked at. */
export const isOnlyLookedAt = (): boolean => now.access.kind === 'read_only';

/** The moment that is looked back at, where one is. */
export function pastMoment(): string | undefined {
  const { access } = now;
  return access.kind === 'read_only' && access.why.kind === 'past' ? access.why.at : undefined;
}
