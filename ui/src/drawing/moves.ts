/** Where the arrow keys lead from a card: to the right and to the left along the lines, up and down within the column. */
import type { Card } from './cards';

export type Move = 'left' | 'right' | 'up' | 'down' | 'home' | 'end';

/** What moving is done by. */
export interface Ground {
  cards: readonly Card[];
  /** The keys of the cards of each column, downwards. */
  columns: readonly (readonly string[])[];
  /** From which cards one comes to each. */
  from: ReadonlyMap<string, readonly string[]>;
}

/**
 * The card that a move leads to; the same where there is none. `lead` is the edge the focus is on, if it is on one; `came` is the
 * card from which the reader came last.
 */
export function moved(
  move: Move,
  current: string,
  { cards, columns, from }: Ground,
  lead?: number,
  came?: string,
): string {
  const card = cards.find(({ key }) => key === current);
  switch (move) {
    case 'right': {
      const leads = card?.leads ?? [];
      // Along the answer in focus, or the way of the run, or the first answer.
      const on = leads.find(({ at }) => at === lead) ?? leads.find(({ walked }) => walked) ?? leads[0];
      return on?.to ?? current;
    }
    case 'left': {
      const before = from.get(current) ?? [];
      return (came !== undefined && before.includes(came) ? came : before[0]) ?? current;
    }
    case 'up':
    case 'down': {
      const column = columns.find((keys) => keys.includes(current)) ?? [];
      return column[column.indexOf(current) + (move === 'up' ? -1 : 1)] ?? current;
    }
    case 'home':
      return cards[0]?.key ?? current;
    case 'end':
      return cards.at(-1)?.key ?? current;
  }
}
