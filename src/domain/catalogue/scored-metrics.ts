/** The metrics of the facts that some score of a programme reads. */
import type { Programme, Requirement } from './catalogue.ts';

function* readBy(requirement: Requirement): Iterable<string> {
  if (requirement.kind === 'all-of' || requirement.kind === 'any-of') {
    for (const part of requirement.of) yield* readBy(part);
  } else if (requirement.kind === 'score') {
    for (const metric of requirement.metrics) {
      if (metric.kind === 'units') for (const input of metric.inputs) yield input.metric;
    }
  }
}

const known = new WeakMap<Programme, ReadonlySet<string>>();

export function scoredMetrics(programme: Programme): ReadonlySet<string> {
  let found = known.get(programme);
  if (found === undefined) {
    const levels = programme.competencies.flatMap(({ options }) =>
      options.flatMap((option) => option.levels),
    );
    const requirements = levels.flatMap(({ sets }) => sets.map(({ requirement }) => requirement));
    found = new Set(requirements.flatMap((requirement) => [...readBy(requirement)]));
    known.set(programme, found);
  }
  return found;
}
