/** How large a picture is shown: as large as fits, or so many times its own pixels. */

export type Zoom = 'fit' | number;

export interface Extent {
  width: number;
  height: number;
}

const STEP = 1.25;
const LARGEST = 8;
/** No side becomes shorter than this, in pixels. */
const SHORTEST = 16;

/** The scale in which all of a picture is seen in a box; never larger than it is. */
export function fitting(picture: Extent, box: Extent): number {
  if (picture.width <= 0 || picture.height <= 0 || box.width <= 0 || box.height <= 0) return 1;
  return Math.min(1, box.width / picture.width, box.height / picture.height);
}

/** The scale of a zoom. */
export const scaleOf = (zoom: Zoom, picture: Extent, box: Extent): number =>
  zoom === 'fit' ? fitting(picture, box) : zoom;

/** The next size up, or down. */
export function stepped(zoom: Zoom, step: 'larger' | 'smaller', picture: Extent, box: Extent): number {
  const scale = scaleOf(zoom, picture, box) * (step === 'larger' ? STEP : 1 / STEP);
  const smallest = Math.min(1, SHORTEST / Math.max(1, Math.min(picture.width, picture.height)));
  return Math.min(LARGEST, Math.max(smallest, scale));
}
