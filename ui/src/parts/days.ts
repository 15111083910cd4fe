/** Days apart, as the calendar counts them. */

const DAY = 24 * 60 * 60 * 1000;

/** How many days from one civil day to another: 0 for the same, less than 0 when it has passed. */
export const daysUntil = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
