import { sql } from 'kysely';
import type { NetworkTransaction } from './database.ts';

export interface NetworkCompanyRow {
  readonly partnerId: string;
  readonly name: string;
  readonly mpnId: string | null;
  readonly country: string | null;
  readonly origin: 'native' | 'pmc' | 'moved';
  readonly programmes: readonly string[];
  /** Accounts that are open. */
  readonly users: number;
  readonly createdAt: Date;
}

export interface CompaniesAsked {
  /** Part of the name, the id or the partner number; empty: all. */
  readonly search: string;
  /** Taking part in a programme, or in none. */
  readonly enrolled: boolean | null;
  readonly limit: number;
  readonly offset: number;
}

/** Companies of the network by name, and how many there are. */
export async function listNetworkCompanies(
  tx: NetworkTransaction,
  { search, enrolled, limit, offset }: CompaniesAsked,
): Promise<{ readonly value: readonly NetworkCompanyRow[]; readonly count: number }> {
  const part = `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const named =
    search === ''
      ? sql``
      : sql`and (p.name ilike ${part} or p.partner_id ilike ${part} or p.mpn_id ilike ${part})`;
  const takesPart = sql`exists (select from enrolment e where e.partner_id = p.partner_id and e.voided_at is null)`;
  const taking = enrolled === null ? sql`` : enrolled ? sql`and ${takesPart}` : sql`and not ${takesPart}`;
  const chosen = sql`partner p where p.kind = 'company' ${named} ${taking}`;
  const { rows } = await sql<NetworkCompanyRow>`
    select p.partner_id as "partnerId", p.name, p.mpn_id as "mpnId", p.country, p.origin, p.created_at as "createdAt",
      array(select e.programme from enrolment e where e.partner_id = p.partner_id and e.voided_at is null
        order by e.programme) as programmes,
      (select count(*)::int from app_user u where u.partner_id = p.partner_id and u.status = 'active') as users
    from ${chosen} order by p.name, p.partner_id limit ${limit} offset ${offset}`.execute(tx.sql);
  const counted = await sql<{ count: number }>`select count(*)::int as count from ${chosen}`.execute(tx.sql);
  return { value: rows, count: counted.rows[0]!.count };
}
