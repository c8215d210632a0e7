/**
 * Work on one plan or study: whoever takes it over keeps it while it says so, tells how far it is, and writes what was
 * found. A server that dies in the middle leaves it to the next one.
 */
import { randomUUID } from 'node:crypto';
import type { RunFailure, RunProgress } from '../../contract/plans.ts';
import type { ScenarioChange } from '../../domain/scenario/scenario-changes.ts';
import type { TenantClaim } from '../../store/database.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import {
  type FinishedRun,
  finishRun,
  keepPartial,
  type PlannerRun,
  renewRun,
  takeRun,
} from '../../store/planner-runs-store.ts';
import type { PlanAsked, PlanningOutcome, StandingAsked } from '../shared/planning/planning-order.ts';
import type { Services } from '../shared/services.ts';
import { candidatesFound } from './candidates-run.ts';
import { comparisonFound } from './comparison-run.ts';
import { curveFound } from './curve-run.ts';
import { planFound } from './plan-run.ts';
import { groundOf } from './planning-ground.ts';

export interface RunJob {
  readonly partnerId: PartnerId;
  readonly runId: string;
}

const BEAT_MS = 500;
/** Work that was begun so often and never came to an end is given up. */
const MOST_ATTEMPTS = 3;

type Outcome<Kind extends PlanningOutcome['kind']> = Extract<PlanningOutcome, { readonly kind: Kind }>;

/** The question, or the facts, cannot be used; who asked is told which field is to blame. */
class RefusedRun extends Error {
  readonly failure: RunFailure;

  constructor(failure: RunFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** What the work on one run may do. */
export interface RunContext {
  readonly run: PlannerRun;
  plan(changes: readonly ScenarioChange[], asked: Omit<PlanAsked, 'kind'>): Promise<Outcome<'planned'>>;
  standing(changes: readonly ScenarioChange[]): Promise<Outcome<'standing'>>;
  /** So many answers of so many are there, and this is what was found by them. */
  partial(done: number, total: number, result: unknown): Promise<void>;
  /** Nobody wants more of it. */
  readonly isStopped: () => boolean;
}

const FINDERS = {
  plan: planFound,
  curve: curveFound,
  comparison: comparisonFound,
  candidates: candidatesFound,
} as const;

/** Keeps a run while it is worked on. */
class Work {
  private readonly services: Services;
  private readonly claim: TenantClaim;
  private readonly worker: string;
  private readonly begun = performance.now();
  private readonly stopping = new AbortController();
  private readonly run: PlannerRun;
  private progress: RunProgress = {
    phase: 'loading',
    best: null,
    bound: null,
    done: 0,
    total: 1,
    elapsed: 0,
  };

  constructor(services: Services, claim: TenantClaim, worker: string, run: PlannerRun) {
    this.services = services;
    this.claim = claim;
    this.worker = worker;
    this.run = run;
  }

  private update(progress: Partial<RunProgress>): void {
    this.progress = { ...this.progress, ...progress };
  }

  private async beat(): Promise<void> {
    const elapsed = Math.round((performance.now() - this.begun) / 100) / 10;
    this.update({ elapsed });
    const { runId } = this.run;
    const state = await this.services.database.asTenant(this.claim, (tx) =>
      renewRun(tx, runId, this.worker, this.progress),
    );
    if (state !== 'goes-on') this.stopping.abort();
  }

  private async context(): Promise<{ readonly context: RunContext; readonly factsVersion: number }> {
    const { services, claim, run } = this;
    const programme = services.programmes.get(run.programme);
    if (programme === undefined) throw new RefusedRun({ code: 'question-refused', field: 'programme' });
    const asOf = { validAt: run.asOf, knownAt: null };
    const loaded = await services.answers.of(claim.partnerId, programme, asOf);
    const order = groundOf(loaded, run);
    const ask = async (changes: readonly ScenarioChange[], asked: PlanAsked | StandingAsked) => {
      this.update({ phase: 'waiting', best: null, bound: null });
      const outcome = await services.planning.ask(
        { ...order, changes, asked },
        {
          begun: () => this.update({ phase: 'preparing' }),
          heard: (news) => this.update(news),
          signal: this.stopping.signal,
        },
      );
      if (outcome.kind !== 'refused') return outcome;
      const { path } = outcome.problem;
      const ofQuestion = asked.kind === 'plan' && path.startsWith('targets');
      throw new RefusedRun({ code: ofQuestion ? 'question-refused' : 'facts-refused', field: path });
    };
    const context: RunContext = {
      run,
      plan: async (changes, asked) => (await ask(changes, { kind: 'plan', ...asked })) as Outcome<'planned'>,
      standing: async (changes) => (await ask(changes, { kind: 'standing' })) as Outcome<'standing'>,
      partial: async (done, total, result) => {
        this.update({ done, total });
        await services.database.asTenant(claim, (tx) => keepPartial(tx, run.runId, this.worker, result));
      },
      isStopped: () => this.stopping.signal.aborted,
    };
    return { context, factsVersion: loaded.evidenceVersion };
  }

  private async found(): Promise<FinishedRun> {
    const { run, services } = this;
    const catalogueVersion = services.programmes.get(run.programme)?.version ?? null;
    let factsVersion: number | null = null;
    try {
      const made = await this.context();
      factsVersion = made.factsVersion;
      const result = await FINDERS[run.kind](made.context);
      const state = this.stopping.signal.aborted ? ('stopped' as const) : ('done' as const);
      return { state, result, failure: null, factsVersion, catalogueVersion };
    } catch (error) {
      const nothing = { result: null, factsVersion, catalogueVersion };
      if (this.stopping.signal.aborted) return { state: 'stopped', failure: null, ...nothing };
      const failure = error instanceof RefusedRun ? error.failure : { code: 'error' as const, field: null };
      return { state: 'failed', failure, ...nothing };
    }
  }

  async through(): Promise<void> {
    const beats = setInterval(() => void this.beat().catch(() => {}), BEAT_MS);
    beats.unref();
    try {
      const finished = await this.found();
      if (this.services.planning.isEnded()) return;
      await this.services.database.asTenant(this.claim, (tx) =>
        finishRun(tx, this.run.runId, this.worker, finished),
      );
    } finally {
      clearInterval(beats);
    }
  }
}

/** Does the work of a run unless it is finished or somebody else is at it. */
export async function workOnRun(services: Services, { partnerId, runId }: RunJob): Promise<void> {
  const claim: TenantClaim = { partnerId, actor: { kind: 'system', name: 'planner' } };
  const worker = randomUUID();
  const run = await services.database.asTenant(claim, (tx) => takeRun(tx, runId, worker));
  if (run === null) return;
  if (run.attempts > MOST_ATTEMPTS) {
    const failure: RunFailure = { code: 'interrupted', field: null };
    const { factsVersion, catalogueVersion } = run;
    await services.database.asTenant(claim, (tx) =>
      finishRun(tx, runId, worker, {
        state: 'failed',
        result: null,
        failure,
        factsVersion,
        catalogueVersion,
      }),
    );
    return;
  }
  await new Work(services, claim, worker, run).through();
}
