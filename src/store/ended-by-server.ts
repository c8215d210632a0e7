import { errorCode } from './store-failure.ts';

/** Serialization failure and deadlock: nothing is wrong with the transaction, another one was in its way. */
const ENDED: ReadonlySet<string> = new Set(['40001', '40P01']);
const ATTEMPTS = 5;

export type AgainResult<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'busy' };

/**
 * Does a whole transaction again when PostgreSQL ended it in favour of another one, which has gone on by then;
 * `busy` when that happens time after time. `transact` must not have done anything outside its transaction.
 */
export async function againWhenEnded<T>(transact: () => Promise<T>): Promise<AgainResult<T>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      return { kind: 'done', value: await transact() };
    } catch (error) {
      if (!ENDED.has(errorCode(error))) throw error;
    }
  }
  return { kind: 'busy' };
}
