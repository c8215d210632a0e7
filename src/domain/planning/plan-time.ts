/** How long a plan may take, who may end it before, and who is told how far it has come. */
import type { IntegerSolver } from './integer-programme.ts';

export interface PlanProgress {
  /** `explaining`: there is no plan, and what is in the way is looked for. */
  readonly phase: 'preparing' | 'solving' | 'explaining';
  /** Money of the best plan found so far; `null` before the first. */
  readonly best: number | null;
  /** No plan costs less. */
  readonly bound: number;
}

/** Whoever waits for a plan. Both are called while the thread is busy planning. */
export interface PlanWatch {
  /** Something has changed. */
  readonly tell?: (progress: PlanProgress) => void;
  /** True ends planning, as if the time were over: the best plan found so far is the answer. */
  readonly isStopped?: () => boolean;
}

/** In seconds. */
const LEAST_EXPLAINING = 0.4;

export class PlanTime {
  private readonly solver: IntegerSolver;
  private readonly seconds: number;
  private readonly watch: PlanWatch;
  private readonly deadline: number;
  private progress: PlanProgress;

  constructor(
    solver: IntegerSolver,
    seconds: number,
    watch: PlanWatch,
    phase: PlanProgress['phase'] = 'preparing',
  ) {
    this.solver = solver;
    this.seconds = seconds;
    this.watch = watch;
    this.deadline = solver.now() + seconds;
    this.progress = { phase, best: null, bound: 0 };
    watch.tell?.(this.progress);
  }

  get isStopped(): boolean {
    return this.watch.isStopped?.() ?? false;
  }

  /** Seconds that are left, never below 0. */
  get left(): number {
    return this.isStopped ? 0 : Math.max(0, this.deadline - this.solver.now());
  }

  get isOver(): boolean {
    return this.left === 0;
  }

  /** Somebody waits to be told: it is worth while to look at what the solver finds on its way. */
  get isWatched(): boolean {
    return this.watch.tell !== undefined;
  }

  /** Half of what is left, without telling anybody: for what is only a step on the way. */
  part(): PlanTime {
    const { isStopped } = this.watch;
    return new PlanTime(this.solver, this.left / 2, isStopped === undefined ? {} : { isStopped });
  }

  /** What is left, or a moment, to find out why there is no plan; those who watch are told so. */
  explaining(): PlanTime {
    const seconds = Math.max(this.left, Math.min(this.seconds, LEAST_EXPLAINING));
    return new PlanTime(this.solver, seconds, this.watch, 'explaining');
  }

  solving(): void {
    this.update({ ...this.progress, phase: 'solving' });
  }

  /** A plan for so much money. */
  found(money: number): void {
    const { best } = this.progress;
    if (best === null || money < best) this.update({ ...this.progress, best: money });
  }

  /** No plan costs less than so much money. */
  bounded(money: number): void {
    if (money > this.progress.bound) this.update({ ...this.progress, bound: money });
  }

  private update(progress: PlanProgress): void {
    if (JSON.stringify(progress) === JSON.stringify(this.progress)) return;
    this.progress = progress;
    this.watch.tell?.(progress);
  }
}
