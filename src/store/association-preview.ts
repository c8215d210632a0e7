import { decideStart } from '../domain/association/associate.ts';
import { formatDay } from '../domain/time/day.ts';
import { type Account, accountHistory } from './account-claims.ts';
import { leavingDay } from './associations-store.ts';
import { type TenantTransaction, withNetworkSight } from './database.ts';

/** What associating an account would do, told to the person who has proved that it is his or hers. */
export interface AssociationPreview {
  readonly refusal:
    | { readonly kind: 'too-soon' | 'too-many'; readonly nextPossibleOn: string }
    | { readonly kind: 'already-associated'; readonly since: Date }
    | { readonly kind: 'user-left' }
    | null;
  /** Associations that end at the moment this one begins: the person's own, wherever they are. */
  readonly ends: readonly EndingAssociation[];
  /** When the account could be associated anew afterwards. */
  readonly nextPossibleOn: string | null;
}

export interface EndingAssociation {
  readonly company: string;
  /** Of the company that asks: the account is with another user of it. */
  readonly sameCompany: boolean;
  readonly since: Date;
}

/** A record that waits on the account, as its holder may see it. */
export interface WaitingRecord {
  readonly skill: string;
  readonly titleAsGiven: string | null;
  readonly achievedOn: string;
}

export async function previewAssociation(
  tx: TenantTransaction,
  request: Account & { readonly userId: string },
): Promise<AssociationPreview> {
  const leftOn = await leavingDay(tx, request.userId, 'looked at');
  const user = request.userId;
  return withNetworkSight(tx, async () => {
    const history = await accountHistory(tx, request);
    const question = {
      partner: tx.partnerId,
      user,
      actor: user,
      at: tx.now.getTime(),
      leftOn: leftOn ?? null,
    };
    const decision = decideStart(question, history);
    switch (decision.kind) {
      case 'start': {
        const { ends } = decision;
        const names = await companyNames(
          tx,
          ends.map(({ partner }) => partner),
        );
        return {
          refusal: null,
          ends: ends.map(({ partner, from }) => ({
            company: names.get(partner) ?? partner,
            sameCompany: partner === tx.partnerId,
            since: new Date(from),
          })),
          nextPossibleOn: formatDay(decision.nextPossibleOn),
        };
      }
      case 'too-soon':
      case 'too-many': {
        const nextPossibleOn = formatDay(decision.nextPossibleOn);
        return { refusal: { kind: decision.kind, nextPossibleOn }, ends: [], nextPossibleOn };
      }
      case 'already-associated': {
        const refusal = { kind: decision.kind, since: new Date(decision.since) };
        return { refusal, ends: [], nextPossibleOn: null };
      }
      default:
        return { refusal: { kind: 'user-left' }, ends: [], nextPossibleOn: null };
    }
  });
}

async function companyNames(
  tx: TenantTransaction,
  partners: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (partners.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('partner')
    .select(['partner_id', 'name'])
    .where('partner_id', 'in', [...new Set(partners)])
    .execute();
  return new Map(rows.map((row) => [row.partner_id, row.name]));
}

/** Records on an account whose holder asks, the latest first; each skill once. */
export async function waitingRecords(tx: TenantTransaction, account: Account): Promise<WaitingRecord[]> {
  return withNetworkSight(tx, () =>
    tx.sql
      .selectFrom('skill_record')
      .select(['skill', 'title_as_given as titleAsGiven', 'achieved_on as achievedOn'])
      .where('provider', '=', account.provider)
      .where('account_id', '=', account.accountId)
      .where('voided_at', 'is', null)
      .orderBy('achieved_on', 'desc')
      .orderBy('skill')
      .limit(200)
      .execute(),
  );
}

/** The account of the provider that the user has associated with the claimed partner now, by himself or herself. */
export async function presentAccount(
  tx: TenantTransaction,
  userId: string,
  provider: string,
): Promise<string | null> {
  const row = await tx.sql
    .selectFrom('account_claim')
    .select('account_id')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('provider', '=', provider)
    .where('via', '=', 'partner-center')
    .where('voided_at', 'is', null)
    .where(({ fn, ref }) => fn<boolean>('upper_inf', [ref('period')]))
    .limit(1)
    .executeTakeFirst();
  return row?.account_id ?? null;
}
