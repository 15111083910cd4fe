/** Bringing something back: at once, or after the user has agreed that something newer goes. */
import { write } from '../book/write';
import { host, ProblemError, type RestoreInput } from '../host';

type What = Omit<RestoreInput, 'sure'>;

/** One place on the screen from which something is brought back. */
export class Restoring {
  /** What newer would go, and the words for it. */
  asked = $state<{ what: What; error: ProblemError } | undefined>();
  failure = $state<unknown>();
  progress = $state<'ready' | 'busy'>('ready');

  /** Brings it back; where something newer would go, asks first. */
  async begin(what: What): Promise<void> {
    await this.#send(what, false);
  }

  /** Brings back what was asked about: the user agreed. */
  async agree(): Promise<void> {
    const { asked } = this;
    if (!asked) return;
    this.asked = undefined;
    await this.#send(asked.what, true);
  }

  /** Leaves everything as it is. */
  decline(): void {
    this.asked = undefined;
  }

  async #send(what: What, sure: boolean): Promise<void> {
    if (this.progress === 'busy') return;
    this.progress = 'busy';
    this.failure = undefined;
    try {
      await write(host.recordRestore, { ...what, sure });
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code === 'changed') this.asked = { what, error };
      else this.failure = error;
    } finally {
      this.progress = 'ready';
    }
  }
}
