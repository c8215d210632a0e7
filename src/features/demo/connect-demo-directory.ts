import { findSignIn } from '../../store/credentials-store.ts';
import type { Actor, Database, TenantTransaction } from '../../store/database.ts';
import { addIdentityProvider, listIdentityProviders } from '../../store/identity-providers-store.ts';
import {
  endUserIdentity,
  findUserIdentity,
  linkUserIdentity,
  listUserIdentities,
} from '../../store/user-identities-store.ts';
import { type DemoWorkAccount, demoDirectoryTenant } from './demo-directory.ts';

const ACTOR: Actor = { kind: 'system', name: 'demo' };

/** A company in which a work account that nobody knows becomes a user at once; in the others it takes an invitation. */
const JUST_IN_TIME = ['fabrikam'];

async function connectCompany(tx: TenantTransaction, company: string): Promise<void> {
  const directoryTenant = demoDirectoryTenant(tx.partnerId);
  const known = await listIdentityProviders(tx);
  if (known.some((provider) => provider.directoryTenant === directoryTenant)) return;
  await addIdentityProvider(tx, {
    name: company,
    issuer: null,
    directoryTenant,
    clientId: null,
    sealedClientSecret: null,
    emailDomains: [],
    justInTime: JUST_IN_TIME.includes(tx.partnerId),
  });
}

async function connectPerson(
  tx: TenantTransaction,
  userId: string,
  issuer: string,
  account: DemoWorkAccount,
): Promise<void> {
  const subject = `${account.directoryTenant}/${account.objectId}`;
  const link = { providerId: null, issuer, subject };
  if ((await findUserIdentity(tx, link)) !== null) return;
  // The provider of the demo may have taken another port, and with it another name, than the last time.
  for (const identity of await listUserIdentities(tx, userId)) {
    if (identity.subject === subject) await endUserIdentity(tx, userId, identity.identityId);
  }
  await linkUserIdentity(tx, { ...link, userId, name: account.accountName });
}

/** Tells the companies of the demo where their directories are, and whose the accounts in them are. */
export async function connectDemoDirectory(
  database: Database,
  issuer: string,
  accounts: readonly DemoWorkAccount[],
): Promise<void> {
  for (const account of accounts) {
    const user = await database.asSignIn((tx) => findSignIn(tx, account.accountName));
    if (user === null || user.partnerId !== account.partnerId) continue;
    await database.asTenant({ partnerId: user.partnerId, actor: ACTOR }, async (tx) => {
      await connectCompany(tx, account.company);
      if (user.status === 'active') await connectPerson(tx, user.userId, issuer, account);
    });
  }
}
