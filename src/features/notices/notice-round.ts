/**
 * The daily look at every company: what has become due and what has changed since the last look is told, and how each
 * company stands by the rules is remembered. It may run at any time, twice, late or on several servers at once: they
 * share the companies. It looks only at companies of which something may have to be told, and what it has done stays
 * done when it is stopped.
 */
import { createHash } from 'node:crypto';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { parseDay } from '../../domain/time/day.ts';
import { countedAt, countNetwork } from '../../store/network-counts-store.ts';
import { beginRun, finishRun, type NetworkRun } from '../../store/network-runs-store.ts';
import { keepFailure } from '../../store/network-standings-store.ts';
import { companiesToLookAt } from '../../store/notice-rounds-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { today } from '../shared/as-of.ts';
import type { Services } from '../shared/services.ts';
import { type CompanyLooks, companyLooks } from './company-looks.ts';
import {
  type BatchOutcome,
  type FailedLook,
  failureOf,
  lookAtBatch,
  type RoundQuestion,
} from './look-batch.ts';

const SYSTEM = { kind: 'system', name: 'notices' } as const;

/** Companies asked for at a time, and looked at in one transaction. */
const PAGE = 500;
const BATCH = 25;

const DAY_MS = 86_400_000;

type Standing = Pick<Services, 'database' | 'programmes' | 'now'>;

export type RoundOutcome = BatchOutcome;

/** Other rules may mean other news. */
function catalogueOf(versions: Readonly<Record<string, string>>): string {
  const lines = Object.entries(versions).map(([id, version]) => `${id} ${version}`);
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 16);
}

function versionsOf(programmes: ReadonlyMap<string, Programme>): Readonly<Record<string, string>> {
  return Object.fromEntries([...programmes.values()].map(({ id, version }) => [id, version]));
}

/** The look at the whole network that these rules ask for, begun or gone on with. */
function currentRun({ database, programmes }: Standing): Promise<NetworkRun> {
  const versions = versionsOf(programmes);
  return database.asNetwork({ actor: SYSTEM }, (tx) => beginRun(tx, catalogueOf(versions), versions));
}

/** When something fails that is not about one company, its companies are looked at one by one: the others get through. */
async function lookAtThem(
  services: Standing,
  looks: CompanyLooks,
  companies: readonly PartnerId[],
  question: RoundQuestion,
): Promise<BatchOutcome> {
  const { database } = services;
  try {
    return await lookAtBatch(database, looks, companies, question);
  } catch (error) {
    const [only, ...others] = companies;
    if (others.length === 0) {
      await database.asTenant({ partnerId: only!, actor: SYSTEM }, (tx) =>
        keepFailure(tx, failureOf(only!, error, question)),
      );
      return { looked: 0, failed: [{ partnerId: only!, error }] };
    }
  }
  let looked = 0;
  const failed: FailedLook[] = [];
  for (const company of companies) {
    const outcome = await lookAtThem(services, looks, [company], question);
    looked += outcome.looked;
    failed.push(...outcome.failed);
  }
  return { looked, failed };
}

/** Batches one after the other, as many at a time as there are threads and one more, which is being read meanwhile. */
async function inBatches(
  companies: readonly PartnerId[],
  lanes: number,
  goesOn: () => boolean,
  work: (batch: readonly PartnerId[]) => Promise<void>,
): Promise<void> {
  let at = 0;
  const lane = async () => {
    while (at < companies.length && goesOn()) {
      const batch = companies.slice(at, at + BATCH);
      at += BATCH;
      await work(batch);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** A company that was looked at may stand otherwise, and one may have moved to another country. */
async function countAnew({ database, now }: Standing, looked: number): Promise<void> {
  const at = await database.asNetwork({ actor: SYSTEM }, countedAt);
  if (at !== null && looked === 0 && now().getTime() - at.getTime() < DAY_MS) return;
  await database.asNetwork({ actor: SYSTEM }, countNetwork);
}

/** @param goesOn asked before each batch: a server that stops leaves the rest to the next round */
export async function noticeRound(
  services: Standing,
  goesOn: () => boolean = () => true,
): Promise<RoundOutcome> {
  const { database, programmes, now } = services;
  const { runId, catalogue } = await currentRun(services);
  const day = today(now());
  const question = { day: parseDay(day)!, programmes, catalogue, runId };
  const failed: FailedLook[] = [];
  let looked = 0;
  let after = '';
  let looks: CompanyLooks | null = null;
  try {
    for (;;) {
      const page = { after, limit: PAGE };
      const companies = await database.asNetwork({ actor: SYSTEM }, (tx) =>
        companiesToLookAt(tx, { day, catalogue }, page),
      );
      looks ??= companyLooks(programmes, companies.length);
      const own = looks;
      await inBatches(companies, own.threads + 1, goesOn, async (batch) => {
        const outcome = await lookAtThem(services, own, batch, question);
        looked += outcome.looked;
        failed.push(...outcome.failed);
      });
      if (!goesOn()) return { looked, failed };
      const last = companies.at(-1);
      if (last === undefined || companies.length < PAGE) break;
      after = last;
    }
  } finally {
    await looks?.end();
  }
  await database.asNetwork({ actor: SYSTEM }, (tx) => finishRun(tx, runId));
  await countAnew(services, looked);
  return { looked, failed };
}
