import { sql } from 'kysely';
import { factsOf } from '../domain/evidence/evidence-facts.ts';
import type { FactsDocument } from '../domain/facts/facts-document.ts';
import type { AnyTransaction, TenantTransaction } from './database.ts';
import type { KnownSegments } from './evidence-segments.ts';
import { loadEvidence } from './evidence-store.ts';
import type { PartnerId } from './partner-id.ts';
import { findPartners, type Partner } from './partners-store.ts';
import { loadPeopleFromRows } from './people-rows.ts';

export interface LoadedFacts {
  readonly facts: FactsDocument;
}

export type CompanyFacts = Omit<FactsDocument, 'people'>;

type FactRow = Record<string, string | null>;

/** Tables of the facts of companies, each with the order in which its rows are told. */
const FACT_TABLES = {
  metric_value: null,
  asset: null,
  exemption: null,
  // In the order in which the company joined.
  enrolment: 'valid_from nulls first, recorded_at, programme',
  membership: null,
} as const;

type FactTable = keyof typeof FACT_TABLES;

function companyOf(partner: Partner, rows: (table: FactTable) => readonly FactRow[]): CompanyFacts {
  const { partnerId: id, market, country, movedFromPmcOn } = partner;
  return {
    partner: { id, market, country, movedFromPmcOn },
    metrics: rows('metric_value').map((row) => ({
      metric: row.metric!,
      month: row.month!,
      value: Number(row.value),
      association: row.association ?? null,
      competency: row.competency ?? null,
      track: row.track ?? null,
    })),
    assets: rows('asset').map((row) => ({
      asset: row.asset!,
      from: row.valid_from ?? null,
      until: row.valid_until ?? null,
    })),
    exemptions: rows('exemption').map((row) => ({
      competency: row.competency!,
      level: row.level!,
      from: row.valid_from ?? null,
      until: row.valid_until ?? null,
      reason: row.reason ?? null,
    })),
    enrolments: rows('enrolment').map((row) => ({ programme: row.programme!, track: row.track ?? null })),
    memberships: rows('membership').map((row) => ({
      offer: row.offer!,
      activeFrom: row.active_from!,
      anniversary: row.anniversary ?? null,
    })),
  };
}

export interface CompanyOfBatch {
  readonly partner: Partner;
  readonly facts: CompanyFacts;
}

/** The few facts of companies themselves, from their rows; companies that are gone, or not seen, are left out. */
export async function loadCompanies(
  tx: AnyTransaction,
  partnerIds: readonly PartnerId[],
): Promise<ReadonlyMap<PartnerId, CompanyOfBatch>> {
  const partners = await findPartners(tx, partnerIds);
  const found = new Map<FactTable, Map<string, FactRow[]>>();
  for (const [table, order] of Object.entries(FACT_TABLES) as [FactTable, string | null][]) {
    const { rows } = await sql<FactRow>`
      select * from ${sql.table(table)} where partner_id = any(${[...partnerIds]}) and voided_at is null
      ${order === null ? sql`` : sql`order by ${sql.raw(order)}`}`.execute(tx.sql);
    const byPartner = new Map<string, FactRow[]>();
    for (const row of rows) {
      const own = byPartner.get(row.partner_id!);
      if (own === undefined) byPartner.set(row.partner_id!, [row]);
      else own.push(row);
    }
    found.set(table, byPartner);
  }
  return new Map(
    partners.map((partner) => {
      const { partnerId } = partner;
      const facts = companyOf(partner, (table) => found.get(table)!.get(partnerId) ?? []);
      return [partnerId, { partner, facts }];
    }),
  );
}

async function loadCompany(tx: TenantTransaction): Promise<CompanyFacts> {
  const company = (await loadCompanies(tx, [tx.partnerId])).get(tx.partnerId);
  if (company === undefined) throw new Error(`there is no partner ${tx.partnerId}`);
  return company.facts;
}

/**
 * Everything an evaluation may use about the claimed partner, as one document whose people are the partner's users:
 * people from the packed evidence, the company's own facts from their rows.
 * @param known segments of the partner's evidence that the caller has read before
 */
export async function loadFacts(tx: TenantTransaction, known?: KnownSegments): Promise<LoadedFacts> {
  const evidence = await loadEvidence(tx, known);
  return { facts: factsOf(evidence, await loadCompany(tx)) };
}

/** The same from rows alone: what the evidence is held against. */
export async function loadFactsFromRows(tx: TenantTransaction): Promise<LoadedFacts> {
  const people = await loadPeopleFromRows(tx, { partnerId: tx.partnerId, users: null });
  return { facts: { ...(await loadCompany(tx)), people } };
}
