import type { TenantTransaction } from './database.ts';

export interface Location {
  readonly locationId: string;
  readonly name: string;
  readonly city: string | null;
  readonly country: string | null;
}

export async function listLocations(tx: TenantTransaction): Promise<Location[]> {
  return tx.sql
    .selectFrom('location')
    .select(['location_id as locationId', 'name', 'city', 'country'])
    .where('partner_id', '=', tx.partnerId)
    .orderBy('name')
    .orderBy('location_id')
    .execute();
}

export async function locationExists(tx: TenantTransaction, locationId: string): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('location')
    .select('location_id')
    .where('partner_id', '=', tx.partnerId)
    .where('location_id', '=', locationId)
    .executeTakeFirst();
  return row !== undefined;
}
