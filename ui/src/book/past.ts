/** The book as it was: to it, and back to today. Every answer on the screen becomes one of the other book. */
import { host } from '../host';
import { dropAll } from './queries';

/** Shows the book as it was at the end of a day, as that was typed. */
export async function lookBack(day: string): Promise<void> {
  await host.pastOpen(day);
  await dropAll();
}

/** Shows the book of today again. */
export async function backToNow(): Promise<void> {
  await host.pastClose();
  await dropAll();
}
