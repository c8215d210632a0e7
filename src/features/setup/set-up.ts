import { recordAudit } from '../../store/audit-store.ts';
import { findSignIn } from '../../store/credentials-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { createOneTimeLink } from '../../store/one-time-links-store.ts';
import { NETWORK_PARTNER, type PartnerId } from '../../store/partner-id.ts';
import { createPartner, enrol, isEmptyNetwork } from '../../store/partners-store.ts';
import { createUser } from '../../store/users-store.ts';
import { newSecretToken, tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';

const SYSTEM = { kind: 'system', name: 'setup' } as const;
const LINK_HOURS = 24;

export interface SetUpOrder {
  readonly partnerId: PartnerId;
  readonly name: string;
  readonly admin: string;
  readonly operator: string | null;
}

export interface SetUpLink {
  readonly email: string;
  readonly role: string;
  /** Path of the page that redeems it. */
  readonly path: string;
}

export type SetUpResult =
  | { readonly kind: 'set-up'; readonly links: readonly SetUpLink[] }
  | { readonly kind: 'not-empty' }
  | { readonly kind: 'email-taken'; readonly email: string };

/** What stands before the @ is all we know of a person whose name nobody gave. */
function nameFrom(email: string): { firstName: string; lastName: string } {
  const [first = '', ...rest] = email.split('@')[0]!.split(/[._-]+/);
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  return { firstName: capital(first), lastName: rest.map(capital).join(' ') };
}

/** The path of a page that sets the user's password, once, within a day. */
async function oneTimeLink(tx: TenantTransaction, userId: string): Promise<string> {
  const token = newSecretToken();
  const expiresAt = new Date(tx.now.getTime() + LINK_HOURS * 3_600_000);
  await createOneTimeLink(tx, { tokenHash: tokenHash(token), userId, purpose: 'setup', expiresAt });
  return `/welcome/${token}`;
}

/** A user without a password, and the link by which he or she sets one. */
async function invite(tx: TenantTransaction, email: string, role: string): Promise<SetUpLink> {
  const userId = await createUser(tx, { workEmail: email, ...nameFrom(email), roles: [role] });
  const path = await oneTimeLink(tx, userId);
  await recordAudit(tx, { action: 'user.invited', subject: `user:${userId}`, details: { role } });
  return { email, role, path };
}

/** Makes the first company with its global admin, and the operator where one is named, on an empty database. */
export async function setUp({ database, programme }: Services, order: SetUpOrder): Promise<SetUpResult> {
  const { partnerId, name, admin, operator } = order;
  for (const email of operator === null ? [admin] : [admin, operator]) {
    const taken = await database.asSignIn((tx) => findSignIn(tx, email));
    if (taken !== null) return { kind: 'email-taken', email };
  }
  const created = await database.asNetwork({ actor: SYSTEM }, async (tx) => {
    if (!(await isEmptyNetwork(tx))) return false;
    return (await createPartner(tx, { partnerId, name })).kind === 'created';
  });
  if (!created) return { kind: 'not-empty' };
  const links = [
    await database.asTenant({ partnerId, actor: SYSTEM }, async (tx) => {
      await enrol(tx, { programme: programme.id });
      return invite(tx, admin, 'global-admin');
    }),
  ];
  if (operator !== null) {
    const claim = { partnerId: NETWORK_PARTNER, actor: SYSTEM };
    links.push(await database.asTenant(claim, (tx) => invite(tx, operator, 'programme-operator')));
  }
  return { kind: 'set-up', links };
}

/** The operator whom an empty installation starts with, until `jalon setup` names people. */
const FIRST_OPERATOR = 'operator@jalon.localhost';

/**
 * On an empty database: a link by which whoever started the server becomes its operator. Only the newest link
 * works; once a password is set, or a company exists, there is none.
 */
export async function firstOperatorLink({ database }: Services): Promise<string | null> {
  const empty = await database.asNetwork({ actor: SYSTEM }, (tx) => isEmptyNetwork(tx));
  if (!empty) return null;
  const claim = { partnerId: NETWORK_PARTNER, actor: SYSTEM };
  const known = await database.asSignIn((tx) => findSignIn(tx, FIRST_OPERATOR));
  if (known === null) {
    return (await database.asTenant(claim, (tx) => invite(tx, FIRST_OPERATOR, 'programme-operator'))).path;
  }
  if (known.passwordHash !== null) return null;
  return database.asTenant(claim, (tx) => oneTimeLink(tx, known.userId));
}
