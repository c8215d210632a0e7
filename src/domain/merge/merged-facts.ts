/** The facts of one company that was two, as they will be from a day on: what a merge is judged by before it is made. */

import type { FactsAssociation, FactsDocument, FactsMetric, FactsPerson } from '../facts/facts-document.ts';
import { metricKey } from '../facts/figures-on.ts';
import { type Day, formatDay } from '../time/day.ts';

export interface MergedPeople {
  /** People of the former company who are the same individual as one of the other: id → id there. */
  readonly same: ReadonlyMap<string, string>;
  /** Whether associations made in PMC go on. */
  readonly pmcGoesOn: boolean;
  /** First day on which these no longer count; `null`: by the rule of the company that goes on. */
  readonly pmcUntil: Day | null;
}

function laterOf(left: string | null | undefined, right: string): string {
  return left != null && left > right ? left : right;
}

function isOver(until: string | null | undefined, day: string): boolean {
  return until != null && until.slice(0, 10) <= day;
}

function earlierEnd(until: string | null | undefined, end: string | null): string | null {
  if (end === null) return until ?? null;
  return until == null || until > end ? end : until;
}

/** Open associations go on from the day; what has ended is the history of the former company. */
function associationsFrom(
  { associations = [] }: FactsPerson,
  day: string,
  { pmcGoesOn, pmcUntil }: MergedPeople,
): FactsAssociation[] {
  return associations.flatMap((association) => {
    const { from, until, partner, via } = association;
    if (partner != null || isOver(until, day) || (via === 'pmc' && !pmcGoesOn)) return [];
    const end = via === 'pmc' && pmcUntil !== null ? formatDay(pmcUntil) : null;
    return [{ ...association, from: laterOf(from, day), until: earlierEnd(until, end) }];
  });
}

function withPerson(own: FactsPerson, other: FactsPerson): FactsPerson {
  return {
    ...own,
    accounts: [...(own.accounts ?? []), ...(other.accounts ?? [])],
    associations: [...(own.associations ?? []), ...(other.associations ?? [])],
    records: [...(own.records ?? []), ...(other.records ?? [])],
  };
}

function mergedPeople(
  from: readonly FactsPerson[],
  into: readonly FactsPerson[],
  day: string,
  how: MergedPeople,
): FactsPerson[] {
  const arriving = from
    .filter(({ employedUntil }) => !isOver(employedUntil, day))
    .map((person) => ({
      ...person,
      employedFrom: laterOf(person.employedFrom, day),
      associations: associationsFrom(person, day, how),
    }));
  const joined = new Map(
    arriving.flatMap((person) => {
      const known = how.same.get(person.id);
      return known === undefined ? [] : [[known, person] as const];
    }),
  );
  const present = into.map((person) => {
    const other = joined.get(person.id);
    return other === undefined ? person : withPerson(person, other);
  });
  return [...present, ...arriving.filter(({ id }) => !how.same.has(id))];
}

/**
 * The figures that the company that goes on has not as they will be: those of a month, an association, a competency and a
 * track are added up. Figures that do not add, such as rates, stay those of the company that goes on.
 */
export function addedMetrics(
  from: readonly FactsMetric[],
  into: readonly FactsMetric[],
  adds: (metric: string) => boolean,
): readonly FactsMetric[] {
  const own = new Map(into.map((entry) => [metricKey(entry), entry.value]));
  return from
    .filter(({ metric, value }) => adds(metric) && value !== 0)
    .map((entry) => ({ ...entry, value: entry.value + (own.get(metricKey(entry)) ?? 0) }));
}

function withMetrics(into: readonly FactsMetric[], added: readonly FactsMetric[]): FactsMetric[] {
  const replaced = new Set(added.map(metricKey));
  return [...into.filter((entry) => !replaced.has(metricKey(entry))), ...added];
}

/** What of dated facts is still true on the day, from that day on. */
function stillTrue<Fact extends { readonly from?: string | null; readonly until?: string | null }>(
  facts: readonly Fact[] = [],
  day: string,
): Fact[] {
  return facts
    .filter(({ until }) => !isOver(until, day))
    .map((fact) => ({ ...fact, from: laterOf(fact.from, day) }));
}

export function mergedFacts(
  from: FactsDocument,
  into: FactsDocument,
  on: Day,
  how: MergedPeople & { readonly adds: (metric: string) => boolean },
): FactsDocument {
  const day = formatDay(on);
  const enrolled = new Set((into.enrolments ?? []).map(({ programme }) => programme));
  const joined = (from.enrolments ?? []).filter(({ programme }) => !enrolled.has(programme));
  const metrics = into.metrics ?? [];
  return {
    ...into,
    people: mergedPeople(from.people ?? [], into.people ?? [], day, how),
    metrics: withMetrics(metrics, addedMetrics(from.metrics ?? [], metrics, how.adds)),
    assets: [...(into.assets ?? []), ...stillTrue(from.assets, day)],
    exemptions: [...(into.exemptions ?? []), ...stillTrue(from.exemptions, day)],
    enrolments: [...(into.enrolments ?? []), ...joined],
  };
}
