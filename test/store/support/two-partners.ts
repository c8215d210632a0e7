/** Two companies with one person each: what most questions about walls and associations need. */
import type { Database } from '../../../src/store/database.ts';
import type { PartnerId } from '../../../src/store/partner-id.ts';
import { createPartner } from '../../../src/store/partners-store.ts';
import { createUser } from '../../../src/store/users-store.ts';

export const ALPHA = 'alpha' as PartnerId;
export const BETA = 'beta' as PartnerId;
export const SYSTEM = { kind: 'system', name: 'test' } as const;

export interface TwoPartners {
  /** User ids. */
  readonly anna: string;
  readonly ben: string;
}

export async function makeTwoPartners(database: Database): Promise<TwoPartners> {
  await database.asNetwork({ actor: SYSTEM }, async (tx) => {
    await createPartner(tx, { partnerId: ALPHA, name: 'Alpha' });
    await createPartner(tx, { partnerId: BETA, name: 'Beta' });
  });
  const anna = await newUser(database, ALPHA, 'Anna');
  const ben = await newUser(database, BETA, 'Ben');
  return { anna, ben };
}

export function newUser(database: Database, partnerId: PartnerId, firstName: string): Promise<string> {
  const workEmail = `${firstName.toLowerCase()}@${partnerId}.example`;
  return database.asTenant({ partnerId, actor: SYSTEM }, (tx) =>
    createUser(tx, { firstName, lastName: 'Example', workEmail, roles: [] }),
  );
}
