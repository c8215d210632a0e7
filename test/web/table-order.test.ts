import { describe, expect, it } from 'vitest';
import { nextOrder, parseOrder } from '../../web/components/virtual-table/table-column.ts';

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
