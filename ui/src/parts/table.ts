import type { Snippet } from 'svelte';

/** A column of a `VirtualTable`. */
export interface Column<T, K extends string = string> {
  key: K;
  label: string;
  /** Its name in the styles, which give it its usual width and say where it makes room on a small window. */
  name: string;
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
