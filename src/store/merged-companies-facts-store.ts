/**
 * What belongs to a company itself and goes on at the one that takes it over. Facts of the former company stay as they
 * are: those of the other one are recorded anew, as known from this instant on.
 */
import { type RawBuilder, sql } from 'kysely';
import type { FactsExemption, FactsMembership } from '../domain/facts/facts-document.ts';
import { actorText, type NetworkTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';
import { dayOf } from './user-status.ts';

export interface MergedCompanies {
  readonly from: PartnerId;
  readonly into: PartnerId;
}

export interface FactsToRecord {
  readonly memberships: readonly FactsMembership[];
  readonly exemptions: readonly FactsExemption[];
  /** Metrics whose figures are not added. */
  readonly notAdded: readonly string[];
}

async function rowsOf(tx: NetworkTransaction, statement: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await statement.execute(tx.sql);
  return Number(numAffectedRows ?? 0);
}

/** Figures of one month, association, competency and track are added up; the database adds them exactly. */
async function addMetrics(
  tx: NetworkTransaction,
  { from, into }: MergedCompanies,
  notAdded: readonly string[],
): Promise<number> {
  const by = actorText(tx.actor);
  const same = sql`m.metric = a.metric and m.month = a.month and m.association is not distinct from a.association
    and m.competency is not distinct from a.competency and m.track is not distinct from a.track`;
  const added = sql`a.partner_id = ${from} and a.voided_at is null and a.value <> 0
    and a.metric <> all(${[...notAdded]}::text[])`;
  await sql`
    update metric_value m set voided_at = ${tx.now} from metric_value a
    where m.partner_id = ${into} and m.voided_at is null and ${same} and ${added}`.execute(tx.sql);
  // What has just been voided is what stood until now.
  return rowsOf(
    tx,
    sql`
    insert into metric_value (partner_id, metric, month, value, association, competency, track, recorded_at, recorded_by)
    select ${into}, a.metric, a.month, a.value + coalesce(m.value, 0), a.association, a.competency, a.track,
      ${tx.now}, ${by}
    from metric_value a left join metric_value m on m.partner_id = ${into} and m.voided_at = ${tx.now} and ${same}
    where ${added}`,
  );
}

/** Locations keep their id, so that people stay where they work. */
async function copyDatedFacts(tx: NetworkTransaction, { from, into }: MergedCompanies) {
  const by = actorText(tx.actor);
  const today = sql`${dayOf(tx.now)}::date`;
  const goesOn = sql`partner_id = ${from} and voided_at is null and (valid_until is null or valid_until > ${today})`;
  const begins = sql`greatest(valid_from, ${today}), valid_until`;
  const locations = await rowsOf(
    tx,
    sql`insert into location (partner_id, location_id, mpn_id, name, city, country)
      select ${into}, location_id, mpn_id, name, city, country from location where partner_id = ${from}`,
  );
  const assets = await rowsOf(
    tx,
    sql`insert into asset (partner_id, asset, valid_from, valid_until, recorded_at, recorded_by)
      select ${into}, asset, ${begins}, ${tx.now}, ${by} from asset where ${goesOn}`,
  );
  const exemptions = await rowsOf(
    tx,
    sql`insert into exemption (partner_id, competency, level, valid_from, valid_until, reason, recorded_at, recorded_by)
      select ${into}, competency, level, ${begins}, reason, ${tx.now}, ${by} from exemption where ${goesOn}`,
  );
  await sql`insert into enrolment (partner_id, programme, track, valid_from, recorded_at, recorded_by)
    select ${into}, programme, track, greatest(valid_from, ${today}), ${tx.now}, ${by} from enrolment
    where partner_id = ${from} and voided_at is null on conflict do nothing`.execute(tx.sql);
  return { locations, assets, exemptions };
}

async function recordDecided(
  tx: NetworkTransaction,
  into: PartnerId,
  { memberships, exemptions }: FactsToRecord,
): Promise<void> {
  const recorded = { partner_id: into, recorded_at: tx.now, recorded_by: actorText(tx.actor) };
  if (memberships.length > 0) {
    const rows = memberships.map(({ offer, activeFrom, anniversary }) => ({
      ...recorded,
      offer,
      active_from: activeFrom,
      anniversary: anniversary ?? null,
    }));
    await tx.sql.insertInto('membership').values(rows).execute();
  }
  if (exemptions.length > 0) {
    const rows = exemptions.map(({ competency, level, from, until, reason }) => ({
      ...recorded,
      competency,
      level,
      valid_from: from ?? null,
      valid_until: until ?? null,
      reason: reason ?? null,
    }));
    await tx.sql.insertInto('exemption').values(rows).execute();
  }
}

export interface FactsMoved {
  readonly figures: number;
  readonly locations: number;
  readonly assets: number;
  readonly exemptions: number;
  readonly memberships: number;
}

/** To be done before people move: they work at the locations. */
export async function moveCompanyFacts(
  tx: NetworkTransaction,
  companies: MergedCompanies,
  facts: FactsToRecord,
): Promise<FactsMoved> {
  const figures = await addMetrics(tx, companies, facts.notAdded);
  const copied = await copyDatedFacts(tx, companies);
  await recordDecided(tx, companies.into, facts);
  return {
    figures,
    ...copied,
    exemptions: copied.exemptions + facts.exemptions.length,
    memberships: facts.memberships.length,
  };
}
