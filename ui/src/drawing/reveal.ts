/** Moves a box, and nothing around it, by as little as brings a card into sight; of a card larger than the box, its beginning. */
export function reveal(box: HTMLElement, card: HTMLElement, margin: number): void {
  const [around, inside] = [box.getBoundingClientRect(), card.getBoundingClientRect()];
  const by = (from: number, to: number, start: number, end: number) => {
    const before = from - margin - start;
    const after = to + margin - end;
    if (before < 0) return before;
    return after > 0 ? Math.min(after, before) : 0;
  };
  box.scrollLeft += by(inside.left, inside.right, around.left, around.right);
  box.scrollTop += by(inside.top, inside.bottom, around.top, around.bottom);
}
