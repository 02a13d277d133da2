import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ordersBetween } from '#core/records/order.ts';

test('orders rise between their neighbours', () => {
  expect(ordersBetween(null, null, 3)).toEqual(['a0', 'a1', 'a2']);
  expect(ordersBetween('a0', 'a1', 1)).toEqual(['a0V']);
  expect(ordersBetween('a5', null, 1)).toEqual(['a6']);
});

test('orders are made between whatever stands in a file, and stand after the first neighbour', () => {
  const any = fc.option(fc.oneof(fc.constantFrom('a0', 'a1', 'a0V', 'Zz', '', 'a00', '1', 'ә'), fc.string()));
  fc.assert(
    fc.property(any, any, fc.integer({ min: 0, max: 20 }), (before, after, count) => {
      const orders = ordersBetween(before, after, count);
      expect(orders).toHaveLength(count);
      expect(new Set(orders).size).toBe(count);
      expect(orders.toSorted()).toEqual(orders);
      expect(orders.every((order) => before === null || order > before)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
