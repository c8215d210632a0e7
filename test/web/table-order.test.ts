import { describe, expect, it } from 'vitest';
import { nextOrder, parseOrder, pinnedOffsets } from '../../web/components/virtual-table/table-column.ts';

describe('the order of a table', () => {
  it('goes from ascending to descending and back to the order of the report', () => {
    const first = nextOrder(parseOrder(undefined), 'lastName');
    const second = nextOrder(parseOrder(first), 'lastName');
    const third = nextOrder(parseOrder(second), 'lastName');
    expect([first, second, third]).toEqual(['lastName', 'lastName desc', undefined]);
  });

  it('begins anew with another column', () => {
    expect(nextOrder(parseOrder('lastName desc'), 'mcid')).toBe('mcid');
  });
});

it('columns that are pinned at the start stand beside one another at the edge', () => {
  const offsets = pinnedOffsets([
    { id: 'lastName', width: 120, pinned: 'start' },
    { id: 'firstName', width: 110, pinned: 'start' },
    { id: 'workEmail', width: 200 },
    { id: 'countsNow', width: 90, pinned: 'end' },
  ]);
  expect([...offsets]).toEqual([
    ['lastName', 0],
    ['firstName', 120],
  ]);
});
