/** A form with one field that the book keeps while it is typed into, as a screen has it. */
import { flushSync } from 'svelte';
import { autosaved } from '../parts/autosave.svelte';

type Form = ReturnType<typeof autosaved<{ title: string }>>;

/** Opens the form, and gives it with a way to leave it once what was kept of it is there. */
export async function openForm(key = 'f'): Promise<{ form: Form; leave: () => void }> {
  let made: Form | undefined;
  const leave = $effect.root(() => {
    made = autosaved(key, { title: '' });
  });
  if (!made) throw new Error('the form was not made');
  await made.ready;
  flushSync();
  return { form: made, leave };
}

/** Types one text over the other. */
export function type(form: Form, ...titles: string[]): void {
  for (const title of titles) {
    form.fields.title = title;
    flushSync();
  }
}
