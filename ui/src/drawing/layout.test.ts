import { describe, expect, it } from 'vitest';
import type { Card } from './cards';
import { columnsOf, stack } from './columns';
import { layOut, type Measure } from './layout';

/** Cards from what leads to what. */
function cards(graph: Record<string, string[]>): Card[] {
  let at = 0;
  return Object.entries(graph).map(([key, to]) => ({
    key,
    node: {
      id: { question: key },
      text: { ja: key, en: key },
      what: { node: 'question', kind: 'check' },
    },
    leads: to.map((to) => ({ at: at++, to, by: { by: 'not_permitted' }, walked: false })),
    way: 'none',
    skippedTo: false,
  }));
}

/** Every card 100 wide and 60 high; lines come in 10 from its top, and go out 20, 30, 40 … from it. */
const measure =
  (all: Card[]) =>
  (key: string): Measure => ({
    width: 100,
    height: 60,
    entrance: 10,
    exits: new Map(all.find((card) => card.key === key)?.leads.map(({ at }, nth) => [at, 20 + 10 * nth])),
  });
const GAPS = { column: 40, row: 10, lane: 8 };
const drawn = (graph: Record<string, string[]>) => {
  const all = cards(graph);
  return layOut(all, measure(all), GAPS);
};

/** Danger leads to a check or to an outcome, the check to the same outcome or to another; after that one looks again. */
const GUIDE = {
  danger: ['check', 'stop'],
  check: ['ask', 'stop'],
  ask: ['look'],
  stop: [],
  look: ['apply', 'stop'],
  apply: [],
};

describe('columns', () => {
  it('a card stands further right than all that lead to it', () => {
    expect(Object.fromEntries(columnsOf(cards(GUIDE)))).toEqual({
      danger: 0,
      check: 1,
      ask: 2,
      look: 3,
      stop: 4,
      apply: 4,
    });
  });

  it('a graph with a cycle is drawn all the same', () => {
    expect(columnsOf(cards({ a: ['b'], b: ['a'] })).size).toBe(2);
  });
});

describe('a column', () => {
  it('keeps to the wishes where there is room', () => {
    expect(
      stack(
        [
          { height: 10, top: 0 },
          { height: 10, top: 50 },
        ],
        5,
      ),
    ).toEqual([0, 50]);
  });

  it('parts what would overlap by as little as can be, to both sides', () => {
    // Both wish for 20; with 10 + 5 between them, 12.5 and 27.5 are 7.5 away each.
    expect(
      stack(
        [
          { height: 10, top: 20 },
          { height: 10, top: 20 },
        ],
        5,
      ),
    ).toEqual([12.5, 27.5]);
  });

  it('never puts one over another, whatever they wish for', () => {
    const wishes = [40, 0, 90, 10, 10, 85, 3].map((top, nth) => ({ height: 10 + nth, top }));
    const tops = stack(wishes, 5);
    tops.slice(1).forEach((top, nth) => {
      expect(top).toBeGreaterThanOrEqual((tops[nth] ?? 0) + (wishes[nth]?.height ?? 0) + 5 - 1e-9);
    });
  });
});

describe('the layout', () => {
  it('has a place for every card and a line for every edge', () => {
    const { places, lines, columns } = drawn(GUIDE);
    expect([...places.keys()].sort()).toEqual(Object.keys(GUIDE).sort());
    expect(lines.map(({ at }) => at)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(columns.flat().sort()).toEqual(Object.keys(GUIDE).sort());
  });

  it('has what the answers lead to in the order of the answers', () => {
    expect(drawn({ ask: ['third', 'first', 'second'], first: [], second: [], third: [] }).columns[1]).toEqual([
      'third',
      'first',
      'second',
    ]);
  });

  it('puts no card over another and none outside', () => {
    const { places, columns, width, height } = drawn(GUIDE);
    for (const column of columns) {
      const tops = column.map((key) => places.get(key)?.top ?? Number.NaN);
      tops.slice(1).forEach((top, nth) => expect(top - (tops[nth] ?? 0)).toBeGreaterThanOrEqual(70));
    }
    for (const { left, top } of places.values()) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(left + 100).toBeLessThanOrEqual(width);
      expect(top + 60).toBeLessThanOrEqual(height);
    }
  });

  it('a line that passes a column runs in a lane of its own and through no card', () => {
    const { lines, places } = drawn(GUIDE);
    // From danger, in column 0, to stop, in column 4: straight through three columns.
    const lane = [...(lines[1]?.path.matchAll(/ (\d+)H/g) ?? [])].map((found) => Number(found[1]));
    expect(lane).toHaveLength(3);
    ['check', 'ask', 'look'].forEach((key, nth) => {
      const top = places.get(key)?.top ?? 0;
      const y = lane[nth] ?? top;
      expect(y < top || y > top + 60, `${key}: the lane at ${y}, the card at ${top}`).toBe(true);
    });
  });

  it('nothing measured is drawn at no size', () => {
    const all = cards(GUIDE);
    const nothing = { width: 0, height: 0, entrance: 0, exits: new Map<number, number>() };
    expect(layOut(all, () => nothing, { column: 0, row: 0, lane: 0 })).toMatchObject({ width: 0, height: 0 });
  });
});
