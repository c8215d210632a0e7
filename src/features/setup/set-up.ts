import { findSignIn } from '../../store/credentials-store.ts';
import { asOnePartner, type NetworkTransaction } from '../../store/database.ts';
import { NETWORK_PARTNER, type PartnerId } from '../../store/partner-id.ts';
import { claimEmptyNetwork, createPartner, enrol, type NewPartner } from '../../store/partners-store.ts';
import { withdrawSetupLinks } from '../../store/setup-links-store.ts';
import type { Services } from '../shared/services.ts';
import { type Invitation, invite, type NewPerson } from './invitations.ts';

export const SETUP_ACTOR = { kind: 'system', name: 'setup' } as const;

export type FirstCompany = Pick<NewPartner, 'partnerId' | 'name' | 'mpnId' | 'country' | 'market' | 'locale'>;

export type Refused =
  | { readonly kind: 'not-empty' }
  | { readonly kind: 'partner-id-taken' }
  | { readonly kind: 'email-taken'; readonly email: string };

/**
 * Why nothing can be set up, or null. From here on the transaction is the only one that sets up: of two at once
 * the second waits and then finds a company.
 */
export async function refusal(
  tx: NetworkTransaction,
  { partnerId }: FirstCompany,
  emails: readonly string[],
): Promise<Refused | null> {
  if (!(await claimEmptyNetwork(tx))) return { kind: 'not-empty' };
  if (partnerId === NETWORK_PARTNER) return { kind: 'partner-id-taken' };
  const seen = new Set<string>();
  for (const email of emails) {
    const key = email.toLowerCase();
    if (seen.has(key) || (await findSignIn(tx, email)) !== null) return { kind: 'email-taken', email };
    seen.add(key);
  }
  return null;
}

/** Makes the company, enrolled in the programme, and invites its global admin. */
export async function makeCompany(
  tx: NetworkTransaction,
  programme: string,
  company: FirstCompany,
  admin: NewPerson,
): Promise<Invitation> {
  await createPartner(tx, company);
  return asOnePartner(tx, company.partnerId as PartnerId, async (own) => {
    await enrol(own, { programme });
    return invite(own, admin, 'global-admin');
  });
}

export interface SetUpOrder {
  readonly company: FirstCompany;
  readonly admin: NewPerson;
  readonly operator: NewPerson | null;
}

export type SetUpResult = { readonly kind: 'set-up'; readonly links: readonly Invitation[] } | Refused;

/** Makes the first company with its global admin, and the operator where one is named, on an empty database. */
export async function setUp({ database, programme }: Services, order: SetUpOrder): Promise<SetUpResult> {
  const { company, admin, operator } = order;
  const people = operator === null ? [admin] : [admin, operator];
  return database.asNetwork({ actor: SETUP_ACTOR }, async (tx): Promise<SetUpResult> => {
    const refused = await refusal(
      tx,
      company,
      people.map(({ email }) => email),
    );
    if (refused !== null) return refused;
    const links = [await makeCompany(tx, programme.id, company, admin)];
    await asOnePartner(tx, NETWORK_PARTNER, async (network) => {
      await withdrawSetupLinks(network);
      if (operator !== null) links.push(await invite(network, operator, 'programme-operator'));
    });
    return { kind: 'set-up', links };
  });
}
