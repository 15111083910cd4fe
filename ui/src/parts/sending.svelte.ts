/** A form that is sent: what is typed is kept until then, and what the book says against it stands at its fields. */
import { faultOf, type FieldProblem } from '../host';
import { autosaved } from './autosave.svelte';

interface Plan<F, R> {
  /** The name under which the book keeps what is typed. */
  key: string;
  /** The fields as the form opens. */
  fields: F;
  /** Sends what was typed. */
  send: (fields: F) => Promise<R>;
  /** It was recorded, and nothing is kept any more. */
  onsent: (answer: R) => void | Promise<void>;
  /** It was given up, and nothing is kept any more. */
  onleft: () => void;
  /** The user has seen what is recorded now, and means what was typed: lets the fields say so. */
  onmine: (fields: F) => void;
}

/** Everything that a form needs beside its fields. To be called while a component is set up. */
export function sending<F extends Record<string, unknown>, R>({
  key,
  fields,
  send,
  onsent,
  onleft,
  onmine,
}: Plan<F, R>) {
  const form = autosaved<F>(key, fields);
  let progress = $state<'ready' | 'busy'>('ready');
  let failure = $state<unknown>();

  async function save(event?: SubmitEvent): Promise<void> {
    event?.preventDefault();
    if (progress === 'busy') return;
    progress = 'busy';
    try {
      const answer = await send($state.snapshot(form.fields) as F);
      await form.clear();
      await onsent(answer);
    } catch (error) {
      failure = error;
    } finally {
      progress = 'ready';
    }
  }

  return {
    get fields() {
      return form.fields;
    },
    /** What was typed before is there. */
    ready: form.ready,
    get isReady() {
      return form.isReady;
    },
    get progress() {
      return progress;
    },
    get failure() {
      return failure;
    },
    /** What the book says against a field. */
    fault: (field: string): FieldProblem | undefined => faultOf(failure, field),
    save,
    async saveMine(): Promise<void> {
      onmine(form.fields);
      await save();
    },
    async leave(): Promise<void> {
      await form.clear();
      onleft();
    },
  };
}
