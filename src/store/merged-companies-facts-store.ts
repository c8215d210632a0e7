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

/**
 * Figures of the former company count at the other one from today on, beside its own: before, each is told as it was, and
 * a file that is sent again finds what it brought. Those of one that was taken over on the same day are added to them.
 */
async function addMetrics(
  tx: NetworkTransaction,
  { from, into }: MergedCompanies,
  notAdded: readonly string[],
): Promise<number> {
  const key = sql`metric, month, association, competency, track`;
  const today = sql`${dayOf(tx.now)}::date`;
  return rowsOf(
    tx,
    sql`
    with gone as (
      update metric_value set voided_at = ${tx.now}
      where partner_id = ${into} and voided_at is null and valid_from = ${today} returning *)
    insert into metric_value (partner_id, ${key}, value, valid_from, recorded_at, recorded_by)
    select ${into}, ${key}, sum(value), ${today}, ${tx.now}::timestamptz, ${actorText(tx.actor)}
    from (select ${key}, value from gone
      union all
      select ${key}, value from metric_value where partner_id = ${from} and voided_at is null and value <> 0
        and metric <> all(${[...notAdded]}::text[])) as taken
    group by ${key}`,
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
