import { sql } from 'kysely';
import {
  type AnyTransaction,
  actorText,
  type Database,
  type NetworkTransaction,
  type TenantTransaction,
} from './database.ts';
import { NETWORK_PARTNER, type PartnerId } from './partner-id.ts';

export interface Partner {
  readonly partnerId: PartnerId;
  readonly name: string;
  readonly mpnId: string | null;
  readonly legalName: string | null;
  readonly country: string | null;
  readonly market: 'developed' | 'developing' | null;
  readonly origin: 'native' | 'pmc' | 'moved';
  readonly movedFromPmcOn: string | null;
  readonly timeZone: string;
  readonly locale: 'fr' | 'en';
  /** When it became part of another company; `null`: it goes on. */
  readonly mergedAt: Date | null;
  readonly mergedInto: string | null;
}

export type NewPartner = Pick<Partner, 'partnerId' | 'name'> &
  Partial<Omit<Partner, 'partnerId' | 'name' | 'mergedAt' | 'mergedInto'>>;

const columns = [
  'partner_id',
  'name',
  'mpn_id',
  'legal_name',
  'country',
  'market',
  'origin',
  'moved_from_pmc_on',
  'time_zone',
  'locale',
  'merged_at',
  'merged_into',
] as const;

interface PartnerRow {
  partner_id: string;
  name: string;
  mpn_id: string | null;
  legal_name: string | null;
  country: string | null;
  market: Partner['market'];
  origin: Partner['origin'];
  moved_from_pmc_on: string | null;
  time_zone: string;
  locale: Partner['locale'];
  merged_at: Date | null;
  merged_into: string | null;
}

function partnerOf(row: PartnerRow): Partner {
  return {
    partnerId: row.partner_id as PartnerId,
    name: row.name,
    mpnId: row.mpn_id,
    legalName: row.legal_name,
    country: row.country,
    market: row.market,
    origin: row.origin,
    movedFromPmcOn: row.moved_from_pmc_on,
    timeZone: row.time_zone,
    locale: row.locale,
    mergedAt: row.merged_at,
    mergedInto: row.merged_into,
  };
}

/** The partner, when this transaction may see it. */
export async function findPartner(tx: AnyTransaction, partnerId: PartnerId): Promise<Partner | null> {
  const row = await tx.sql
    .selectFrom('partner')
    .select(columns)
    .where('partner_id', '=', partnerId)
    .executeTakeFirst();
  return row ? partnerOf(row) : null;
}

/** Those of the partners that this transaction may see. */
export async function findPartners(
  tx: AnyTransaction,
  partnerIds: readonly PartnerId[],
): Promise<readonly Partner[]> {
  const rows = await tx.sql
    .selectFrom('partner')
    .select(columns)
    .where('partner_id', 'in', [...partnerIds])
    .execute();
  return rows.map(partnerOf);
}

/** Every company of the network, by name. */
export async function listPartners(tx: NetworkTransaction): Promise<Partner[]> {
  const rows = await tx.sql
    .selectFrom('partner')
    .select(columns)
    .where('kind', '=', 'company')
    .orderBy('name')
    .orderBy('partner_id')
    .execute();
  return rows.map(partnerOf);
}

/** Whether no company has been set up yet. */
export async function isEmptyNetwork(tx: NetworkTransaction): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('partner')
    .select('partner_id')
    .where('partner_id', '!=', NETWORK_PARTNER)
    .limit(1)
    .executeTakeFirst();
  return row === undefined;
}

/** Whether no company has been set up yet; while the transaction lasts, nobody else who asks this gets an answer. */
export async function claimEmptyNetwork(tx: NetworkTransaction): Promise<boolean> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('jalon.set-up'))`.execute(tx.sql);
  return isEmptyNetwork(tx);
}

export type CreatePartnerResult = { readonly kind: 'created' } | { readonly kind: 'partner-id-taken' };

export async function createPartner(
  tx: NetworkTransaction,
  partner: NewPartner,
): Promise<CreatePartnerResult> {
  const rows = await tx.sql
    .insertInto('partner')
    .values({
      partner_id: partner.partnerId,
      name: partner.name,
      mpn_id: partner.mpnId ?? null,
      legal_name: partner.legalName ?? null,
      country: partner.country ?? null,
      market: partner.market ?? null,
      origin: partner.origin ?? 'native',
      moved_from_pmc_on: partner.movedFromPmcOn ?? null,
      time_zone: partner.timeZone ?? 'UTC',
      locale: partner.locale ?? 'en',
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('partner_id')
    .execute();
  return rows.length > 0 ? { kind: 'created' } : { kind: 'partner-id-taken' };
}

/** The version of the evidence, asked before nearly every answer. */
export async function evidenceVersion(database: Database, partnerId: PartnerId): Promise<number> {
  const [row] = await database.askOnce<{ version: number | null }>({
    name: 'evidence-version',
    text: 'select evidence_version_of($1) as version',
    values: [partnerId],
  });
  return row?.version ?? 0;
}

/** Enrols the partner in a programme; enrolling twice changes nothing. */
export async function enrol(
  tx: TenantTransaction,
  enrolment: {
    readonly programme: string;
    readonly track?: string | null;
    readonly validFrom?: string | null;
  },
): Promise<void> {
  await tx.sql
    .insertInto('enrolment')
    .values({
      partner_id: tx.partnerId,
      programme: enrolment.programme,
      track: enrolment.track ?? null,
      valid_from: enrolment.validFrom ?? null,
      recorded_at: tx.now,
      recorded_by: actorText(tx.actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
