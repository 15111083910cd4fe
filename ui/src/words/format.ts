/** Days and amounts taken apart, for the messages that put them together. */

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** The day of the week of a day written as 2026-11-24. */
export function weekday(day: string): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'sun';
}

/** The parts of a day. Month and day are numbers, by which messages choose; a year is a name and has no comma. */
export function monthAndDay(day: string): { year: string; month: number; day: number } {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month: Number(month), day: Number(date) };
}

/** Digits in groups of three: 264,000. */
export function grouped(number: number): string {
  return String(Math.abs(number)).replace(/\B(?=(\d{3})+$)/g, ',');
}
