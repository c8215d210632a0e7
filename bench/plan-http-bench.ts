/**
 * The plan of a company over HTTP, from the question to the plan that is finished: signed in, written down, made on its
 * thread, read again. Run with `npx tsx bench/plan-http-bench.ts [people] [plans]`; it prints a table and asserts nothing.
 */
import { join } from 'node:path';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import type { PlanView } from '../src/contract/plans.ts';
import type { PartnerId } from '../src/store/partner-id.ts';
import { printTable, quantile } from './bench-table.ts';
import { loadCompany, openBenchDatabase } from './company-in-database.ts';
import { startBenchServer } from './server-over-database.ts';

const people = Number(process.argv[2] ?? 50);
const plans = Number(process.argv[3] ?? 100);
const partner = 'planning' as PartnerId;
/** No two questions are alike. */
const LEVELS = ['data-analytics', 'application-integration', 'messaging', 'devops', 'datacenter'];

const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
const opened = await openBenchDatabase();
await loadCompany(opened, programme, { partner, people, records: 4 });
const server = await startBenchServer(opened, partner);
const begun = performance.now();
await server.openPlanner();
const opening = performance.now() - begun;
const headers = { authorization: `Bearer ${server.adminToken}`, 'content-type': 'application/json' };
const by = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);

async function planned(number: number): Promise<PlanView> {
  const targets = LEVELS.slice(number % 3, (number % 3) + 1 + (number % 2)).map((competency) => {
    return { competency, level: 'silver' };
  });
  const costs = { default: { money: 100 + number, hours: 40 } };
  const question = { targets, by, survive: number % 2, costs };
  const address = `${server.address}/api/v1/partners/${partner}/plans`;
  const asked = { method: 'POST', headers, body: JSON.stringify({ question, keep: false }) };
  const answer = await fetch(address, asked);
  let plan = (await answer.json()) as PlanView;
  if (answer.status !== 202) throw new Error(JSON.stringify(plan));
  while (plan.state === 'queued' || plan.state === 'running') {
    plan = (await (await fetch(`${address}/${plan.planId}`, { headers })).json()) as PlanView;
  }
  return plan;
}

const times: number[] = [];
const ends = new Map<string, number>();
const before = process.cpuUsage();
for (let number = 0; number < plans; number++) {
  const start = performance.now();
  const { state, result } = await planned(number);
  times.push(performance.now() - start);
  const end = `${state}: ${result?.reason?.code ?? result?.status}`;
  ends.set(end, (ends.get(end) ?? 0) + 1);
}
const { user, system } = process.cpuUsage(before);
console.log(
  `${people} people, ${plans} plans one after the other; the planner opened in ${Math.round(opening)} ms; ${Math.round((user + system) / 1000 / plans)} ms of processor time of the server for each, threads included; ${[...ends].map(([end, count]) => `${count} ${end}`).join(', ')}`,
);
const [first] = times;
times.sort((left, right) => left - right);
printTable(
  ['first ms', 'p50 ms', 'p90 ms', 'p99 ms', 'most ms'],
  [[first!, ...[0.5, 0.9, 0.99, 1].map((at) => quantile(times, at))].map((ms) => ms.toFixed(0))],
);
await server.close();
await opened.remove();
