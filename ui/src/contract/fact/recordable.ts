/** The facts that the contract's screen records in place, in the order in which people meet them. */
export const RECORDABLE = [
  'stage',
  'wish',
  'sighting',
  'request',
  'status_seen',
  'status_heard',
  'inquiry',
  'reply',
  'outside_contact',
  'restriction',
  'payment',
] as const;
export type Recordable = (typeof RECORDABLE)[number];

/** Reads what an address asks to record. */
export const recordable = (name: string | undefined): Recordable | undefined => RECORDABLE.find((one) => one === name);
