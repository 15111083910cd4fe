/** The facts that the contract's screen records in place. */
export const RECORDABLE = ['stage', 'sighting', 'request', 'status_seen'] as const;
export type Recordable = (typeof RECORDABLE)[number];

/** Reads what an address asks to record. */
export const recordable = (name: string | undefined): Recordable | undefined => RECORDABLE.find((one) => one === name);
