/**
 * The caller of the bench of new facts, in a process of its own: what it makes of the answers is not the server's
 * work. Reads one job as JSON from its arguments, prints one JSON line.
 */
import { accountOf, PROVIDER } from './company-in-database.ts';

export interface NewFactJob {
  readonly address: string;
  readonly cookie: string;
  readonly operatorToken: string;
  readonly partner: string;
  readonly people: number;
  readonly facts: number;
  /** Facts before the first one that is counted: answers of a young process are still being compiled. */
  readonly warmUp: number;
}

export interface NewFactResult {
  /** Milliseconds by step (the write, each answer, and all of it), then by fact. */
  readonly times: readonly (readonly number[])[];
  /** Facts that were a new row of the skills report, those before the first counted one included. */
  readonly shown: number;
}

const job = JSON.parse(process.argv[2]!) as NewFactJob;

async function answerOf(path: string): Promise<string> {
  const answer = await fetch(`${job.address}/api/v1/partners/${job.partner}/${path}`, {
    headers: { cookie: job.cookie },
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.text();
}

async function deliver(number: number): Promise<void> {
  const record = {
    externalId: `bench/${number}`,
    accountId: accountOf(job.partner, (number * 37) % job.people),
    skill: 'exam:70-764',
    achievedOn: `2026-0${1 + (number % 9)}-${10 + (number % 18)}`,
  };
  const answer = await fetch(`${job.address}/api/v1/sources/${PROVIDER}/records`, {
    method: 'POST',
    headers: { authorization: `Bearer ${job.operatorToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ records: [record] }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  await answer.arrayBuffer();
}

function totalOf(report: string): number {
  return (JSON.parse(report) as { readonly total: number }).total;
}

const times: number[][] = [[], [], [], [], []];
let total = totalOf(await answerOf('skills-report?top=200'));
let shown = 0;
for (let number = 0; number < job.warmUp + job.facts; number++) {
  const moments = [performance.now()];
  await deliver(number);
  moments.push(performance.now());
  await answerOf('competencies');
  moments.push(performance.now());
  await answerOf('overview');
  moments.push(performance.now());
  const report = await answerOf('skills-report?top=200');
  moments.push(performance.now());
  if (number >= job.warmUp) {
    for (let step = 1; step < moments.length; step++)
      times[step - 1]!.push(moments[step]! - moments[step - 1]!);
    times.at(-1)!.push(moments.at(-1)! - moments[0]!);
  }
  const now = totalOf(report);
  if (now !== total) shown++;
  total = now;
}
const result: NewFactResult = { times, shown };
console.log(JSON.stringify(result));
