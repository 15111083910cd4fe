/** The drawing of a guide as cards: each node with what leads on from it. */
import type { DrawnBy, DrawnNode, GuideDrawing, NodeId } from '../host';

/** The key of a node: questions and outcomes may have the same names. */
export const keyOf = (id: NodeId): string =>
  id.question === undefined ? `outcome-${id.outcome}` : `question-${id.question}`;

/** The id of a card on the screen. */
export const idOf = (key: string): string => `drawing-${key}`;

/** What leads on from a card. */
export interface Lead {
  /** Its place among the edges of the drawing. */
  at: number;
  /** The key of the card it leads to. */
  to: string;
  by: DrawnBy;
  /** Whether the run went this way. */
  walked: boolean;
}

/** A question or an outcome with what leads on from it. */
export interface Card {
  key: string;
  node: DrawnNode;
  leads: Lead[];
  /** Whether the run came past, or stands here. */
  way: 'none' | 'passed' | 'here';
  /** Whether those who skip the checks come out here. */
  skippedTo: boolean;
}

/** The cards, in the order in which the guide is read. */
export function cardsOf({ graph, walked }: GuideDrawing): Card[] {
  const went = new Set(walked?.edges);
  const here = walked ? keyOf(walked.at) : undefined;
  const passed = new Set(graph.edges.filter((_, at) => went.has(at)).map(({ from }) => keyOf(from)));
  const leads = graph.edges.map(({ to, by }, at): Lead => ({ at, to: keyOf(to), by, walked: went.has(at) }));
  return graph.nodes.map((node) => {
    const key = keyOf(node.id);
    return {
      key,
      node,
      leads: leads.filter(({ at }) => {
        const edge = graph.edges[at];
        return edge !== undefined && keyOf(edge.from) === key;
      }),
      way: key === here ? 'here' : passed.has(key) ? 'passed' : 'none',
      skippedTo: node.id.outcome === graph.skip_to,
    };
  });
}

/** From which cards one comes to each. */
export function comesFrom(cards: readonly Card[]): Map<string, string[]> {
  const from = new Map<string, string[]>(cards.map(({ key }) => [key, []]));
  for (const card of cards) for (const lead of card.leads) from.get(lead.to)?.push(card.key);
  return from;
}
