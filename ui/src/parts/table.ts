import type { Snippet } from 'svelte';

/** A column of a `VirtualTable`. Widths are rem, so that they follow the size of the text. */
export interface Column<T, K extends string = string> {
  key: K;
  label: string;
  width: number;
  /** Where the cell's text stands. */
  align?: 'start' | 'end';
  /** Whether its head sorts. */
  sorts?: 'yes' | 'no';
  cell: Snippet<[T]>;
}

/** The narrowest and the widest a column can be made, in rem. */
export const WIDTHS = { min: 4, max: 40, step: 1 } as const;

/** A width within its bounds. */
export const bounded = (width: number): number => Math.min(WIDTHS.max, Math.max(WIDTHS.min, width));
