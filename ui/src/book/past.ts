/** The book as it was: to it, and back to today. Every answer on the screen becomes one of the other book. */
import { host } from '../host';
import { dropAll } from './queries';
import { allKept } from '../host/under-way';

/** Shows the book as it was at the end of a day, as that was typed. */
export async function lookBack(day: string): Promise<void> {
  // What is being typed belongs to the book of today, which is not written into meanwhile.
  await allKept();
  await host.pastOpen(day);
  await dropAll();
}

/** Shows the book of today again. */
export async function backToNow(): Promise<void> {
  await host.pastClose();
  await dropAll();
}
