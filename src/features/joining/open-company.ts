import { slugOf } from '../../sources/fold-text.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { asOnePartner, type NetworkTransaction } from '../../store/database.ts';
import type { JoinAdmin } from '../../store/join-requests-store.ts';
import { NETWORK_PARTNER, type PartnerId } from '../../store/partner-id.ts';
import { createPartner, enrol, type NewPartner } from '../../store/partners-store.ts';
import { dayOf } from '../../store/user-status.ts';
import { createUser } from '../../store/users-store.ts';
import type { Post } from '../shared/mail/post-mail.ts';
import { type FirstSignIn, openFirstSignIns } from '../shared/people/first-sign-in.ts';

const LONGEST_ID = 50;
const MOST_NAMESAKES = 1_000;

export interface CompanyToOpen extends Omit<NewPartner, 'partnerId'> {
  readonly locale: 'fr' | 'en';
  readonly admin: JoinAdmin;
  /** In which it is enrolled; null: in none yet. */
  readonly programme: string | null;
}

export interface OpenedCompany {
  readonly partnerId: PartnerId;
  readonly firstSignIn: FirstSignIn;
}

/** Ids that a company of this name may have, the plainest first. */
function* idsOf(name: string): Generator<PartnerId> {
  const slug = slugOf(name).slice(0, LONGEST_ID).replace(/-+$/, '') || 'company';
  if (slug !== NETWORK_PARTNER) yield slug as PartnerId;
  for (let number = 2; number <= MOST_NAMESAKES; number++) yield `${slug}-${number}` as PartnerId;
}

/** Whether a company has this partner number. */
export async function mpnIdTaken(tx: NetworkTransaction, mpnId: string | null | undefined): Promise<boolean> {
  if (mpnId == null) return false;
  const row = await tx.sql
    .selectFrom('partner')
    .select('partner_id')
    .where('mpn_id', '=', mpnId)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Makes a company with its first global admin, who gets a link by mail. That the address and the partner number
 * are free has been asked before.
 * @throws when one of them has been given away meanwhile; then nothing is kept
 */
export async function openCompany(
  tx: NetworkTransaction,
  post: Post,
  { admin, programme, ...company }: CompanyToOpen,
): Promise<OpenedCompany> {
  for (const partnerId of idsOf(company.name)) {
    if ((await createPartner(tx, { ...company, partnerId })).kind !== 'created') continue;
    return asOnePartner(tx, partnerId, async (own) => {
      if (programme !== null) await enrol(own, { programme, validFrom: dayOf(own.now) });
      const person = {
        workEmail: admin.email,
        firstName: admin.firstName,
        lastName: admin.lastName,
        locale: company.locale,
      };
      const userId = await createUser(own, {
        ...person,
        roles: ['global-admin'],
        employedFrom: dayOf(own.now),
      });
      const [firstSignIn] = await openFirstSignIns(post, own, [{ ...person, userId }]);
      await recordAudit(own, { action: 'company.opened', subject: null, details: { programme } });
      return { partnerId, firstSignIn: firstSignIn! };
    });
  }
  throw new Error(`too many companies are called ${company.name}`);
}
