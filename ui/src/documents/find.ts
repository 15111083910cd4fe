/** Finding documents as the law asks: by day, amount and other side, in ranges, and by several of them at once. */
import type { DocumentRow } from '../host';

export interface Wanted {
  words: string;
  from: string;
  to: string;
  least: string;
  most: string;
  /** Only documents that name no amount. */
  isBlank: boolean;
}

export const EVERYTHING: Wanted = { words: '', from: '', to: '', least: '', most: '', isBlank: false };

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** A day as the book writes it; `null` for what cannot be read. */
export function dayOf(typed: string): string | null {
  const found = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(folded(typed));
  if (!found) return null;
  const [, year = '', month = '', date = ''] = found;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : null;
}

/** Whole yen; `null` for what cannot be read. */
export function yenOf(typed: string): number | null {
  const digits = folded(typed).replace(/[,円¥\s]/g, '');
  return /^\d{1,13}$/.test(digits) ? Number(digits) : null;
}

/** The fields whose text cannot be read. Nothing is found by half a wish. */
export function unread(wanted: Wanted): (keyof Wanted)[] {
  const strange = (field: 'from' | 'to' | 'least' | 'most', read: (typed: string) => unknown) =>
    wanted[field].trim() !== '' && read(wanted[field]) === null ? [field] : [];
  return [...strange('from', dayOf), ...strange('to', dayOf), ...strange('least', yenOf), ...strange('most', yenOf)];
}

/** The documents that fit all that is wanted. */
export function found(rows: readonly DocumentRow[], wanted: Wanted): DocumentRow[] {
  const words = folded(wanted.words);
  const [from, to] = [dayOf(wanted.from), dayOf(wanted.to)];
  const [least, most] = [yenOf(wanted.least), yenOf(wanted.most)];
  return rows.filter(({ document, file }) => {
    const { day, amount } = document;
    const texts = [document.counterparty, document.title, document.number, document.note, file];
    return (
      (words === '' || texts.some((text) => folded(text).includes(words))) &&
      (from === null || day >= from) &&
      (to === null || day <= to) &&
      (least === null || (amount !== null && amount >= least)) &&
      (most === null || (amount !== null && amount <= most)) &&
      (!wanted.isBlank || amount === null)
    );
  });
}
