import type { PeopleNodeView, RequirementNodeView, SeatTakenView } from '../../contract/explanation.ts';
import type { PeopleRequirement, Requirement } from '../../domain/catalogue/catalogue.ts';
import type {
  PeopleNode,
  RequirementNode,
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

function peopleView(node: PeopleNode, requirement: PeopleRequirement): PeopleNodeView {
  const view = childView(node);
  return {
    ...view,
    predicate: predicateView(requirement.holds),
    children: view.children.map((child, index) => {
      const of = requirement.ofWhich[index];
      return of === undefined ? child : { ...child, predicate: predicateView(of.alsoHolds) };
    }),
  };
}

function nodeView(node: RequirementNode, requirement: Requirement): RequirementNodeView {
  if (node.kind === 'people' && requirement.kind === 'people') return peopleView(node, requirement);
  if ((node.kind === 'all-of' || node.kind === 'any-of') && node.kind === requirement.kind) {
    return {
      ...node,
      children: node.children.map((child, index) => nodeView(child, requirement.of[index]!)),
    };
  }
  if (node.kind === 'performance') return { ...node, unknownMonths: [...node.unknownMonths] };
  if (node.kind === 'asset') return { ...node };
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
): RequirementNodeView[] {
  const rules = requirement.kind === 'all-of' ? requirement.of : [requirement];
  return nodes.map((node, index) => nodeView(node, rules[index]!));
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
      if (node.kind === 'people') node.children.forEach(visit);
    } else if (node.kind === 'all-of' || node.kind === 'any-of') {
      node.children.forEach(visit);
    }
  };
  nodes.forEach(visit);
  return { people, records };
}
