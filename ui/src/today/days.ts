/** How far a day is from another, in words' terms. */

const A_DAY = 24 * 60 * 60 * 1000;

/** Calendar days from `from` to `to`; negative when `to` is behind. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / A_DAY);
}

/** The message that says when: past, today, tomorrow, in so many days. */
export function distance(today: string, day: string): { key: string; days: number } {
  const days = daysBetween(today, day);
  if (days < 0) return { key: 'today-days-ago', days: -days };
  if (days === 0) return { key: 'today-now', days };
  return { key: days === 1 ? 'today-tomorrow' : 'today-days-ahead', days };
}
