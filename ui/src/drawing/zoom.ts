/** How large a drawing is shown. */

/** From one size to the next. */
const STEP = 1.25;
const LARGEST = 2;
/** Smaller than this nothing is to be seen. */
const SMALLEST = 0.05;
/** Smaller than this, words can no longer be read. */
const READABLE = 0.6;
/** What is begun with where the whole cannot be read. */
const BEGINNING = 0.8;

export interface Extent {
  width: number;
  height: number;
}

const within = (scale: number) => Math.min(LARGEST, Math.max(SMALLEST, scale));

export const larger = (scale: number): number => within(scale * STEP);
export const smaller = (scale: number): number => within(scale / STEP);

/** The size in which all of a drawing is seen in a box; never larger than it was drawn. */
export function whole(drawing: Extent, box: Extent): number {
  if (drawing.width <= 0 || drawing.height <= 0 || box.width <= 0 || box.height <= 0) return 1;
  return within(Math.min(1, box.width / drawing.width, box.height / drawing.height));
}

/** Whether a drawing is begun with as a whole: if its words can be read then. */
export const begunWith = (wholeScale: number): number | 'whole' => (wholeScale < READABLE ? BEGINNING : 'whole');
