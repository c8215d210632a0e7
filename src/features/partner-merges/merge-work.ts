/**
 * Work on merges that were asked for: whoever takes one over keeps it while it says so, and tells how far it is beside the
 * one transaction that merges. A server that dies in the middle leaves two companies and the merge to the next one.
 */
import { randomUUID } from 'node:crypto';
import {
  failMergeRun,
  leaveMergeRun,
  type MergeFailure,
  type MergeProgress,
  type MergeRun,
  renewMergeRun,
  takeMergeRun,
  whoAsked,
} from '../../store/partner-merge-runs-store.ts';
import type { MergeCompaniesResult } from '../../store/partner-merges-store.ts';
import { findPartners, type Partner } from '../../store/partners-store.ts';
import type { Services } from '../shared/services.ts';
import { mergePartners } from './merge-partners.ts';
import { SYSTEM } from './merge-plan.ts';

const BEAT_MS = 500;
/** A merge that was begun so often and never came to an end is given up. */
const MOST_ATTEMPTS = 5;

function failureOf(run: MergeRun, result: Exclude<MergeCompaniesResult, { kind: 'merged' }>): MergeFailure {
  switch (result.kind) {
    case 'merged-already':
      return { code: result.company === run.from ? 'from-merged' : 'into-merged', about: null };
    case 'unknown-person':
      return { code: 'unknown-person', about: result.userId };
    case 'changed-meanwhile':
      return { code: 'changed-meanwhile', about: null };
  }
}

async function bothOf({ database }: Services, { from, into }: MergeRun) {
  const found = await database.asNetwork({ actor: SYSTEM }, (tx) => findPartners(tx, [from, into]));
  const of = (id: string): Partner => found.find(({ partnerId }) => partnerId === id)!;
  return { from: of(from), into: of(into) };
}

async function failed(services: Services, run: MergeRun, worker: string, failure: MergeFailure) {
  await services.database.asNetwork({ actor: SYSTEM }, (tx) =>
    failMergeRun(tx, run.mergeId, worker, failure),
  );
}

async function workOn(services: Services, run: MergeRun, worker: string): Promise<void> {
  const { mergeId, same, keepRoles, reason } = run;
  if (run.attempts > MOST_ATTEMPTS) {
    return failed(services, run, worker, { code: 'interrupted', about: null });
  }
  let progress: MergeProgress = { phase: 'judging', done: 0, total: 0 };
  const tell = () =>
    services.database.asNetwork({ actor: SYSTEM }, (tx) => renewMergeRun(tx, mergeId, worker, progress));
  const beats = setInterval(() => void tell().catch(() => {}), BEAT_MS);
  beats.unref();
  try {
    const order = { ...(await bothOf(services, run)), same, keepRoles, reason };
    const told = (news: MergeProgress) => {
      progress = news;
    };
    const result = await mergePartners(services, whoAsked(run), order, { mergeId, told });
    if (result.kind !== 'merged') await failed(services, run, worker, failureOf(run, result));
  } catch (error) {
    if (run.attempts === MOST_ATTEMPTS) await failed(services, run, worker, { code: 'error', about: null });
    else {
      await services.database.asNetwork({ actor: SYSTEM }, (tx) => leaveMergeRun(tx, mergeId, worker));
    }
    throw error;
  } finally {
    clearInterval(beats);
  }
}

async function makeWaiting(services: Services, goesOn: () => boolean): Promise<void> {
  while (goesOn()) {
    const worker = randomUUID();
    const run = await services.database.asNetwork({ actor: SYSTEM }, (tx) => takeMergeRun(tx, worker));
    if (run === null) return;
    await workOn(services, run, worker);
  }
}

/** The round of each server that began last. */
const rounds = new WeakMap<Services, Promise<void>>();

/**
 * Makes whatever merges wait, one after the other, once the rounds that began before are through: whoever stops the server
 * waits for the work that a request has begun, too.
 */
export function mergeRound(services: Services, goesOn: () => boolean = () => true): Promise<void> {
  const before = rounds.get(services) ?? Promise.resolve();
  const round = before.catch(() => {}).then(() => makeWaiting(services, goesOn));
  rounds.set(services, round);
  return round;
}
