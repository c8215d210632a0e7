/**
 * Pages of the trails of all companies over HTTP, by what is asked: the first one, the next one, one in the middle and the last.
 * Run with `npx tsx bench/audit-bench.ts [entries] [rounds]`; it prints a table and asserts nothing.
 */
import pg from 'pg';
import { type AuditPlace, printAuditPlace } from '../src/contract/network-audit.ts';
import type { PartnerId } from '../src/store/partner-id.ts';
import { connectAsOwner, LARGEST_COMPANY, loadTrails } from './audit-in-database.ts';
import { AUDIT_QUESTIONS, type AuditQuestion } from './audit-questions.ts';
import { printTable, quantile, timesOf } from './bench-table.ts';
import { openBenchDatabase } from './company-in-database.ts';
import { startBenchServer } from './server-over-database.ts';

const entries = Number(process.argv[2] ?? 1_500_000);
const rounds = Number(process.argv[3] ?? 10);
/** As many entries are on the page that is called the last. */
const ON_LAST_PAGE = 50;
const COLUMNS = { company: 'partner_id', actor: 'actor', subject: 'subject', action: 'action' } as const;

const PATH = '/api/v1/network/audit-events';

interface Answer {
  readonly value: readonly unknown[];
  readonly nextLink: string | null;
}

/** How many entries fit, found without any help, and the places after which half of them and the last ones come. */
async function placesOf(client: pg.Client, { asked: { from, until, ...asked } }: AuditQuestion) {
  const conditions = Object.entries(asked).map(
    ([name, value]) => `${COLUMNS[name as keyof typeof COLUMNS]} = ${pg.escapeLiteral(value)}`,
  );
  if (from !== undefined) conditions.push(`at >= '${from}'`, `at < '${until}'::date + 1`);
  const { rows } = await client.query<AuditPlace & { readonly count: number }>(
    `with fits as materialized (
       select at, partner_id as "partnerId", sequence, row_number() over (order by at desc, partner_id desc, sequence desc) as n,
         count(*) over ()::integer as count
       from audit_event ${conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`})
     select * from fits where n in (greatest(1, count / 2), greatest(1, count - ${ON_LAST_PAGE})) order by n`,
  );
  return rows;
}

const opened = await openBenchDatabase();
const client = await connectAsOwner(opened.dataFolder);
await loadTrails(client, entries);
const server = await startBenchServer(opened, LARGEST_COMPANY as PartnerId, null);

async function ask(path: string): Promise<Answer> {
  const headers = { authorization: `Bearer ${server.operatorToken}` };
  const answer = await fetch(`${server.address}${path}`, { headers });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

let worst = 0;
async function timed(path: string): Promise<string> {
  const [first] = await timesOf(1, () => ask(path));
  const times = await timesOf(rounds, () => ask(path));
  worst = Math.max(worst, first!, ...times);
  return `${Math.round(quantile(times, 0.5))} / ${Math.round(Math.max(first!, ...times))}`;
}

const rows: (readonly string[])[] = [];
for (const question of AUDIT_QUESTIONS) {
  const path = `${PATH}?${new URLSearchParams(question.asked)}`;
  const byEmail = question.asked.actor?.includes('@') === true;
  const places = byEmail ? [] : await placesOf(client, question);
  const [middle, last] = places;
  const from = async (place: AuditPlace | undefined) => {
    if (place === undefined) return '–';
    const after = printAuditPlace({ ...place, sequence: Number(place.sequence) });
    return timed(`${path}${path.endsWith('?') ? '' : '&'}after=${encodeURIComponent(after)}`);
  };
  const { nextLink } = await ask(path);
  const fit = byEmail ? '' : (middle?.count ?? 0).toLocaleString('en');
  const next = nextLink === null ? '–' : await timed(nextLink);
  rows.push([question.what, fit, await timed(path), next, await from(middle), await from(last)]);
}
console.log(
  `${entries} entries; p50 and most of ${rounds} and a first time, ms; most of all ${Math.round(worst)}`,
);
printTable(['asked for', 'fit', 'first page', 'next', 'from the middle on', 'last'], rows);
await client.end();
await server.close();
await opened.remove();
