/** Random companies for the benches of plans, the same in each run. */
import type { Programme } from '../src/domain/catalogue/catalogue.ts';
import type { FactsDocument, FactsMetric } from '../src/domain/facts/facts-document.ts';
import { requirementWalk } from '../src/domain/requirement-kinds/requirement-kinds.ts';
import { addMonths, formatMonth, monthOf, parseDay } from '../src/domain/time/day.ts';

export const PLAN_AS_OF = '2018-06-01';
export const PLAN_BY = '2018-12-01';

/** Of the whole process, the threads that compile the solver included: what others do on the machine does not show. */
export function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

/** Every skill that a level of these competencies names. */
export function skillsNamed({ competencies }: Programme, asked: readonly string[]): readonly string[] {
  const sets = competencies
    .filter(({ id }) => asked.includes(id))
    .flatMap(({ options }) => options.flatMap(({ levels }) => levels.flatMap((level) => level.sets)));
  return [...new Set(sets.flatMap((set) => requirementWalk.skills(set.requirement)))].sort();
}

/** @param share how likely each of the people holds each skill */
export function planCompany(
  people: number,
  skills: readonly string[],
  share: number,
  seed: number,
): FactsDocument {
  const random = generator(seed);
  return {
    partner: { id: 'bench', market: 'developed' },
    complete: true,
    people: Array.from({ length: people }, (_, person) => ({
      id: `p${person}`,
      records: skills
        .filter(() => random() < share)
        .map((skill, index) => ({ id: `p${person}-${index}`, skill, achievedOn: '2017-09-01' })),
    })),
    metrics: [],
  };
}

/** Every figure that a level asks for, in each of the twelve months before the day, and enough of it. */
export function figuresMet({ competencies }: Programme): readonly FactsMetric[] {
  const day = parseDay(PLAN_BY)!;
  const sets = competencies
    .flatMap(({ options }) => options.flatMap(({ levels }) => levels))
    .flatMap((level) => level.sets);
  const leaves = sets.flatMap((set) => [...requirementWalk.leaves(set.requirement)]);
  const metrics = new Set(leaves.flatMap((leaf) => (leaf.kind === 'performance' ? [leaf.metric] : [])));
  return [...metrics].flatMap((metric) =>
    Array.from({ length: 12 }, (_, index) => ({
      metric,
      month: formatMonth(monthOf(addMonths(day, -1 - index))),
      value: 1e9,
    })),
  );
}

/** One price for all skills, or one of its own for each. */
export function planCosts(skills: readonly string[], varied: boolean, seed: number) {
  const random = generator(seed);
  const own = skills.map(
    (skill) =>
      [
        skill,
        { money: 60 + 15 * Math.floor(random() * 9), hours: 5 + 5 * Math.floor(random() * 8) },
      ] as const,
  );
  return { default: { money: 165, hours: 40 }, ...(varied ? Object.fromEntries(own) : {}) };
}
