/** What the table of contracts is narrowed to. It stands in the address, so that a reload and the way back show the same rows. */
import type { ContractListQuery, DueFilter, StateName } from '../host';
import { STATES } from '../parts/states';
import { STAGES } from '../parts/values';

/** The dates by which rows are chosen. */
export const DUES = ['today', 'week', 'none'] as const satisfies readonly DueFilter[];

/** The part of a query that filters. */
export type Filters = Pick<ContractListQuery, 'search' | 'states' | 'platforms' | 'stages' | 'due'>;

/** What an address can narrow to. */
export type FilterName = 'search' | 'states' | 'service' | 'stage' | 'due';

const oneOf = <T extends string>(all: readonly T[], name: string | undefined): T | undefined =>
  all.find((one) => one === name);

/** Reads an address; names that stand for nothing are left out. */
export function filtersOf(params: Readonly<Record<string, string>>): Filters {
  const stage = oneOf(STAGES, params['stage']);
  return {
    search: params['search'] ?? '',
    states: (params['states'] ?? '').split(',').filter((name): name is StateName => name in STATES),
    platforms: params['service'] ? [params['service']] : [],
    stages: stage ? [stage] : [],
    due: oneOf(DUES, params['due']) ?? 'any',
  };
}
