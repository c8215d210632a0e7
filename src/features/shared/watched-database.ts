import type { Database } from '../../store/database.ts';

/** Tells after each transaction that may have written; whoever remembers data forgets it then. */
export function watchedDatabase(database: Database, onWrite: () => void): Database {
  async function told<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } finally {
      onWrite();
    }
  }
  return {
    ...database,
    asTenant: (claim, work) => told(database.asTenant(claim, work)),
    asNetwork: (claim, work) => told(database.asNetwork(claim, work)),
  };
}
