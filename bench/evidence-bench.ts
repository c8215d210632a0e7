/**
 * Reading a large company from packed evidence against reading it from rows, alone and with its evaluation. Run with
 * `npx tsx bench/evidence-bench.ts [people]`; it prints a table and asserts nothing.
 */
import { join } from 'node:path';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import { createEvaluator, evaluateWithVerdicts, isFailure } from '../src/domain/evaluation/evaluate.ts';
import type { TenantTransaction } from '../src/store/database.ts';
import { loadEvidence } from '../src/store/evidence-store.ts';
import { loadFacts, loadFactsFromRows } from '../src/store/facts-store.ts';
import type { PartnerId } from '../src/store/partner-id.ts';
import { loadPeopleFromRows } from '../src/store/people-rows.ts';
import { printTable, quantile, timesOf } from './bench-table.ts';
import { BENCH_ACTOR, loadCompany, openBenchDatabase } from './company-in-database.ts';

const people = Number(process.argv[2] ?? 50_000);
const RECORDS = 4;
const ROUNDS = 7;
const asOf = { validAt: '2026-11-21', knownAt: null };

const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
const opened = await openBenchDatabase();
const partner = 'large' as PartnerId;
const begun = performance.now();
await loadCompany(opened, programme, { partner, people, records: RECORDS });
console.log(
  `${people} people, ${people * RECORDS} records, written in ${Math.round(performance.now() - begun)} ms`,
);

const reading = (work: (tx: TenantTransaction) => Promise<unknown>) =>
  timesOf(ROUNDS, () => opened.database.readAsTenant({ partnerId: partner, actor: BENCH_ACTOR }, work));
const evaluator = createEvaluator(programme, asOf);
if (isFailure(evaluator)) throw new Error(evaluator.kind);

const measured = [
  {
    what: 'reading the people',
    evidence: await reading(loadEvidence),
    rows: await reading((tx) => loadPeopleFromRows(tx, { partnerId: partner, users: null })),
  },
  {
    what: 'reading and levels',
    evidence: await reading(async (tx) => evaluator.evaluate((await loadFacts(tx)).facts)),
    rows: await reading(async (tx) => evaluator.evaluate((await loadFactsFromRows(tx)).facts)),
  },
  {
    what: 'reading and the whole explanation',
    evidence: await reading(async (tx) => evaluateWithVerdicts((await loadFacts(tx)).facts, programme, asOf)),
    rows: await reading(async (tx) =>
      evaluateWithVerdicts((await loadFactsFromRows(tx)).facts, programme, asOf),
    ),
  },
];
const size = await opened.database.readAsTenant({ partnerId: partner, actor: BENCH_ACTOR }, (tx) =>
  tx.sql
    .selectFrom('evidence_segment')
    .select(({ fn }) => fn.count<number>('segment').as('segments'))
    .execute(),
);
console.log(`${size[0]?.segments} segment(s)`);
printTable(
  ['what', 'evidence, best ms', 'median', 'rows, best ms', 'median', 'rows / evidence (best)'],
  measured.map(({ what, evidence, rows }) => {
    const [best, slow] = [evidence[0]!, rows[0]!];
    return [what, best, quantile(evidence, 0.5), slow, quantile(rows, 0.5), slow / best];
  }),
);
await opened.remove();
