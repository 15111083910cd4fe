/** The one way in which a screen changes the book. */
import { actionId, host, ProblemError, type Action, type Done } from '../host';
import { notices } from '../parts/notices.svelte';
import { say, t } from '../words';
import { drop } from './queries';

/**
 * Sends one change, drops the answers it made stale, and says what was done beside 「元に戻す」.
 * Call it once per press: the id made here is what keeps a repeated press from doing it twice.
 */
export async function write<I, R>(command: (action: Action<I>) => Promise<Done<R>>, input: I): Promise<R> {
  const done = await send(command, input);
  notices.say(say(done.said), { label: t('frame-undo'), run: () => void undo() });
  return done.value;
}

/** As {@link write}, for a change after long work that the user may stop: `null` when it was. */
export async function writeUnlessStopped<I, R>(
  command: (action: Action<I>) => Promise<Done<R> | null>,
  input: I,
): Promise<R | null> {
  const done = await command({ id: actionId(), input });
  if (done === null) return null;
  await drop(done.changed);
  notices.say(say(done.said), { label: t('frame-undo'), run: () => void undo() });
  return done.value;
}

/**
 * As {@link write}, without a notice: for a change that the screen itself shows together with the way to change it back,
 * and that comes in quick succession, such as the answers of a guide.
 */
export async function writeInPlace<I, R>(command: (action: Action<I>) => Promise<Done<R>>, input: I): Promise<R> {
  return (await send(command, input)).value;
}

async function send<I, R>(command: (action: Action<I>) => Promise<Done<R>>, input: I): Promise<Done<R>> {
  const done = await command({ id: actionId(), input });
  await drop(done.changed);
  return done;
}

/** Takes back the last change of the book, or says why that cannot be. */
export const undo = () => step(() => host.undo, { label: () => t('frame-redo'), run: () => void redo() });

/** Does again what was taken back last. */
export const redo = () => step(() => host.redo, { label: () => t('frame-undo'), run: () => void undo() });

async function step(
  command: () => (action: Action<null>) => Promise<Done<null>>,
  back: { label: () => string; run: () => void },
): Promise<void> {
  try {
    const done = await send(command(), null);
    notices.say(say(done.said), { label: back.label(), run: back.run });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    notices.say(`${error.problem.message} ${error.problem.remedy}`);
  }
}
