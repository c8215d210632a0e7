import { sql } from 'kysely';
import { factsOf } from '../domain/evidence/evidence-facts.ts';
import type { FactsDocument } from '../domain/facts/facts-document.ts';
import type { AnyTransaction, TenantTransaction } from './database.ts';
import type { KnownSegments } from './evidence-segments.ts';
import { readEvidence } from './evidence-store.ts';
import type { PartnerId } from './partner-id.ts';
import { findPartners, type Partner } from './partners-store.ts';
import { loadPeopleFromRows } from './people-rows.ts';

export interface LoadedFacts {
  readonly partner: Partner;
  readonly facts: FactsDocument;
}

/** Facts out of packed evidence, with what caches compare. */
export interface PackedFacts extends LoadedFacts {
  /** Grows with every change of a fact that concerns the partner. */
  readonly evidenceVersion: number;
  /** Grows when the names of its people change, or who is one of them. */
  readonly directoryVersion: number;
}

export type CompanyFacts = Omit<FactsDocument, 'people'>;

type TableFacts = Required<Omit<CompanyFacts, 'partner' | 'complete'>>;

/** A table of facts of companies: its columns as the document names them, and the order in which its rows are told. */
interface FactTable {
  readonly table: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly order?: string;
  /** A column that few rows have, told of those alone. */
  readonly rare?: readonly [field: string, column: string];
}

const FACT_TABLES: Readonly<Record<keyof TableFacts, FactTable>> = {
  metrics: {
    table: 'metric_value',
    columns: {
      metric: 'metric',
      month: 'month',
      value: 'value',
      association: 'association',
      competency: 'competency',
      track: 'track',
    },
    rare: ['from', 'valid_from'],
  },
  assets: { table: 'asset', columns: { asset: 'asset', from: 'valid_from', until: 'valid_until' } },
  exemptions: {
    table: 'exemption',
    columns: {
      competency: 'competency',
      level: 'level',
      from: 'valid_from',
      until: 'valid_until',
      reason: 'reason',
    },
  },
  enrolments: {
    table: 'enrolment',
    columns: { programme: 'programme', track: 'track' },
    // In the order in which the company joined.
    order: 'order by valid_from nulls first, recorded_at, programme',
  },
  memberships: {
    table: 'membership',
    columns: { offer: 'offer', activeFrom: 'active_from', anniversary: 'anniversary' },
  },
};

/** The rows of one table as the document tells them. */
function factsIn({ table, columns, order = '', rare }: FactTable, stands: string): string {
  const told = (all: readonly (readonly [string, string])[]) =>
    `json_build_object(${all.map(([field, column]) => `'${field}', ${column}`).join(', ')})`;
  const usual = Object.entries(columns);
  const fact =
    rare === undefined
      ? told(usual)
      : `case when ${rare[1]} is null then ${told(usual)} else ${told([...usual, rare])} end`;
  return `(select coalesce(json_agg(${fact} ${order}), '[]')
    from ${table} where ${table}.partner_id = asked.partner_id and ${stands})`;
}

const STANDS = 'voided_at is null';
/** What had been recorded and not yet taken back at an instant. */
const STOOD = 'recorded_at <= known.at and (voided_at is null or voided_at > known.at)';

const ALL_FACTS = Object.entries(FACT_TABLES).map(([name, table]) => `${factsIn(table, STANDS)} as ${name}`);

/** Facts of a company of which an earlier state of knowledge is told; in which programmes it is, is told as it stands. */
const KNOWN_IN_TIME = ['metrics', 'assets', 'exemptions', 'memberships'] as const;
const ALL_KNOWN = KNOWN_IN_TIME.map((name) => `${factsIn(FACT_TABLES[name], STOOD)} as ${name}`);

export type FactsKnownInTime = Pick<TableFacts, (typeof KNOWN_IN_TIME)[number]>;

/**
 * The company's own facts as they were recorded at an instant: what came later is not told, and what was taken back
 * later still stands.
 * @param at milliseconds since 1970; the end of a day is a microsecond before the next one
 */
export async function loadFactsAsKnown(tx: TenantTransaction, at: number): Promise<FactsKnownInTime> {
  const { rows } = await sql<FactsKnownInTime>`
    select ${sql.raw(ALL_KNOWN.join(', '))}
    from (select ${tx.partnerId}::text as partner_id) as asked,
      (select to_timestamp(${at}::numeric / 1000) as at) as known`.execute(tx.sql);
  return rows[0]!;
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
  // All kinds in one statement: a new fact is waited for, and each statement is a way to the database and back.
  const { rows } = await sql<TableFacts & { readonly partner_id: string }>`
    select partner_id, ${sql.raw(ALL_FACTS.join(', '))}
    from unnest(${[...partnerIds]}::text[]) as asked (partner_id)`.execute(tx.sql);
  const found = new Map(rows.map(({ partner_id, ...facts }) => [partner_id, facts]));
  return new Map(
    partners.map((partner) => {
      const { partnerId: id, market, country, movedFromPmcOn } = partner;
      const facts = { partner: { id, market, country, movedFromPmcOn }, ...found.get(id)! };
      return [id, { partner, facts }];
    }),
  );
}

async function loadCompany(tx: TenantTransaction): Promise<CompanyOfBatch> {
  const company = (await loadCompanies(tx, [tx.partnerId])).get(tx.partnerId);
  if (company === undefined) throw new Error(`there is no partner ${tx.partnerId}`);
  return company;
}

/**
 * Everything an evaluation may use about the claimed partner, as one document whose people are the partner's users:
 * people from the packed evidence, the company's own facts from their rows.
 * @param known segments of the partner's evidence that the caller has read before
 */
export async function loadFacts(tx: TenantTransaction, known?: KnownSegments): Promise<PackedFacts> {
  const { evidence, version: evidenceVersion, directoryVersion } = await readEvidence(tx, known);
  const { partner, facts } = await loadCompany(tx);
  return { partner, facts: factsOf(evidence, facts), evidenceVersion, directoryVersion };
}

/** The same from rows alone: what the evidence is held against. */
export async function loadFactsFromRows(tx: TenantTransaction): Promise<LoadedFacts> {
  const people = await loadPeopleFromRows(tx, { partnerId: tx.partnerId, users: null });
  const { partner, facts } = await loadCompany(tx);
  return { partner, facts: { ...facts, people } };
}
