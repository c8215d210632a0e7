/** HiGHS, compiled to WebAssembly, behind the port of the planner. The same programme gives the same answer each time. */
import highsLoader, { type CallbackEventFor, type Highs, type HighsCallbackMap } from 'highs';
import type {
  IntegerProgramme,
  IntegerSolution,
  IntegerSolver,
  SolverWatch,
} from '../domain/planning/integer-programme.ts';

/** `primal_solution_status` of a solution that keeps all bounds and rows. */
const FEASIBLE = 2;

const WHOLE_GAP = 0.99;
const EXACT_GAP = 1e-6;

let loading: Promise<Highs> | null = null;

/** Loads the library once; it stays in memory. */
export async function openSolver(): Promise<IntegerSolver> {
  loading ??= highsLoader();
  const highs = await loading;
  return {
    solve: (programme, seconds, watch) => solve(highs, programme, seconds, watch),
    now: () => performance.now() / 1000,
  };
}

function whole(values: Iterable<number>): readonly number[] {
  return Array.from(values, (value) => Math.round(value));
}

/** Events come many times a millisecond: bounds are told so often, in seconds. */
const PAUSE = 0.05;

function callbacks({ constants }: Highs, watch: SolverWatch): HighsCallbackMap {
  const { callbackType } = constants;
  let told = Number.NEGATIVE_INFINITY;
  return {
    [callbackType.mipInterrupt]: (event: CallbackEventFor<6>) => {
      const { running_time: now = 0, mip_dual_bound: bound } = event.data;
      if (now - told < PAUSE) return;
      told = now;
      if (bound !== undefined) watch.bounded(bound);
      if (watch.isStopped()) event.interrupt();
    },
    [callbackType.mipImprovingSolution]: (event: CallbackEventFor<4>) => {
      if (event.data.mip_solution !== undefined) watch.found(whole(event.data.mip_solution));
    },
  };
}

function solve(
  highs: Highs,
  { columns, rows }: IntegerProgramme,
  seconds: number,
  watch: SolverWatch,
): IntegerSolution {
  if (columns.length === 0) return emptySolution(rows);
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { entries } of rows) {
    for (const [column, coefficient] of entries) {
      indices.push(column);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  const { infinity, constants } = highs;
  const data = {
    numCols: columns.length,
    numRows: rows.length,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: Float64Array.from(columns, ({ lower }) => lower),
    colUpper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower ?? -infinity),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper ?? infinity),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    integrality: columns.map(() => constants.variableType.integer),
  };
  return highs.withModel(data, (model): IntegerSolution => {
    model.options.set({
      output_flag: false,
      time_limit: Math.max(0.01, seconds),
      mip_rel_gap: 0,
      // Objectives are sums of whole numbers: nothing lies between two of them.
      mip_abs_gap: columns.every(({ cost }) => Number.isInteger(cost)) ? WHOLE_GAP : EXACT_GAP,
    });
    model.run(callbacks(highs, watch));
    const status = model.getModelStatus();
    const { modelStatus } = constants;
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
      return { status: 'infeasible' };
    const bound = Number(model.info.get('mip_dual_bound'));
    if (model.info.get('primal_solution_status') !== FEASIBLE) return { status: 'unknown', bound };
    const solution = whole(model.getSolution().colValue);
    return { status: status === modelStatus.optimal ? 'optimal' : 'feasible', values: solution, bound };
  });
}

/** Without columns nothing can be changed: the rows hold, or not. */
function emptySolution(rows: IntegerProgramme['rows']): IntegerSolution {
  const holds = rows.every(({ lower, upper }) => (lower ?? 0) <= 0 && (upper ?? 0) >= 0);
  return holds ? { status: 'optimal', values: [], bound: 0 } : { status: 'infeasible' };
}
