/** 文案: which letter the address of the screen asks for. */
import type { DraftBrief, DraftId } from '../host';

/** The letter asked for by its key or by what it is for; nothing when this contract has no such letter. */
export function letterOf(
  params: Readonly<Record<string, string>>,
  letters: readonly DraftBrief[],
): DraftId | undefined {
  const { draft, purpose } = params;
  const found = letters.find((letter) => (draft ? letter.id === draft : letter.purpose === purpose));
  return found?.id;
}
