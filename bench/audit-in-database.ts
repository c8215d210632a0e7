/**
 * Invented trails of a thousand companies: a few of them and a few actors have most entries, programs never do what people
 * do, and some things are done once in a hundred thousand. The hashes are no chain: nothing here follows it.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { readConnectionFile } from '../src/store/embedded/connection-file.ts';

const COMPANIES = 1_000;
/** Of each company. */
const PEOPLE = 300;
/** Entries of one statement. */
const BATCH = 500_000;
/** The trails begin here and end five years later. */
const BEGIN = '2021-11-22T00:00:00Z';
const SECONDS = 5 * 365 * 86_400;

/** Numbers from 0 on, the low ones more often: `random() ^ power` of so many. */
const skewed = (count: number, power: number) => `floor(${count} * random() ^ ${power})::int`;

/** What people do, the first much more often than the last. */
const ACTIONS = [
  ...[
    'sign-in',
    'skills-report.downloaded',
    'users-report.downloaded',
    'user.changed',
    'users.listed',
    'import.uploaded',
  ],
  ...[
    'import.applied',
    'association.begun',
    'association.ended',
    'plan.made',
    'case.opened',
    'case.answered',
  ],
  ...[
    'user.role-given',
    'exemption.granted',
    'company.enrolled',
    'sign-in.failed',
    'password.changed',
    'order.placed',
  ],
];
export const SELDOM_DONE = 'merge.undone';
export const LARGEST_COMPANY = 'company-0';

const idSql = (text: string) => `md5(${text})::uuid`;
/** The same as the database makes of a text. */
const idOf = (text: string) =>
  createHash('md5')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

export const tokenOfSource = (number: number) => `token:${idOf(`source ${number}`)}`;
export const userOf = (company: string, number: number) => `user:${idOf(`${company} ${number}`)}`;
const emailSql = (company: string, number: string) => `'p' || ${number} || '@' || ${company} || '.example'`;

/** A third are deliveries of five sources; programs do a few things everywhere; ten operators do everything everywhere. */
const ROWS = `
  with invented as materialized (
    select number, random() as kind, 'company-' || ${skewed(COMPANIES, 3)} as company, ${skewed(PEOPLE, 3)} as person,
      ${skewed(PEOPLE, 2)} as other, ${skewed(10, 1)} as operator, ${skewed(5, 1)} as source, random() as about,
      (array[${ACTIONS.map((action) => `'${action}'`).join()}])[1 + ${skewed(ACTIONS.length, 2)}] as action
    from generate_series($1::bigint, $2::bigint) as number
  ), told as (
    select number, date_trunc('milliseconds', $3::timestamptz + number * $4::float8 * interval '1 second') as at,
      case when kind < 0.35 then 'network' else company end as partner_id,
      case when kind < 0.35 then 'token:' || ${idSql("'source ' || source")}
        when kind < 0.45 then 'system:mail' when kind < 0.5 then 'system:imports'
        when kind < 0.53 then 'user:' || ${idSql("'network ' || operator")}
        else 'user:' || ${idSql("company || ' ' || person")} end as actor,
      case when kind < 0.35 then 'records.received' when kind < 0.45 then 'mail.sent' when kind < 0.5 then 'import.done'
        when kind > 0.99999 then '${SELDOM_DONE}' else action end as action,
      case when kind < 0.35 then 'source:provider-' || source when about < 0.2 then null
        when about < 0.8 then 'user:' || ${idSql("company || ' ' || other")}
        else 'import:' || ${idSql('number::text')} end as subject
    from invented
  )
  insert into audit_event (partner_id, sequence, at, actor, action, subject, details, previous_hash, hash)
  select partner_id, coalesce(head.sequence, 0) + row_number() over (partition by partner_id order by number), at, actor,
    action, subject, jsonb_build_object('rows', number % 1000, 'file', 'people-' || number || '.csv', 'kind', 'users'),
    sha256(number::text::bytea), sha256((number + 1)::text::bytea)
  from told left join audit_head head using (partner_id)
  order by number`;

/** Everybody who acts has a name and an address. */
const PEOPLE_ROWS = [
  `insert into app_user (partner_id, user_id)
    select 'company-' || company, ${idSql("'company-' || company || ' ' || person")}
    from generate_series(0, ${COMPANIES - 1}) company, generate_series(0, ${PEOPLE - 1}) person`,
  `insert into user_contact (partner_id, user_id, first_name, last_name, work_email)
    select 'company-' || company, ${idSql("'company-' || company || ' ' || person")}, 'First ' || person,
      'Last ' || company, ${emailSql("'company-' || company", 'person')}
    from generate_series(0, ${COMPANIES - 1}) company, generate_series(0, ${PEOPLE - 1}) person`,
];

const HEADS = `
  insert into audit_head (partner_id, sequence, hash)
  select partner_id, max(sequence), '\\x00' from audit_event group by partner_id
  on conflict (partner_id) do update set sequence = excluded.sequence`;

interface Index {
  readonly name: string;
  readonly definition: string;
}

/** As the owner of the schema, who may see the whole network. */
export async function connectAsOwner(dataFolder: string): Promise<pg.Client> {
  const connection = readConnectionFile(dataFolder);
  if (connection === null) throw new Error(`${dataFolder} has no database`);
  const { host, port, database, owner } = connection;
  const client = new pg.Client({ host, port, database, ...owner });
  await client.connect();
  await client.query(
    `set search_path to jalon; set jalon.scope to 'network'; set maintenance_work_mem to '512MB'`,
  );
  return client;
}

/** Writes so many entries, oldest first as they would have come. The indexes are made afterwards, which is quicker. */
export async function loadTrails(client: pg.Client, entries: number): Promise<void> {
  await client.query('select setseed(0.5)');
  await client.query(`
    insert into partner (partner_id, name)
    select 'company-' || number, 'Company ' || number from generate_series(0, ${COMPANIES - 1}) as number
    on conflict do nothing`);
  for (const statement of PEOPLE_ROWS) await client.query(statement);
  const { rows: indexes } = await client.query<Index>(`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'jalon' and tablename = 'audit_event' and indexname not like '%pkey'`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  for (let from = 0; from < entries; from += BATCH) {
    const until = Math.min(from + BATCH, entries) - 1;
    await client.query(ROWS, [from, until, BEGIN, SECONDS / entries]);
    await client.query(HEADS);
  }
  for (const { definition } of indexes) await client.query(definition);
  await client.query('vacuum analyze');
}
