import type { CompetencyDetail } from '../../../src/contract/competencies.ts';
import type { NearPerson, PeopleNodeView, RequirementNodeView } from '../../../src/contract/explanation.ts';

type Option = CompetencyDetail['options'][number];

function peopleNodes(nodes: readonly RequirementNodeView[]): PeopleNodeView[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'people') return [node];
    return node.kind === 'all-of' || node.kind === 'any-of' ? peopleNodes(node.children) : [];
  });
}

/** Who counts in a step of a score. */
function scoredSeats(nodes: readonly RequirementNodeView[]): { person: string; records: string[] }[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'score') {
      return node.metrics.flatMap(({ steps }) => steps.flatMap(({ seats }) => seats));
    }
    return node.kind === 'all-of' || node.kind === 'any-of' ? scoredSeats(node.children) : [];
  });
}

/** People who fill a seat of the option or could, at any of its levels, with the records by which they do. */
export function countingPeople(option: Option): Map<string, Set<string>> {
  const people = new Map<string, Set<string>>();
  const recordsOf = (person: string) => {
    const records = people.get(person) ?? new Set<string>();
    people.set(person, records);
    return records;
  };
  for (const node of option.levels.flatMap((level) => peopleNodes(level.requirements))) {
    for (const seat of node.seats) for (const record of seat.records) recordsOf(seat.person).add(record);
    for (const person of node.spare) recordsOf(person);
  }
  for (const { person, records } of option.levels.flatMap((level) => scoredSeats(level.requirements))) {
    for (const record of records) recordsOf(person).add(record);
  }
  return people;
}

/** Of each requirement with an empty seat, who is nearest to it. */
export function nearestPeople(level: Option['levels'][number]): NearPerson[] {
  return peopleNodes(level.requirements).flatMap(({ near }) => near?.slice(0, 1) ?? []);
}

export type NotCounted = Option['notCounted'][number];

/** What does not count for the option, person by person. */
export function notCountedByPerson(option: Option): Map<string, NotCounted[]> {
  const people = new Map<string, NotCounted[]>();
  for (const entry of option.notCounted) {
    const entries = people.get(entry.person);
    if (entries === undefined) people.set(entry.person, [entry]);
    else entries.push(entry);
  }
  return people;
}
