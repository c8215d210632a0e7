import { sql } from 'kysely';
import { factsOf } from '../domain/evidence/evidence-facts.ts';
import type { FactsDocument } from '../domain/facts/facts-document.ts';
import type { TenantTransaction } from './database.ts';
import type { KnownSegments } from './evidence-segments.ts';
import { loadEvidence } from './evidence-store.ts';
import { findPartner } from './partners-store.ts';
import { loadPeopleFromRows } from './people-rows.ts';

export interface LoadedFacts {
  readonly facts: FactsDocument;
}

type CompanyFacts = Omit<FactsDocument, 'people'>;

/** The few facts of the company itself, from their rows. */
async function loadCompany(tx: TenantTransaction): Promise<CompanyFacts> {
  const partner = await findPartner(tx, tx.partnerId);
  if (partner === null) throw new Error(`there is no partner ${tx.partnerId}`);
  const living = <T extends 'metric_value' | 'asset' | 'exemption' | 'enrolment' | 'membership'>(table: T) =>
    sql<Record<string, string | null>>`
      select * from ${sql.table(table)} where partner_id = ${tx.partnerId} and voided_at is null`.execute(
      tx.sql,
    );
  const metrics = (await living('metric_value')).rows;
  const assets = (await living('asset')).rows;
  const exemptions = (await living('exemption')).rows;
  const enrolments = (await living('enrolment')).rows;
  const memberships = (await living('membership')).rows;
  const { market, country, movedFromPmcOn } = partner;
  return {
    partner: { id: tx.partnerId, market, country, movedFromPmcOn },
    metrics: metrics.map((row) => ({
      metric: row.metric!,
      month: row.month!,
      value: Number(row.value),
      association: row.association ?? null,
      competency: row.competency ?? null,
      track: row.track ?? null,
    })),
    assets: assets.map((row) => ({
      asset: row.asset!,
      from: row.valid_from ?? null,
      until: row.valid_until ?? null,
    })),
    exemptions: exemptions.map((row) => ({
      competency: row.competency!,
      level: row.level!,
      from: row.valid_from ?? null,
      until: row.valid_until ?? null,
      reason: row.reason ?? null,
    })),
    enrolments: enrolments.map((row) => ({ programme: row.programme!, track: row.track ?? null })),
    memberships: memberships.map((row) => ({
      offer: row.offer!,
      activeFrom: row.active_from!,
      anniversary: row.anniversary ?? null,
    })),
  };
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
