import type { GuideBrief, GuideGroup } from '../host';

/** The headings of the list of guides, in the order in which they are shown. */
export const GROUPS: Record<GuideGroup, string> = {
  request: 'guide-group-request',
  client: 'guide-group-client',
  money: 'guide-group-money',
  account: 'guide-group-account',
};

/** Guides under one heading. */
export interface Grouped {
  group: GuideGroup;
  guides: GuideBrief[];
}

/** What a guide is called within the whole list: two services may have guides of one name. */
export const keyOf = (guide: Pick<GuideBrief, 'platform' | 'id'>) => `${guide.platform} ${guide.id}`;

/** Where it stands on the screen. */
export const entryOf = (guide: Pick<GuideBrief, 'platform' | 'id'>) => `guide-${guide.platform}-${guide.id}`;

/** The guides under their headings, each in the order given; a heading without guides is left out. */
export function grouped(guides: readonly GuideBrief[]): Grouped[] {
  const order = Object.keys(GROUPS) as GuideGroup[];
  return order
    .map((group) => ({ group, guides: guides.filter((guide) => guide.group === group) }))
    .filter((one) => one.guides.length > 0);
}
