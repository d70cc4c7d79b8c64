import { expect, test } from 'vitest';
import { readFilters } from './filters.ts';

test('an address is read as filters, whoever wrote it', () => {
  expect(readFilters({ severity: ['high'], status: [], text: 'login', order: 'newest' })).toEqual({
    severity: ['high'],
    status: [],
    text: 'login',
    order: 'newest',
  });
  expect(readFilters({ severity: 'high', rule: 7, order: 'sideways', text: 3, more: 1 })).toEqual({
    severity: ['high'],
    rule: ['7'],
  });
  expect(readFilters({ rule: Array.from({ length: 60 }, () => 'x') }).rule).toHaveLength(50);
});
