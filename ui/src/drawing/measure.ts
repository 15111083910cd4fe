/** How large the cards came out: their words decide it, and so does the size of the text. */
import type { Measure } from './layout';

export interface Measures {
  /** The size of the text, in pixels. */
  rem: number;
  of: (key: string) => Measure;
}

const UNKNOWN: Measure = { width: 0, height: 0, entrance: 0, exits: new Map() };

/** Before anything was measured. */
export const NOTHING: Measures = { rem: 16, of: () => UNKNOWN };

/** Lines come in at the height of the first words, in rem. */
const ENTRANCE = 1.25;

/** Measures every `data-card` in a frame, and every `data-edge` in it. Not changed by how large the drawing is shown. */
export function measured(frame: HTMLElement): Measures {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const cards = [...frame.querySelectorAll<HTMLElement>('[data-card]')];
  const all = new Map(
    cards.map((card): [string, Measure] => {
      const leads = [...card.querySelectorAll<HTMLElement>('[data-edge]')];
      const exits = leads.map((lead): [number, number] => [
        Number(lead.dataset['edge']),
        lead.offsetTop + lead.offsetHeight / 2,
      ]);
      const { offsetWidth: width, offsetHeight: height } = card;
      return [card.dataset['card'] ?? '', { width, height, entrance: ENTRANCE * rem, exits: new Map(exits) }];
    }),
  );
  return { rem, of: (key) => all.get(key) ?? UNKNOWN };
}
