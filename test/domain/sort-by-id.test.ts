import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortById } from '../../src/domain/lists/sort-by-id.ts';

const numbered = (ids: readonly string[]) => ids.map((id, place) => ({ id, place }));

/** As texts are compared, one by one. */
function compared(items: ReturnType<typeof numbered>) {
  return [...items].sort((left, right) =>
    left.id === right.id ? left.place - right.place : left.id < right.id ? -1 : 1,
  );
}

describe('items in the order of their ids', () => {
  it.each([
    ['random ones', fc.uuid()],
    ['any texts', fc.string({ unit: 'binary', maxLength: 6 })],
    [
      'texts that begin alike',
      fc.string({ unit: fc.constantFrom('a', 'b', '\0', 'é', 'ü', '\x7f', '😀'), maxLength: 7 }),
    ],
    ['numbered ones', fc.nat(200).map((number) => `record-${number}`)],
  ])('stand as their texts compare, equal ones as they came: %s', (_, id) => {
    fc.assert(
      fc.property(fc.array(id, { maxLength: 60 }), (ids) => {
        const items = numbered(ids);
        expect(sortById(items, (item) => item.id)).toEqual(compared(items));
      }),
    );
  });

  it('sorts many', () => {
    const items = numbered(fc.sample(fc.uuid(), 5_000));
    expect(sortById(items, ({ id }) => id)).toEqual(compared(items));
  });
});
