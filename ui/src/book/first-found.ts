import type { ContractListQuery } from '../host';

/** The few contracts that a search finds first, of all services and in all states. */
export const firstFound = (search: string, limit: number): ContractListQuery => ({
  search: search.trim(),
  states: [],
  platforms: [],
  stages: [],
  due: 'any',
  sort: 'recent',
  direction: 'descending',
  offset: 0,
  limit,
});
