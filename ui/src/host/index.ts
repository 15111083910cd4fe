/**
 * The outside of the window: one function per command of the shell, and what the shell tells.
 *
 * A command answers its value or throws a {@link ProblemError}; nothing else in `ui/` knows the shell.
 */
import {
  commands,
  events,
  type FieldProblem,
  type Held,
  type MenuItem,
  type Problem,
  type WorkProgress,
} from './bindings';

export type * from './bindings';

type Commands = typeof commands;
type Value<F> = F extends (...args: never[]) => Promise<infer A>
  ? A extends { status: 'ok'; data: infer D }
    ? D
    : never
  : never;

/** Every command of the shell, and what it tells of itself. */
export type Host = {
  [C in keyof Commands]: (...args: Parameters<Commands[C]>) => Promise<Value<Commands[C]>>;
} & {
  /** A choice in the menu of the system. Answers how to stop listening. */
  onMenu(chosen: (item: MenuItem) => void): () => void;
  /** Files let go over the window. Answers how to stop listening. */
  onFiles(dropped: (paths: string[]) => void): () => void;
  /** Files held over the window, or not any longer. Answers how to stop listening. */
  onHeld(told: (where: Held) => void): () => void;
  /** How far long work has come. Answers how to stop listening. */
  onProgress(told: (progress: WorkProgress) => void): () => void;
  /** The book was locked because nobody was there: the shell says so, or answers a question with it. Answers how to stop listening. */
  onLocked(locked: () => void): () => void;
  /** The window is about to close, and waits for {@link Host.formDraftsKept}. Answers how to stop listening. */
  onLeaving(leaving: () => void): () => void;
};

/** What went wrong, with the words the shell found for it. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** What a failure says against a field; nothing where it says nothing of it. */
export const faultOf = (failure: unknown, field: string): FieldProblem | undefined =>
  failure instanceof ProblemError ? failure.problem.fields.find((one) => one.field === field) : undefined;

type Answer = { status: 'ok'; data: unknown } | { status: 'error'; error: Problem };

/** Who wants to know that the book turned out to be locked. */
const waitingForLock = new Set<() => void>();

function throwing(command: (...args: never[]) => Promise<Answer>) {
  return async (...args: unknown[]): Promise<unknown> => {
    const answer = await command(...(args as never[]));
    if (answer.status === 'error') {
      if (answer.error.code === 'book_locked') waitingForLock.forEach((locked) => locked());
      throw new ProblemError(answer.error);
    }
    return answer.data;
  };
}

function listening<T>(
  listen: (told: (event: { payload: T }) => void) => Promise<() => void>,
  told: (payload: T) => void,
) {
  const stop = listen((event) => told(event.payload));
  return () => void stop.then((unlisten) => unlisten());
}

/** The shell around this window. Tests put their own functions in with {@link installHost}. */
export const host: Host = {
  ...(Object.fromEntries(Object.entries(commands).map(([name, command]) => [name, throwing(command)])) as Omit<
    Host,
    'onMenu' | 'onFiles' | 'onHeld' | 'onProgress' | 'onLocked' | 'onLeaving'
  >),
  onMenu: (chosen) => listening(events.menuChosen.listen, ({ item }) => chosen(item)),
  onFiles: (dropped) => listening(events.filesDropped.listen, ({ paths }) => dropped(paths)),
  onHeld: (told) => listening(events.filesHeld.listen, ({ held }) => told(held)),
  onProgress: (told) => listening(events.workProgress.listen, told),
  onLeaving: (leaving) => listening(events.windowLeaving.listen, () => leaving()),
  onLocked: (locked) => {
    waitingForLock.add(locked);
    const stop = listening(events.bookLocked.listen, () => locked());
    return () => {
      waitingForLock.delete(locked);
      stop();
    };
  },
};

/** Replaces functions of the host: a test says what each command answers. */
export function installHost(replacement: Partial<Host>): void {
  Object.assign(host, replacement);
}

/** An id for one press of a button. A repetition with the same id does nothing a second time. */
export function actionId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, at) => {
    // RFC 9562, section 5.4: version 4 in byte 6, variant 10 in byte 8.
    const fixed = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    return fixed.toString(16).padStart(2, '0');
  }).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
