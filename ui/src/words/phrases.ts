/** Where a short Japanese sentence may be broken: the web views we run in tell no phrases apart by themselves. */

const words = new Intl.Segmenter('ja', { granularity: 'word' });

/** Hiragana or a closing sign: what ends a phrase. */
const ENDS = /[\p{Script=Hiragana}、。・」）]$/u;
/** Anything but hiragana and signs that may not begin a line: what begins one. */
const BEGINS = /^[^\p{Script=Hiragana}ー、。・」）?!？！\s]/u;
/** A bracket that opens begins a phrase, whatever is before it. */
const OPENS = /^[（「]/u;
/** After these a line may begin with hiragana too. */
const SIGN = /[、。・]$/u;
const MAY_FOLLOW_A_SIGN = /^[^、。・」）?!？！\s]/u;

/**
 * The phrases of a sentence, in order; together they are the sentence. A phrase is a word with the particles after it
 * （リンクが、見当たらない）. Text without Japanese stays whole, and breaks at its spaces.
 */
export function phrases(sentence: string): string[] {
  const found: string[] = [];
  for (const { segment } of words.segment(sentence)) {
    const last = found.at(-1);
    const apart =
      last !== undefined &&
      (OPENS.test(segment) ||
        (ENDS.test(last) && BEGINS.test(segment)) ||
        (SIGN.test(last) && MAY_FOLLOW_A_SIGN.test(segment)));
    if (last === undefined || apart) found.push(segment);
    else found[found.length - 1] = last + segment;
  }
  return found;
}
