/** Long work of the shell: how far it has come, and how it is stopped. */
import { actionId, host, type Progress } from '../host';

/** Bytes of work that takes longer than a moment on a slow disk. */
export const LARGE = 16 * 1024 * 1024;

/** One piece of long work after the other. */
export class LongWork {
  #name: string | undefined;
  /** How far it has come; `undefined` while nothing is being done, or nothing was told yet. */
  progress = $state<Progress>();
  /** Whether something is being done. */
  isRunning = $state(false);
  /** Whether it is past the point up to which it could be stopped. */
  isBound = $state(false);
  /** Whether the last piece was stopped by the user. */
  wasStopped = $state(false);

  /** Does one piece of work: `start` is given its name, under which the shell tells how far it is. */
  async run<T>(start: (work: string) => Promise<T>): Promise<T> {
    const name = actionId();
    this.#name = name;
    this.isRunning = true;
    this.isBound = this.wasStopped = false;
    const quiet = host.onProgress((told) => {
      if (told.work !== name || told.course === 'ended') return;
      this.progress = told.progress;
      this.isBound = told.course === 'bound';
    });
    let isDone = false;
    try {
      const done = await start(name);
      isDone = done !== null;
      return done;
    } catch (error) {
      isDone = true;
      throw error;
    } finally {
      quiet();
      // What was done, or failed, before the stop was heard was not stopped.
      if (isDone) this.wasStopped = false;
      this.#name = undefined;
      this.progress = undefined;
      this.isRunning = this.isBound = false;
    }
  }

  /** Stops what is being done: it answers that it was stopped, and leaves nothing behind. */
  stop(): void {
    if (!this.#name) return;
    this.wasStopped = true;
    void host.workStop(this.#name);
  }
}

/** Follows work that the shell does by itself under a name of its own; `undefined` once it has ended. Answers how to stop listening. */
export function follow(work: string, told: (progress: Progress | undefined) => void): () => void {
  return host.onProgress((come) => {
    if (come.work === work) told(come.course === 'ended' ? undefined : come.progress);
  });
}

/** How much of it is done, in hundredths. */
export const percentOf = ({ done, total }: Progress): number => (total > 0 ? Math.floor((100 * done) / total) : 0);
