/** Which rows of a long table are drawn: those in sight and a few on either side. All rows have one height. */

/** Rows drawn beyond the edge, so that a small scroll shows no gap. */
const BEYOND = 8;

/** The first row drawn and the one after the last. */
export function rowsInSight(
  scrolled: number,
  height: number,
  row: number,
  count: number,
): { from: number; to: number } {
  if (row <= 0 || count === 0) return { from: 0, to: 0 };
  const first = Math.floor(scrolled / row);
  const inSight = Math.ceil(height / row);
  return { from: Math.max(0, Math.min(first - BEYOND, count - 1)), to: Math.min(count, first + inSight + BEYOND) };
}

/** How far to scroll so that a row is in sight; `undefined` when it is already. */
export function scrollTo(at: number, scrolled: number, height: number, row: number): number | undefined {
  if (at * row < scrolled) return at * row;
  if ((at + 1) * row > scrolled + height) return (at + 1) * row - height;
  return undefined;
}
