import type { HitField, SearchHit } from '../host';

/** A piece of a text: found by the search, or what stands between. */
export interface Piece {
  text: string;
  part: 'found' | 'between';
}

/** The text in pieces. Hits may overlap, where one searched word contains another. */
export function pieces(text: string, hits: readonly SearchHit[], field: HitField): Piece[] {
  const own = hits.filter((hit) => hit.field === field).toSorted((a, b) => a.start - b.start);
  const cut: Piece[] = [];
  let at = 0;
  for (const { start, end } of own) {
    const from = Math.max(start, at);
    if (end <= from) continue;
    if (from > at) cut.push({ text: text.slice(at, from), part: 'between' });
    cut.push({ text: text.slice(from, end), part: 'found' });
    at = end;
  }
  if (at < text.length) cut.push({ text: text.slice(at), part: 'between' });
  return cut;
}
