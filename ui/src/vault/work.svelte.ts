/** Long work of the shell: how far it has come, and how it is stopped. */
import { actionId, host, type Progress } from '../host';

/** One piece of long work after the other. */
export class LongWork {
  #name: string | undefined;
  /** How far it has come; `undefined` while nothing is being done, or nothing was told yet. */
  progress = $state<Progress>();
  /** Whether something is being done. */
  isRunning = $state(false);

  /** Does one piece of work: `start` is given its name, under which the shell tells how far it is. */
  async run<T>(start: (work: string) => Promise<T>): Promise<T> {
    const name = actionId();
    this.#name = name;
    this.isRunning = true;
    const quiet = host.onProgress((told) => {
      if (told.work === name) this.progress = told.progress;
    });
    try {
      return await start(name);
    } finally {
      quiet();
      this.#name = undefined;
      this.progress = undefined;
      this.isRunning = false;
    }
  }

  /** Stops what is being done: it answers that it was stopped, and leaves nothing behind. */
  stop(): void {
    if (this.#name) void host.workStop(this.#name);
  }
}
