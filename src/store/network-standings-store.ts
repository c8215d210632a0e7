/** How companies stand in their programmes, as the network remembers it. */
import { sql } from 'kysely';
import {
  lastRulesChange,
  type NamedLevel,
  type RulesChange,
  type StandingByRules,
  type StandingLevel,
  threatened,
} from '../domain/membership/level-differences.ts';
import { marksOf } from '../domain/network/standing-marks.ts';
import type { AnyTransaction, NetworkTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';

/** A level that is lost when a skill counts no more, and the anniversary until which a membership holds it all the same. */
export interface LevelOfRetirement extends NamedLevel {
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly keptUntil: string | null;
}

/** What the look at a company has found beside how its levels stand. */
export interface StandingFindings {
  /** Skills that by themselves would bring or keep levels. */
  readonly missing: readonly { readonly skill: string; readonly levels: readonly NamedLevel[] }[];
  readonly missingComplete: boolean;
  /** Skills whose retirement takes levels away. */
  readonly retiring: readonly { readonly skill: string; readonly levels: readonly LevelOfRetirement[] }[];
}

export interface CompanyStanding extends StandingByRules, StandingFindings {
  readonly partnerId: PartnerId;
  readonly programme: string;
}

interface KnownStanding extends StandingByRules {
  readonly partnerId: PartnerId;
  readonly programme: string;
  readonly rulesChange: RulesChange | null;
}

const keyOf = ({ partnerId, programme }: { readonly partnerId: PartnerId; readonly programme: string }) =>
  `${partnerId} ${programme}`;

/** Kept from changing until the transaction ends. */
async function knownStandings(
  tx: AnyTransaction,
  partnerIds: readonly PartnerId[],
): Promise<readonly KnownStanding[]> {
  const rows = await tx.sql
    .selectFrom('network_standing')
    .selectAll()
    .where('partner_id', 'in', [...partnerIds])
    .orderBy('partner_id')
    .orderBy('programme')
    .forUpdate()
    .execute();
  return rows.map((row) => ({
    partnerId: row.partner_id as PartnerId,
    programme: row.programme,
    catalogue: row.catalogue,
    evidenceVersion: row.evidence_version,
    seenOn: row.seen_on,
    changesOn: row.changes_on,
    levels: row.levels as readonly StandingLevel[],
    rulesChange: row.rules_change as RulesChange | null,
  }));
}

function rowOf(tx: AnyTransaction, standing: CompanyStanding, before: KnownStanding | null) {
  const { partnerId, programme, catalogue, evidenceVersion, seenOn, changesOn, levels } = standing;
  const change = lastRulesChange(before, standing);
  const { count, firstLoss } = threatened(levels);
  return {
    partner_id: partnerId,
    programme,
    catalogue,
    evidence_version: evidenceVersion,
    seen_on: seenOn,
    changes_on: changesOn,
    seen_at: tx.now,
    levels: JSON.stringify(levels),
    at_risk: count,
    first_loss: firstLoss,
    rules_change: change === null ? null : JSON.stringify(change),
    gained: change?.gained.length ?? 0,
    lost: change?.lost.length ?? 0,
    missing: JSON.stringify(standing.missing),
    retiring: JSON.stringify(standing.retiring),
    marks: [...marksOf(standing)],
  };
}

/**
 * Remembers how these companies stand in all their programmes; programmes that they have left are forgotten, and so is
 * that the work failed at them.
 */
export async function keepStandings(
  tx: AnyTransaction,
  partnerIds: readonly PartnerId[],
  standings: readonly CompanyStanding[],
): Promise<void> {
  if (partnerIds.length === 0) return;
  const known = await knownStandings(tx, partnerIds);
  const before = new Map(known.map((each) => [keyOf(each), each]));
  const present = new Set(standings.map(keyOf));
  for (const { partnerId, programme } of known.filter((each) => !present.has(keyOf(each)))) {
    await tx.sql
      .deleteFrom('network_standing')
      .where('partner_id', '=', partnerId)
      .where('programme', '=', programme)
      .execute();
  }
  if (standings.length > 0) {
    await tx.sql
      .insertInto('network_standing')
      .values(standings.map((each) => rowOf(tx, each, before.get(keyOf(each)) ?? null)))
      .onConflict((conflict) =>
        conflict.columns(['partner_id', 'programme']).doUpdateSet((set) => ({
          catalogue: set.ref('excluded.catalogue'),
          evidence_version: set.ref('excluded.evidence_version'),
          seen_on: set.ref('excluded.seen_on'),
          changes_on: set.ref('excluded.changes_on'),
          seen_at: set.ref('excluded.seen_at'),
          levels: set.ref('excluded.levels'),
          at_risk: set.ref('excluded.at_risk'),
          first_loss: set.ref('excluded.first_loss'),
          rules_change: set.ref('excluded.rules_change'),
          gained: set.ref('excluded.gained'),
          lost: set.ref('excluded.lost'),
          missing: set.ref('excluded.missing'),
          retiring: set.ref('excluded.retiring'),
          marks: set.ref('excluded.marks'),
        })),
      )
      .execute();
  }
  await tx.sql
    .deleteFrom('network_failure')
    .where('partner_id', 'in', [...partnerIds])
    .execute();
}

/** Names a company at which the work failed. */
export async function keepFailure(
  tx: AnyTransaction,
  {
    partnerId,
    catalogue,
    reason,
  }: { readonly partnerId: PartnerId; readonly catalogue: string; readonly reason: string },
): Promise<void> {
  const columns = { failed_at: tx.now, catalogue, reason };
  await tx.sql
    .insertInto('network_failure')
    .values({ partner_id: partnerId, ...columns })
    .onConflict((conflict) => conflict.column('partner_id').doUpdateSet(columns))
    .execute();
}

export type StandingsShown = 'at-risk' | 'gained' | 'lost';

export interface ListedStanding {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly programme: string;
  readonly catalogue: string;
  readonly seenAt: Date;
  readonly levels: readonly StandingLevel[];
  readonly rulesChange: RulesChange | null;
}

const COLUMN_SHOWN = { 'at-risk': 'at_risk', gained: 'gained', lost: 'lost' } as const;

/** Standings of one kind, those lost first before the others, else by company. */
export async function listStandings(
  tx: NetworkTransaction,
  shown: StandingsShown,
  { skip, limit }: { readonly skip: number; readonly limit: number },
): Promise<readonly ListedStanding[]> {
  const query = tx.sql
    .selectFrom('network_standing as s')
    .innerJoin('partner as p', 'p.partner_id', 's.partner_id')
    .select(['s.partner_id as partnerId', 'p.name as partnerName', 's.programme', 's.catalogue'])
    .select(['s.seen_at as seenAt', 's.levels', 's.rules_change as rulesChange'])
    .where(`s.${COLUMN_SHOWN[shown]}`, '>', 0);
  const ordered =
    shown === 'at-risk' ? query.orderBy('s.first_loss', (order) => order.asc().nullsFirst()) : query;
  const rows = await ordered
    .orderBy('s.partner_id')
    .orderBy('s.programme')
    .limit(limit)
    .offset(skip)
    .execute();
  return rows.map((row) => ({
    ...row,
    levels: row.levels as readonly StandingLevel[],
    rulesChange: row.rulesChange as RulesChange | null,
  }));
}

export interface ListedFailure {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly failedAt: Date;
  readonly reason: string;
}

export async function listFailures(
  tx: NetworkTransaction,
  { skip, limit }: { readonly skip: number; readonly limit: number },
): Promise<readonly ListedFailure[]> {
  return tx.sql
    .selectFrom('network_failure as f')
    .innerJoin('partner as p', 'p.partner_id', 'f.partner_id')
    .select(['f.partner_id as partnerId', 'p.name as partnerName', 'f.failed_at as failedAt', 'f.reason'])
    .orderBy('f.partner_id')
    .limit(limit)
    .offset(skip)
    .execute();
}

/** How long the list is. */
export async function countListed(tx: NetworkTransaction, shown: StandingsShown | 'failed'): Promise<number> {
  const { rows } =
    shown === 'failed'
      ? await sql<{ count: number }>`select count(*) as count from network_failure`.execute(tx.sql)
      : await sql<{ count: number }>`
          select count(*) as count from network_standing where ${sql.ref(COLUMN_SHOWN[shown])} > 0`.execute(
          tx.sql,
        );
  return rows[0]!.count;
}

export interface StandingCounts {
  readonly atRisk: number;
  readonly gained: number;
  readonly lost: number;
  readonly failed: number;
}

/** Companies of each kind. */
export async function countStandings(tx: NetworkTransaction): Promise<StandingCounts> {
  const { rows } = await sql<StandingCounts>`
    select
      (select count(distinct partner_id) from network_standing where at_risk > 0) as "atRisk",
      (select count(distinct partner_id) from network_standing where gained > 0) as gained,
      (select count(distinct partner_id) from network_standing where lost > 0) as lost,
      (select count(*) from network_failure) as failed`.execute(tx.sql);
  return rows[0]!;
}
