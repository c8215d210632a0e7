import type {
  NearPerson,
  PeopleNodeView,
  RequirementNodeView,
  ScoreNodeView,
  SeatTakenView,
} from '../../contract/explanation.ts';
import type { PeopleRequirement, Requirement, ScoreRequirement } from '../../domain/catalogue/catalogue.ts';
import type {
  PeopleNode,
  RequirementNode,
  ScoreNode,
  Seat,
  SeatTaken,
} from '../../domain/evaluation/evaluation-result.ts';
import { predicateView } from '../shared/predicate-view.ts';

function seatView({ person, records }: Seat): { person: string; records: string[] } {
  return { person, records: [...records] };
}

function takenView(taken: SeatTaken): SeatTakenView {
  return { ...seatView(taken), atMost: taken.atMost, uses: taken.uses.map((use) => ({ ...use })) };
}

function childView({ elsewhere, ...node }: PeopleNode): PeopleNodeView {
  return {
    ...node,
    seats: node.seats.map(seatView),
    spare: [...node.spare],
    ...(elsewhere !== undefined && { elsewhere: elsewhere.map(takenView) }),
    children: node.children.map(childView),
  };
}

/** Who could fill an empty seat of a requirement of the level, and who could but sits elsewhere in the level. */
type NearFor = (
  requirement: PeopleRequirement,
  seatedHere: ReadonlySet<string>,
) => { readonly near: NearPerson[]; readonly inOtherSeats: string[] };

function peopleView(node: PeopleNode, requirement: PeopleRequirement, nearFor: NearFor): PeopleNodeView {
  const view = childView(node);
  return {
    ...view,
    predicate: predicateView(requirement.holds),
    ...(node.have < node.need && nearFor(requirement, new Set(node.seats.map(({ person }) => person)))),
    children: view.children.map((child, index) => {
      const of = requirement.ofWhich[index];
      return of === undefined ? child : { ...child, predicate: predicateView(of.alsoHolds) };
    }),
  };
}

function scoreView(node: ScoreNode, requirement: ScoreRequirement): ScoreNodeView {
  return {
    ...node,
    unknown: [...node.unknown],
    metrics: node.metrics.map((metric, index) => {
      const rule = requirement.metrics[index];
      return {
        ...metric,
        ...(rule?.kind === 'units' && { unit: rule.unit }),
        base:
          metric.base === null
            ? null
            : { ...metric.base, ...(rule?.kind === 'units' && { unit: rule.base!.unit }) },
        inputs: metric.inputs.map(({ associations, ...input }) => ({
          ...input,
          associations: associations === null ? null : [...associations],
        })),
        steps: metric.steps.map((step, place) => ({
          ...step,
          seats: step.seats.map((seat) => ({ person: seat.person, records: [...seat.records] })),
          ...(rule?.kind === 'people' && { predicate: predicateView(rule.steps[place]!.holds) }),
        })),
      };
    }),
  };
}

function nodeView(node: RequirementNode, requirement: Requirement, nearFor: NearFor): RequirementNodeView {
  if (node.kind === 'people' && requirement.kind === 'people') return peopleView(node, requirement, nearFor);
  if ((node.kind === 'all-of' || node.kind === 'any-of') && node.kind === requirement.kind) {
    return {
      ...node,
      children: node.children.map((child, index) => nodeView(child, requirement.of[index]!, nearFor)),
    };
  }
  if (node.kind === 'performance') return { ...node, unknownMonths: [...node.unknownMonths] };
  if (node.kind === 'asset') return { ...node };
  if (node.kind === 'score' && requirement.kind === 'score') return scoreView(node, requirement);
  if (node.kind === 'asset-count') return { ...node, assets: node.assets.map((one) => ({ ...one })) };
  if (node.kind === 'attained') return { ...node, anyOf: node.anyOf.map((level) => ({ ...level })) };
  if (node.kind === 'percent-of-staff' && requirement.kind === 'percent-of-staff') {
    return {
      ...node,
      seats: node.seats.map(seatView),
      spare: [...node.spare],
      predicate: predicateView(requirement.holds),
    };
  }
  // The result keeps the nesting of the catalogue; anything else is a mistake in the engine.
  throw new Error(`requirement ${requirement.kind} was answered by ${node.kind}`);
}

/** The annotated requirements together with the rule behind each, which a reader needs to understand them. */
export function explainedRequirements(
  nodes: readonly RequirementNode[],
  requirement: Requirement,
  nearFor: NearFor,
): RequirementNodeView[] {
  const rules = requirement.kind === 'all-of' ? requirement.of : [requirement];
  return nodes.map((node, index) => nodeView(node, rules[index]!, nearFor));
}

/** People and records that an explanation mentions, so that the answer can carry what is shown about them. */
export function mentioned(nodes: readonly RequirementNodeView[]): {
  people: Set<string>;
  records: Set<string>;
} {
  const people = new Set<string>();
  const records = new Set<string>();
  const visit = (node: RequirementNodeView): void => {
    if (node.kind === 'people' || node.kind === 'percent-of-staff') {
      for (const seat of [...node.seats, ...('elsewhere' in node ? (node.elsewhere ?? []) : [])]) {
        people.add(seat.person);
        for (const record of seat.records) records.add(record);
      }
      for (const person of node.spare) people.add(person);
      if (node.kind === 'people') {
        for (const { person } of node.near ?? []) people.add(person);
        for (const person of node.inOtherSeats ?? []) people.add(person);
        node.children.forEach(visit);
      }
    } else if (node.kind === 'score') {
      for (const { seats } of node.metrics.flatMap(({ steps }) => steps)) {
        for (const { person, records: held } of seats) {
          people.add(person);
          for (const record of held) records.add(record);
        }
      }
    } else if (node.kind === 'all-of' || node.kind === 'any-of') {
      node.children.forEach(visit);
    }
  };
  nodes.forEach(visit);
  return { people, records };
}

/** Everybody who fills a seat anywhere in the requirements of a level. */
export function seatedPeople(nodes: readonly RequirementNode[]): Set<string> {
  const people = new Set<string>();
  const visit = (node: RequirementNode): void => {
    if (node.kind === 'people') for (const seat of node.seats) people.add(seat.person);
    if (node.kind === 'all-of' || node.kind === 'any-of') node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return people;
}
