import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDoors } from './doors.ts';

const root = join(import.meta.dirname, '..', '..');

describe('the doors of the house', () => {
  it('are the only ways in', async () => {
    const { modules, trespasses } = await checkDoors(root);
    expect(trespasses).toEqual([]);
    // A checker that saw nothing would be green too.
    expect(modules).toBeGreaterThan(100);
    // Every source is read: on a busy machine that takes a while.
  }, 120_000);

  it('are watched: a planted trespass of every kind is seen', async () => {
    const { trespasses } = await checkDoors(join(import.meta.dirname, 'planted'));
    const seen = trespasses.map(({ rule, from }) => `${rule}: ${from}`).sort();
    expect(seen).toEqual(
      expect.arrayContaining([
        'door of contract: src/contract/trespass.ts',
        'door of domain: src/domain/trespass.ts',
        'door of sources: src/sources/trespass.ts',
        'door of store: src/store/trespass.ts',
        'door of web: web/trespass.ts',
        'features do not import each other: src/features/a/trespass.ts',
        'no circles: src/domain/circle.ts',
      ]),
    );
  });
});
