import type { Role } from '../../contract/roles.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { TenantTransaction } from '../../store/database.ts';

/** What the rows of a file are judged by. */
export interface ImportContext {
  readonly tx: TenantTransaction;
  /** Those of the company: what one of them knows is known. */
  readonly programmes: readonly Programme[];
  /** Roles of the person who imports; null for the command line, which may do everything. */
  readonly roles: readonly Role[] | null;
}
