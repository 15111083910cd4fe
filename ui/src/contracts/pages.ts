/** The table asks the book for whole pages of rows. */

/** Rows of one page. */
export const PAGE = 100;

/** The pages in which rows `from` to `to` (not itself) lie; the first at least. */
export function pagesOf(from: number, to: number): number[] {
  const first = Math.floor(from / PAGE);
  const last = Math.max(first, Math.ceil(to / PAGE) - 1);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
