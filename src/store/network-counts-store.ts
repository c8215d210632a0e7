/** Companies of the network counted by their marks, and the companies of one mark. */
import { type RawBuilder, sql } from 'kysely';
import type { NamedLevel, StandingLevel } from '../domain/membership/level-differences.ts';
import { EVERY_COMPANY } from '../domain/network/standing-marks.ts';
import type { NetworkTransaction } from './database.ts';
import type { LevelOfRetirement } from './network-standings-store.ts';

/**
 * Counts every mark in every market and country anew. Of two servers that count at once one does after the other.
 * What is read while it counts is the count before.
 */
export async function countNetwork(tx: NetworkTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('jalon.network-count'))`.execute(tx.sql);
  await tx.sql.deleteFrom('network_count').execute();
  await sql`
    insert into network_count (programme, mark, market, country, companies)
    select s.programme, mark, coalesce(p.market, ''), coalesce(p.country, ''), count(*)
    from network_standing s join partner p on p.partner_id = s.partner_id cross join unnest(s.marks) as mark
    group by 1, 2, 3, 4`.execute(tx.sql);
  await tx.sql
    .insertInto('network_counting')
    .values({ counted_at: tx.now })
    .onConflict((conflict) => conflict.column('partner_id').doUpdateSet({ counted_at: tx.now }))
    .execute();
}

/** Null before the first count. */
export async function countedAt(tx: NetworkTransaction): Promise<Date | null> {
  const row = await tx.sql.selectFrom('network_counting').select('counted_at').executeTakeFirst();
  return row?.counted_at ?? null;
}

/** Of a market or country everything when it is null; '' are companies that say none. */
export interface NetworkPart {
  readonly market: string | null;
  readonly country: string | null;
}

/** Programme → companies that take part in it. */
export async function countedProgrammes(
  tx: NetworkTransaction,
): Promise<readonly { readonly programme: string; readonly companies: number }[]> {
  const { rows } = await sql<{ programme: string; companies: number }>`
    select programme, sum(companies)::integer as companies from network_count where mark = ${EVERY_COMPANY}
    group by programme order by 2 desc, 1`.execute(tx.sql);
  return rows;
}

/** Markets and countries that there are in the whole programme. */
export async function countedParts(
  tx: NetworkTransaction,
  programme: string,
): Promise<readonly { readonly market: string; readonly country: string }[]> {
  return tx.sql
    .selectFrom('network_count')
    .select(['market', 'country'])
    .where('programme', '=', programme)
    .where('mark', '=', EVERY_COMPANY)
    .orderBy('market')
    .orderBy('country')
    .execute();
}

export async function countedMarks(
  tx: NetworkTransaction,
  programme: string,
  { market, country }: NetworkPart,
): Promise<readonly { readonly mark: string; readonly companies: number }[]> {
  const { rows } = await sql<{ mark: string; companies: number }>`
    select mark, sum(companies)::integer as companies from network_count where programme = ${programme}
      and (${market}::text is null or market = ${market}) and (${country}::text is null or country = ${country})
    group by mark order by mark`.execute(tx.sql);
  return rows;
}

export interface MarkedCompany {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly market: string | null;
  readonly country: string | null;
  readonly catalogue: string;
  readonly seenAt: Date;
  readonly levels: readonly StandingLevel[];
  readonly missing: readonly { readonly skill: string; readonly levels: readonly NamedLevel[] }[];
  readonly retiring: readonly { readonly skill: string; readonly levels: readonly LevelOfRetirement[] }[];
}

function marked(programme: string, mark: string, { market, country }: NetworkPart): RawBuilder<unknown> {
  return sql`network_standing s join partner p on p.partner_id = s.partner_id
    where s.programme = ${programme} and s.marks @> array[${mark}]::text[]
      and (${market}::text is null or coalesce(p.market, '') = ${market})
      and (${country}::text is null or coalesce(p.country, '') = ${country})`;
}

/** Companies that have the mark now, by their names, and how many they are. */
export async function listMarked(
  tx: NetworkTransaction,
  {
    programme,
    mark,
    part,
  }: { readonly programme: string; readonly mark: string; readonly part: NetworkPart },
  { skip, limit }: { readonly skip: number; readonly limit: number },
): Promise<{ readonly value: readonly MarkedCompany[]; readonly count: number }> {
  const from = marked(programme, mark, part);
  const { rows } = await sql<MarkedCompany>`
    select s.partner_id as "partnerId", p.name as "partnerName", p.market, p.country, s.catalogue, s.seen_at as "seenAt",
      s.levels, s.missing, s.retiring
    from ${from} order by p.name, s.partner_id limit ${limit} offset ${skip}`.execute(tx.sql);
  const counted = await sql<{ count: number }>`select count(*)::integer as count from ${from}`.execute(
    tx.sql,
  );
  return { value: rows, count: counted.rows[0]!.count };
}
