/**
 * Whole companies written in few statements: the rows of one table travel as one JSON document. For networks
 * made by a program; files of people go through the stores of their aggregates, which answer row by row.
 */
import { sql } from 'kysely';
import type { BulkPartner, BulkPartnerFacts, BulkPeople, BulkUnmatched } from './bulk-load-rows.ts';
import { actorText, type NetworkTransaction } from './database.ts';

/**
 * Ids of the companies that exist; the reserved partner of the network is not one. Until the transaction ends
 * no other program loads companies, so that what this one does not find it may write.
 */
export async function lockedCompanyIds(tx: NetworkTransaction): Promise<ReadonlySet<string>> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('jalon.bulk-load'))`.execute(tx.sql);
  const { rows } = await sql<{ partner_id: string }>`
    SELECT partner_id FROM partner WHERE kind = 'company'`.execute(tx.sql);
  return new Set(rows.map((row) => row.partner_id));
}

export async function insertPartnerInBulk(tx: NetworkTransaction, partner: BulkPartner): Promise<void> {
  await sql`
    INSERT INTO partner (partner_id, mpn_id, name, legal_name, country, market, origin, moved_from_pmc_on,
      time_zone, locale)
    SELECT * FROM jsonb_to_record(${JSON.stringify(partner)}::jsonb) AS p (partner_id text, mpn_id text, name text,
      legal_name text, country text, market text, origin text, moved_from_pmc_on date, time_zone text, locale text)
  `.execute(tx.sql);
  await sql`
    INSERT INTO location (partner_id, location_id, name, city, country)
    SELECT ${partner.partner_id}, l.* FROM jsonb_to_recordset(${JSON.stringify(partner.locations)}::jsonb)
      AS l (location_id uuid, name text, city text, country text)
  `.execute(tx.sql);
}

export async function insertPartnerFactsInBulk(
  tx: NetworkTransaction,
  partnerId: string,
  facts: BulkPartnerFacts,
): Promise<void> {
  const by = actorText(tx.actor);
  await sql`
    INSERT INTO enrolment (partner_id, programme, track, valid_from, recorded_at, recorded_by)
    SELECT ${partnerId}, e.*, ${by} FROM jsonb_to_recordset(${JSON.stringify(facts.enrolments)}::jsonb)
      AS e (programme text, track text, valid_from date, recorded_at timestamptz)
  `.execute(tx.sql);
  await sql`
    INSERT INTO metric_value (partner_id, metric, month, value, association, competency, track, recorded_at,
      recorded_by)
    SELECT ${partnerId}, m.metric, m.month, m.value, m.association, m.competency, m.track, m.recorded_at, ${by} FROM jsonb_to_recordset(${JSON.stringify(facts.metrics)}::jsonb)
      AS m (metric text, month text, value numeric, association text, competency text, track text,
        recorded_at timestamptz)
  `.execute(tx.sql);
  await sql`
    INSERT INTO membership (partner_id, offer, active_from, anniversary, recorded_at, recorded_by)
    SELECT ${partnerId}, m.*, ${by} FROM jsonb_to_recordset(${JSON.stringify(facts.memberships)}::jsonb)
      AS m (offer text, active_from date, anniversary date, recorded_at timestamptz)
  `.execute(tx.sql);
  await sql`
    INSERT INTO asset (partner_id, asset, valid_from, valid_until, recorded_at, recorded_by)
    SELECT ${partnerId}, a.*, ${by} FROM jsonb_to_recordset(${JSON.stringify(facts.assets)}::jsonb)
      AS a (asset text, valid_from date, valid_until date, recorded_at timestamptz)
  `.execute(tx.sql);
}

/** The claims come before the records, so that every record finds the partners whom it concerns. */
export async function insertPeopleInBulk(
  tx: NetworkTransaction,
  partnerId: string,
  people: BulkPeople,
): Promise<void> {
  await insertUsers(tx, partnerId, people);
  await insertAccounts(tx, people);
  await sql`
    INSERT INTO account_claim (partner_id, claim_id, association_id, provider, account_id, user_id, via, period,
      recorded_at, voided_at, recorded_by)
    SELECT ${partnerId}, c.claim_id, c.association_id, c.provider, c.account_id, c.user_id, c.via,
      tstzrange(c.begins_at, c.ends_at), c.recorded_at, c.voided_at, ${actorText(tx.actor)}
    FROM jsonb_to_recordset(${JSON.stringify(people.claims)}::jsonb)
      AS c (claim_id uuid, association_id uuid, provider text, account_id text, user_id uuid, via text,
        begins_at timestamptz, ends_at timestamptz, recorded_at timestamptz, voided_at timestamptz)
  `.execute(tx.sql);
  await sql`
    INSERT INTO skill_record (record_id, provider, account_id, skill, achieved_on, expires_on, revoked_on, source,
      certificate_number, grade, recorded_at, voided_at, recorded_by)
    SELECT r.*, ${actorText(tx.actor)} FROM jsonb_to_recordset(${JSON.stringify(people.records)}::jsonb)
      AS r (record_id uuid, provider text, account_id text, skill text, achieved_on date, expires_on date,
        revoked_on date, source text, certificate_number text, grade smallint, recorded_at timestamptz,
        voided_at timestamptz)
  `.execute(tx.sql);
}

export async function insertUnmatchedInBulk(
  tx: NetworkTransaction,
  partnerId: string,
  records: readonly BulkUnmatched[],
): Promise<void> {
  await sql`
    INSERT INTO unmatched_skill_record (partner_id, provider, work_email, skill, achieved_on, expires_on, revoked_on,
      source, certificate_number, grade, recorded_at, recorded_by)
    SELECT ${partnerId}, r.*, ${actorText(tx.actor)} FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
      AS r (provider text, work_email text, skill text, achieved_on date, expires_on date, revoked_on date,
        source text, certificate_number text, grade smallint, recorded_at timestamptz)
  `.execute(tx.sql);
}

async function insertUsers(tx: NetworkTransaction, partnerId: string, people: BulkPeople): Promise<void> {
  const users = JSON.stringify(people.users);
  await sql`
    INSERT INTO app_user (partner_id, user_id, person_id, status, employed_from, employed_until, disabled_on,
      technical, locale, location_id, team, partner_university_since, created_at)
    SELECT ${partnerId}, u.*, least(u.employed_from::timestamp AT TIME ZONE 'UTC', ${tx.now})
    FROM jsonb_to_recordset(${users}::jsonb)
      AS u (user_id uuid, person_id uuid, status text, employed_from date, employed_until date,
        disabled_on date, technical boolean, locale text, location_id uuid, team text, partner_university_since date)
  `.execute(tx.sql);
  await sql`
    INSERT INTO user_contact (partner_id, user_id, first_name, last_name, work_email)
    SELECT ${partnerId}, u.* FROM jsonb_to_recordset(${users}::jsonb)
      AS u (user_id uuid, first_name text, last_name text, work_email text)
  `.execute(tx.sql);
  await sql`
    INSERT INTO user_role (partner_id, user_id, role, granted_at)
    SELECT ${partnerId}, r.* FROM jsonb_to_recordset(${JSON.stringify(people.roles)}::jsonb)
      AS r (user_id uuid, role text, granted_at timestamptz)
  `.execute(tx.sql);
}

/** In one statement: foreign keys are checked at its end, so the order of the two inserts does not matter. */
async function insertAccounts(tx: NetworkTransaction, people: BulkPeople): Promise<void> {
  await sql`
    WITH account AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(people.accounts)}::jsonb)
        AS a (provider text, account_id text, email text, first_seen_at timestamptz)
    ), seen AS (
      INSERT INTO learning_account (provider, account_id, first_seen_at)
      SELECT provider, account_id, first_seen_at FROM account
    )
    INSERT INTO learning_account_contact (provider, account_id, email)
    SELECT provider, account_id, email FROM account
  `.execute(tx.sql);
}
