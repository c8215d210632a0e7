import type { PeopleNodeView, RequirementNodeView } from '../../contract/explanation.ts';
import type { PeopleRequirement, Predicate, Requirement } from '../../domain/catalogue/catalogue.ts';
import type { PeopleNode, RequirementNode } from '../../domain/evaluation/evaluation-result.ts';
import { oneSkillAway } from '../../domain/explanation/one-skill-away.ts';
import type { PeopleAlike } from '../../domain/explanation/people-alike.ts';
import { predicateView } from '../shared/predicate-view.ts';

function childView(node: PeopleNode): PeopleNodeView {
  return {
    ...node,
    seats: node.seats.map((seat) => ({ person: seat.person, records: [...seat.records] })),
    spare: [...node.spare],
    children: node.children.map(childView),
  };
}

/** So many names are enough to choose from. */
const MOST_NEAR = 12;

/** Who is one skill away, when seats are empty. */
function near(predicate: Predicate, alike: readonly PeopleAlike[]): PeopleNodeView['oneSkillAway'] {
  const found = alike.flatMap(({ people, held }) => {
    const skills = oneSkillAway(predicate, held);
    return skills.length === 0
      ? []
      : people.map((person) => ({ person, skills: [...skills], held: held.size }));
  });
  return found
    .sort((left, right) => right.held - left.held || (left.person < right.person ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(({ person, skills }) => ({ person, skills }));
}

function peopleView(
  node: PeopleNode,
  requirement: PeopleRequirement,
  alike: readonly PeopleAlike[],
): PeopleNodeView {
  const view = childView(node);
  return {
    ...view,
    predicate: predicateView(requirement.holds),
    ...(node.shortfall > 0 ? { oneSkillAway: near(requirement.holds, alike) } : {}),
    children: view.children.map((child, index) => {
      const of = requirement.ofWhich[index];
      return of === undefined ? child : { ...child, predicate: predicateView(of.alsoHolds) };
    }),
  };
}

function nodeView(
  node: RequirementNode,
  requirement: Requirement,
  alike: readonly PeopleAlike[],
): RequirementNodeView {
  if (node.kind === 'people' && requirement.kind === 'people') return peopleView(node, requirement, alike);
  if ((node.kind === 'all-of' || node.kind === 'any-of') && node.kind === requirement.kind) {
    return {
      ...node,
      children: node.children.map((child, index) => nodeView(child, requirement.of[index]!, alike)),
    };
  }
  if (node.kind === 'performance') return { ...node, unknownMonths: [...node.unknownMonths] };
  if (node.kind === 'asset') return { ...node };
  // The result keeps the nesting of the catalogue; anything else is a mistake in the engine.
  throw new Error(`requirement ${requirement.kind} was answered by ${node.kind}`);
}

/**
 * The annotated requirements together with the rule behind each, which a reader needs to understand them.
 * @param alike people by what they hold for the option
 */
export function explainedRequirements(
  nodes: readonly RequirementNode[],
  requirement: Requirement,
  alike: readonly PeopleAlike[],
): RequirementNodeView[] {
  const rules = requirement.kind === 'all-of' ? requirement.of : [requirement];
  return nodes.map((node, index) => nodeView(node, rules[index]!, alike));
}

/** People and records that an explanation mentions, so that the answer can carry what is shown about them. */
export function mentioned(nodes: readonly RequirementNodeView[]): {
  people: Set<string>;
  records: Set<string>;
} {
  const people = new Set<string>();
  const records = new Set<string>();
  const visit = (node: RequirementNodeView): void => {
    if (node.kind === 'people') {
      for (const seat of node.seats) {
        people.add(seat.person);
        for (const record of seat.records) records.add(record);
      }
      for (const person of node.spare) people.add(person);
      for (const { person } of node.oneSkillAway ?? []) people.add(person);
      node.children.forEach(visit);
    } else if (node.kind === 'all-of' || node.kind === 'any-of') {
      node.children.forEach(visit);
    }
  };
  nodes.forEach(visit);
  return { people, records };
}
