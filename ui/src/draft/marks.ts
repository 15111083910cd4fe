/** The text of a letter in runs: what came from the record is marked, and so is what 点検 found in it. */
import type { DraftCheckView, Segment, TextRange } from '../host';

/** Where something was found, and whether the text should not be sent with it. */
export interface Mark {
  range: TextRange;
  weight: 'fails' | 'hint';
}

/** A stretch of the text that looks the same from end to end. */
export interface Run {
  text: string;
  from: Segment['from'];
  mark: Mark['weight'] | undefined;
}

/** The places to mark: of every check that says stop or look, and of every passage. */
export function marksOf(check: DraftCheckView | undefined): Mark[] {
  if (!check) return [];
  const looked = check.items.flatMap(({ tone, places }): Mark[] =>
    tone === 'good' ? [] : places.map((range) => ({ range, weight: tone === 'stop' ? 'fails' : 'hint' })),
  );
  return [...looked, ...check.passages.map(({ place, weight }) => ({ range: place, weight }))];
}

/** What a letter itself leaves to be filled in, such as one's own contact: odd parts of a split text. */
const BLANK = /(＿+)/;

/** The pieces, with the blanks of the letter as the gaps they are. */
const withBlanks = (segments: readonly Pick<Segment, 'from' | 'text'>[]) =>
  segments.flatMap((piece) =>
    piece.from === 'template'
      ? piece.text.split(BLANK).map((text, nth) => ({ from: nth % 2 === 1 ? ('gap' as const) : piece.from, text }))
      : [piece],
  );

/** The text cut wherever a piece or a mark begins or ends. Together the runs are the text; of two marks the harder one shows. */
export function runs(segments: readonly Pick<Segment, 'from' | 'text'>[], marks: readonly Mark[]): Run[] {
  const all: Run[] = [];
  let begin = 0;
  for (const { from, text } of withBlanks(segments)) {
    const end = begin + text.length;
    const inside = marks.flatMap(({ range }) => [range.from, range.to]).filter((at) => at > begin && at < end);
    const cuts = [...new Set([begin, ...inside, end])].sort((one, other) => one - other);
    cuts.slice(0, -1).forEach((cut, nth) => {
      const next = cuts[nth + 1] ?? end;
      const over = marks.filter(({ range }) => range.from <= cut && next <= range.to).map(({ weight }) => weight);
      const mark = over.includes('fails') ? 'fails' : over[0];
      if (next > cut) all.push({ text: text.slice(cut - begin, next - begin), from, mark });
    });
    begin = end;
  }
  return all;
}
