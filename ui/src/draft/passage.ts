import type { CheckItem, TextRange } from '../host';

/** What a finding of 点検 is about: a stretch of the text, the whole text, or the address it is sent from. */
export type Passage = { at: 'text'; range: TextRange | undefined } | { at: 'sender' };

/**
 * The passage of a finding; the `turn`-th where it has several, and the first again after the last. Nothing for what is as it
 * should be, and for what lies outside the letter.
 */
export function passageOf({ check, tone, places }: CheckItem, turn: number): Passage | undefined {
  if (tone === 'good') return undefined;
  switch (check) {
    case 'sender_is_registered':
      return { at: 'sender' };
    case 'has_url':
      return { at: 'text', range: undefined };
    case 'no_gaps':
    case 'no_contact_data':
    case 'no_other_client':
      return { at: 'text', range: places[turn % places.length] };
    case 'attachments':
      return undefined;
  }
}

/** Gives the field the focus with this stretch chosen, and in sight. */
export function choose(field: HTMLTextAreaElement, range: TextRange | undefined): void {
  const { from, to } = range ?? { from: field.value.length, to: field.value.length };
  field.focus();
  field.setSelectionRange(from, to);
  // Not every web view scrolls to what is chosen. Where it stands among the letters is near enough to where it stands in height.
  field.scrollTop = (field.scrollHeight * from) / Math.max(field.value.length, 1) - field.clientHeight / 2;
}
