/** Where in the box a card is brought: no further than into sight, or to the middle. */
export type To = 'sight' | 'middle';

/** Moves a box, and nothing around it, so that a card is in sight; of a card larger than the box, its beginning. */
export function reveal(box: HTMLElement, card: HTMLElement, margin: number, to: To): void {
  const [around, inside] = [box.getBoundingClientRect(), card.getBoundingClientRect()];
  const by = (from: number, end: number, boxFrom: number, boxEnd: number) => {
    const beginning = from - margin - boxFrom;
    if (to === 'middle') return Math.min(beginning, (from + end - boxFrom - boxEnd) / 2);
    if (beginning < 0) return beginning;
    return Math.min(beginning, Math.max(0, end + margin - boxEnd));
  };
  box.scrollLeft += by(inside.left, inside.right, around.left, around.right);
  box.scrollTop += by(inside.top, inside.bottom, around.top, around.bottom);
}
