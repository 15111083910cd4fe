/**
 * Where the cards stand and how the lines run.
 *
 * Cards stand in columns, and what a card leads to stands further right. A column is put in order by where its lines come from, so
 * that the answers of a question, read downwards, lead to cards that are read downwards. A line that passes a column has a lane of its
 * own in it, shared by all lines to the same card.
 */
import type { Card } from './cards';
import { columnsOf, stack } from './columns';

/** How large a card is, and where lines touch it: from its top, in pixels. */
export interface Measure {
  width: number;
  height: number;
  /** Where lines come in. */
  entrance: number;
  /** Where lines go out, by the place of the edge. */
  exits: ReadonlyMap<number, number>;
}

/** Free space, in pixels. */
export interface Gaps {
  column: number;
  row: number;
  lane: number;
}

/** A line: its places from card to card, and the edge it stands for. */
export interface Line {
  at: number;
  from: string;
  path: string;
  tip: string;
}

export interface Layout {
  width: number;
  height: number;
  places: Map<string, { left: number; top: number }>;
  /** The keys of the cards of each column, downwards. */
  columns: string[][];
  lines: Line[];
}

/** A card or a lane in a column. */
interface Item {
  card: string | undefined;
  /** The card to which a lane leads. */
  to: string;
  height: number;
  /** From its top, where lines come in. */
  entrance: number;
  /** Where the lines to it come from. */
  sources: number[];
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);

export function layOut(cards: readonly Card[], measure: (key: string) => Measure, gaps: Gaps): Layout {
  const column = columnsOf(cards);
  const columnOf = (key: string) => column.get(key) ?? 0;
  const last = Math.max(0, ...column.values());
  const width = Math.max(0, ...cards.map(({ key }) => measure(key).width));
  const left = (at: number) => at * (width + gaps.column);
  const tops = new Map<string, number>();
  const lanes = new Map<string, number>();
  const laneOf = (to: string, at: number) => `${at} ${to}`;
  const exit = (card: Card, edge: number) => (tops.get(card.key) ?? 0) + (measure(card.key).exits.get(edge) ?? 0);

  /** What stands in a column, with where its lines come from in the one before. */
  function items(at: number): Item[] {
    const found = new Map<string, Item>();
    const item = (to: string): Item => {
      const isCard = columnOf(to) === at;
      const { height, entrance } = measure(to);
      const made = isCard
        ? { card: to, to, height, entrance, sources: [] }
        : { card: undefined, to, height: gaps.lane, entrance: gaps.lane / 2, sources: [] };
      const known = found.get(to) ?? made;
      found.set(to, known);
      return known;
    };
    for (const card of cards) {
      if (columnOf(card.key) === at) item(card.key);
      for (const lead of card.leads) {
        if (columnOf(card.key) >= at || columnOf(lead.to) < at) continue;
        const before = columnOf(card.key) === at - 1 ? exit(card, lead.at) : lanes.get(laneOf(lead.to, at - 1));
        item(lead.to).sources.push(before ?? 0);
      }
    }
    return [...found.values()].sort((one, other) => mean(one.sources) - mean(other.sources));
  }

  const columns: string[][] = [];
  for (let at = 0; at <= last; at += 1) {
    const here = items(at);
    const wishes = here.map(({ height, entrance, sources }) => ({ height, top: mean(sources) - entrance }));
    stack(wishes, gaps.row).forEach((top, index) => {
      const item = here[index];
      if (item?.card) tops.set(item.card, top);
      else if (item) lanes.set(laneOf(item.to, at), top + item.entrance);
    });
    columns.push(here.flatMap(({ card }) => card ?? []));
  }

  // The highest place of all is the upper edge.
  const highest = Math.min(0, ...tops.values(), ...lanes.values());
  const down = (y: number) => Math.round(y - highest);
  const places = new Map(cards.map(({ key }) => [key, { left: left(columnOf(key)), top: down(tops.get(key) ?? 0) }]));
  const lines = cards.flatMap((card) =>
    card.leads.map((lead): Line => {
      const bend = gaps.column / 2;
      let x = left(columnOf(card.key)) + width;
      let y = down(exit(card, lead.at));
      let path = `M${x} ${y}`;
      const reach = (toX: number, toY: number) => {
        path += `C${x + bend} ${y} ${toX - bend} ${toY} ${toX} ${toY}`;
        [x, y] = [toX, toY];
      };
      for (let at = columnOf(card.key) + 1; at < columnOf(lead.to); at += 1) {
        reach(left(at), down(lanes.get(laneOf(lead.to, at)) ?? 0));
        x += width;
        path += `H${x}`;
      }
      reach(left(columnOf(lead.to)), down((tops.get(lead.to) ?? 0) + measure(lead.to).entrance));
      return { at: lead.at, from: card.key, path, tip: `M${x - 8} ${y - 5}L${x} ${y}L${x - 8} ${y + 5}Z` };
    }),
  );
  const bottoms = cards.map(({ key }) => (places.get(key)?.top ?? 0) + measure(key).height);
  const lowestLane = Math.max(0, ...[...lanes.values()].map(down));
  return {
    width: left(last) + width,
    height: Math.max(lowestLane, ...bottoms),
    places,
    columns,
    lines,
  };
}
