/** Which options must be looked at again when somebody's skills change from one day to the next. */
import type { CompiledOption } from '../evaluation/compiled-programme.ts';

interface OptionReads {
  /** By which it counts people. */
  readonly predicates: ReadonlySet<number>;
  /** It reads something that may be otherwise on another day without anybody's skills changing. */
  readonly theDay: boolean;
}

const known = new WeakMap<CompiledOption, OptionReads>();

function readsOf(option: CompiledOption): OptionReads {
  let reads = known.get(option);
  if (reads === undefined) {
    const predicates = new Set<number>();
    let theDay = false;
    for (const leaf of option.leaves) {
      switch (leaf.kind) {
        case 'people':
          predicates.add(leaf.base);
          for (const { both } of leaf.ofWhich) predicates.add(both);
          break;
        case 'score':
          for (const metric of leaf.metrics) {
            if (metric.kind === 'people') for (const step of metric.steps) predicates.add(step);
            if (metric.kind === 'growth') predicates.add(metric.holds);
          }
          break;
        // Its months are those of the first day all along.
        case 'performance':
          break;
        case 'asset':
        case 'asset-count':
        case 'attained':
        case 'percent-of-staff':
          theDay = true;
      }
    }
    for (const { groups } of option.alternatives) {
      for (const group of groups) for (const predicate of group.predicates) predicates.add(predicate);
    }
    reads = { predicates, theDay };
    known.set(option, reads);
  }
  return reads;
}

/**
 * Whether the option may be answered otherwise than the day before when these predicates are satisfied by other people.
 * Days of growth (see growth-days.ts) are apart: on them every score may.
 */
export function isTouched(option: CompiledOption, predicates: ReadonlySet<number>): boolean {
  const reads = readsOf(option);
  if (reads.theDay) return true;
  for (const predicate of predicates) if (reads.predicates.has(predicate)) return true;
  return false;
}
