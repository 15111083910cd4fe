/** How large a drawing is shown. */

/** From one size to the next. */
const STEP = 1.25;
const LARGEST = 2;
/** Smaller than this nothing is to be seen. */
const SMALLEST = 0.1;

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
