import type { TenantTransaction } from '../../store/database.ts';
import { listLocations } from '../../store/locations-store.ts';
import { tokenHash } from './secret-token.ts';

/** Stands for the names of a company's places, which are no facts: what names them is another answer when they change. */
export async function placesTag(tx: TenantTransaction): Promise<string> {
  return tokenHash(JSON.stringify(await listLocations(tx))).toString('hex');
}
