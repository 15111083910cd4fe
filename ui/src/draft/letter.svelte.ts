/** A letter on the desk: the text the record fills in, or what the user made of it, and what 点検 says of that very text. */
import { untrack } from 'svelte';
import { host, type Check, type CheckItem, type DraftCheckView, type DraftView, type TextRange } from '../host';
import { autosaved } from '../parts/autosave.svelte';
import { passageOf, type Passage } from './passage';

/** The letter of a contract, kept as it was changed until it is put back. Call it while a component is made. */
export function letterOf(contract: string, view: () => DraftView) {
  const id = untrack(view).draft.id;
  const kept = autosaved(`form.draft.${contract}.${id}`, { text: null as string | null });
  let looked = $state.raw<{ check: Check | undefined; turn: number; passage: Passage }>();
  let checked = $state.raw<{ text: string; check: DraftCheckView }>();

  $effect(() => {
    const { text } = kept.fields;
    // Asked again whenever the record changes: another stage or another address may change what 点検 says.
    view();
    if (text === null) return;
    let latest = true;
    // Without an answer the text counts as not checked, and is not offered for copying.
    void host.draftCheck(contract, id, text).then(
      (check) => latest && (checked = { text, check }),
      () => undefined,
    );
    return () => (latest = false);
  });

  return {
    get text() {
      return kept.fields.text ?? view().text;
    },
    set text(typed: string) {
      kept.fields.text = typed;
    },
    get isChanged() {
      return kept.fields.text !== null;
    },
    /** What 点検 says of the text as it stands; nothing while it is being read. */
    get check(): DraftCheckView | undefined {
      const { text } = kept.fields;
      if (text === null) return view().check;
      return checked?.text === text ? checked.check : undefined;
    },
    /** The passage that was asked for last: a new one each time, so that asking again leads there again. */
    get looked(): Passage | undefined {
      return looked?.passage;
    },
    /** Asks for the passage of a finding; asked again, for the next one. */
    look(item: CheckItem) {
      const turn = looked?.check === item.check ? looked.turn + 1 : 0;
      const passage = passageOf(item, turn);
      if (passage) looked = { check: item.check, turn, passage };
    },
    /** Asks for a stretch of the text. */
    lookAt(range: TextRange) {
      looked = { check: undefined, turn: 0, passage: { at: 'text', range } };
    },
    /** Back to what the record fills in. */
    async restore() {
      kept.fields.text = null;
      await kept.clear();
    },
  };
}

/** A letter as it lies on the desk. */
export type LetterOnDesk = ReturnType<typeof letterOf>;
