import { expect, it } from 'vitest';
import { filtersOf } from './filters';

it('an address names what the rows are narrowed to; what stands for nothing is left out', () => {
  const params = {
    search: '商品',
    states: 'ask,green,overdue',
    service: 'crowdworks',
    stage: 'escrowed',
    due: 'someday',
  };
  expect(filtersOf(params)).toEqual({
    search: '商品',
    states: ['ask', 'overdue'],
    platforms: ['crowdworks'],
    stages: ['escrowed'],
    due: 'any',
  });
});

it('an address without filters shows everything', () => {
  expect(filtersOf({})).toEqual({ search: '', states: [], platforms: [], stages: [], due: 'any' });
});
