/** Which card stands in which column: further right than every card from which one comes to it. */
import type { Card } from './cards';

/** The column of each card, from 0. */
export function columnsOf(cards: readonly Card[]): Map<string, number> {
  const column = new Map(cards.map(({ key }) => [key, 0]));
  // As often as the longest way may be long; a guide without a cycle is settled earlier.
  for (let left = cards.length, moved = true; moved && left > 0; left -= 1) {
    moved = false;
    for (const { key, leads } of cards) {
      const next = (column.get(key) ?? 0) + 1;
      for (const { to } of leads) {
        if ((column.get(to) ?? 0) >= next) continue;
        column.set(to, next);
        moved = true;
      }
    }
  }
  return column;
}

/** Something in a column: how high it is, and where its top would best be. */
export interface Wish {
  height: number;
  top: number;
}

/**
 * The tops of what stands in a column, in its order and without overlap, as near to their wishes as can be: the smallest sum of
 * squares. What would overlap forms a block, and a block lies at the mean of the wishes in it.
 */
export function stack(wishes: readonly Wish[], gap: number): number[] {
  const blocks: { sum: number; count: number }[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const { height, top } of wishes) {
    offsets.push(offset);
    blocks.push({ sum: top - offset, count: 1 });
    offset += height + gap;
    for (let last = blocks.pop(), before = blocks.at(-1); last; before = blocks.at(-1)) {
      if (!before || before.sum / before.count <= last.sum / last.count) {
        blocks.push(last);
        break;
      }
      before.sum += last.sum;
      before.count += last.count;
      last = blocks.pop();
    }
  }
  const means = blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return offsets.map((at, index) => (means[index] ?? 0) + at);
}
