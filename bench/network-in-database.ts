/**
 * An invented network in PostgreSQL: the projection of every partner and the company's own facts, loaded by COPY, and
 * read back as facts documents. The people are nowhere but in the projection, as evaluations read them.
 */
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { evidenceFromBytes, evidenceToBytes } from '../src/domain/evidence/evidence-bytes.ts';
import { factsOf } from '../src/domain/evidence/evidence-facts.ts';
import { packPeople } from '../src/domain/evidence/pack-people.ts';
import type { FactsDocument } from '../src/domain/facts/facts-document.ts';
import { readConnectionFile } from '../src/store/embedded/connection-file.ts';

type Field = string | number | Uint8Array | null | undefined;

/** Tables of a company, and the columns that are loaded and read. */
const COLUMNS = {
  partner: ['partner_id', 'name', 'country', 'market', 'origin', 'moved_from_pmc_on'],
  evidence_segment: ['partner_id', 'segment', 'people', 'content'],
  metric_value: ['partner_id', 'metric', 'month', 'value'],
  membership: ['partner_id', 'offer', 'active_from', 'anniversary'],
  enrolment: ['partner_id', 'programme', 'track'],
  asset: ['partner_id', 'asset', 'valid_from', 'valid_until'],
} as const;

type Table = keyof typeof COLUMNS;
const TABLES = Object.keys(COLUMNS) as Table[];
/** These say when and by whom they were recorded. */
const FACTS: readonly Table[] = ['metric_value', 'membership', 'enrolment', 'asset'];
const PARTNERS_IN_BATCH = 4_000;
const BYTES_IN_PIECE = 1 << 18;

/** One line of COPY in its text format. */
function copyLine(fields: readonly Field[]): string {
  const texts = fields.map((field) => {
    if (field === null || field === undefined) return '\\N';
    if (field instanceof Uint8Array) return `\\\\x${Buffer.from(field).toString('hex')}`;
    return String(field).replace(/[\\\t\n\r]/g, (character) => `\\${character}`);
  });
  return `${texts.join('\t')}\n`;
}

function rowsOf({ partner, people, ...company }: FactsDocument): Readonly<Record<Table, readonly Field[][]>> {
  const { id, country, market, movedFromPmcOn } = partner;
  const evidence = packPeople(people ?? []);
  return {
    partner: [[id, id, country, market, movedFromPmcOn ? 'moved' : 'native', movedFromPmcOn]],
    evidence_segment: [[id, 0, evidence.counts.people, evidenceToBytes(evidence)]],
    metric_value: (company.metrics ?? []).map(({ metric, month, value }) => [id, metric, month, value]),
    membership: (company.memberships ?? []).map((one) => [id, one.offer, one.activeFrom, one.anniversary]),
    enrolment: (company.enrolments ?? []).map((one) => [id, one.programme, one.track]),
    asset: (company.assets ?? []).map((one) => [id, one.asset, one.from, one.until]),
  };
}

/** As the owner of the schema, who may see the whole network. */
async function connect(dataFolder: string): Promise<pg.Client> {
  const connection = readConnectionFile(dataFolder);
  if (connection === null) throw new Error(`${dataFolder} has no database`);
  const { host, port, database, owner } = connection;
  const client = new pg.Client({ host, port, database, ...owner });
  await client.connect();
  await client.query(`set search_path to jalon; set jalon.scope to 'network'`);
  return client;
}

async function copyRows(client: pg.Client, table: Table, lines: readonly string[]): Promise<void> {
  const stream = client.query(copyFrom(`copy loaded_${table} from stdin`));
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < BYTES_IN_PIECE) continue;
    if (!stream.write(piece)) await once(stream, 'drain');
    piece = '';
  }
  stream.end(piece);
  await finished(stream);
}

/** Row-level security stands in the way of COPY itself: rows arrive beside their table and are moved over. */
async function moveOver(client: pg.Client, table: Table): Promise<void> {
  const columns = COLUMNS[table].join();
  const [more, values] = FACTS.includes(table)
    ? [', recorded_at, recorded_by', `, now(), 'bench'`]
    : ['', ''];
  await client.query(
    `insert into ${table} (${columns}${more}) select ${columns}${values} from loaded_${table}`,
  );
}

/** Loads the documents in transactions of some thousand partners. @returns how many partners there are now. */
export async function loadNetwork(dataFolder: string, documents: Iterable<FactsDocument>): Promise<number> {
  const client = await connect(dataFolder);
  let partners = 0;
  let batch = new Map<Table, string[]>();
  const load = async () => {
    await client.query('begin');
    for (const table of TABLES) {
      await client.query(
        `create temporary table loaded_${table} on commit drop as
         select ${COLUMNS[table].join()} from ${table} with no data`,
      );
      await copyRows(client, table, batch.get(table) ?? []);
      await moveOver(client, table);
    }
    await client.query('commit');
    batch = new Map();
  };
  try {
    for (const document of documents) {
      for (const [table, rows] of Object.entries(rowsOf(document)) as [Table, Field[][]][]) {
        const lines = batch.get(table) ?? [];
        lines.push(...rows.map(copyLine));
        batch.set(table, lines);
      }
      partners++;
      if (partners % PARTNERS_IN_BATCH === 0) await load();
    }
    await load();
  } finally {
    await client.end();
  }
  return partners;
}

type Row = Readonly<Record<string, string>> & { readonly content: Buffer };

async function readBatch(client: pg.Client, ids: readonly string[]) {
  const found = new Map<Table, Map<string, Row[]>>();
  for (const table of TABLES) {
    // Days as they are written: the driver would make moments of them.
    const columns = COLUMNS[table].map((name) => (name === 'content' ? name : `${name}::text`)).join();
    const living = FACTS.includes(table) ? 'and voided_at is null' : '';
    const { rows } = await client.query<Row>(
      `select ${columns} from ${table} where partner_id = any($1) ${living}`,
      [ids],
    );
    const byPartner = new Map<string, Row[]>();
    for (const row of rows) {
      const own = byPartner.get(row.partner_id!);
      if (own === undefined) byPartner.set(row.partner_id!, [row]);
      else own.push(row);
    }
    found.set(table, byPartner);
  }
  return (table: Table, id: string): readonly Row[] => found.get(table)!.get(id) ?? [];
}

/** The documents of these partners, in their order. */
export async function* networkDocuments(
  dataFolder: string,
  ids: readonly string[],
): AsyncGenerator<FactsDocument, void, void> {
  const client = await connect(dataFolder);
  try {
    for (let at = 0; at < ids.length; at += PARTNERS_IN_BATCH) {
      const batch = ids.slice(at, at + PARTNERS_IN_BATCH);
      const rows = await readBatch(client, batch);
      for (const id of batch) yield documentOf(id, (table) => rows(table, id));
    }
  } finally {
    await client.end();
  }
}

function documentOf(id: string, rows: (table: Table) => readonly Row[]): FactsDocument {
  const [partner] = rows('partner');
  const [segment] = rows('evidence_segment');
  if (partner === undefined || segment === undefined) throw new Error(`${id} is not in the database`);
  const evidence = evidenceFromBytes(segment.content);
  if ('kind' in evidence) throw new Error(`${id}: ${evidence.kind}`);
  return factsOf(evidence, {
    partner: {
      id,
      market: partner.market as 'developed' | 'developing',
      country: partner.country!,
      movedFromPmcOn: partner.moved_from_pmc_on!,
    },
    metrics: rows('metric_value').map(({ metric, month, value }) => ({
      metric: metric!,
      month: month!,
      value: Number(value),
    })),
    memberships: rows('membership').map((row) => ({
      offer: row.offer!,
      activeFrom: row.active_from!,
      anniversary: row.anniversary!,
    })),
    enrolments: rows('enrolment').map(({ programme, track }) => ({ programme: programme!, track: track! })),
    assets: rows('asset').map((row) => ({
      asset: row.asset!,
      from: row.valid_from!,
      until: row.valid_until!,
    })),
  });
}
