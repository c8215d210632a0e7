/**
 * One new fact at a company: from the call that brings it to the moment at which the competencies, the overview and
 * the first page of the skills report show it, over HTTP. Run with `npx tsx bench/new-fact-bench.ts [people] [facts]`;
 * it prints a table and asserts nothing.
 */
import { join } from 'node:path';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import type { PartnerId } from '../src/store/partner-id.ts';
import { printTable, quantile } from './bench-table.ts';
import { accountOf, loadCompany, openBenchDatabase, PROVIDER } from './company-in-database.ts';
import { startBenchServer } from './server-over-database.ts';

const people = Number(process.argv[2] ?? 5_000);
const facts = Number(process.argv[3] ?? 200);
/** The first answers of a process are compiled while they are made; they are asked for and not counted. */
const WARM_UP = 20;
const partner = 'middling' as PartnerId;

const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
const opened = await openBenchDatabase();
await loadCompany(opened, programme, { partner, people, records: 4 });
const server = await startBenchServer(opened, partner);

async function answerOf(path: string): Promise<string> {
  const answer = await fetch(`${server.address}/api/v1/partners/${partner}/${path}`, {
    headers: { cookie: server.cookie },
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.text();
}

async function deliver(number: number): Promise<void> {
  const record = {
    externalId: `bench/${number}`,
    accountId: accountOf(partner, (number * 37) % people),
    skill: 'exam:70-764',
    achievedOn: `2026-0${1 + (number % 9)}-${10 + (number % 18)}`,
  };
  const answer = await fetch(`${server.address}/api/v1/sources/${PROVIDER}/records`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.operatorToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ records: [record] }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  await answer.arrayBuffer();
}

const STEPS = ['write', 'competencies', 'overview', 'skills report, 200 rows', 'all of it'] as const;
const times = STEPS.map((): number[] => []);
/** Milliseconds of this process, server and client, which other work on the machine stretches less. */
const used = STEPS.map((): number[] => []);
let total = (JSON.parse(await answerOf('skills-report?top=200')) as { total: number }).total;
let shown = 0;

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

for (let number = 0; number < WARM_UP + facts; number++) {
  if (number === WARM_UP) for (const list of [...times, ...used]) list.length = 0;
  const begun = performance.now();
  const usedBefore = processorTime();
  let last = begun;
  let lastUsed = usedBefore;
  const note = (step: number) => {
    const now = performance.now();
    const usedNow = processorTime();
    times[step]!.push(now - last);
    used[step]!.push(usedNow - lastUsed);
    last = now;
    lastUsed = usedNow;
  };
  await deliver(number);
  note(0);
  await answerOf('competencies');
  note(1);
  await answerOf('overview');
  note(2);
  const report = JSON.parse(await answerOf('skills-report?top=200')) as { total: number };
  note(3);
  times[4]!.push(performance.now() - begun);
  used[4]!.push(processorTime() - usedBefore);
  if (report.total !== total) shown++;
  total = report.total;
}
console.log(
  `${people} people, ${people * 4} records; ${facts} facts one after the other after ${WARM_UP} that are not counted, ${shown} of all as a new row`,
);
const ofAll = (values: number[], at: number) =>
  quantile(
    [...values].sort((left, right) => left - right),
    at,
  );
printTable(
  ['what', 'p50 ms', 'p90 ms', 'p99 ms', 'most ms', 'p50 CPU ms', 'p99 CPU ms'],
  STEPS.map((step, index) => [
    step,
    ...[0.5, 0.9, 0.99, 1].map((at) => ofAll(times[index]!, at)),
    ...[0.5, 0.99].map((at) => ofAll(used[index]!, at)),
  ]),
);
await server.close();
await opened.remove();
