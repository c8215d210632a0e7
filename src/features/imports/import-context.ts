import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { TenantTransaction } from '../../store/database.ts';
import type { Newcomer } from '../shared/people/first-sign-in.ts';

/** What the rows of a file are judged by. */
export interface ImportContext {
  readonly tx: TenantTransaction;
  /** Those of the company: what one of them knows is known. */
  readonly programmes: readonly Programme[];
  /** Told of the people whom the rows have added, to open their first sign-in; not called where nothing is kept. */
  readonly welcome: ((people: readonly Newcomer[]) => Promise<void>) | null;
}
