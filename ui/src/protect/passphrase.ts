/** The fewest characters of a passphrase that protects a book; the book looks too. */
export const LEAST = 8;
