/** A new passphrase as it is being chosen. */

/** The fewest characters; the book looks too. */
export const LEAST = 8;

/** Whether it is long enough and was typed twice alike. */
export const isChosen = (passphrase: string, again: string): boolean => isLong(passphrase) && passphrase === again;

/** Whether it has enough characters that are seen at its ends. */
export const isLong = (passphrase: string): boolean => [...passphrase.trim()].length >= LEAST;
