/** Why this person and this skill: the seats that each action of a plan fills, by the rules themselves. */
import type { Programme } from '../catalogue/catalogue.ts';
import { evaluate, isFailure } from '../evaluation/evaluate.ts';
import type { OptionResult, RequirementNode, Seat } from '../evaluation/evaluation-result.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import { type Day, formatDay } from '../time/day.ts';
import type { PlanTarget } from './plan-question.ts';
import type { PlanAction } from './plan-result.ts';
import { withActions } from './planned-facts.ts';

export interface ServedSeat {
  readonly competency: string;
  readonly level: string;
  readonly option: string | null;
  /** The group of people, where the rules name it. */
  readonly group: string | null;
}

export interface ActionReasons {
  /** Without doubles, in the order of the targets. */
  readonly serves: readonly ServedSeat[];
  /** What the person holds and what counts for the same seats. */
  readonly with: readonly { readonly record: string; readonly skill: string }[];
}

/** People who fill something, and people who could: with departures to survive a plan trains some to spare. */
interface FilledSeats {
  readonly group: string | null;
  readonly seats: readonly Seat[];
  readonly spare: readonly string[];
}

function* filledSeats(nodes: readonly RequirementNode[]): Generator<FilledSeats> {
  for (const node of nodes) {
    switch (node.kind) {
      case 'all-of':
      case 'any-of':
        yield* filledSeats(node.children);
        break;
      case 'people':
        yield { group: node.group, seats: node.seats, spare: node.spare };
        yield* filledSeats(node.children);
        break;
      case 'percent-of-staff':
        yield { group: null, seats: node.seats, spare: node.spare };
        break;
      case 'score':
        for (const { steps } of node.metrics) {
          for (const { seats } of steps) yield { group: null, seats, spare: [] };
        }
        break;
      default:
        break;
    }
  }
}

/** What is being gathered for one action. */
class Gathered {
  readonly serves = new Map<string, ServedSeat>();
  readonly records = new Set<string>();

  serve(seat: ServedSeat): void {
    this.serves.set(JSON.stringify(seat), seat);
  }
}

function metOptions(
  facts: FactsDocument,
  programme: Programme,
  day: Day,
  targets: readonly PlanTarget[],
): readonly OptionResult[] {
  const asked = new Map(targets.map((target) => [`${target.competency} ${target.level}`, target]));
  return [...asked.values()].flatMap(({ competency, level }) => {
    const asOf = { validAt: formatDay(day), knownAt: null };
    const answer = evaluate(facts, programme, asOf, { competency, level, window: false, explain: true });
    if (isFailure(answer)) throw new Error('planned facts can be evaluated');
    const wanted = targets.filter((target) => target.competency === competency && target.level === level);
    return answer.competencies.filter(
      (one) =>
        one.outcome === 'met' &&
        one.competency === competency &&
        one.level === level &&
        wanted.some(({ option }) => option === null || option === one.option),
    );
  });
}

/**
 * @param facts of the day of the plan, without its actions
 * @returns of each action, in their order
 */
export function reasonsOfActions(
  facts: FactsDocument,
  programme: Programme,
  question: { readonly targets: readonly PlanTarget[]; readonly by: Day },
  actions: readonly PlanAction[],
): readonly ActionReasons[] {
  if (actions.length === 0) return [];
  const planned = withActions(facts, actions, formatDay(question.by));
  const trained = new Set(actions.map(({ person }) => person));
  const skillOf = new Map<string, string>();
  const plannedBy = new Map<string, string[]>();
  const before = new Map((facts.people ?? []).map((person) => [person.id, person.records?.length ?? 0]));
  for (const { id, records = [] } of planned.people ?? []) {
    if (!trained.has(id)) continue;
    for (const record of records) skillOf.set(record.id, record.skill);
    // Actions are added behind what a person holds, in their order.
    plannedBy.set(
      id,
      records.slice(before.get(id) ?? 0).map((record) => record.id),
    );
  }
  const gathered = actions.map(() => new Gathered());
  const next = new Map<string, number>();
  const recordOf = actions.map(({ person }) => {
    const place = next.get(person) ?? 0;
    next.set(person, place + 1);
    return plannedBy.get(person)?.[place] ?? null;
  });
  for (const { competency, level, option, requirements = [] } of metOptions(
    planned,
    programme,
    question.by,
    question.targets,
  )) {
    for (const { group, seats, spare } of filledSeats(requirements)) {
      const seat = { competency, level, option, group };
      actions.forEach(({ person }, index) => {
        const record = recordOf[index]!;
        const filled = seats.filter((one) => one.person === person && one.records.includes(record ?? ''));
        if (filled.length > 0 || spare.includes(person)) gathered[index]!.serve(seat);
        for (const { records } of filled) {
          for (const other of records) if (!recordOf.includes(other)) gathered[index]!.records.add(other);
        }
      });
    }
  }
  return actions.map(({ person }, index): ActionReasons => {
    const own = gathered[index]!;
    // What comes before something else serves what that serves.
    const others = gathered.filter((_, other) => actions[other]!.person === person);
    const serves = own.serves.size > 0 ? own.serves : new Map(others.flatMap((other) => [...other.serves]));
    return {
      serves: [...serves.values()],
      with: [...own.records].map((record) => ({ record, skill: skillOf.get(record) ?? '' })),
    };
  });
}
