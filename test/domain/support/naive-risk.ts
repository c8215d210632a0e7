/** Risk by trying everything: every set of leavers, every day. */
import type { Programme } from '../../../src/domain/catalogue/catalogue.ts';
import type { FactsDocument, FactsMetric, FactsPerson } from '../../../src/domain/facts/facts-document.ts';
import { ask } from './ask.ts';

export const AS_OF = '2018-06-01';

function isMet(
  rules: Programme,
  document: FactsDocument,
  day: string,
  of: { competency: string; level: string },
) {
  return ask(rules, document, { asOf: day, explain: false }).competencies.some(
    (entry) => entry.competency === of.competency && entry.level === of.level && entry.outcome === 'met',
  );
}

function employed(person: FactsPerson): boolean {
  const { employedFrom, employedUntil } = person;
  return (employedFrom ?? '') <= AS_OF && (employedUntil ?? '9999-12-31') > AS_OF;
}

/** Ids of the same individual, by following `sameAs` in both directions. */
function individuals(people: readonly FactsPerson[]): readonly (readonly string[])[] {
  const groups: string[][] = people.map(({ id }) => [id]);
  for (const { id, sameAs } of people) {
    if (!sameAs) continue;
    const left = groups.find((group) => group.includes(id))!;
    const right = groups.find((group) => group.includes(sameAs));
    if (right === undefined || right === left) continue;
    left.push(...right);
    groups.splice(groups.indexOf(right), 1);
  }
  return groups;
}

function subsets<T>(of: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return of.flatMap((first, index) => subsets(of.slice(index + 1), size - 1).map((rest) => [first, ...rest]));
}

function without(document: FactsDocument, leavers: readonly string[]): FactsDocument {
  const people = (document.people ?? []).map((each) =>
    leavers.includes(each.id) && employed(each) ? { ...each, employedUntil: AS_OF } : each,
  );
  return { ...document, people };
}

export function naiveDepartures(
  rules: Programme,
  document: FactsDocument,
  of: { competency: string; level: string },
) {
  const people = document.people ?? [];
  const working = individuals(people).filter((group) =>
    people.some((each) => group.includes(each.id) && employed(each)),
  );
  const loses = (leavers: readonly (readonly string[])[]) =>
    !isMet(rules, without(document, leavers.flat()), AS_OF, of);
  const critical = working
    .filter((group) => loses([group]))
    .flatMap((group) => people.filter((each) => group.includes(each.id) && employed(each)))
    .map(({ id }) => id)
    .sort();
  for (let size = 1; size <= working.length; size++) {
    if (subsets(working, size).some(loses)) return { survived: size - 1, critical };
  }
  return { survived: null, critical };
}

/** Metrics held at their present value: every month moves along with the question. */
function moved(document: FactsDocument, day: string): FactsDocument {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const metrics = (document.metrics ?? []).map((entry): FactsMetric => {
    const [from, of] = entry.month.split('-').map(Number) as [number, number];
    const index = from * 12 + of - 1 + (year * 12 + month) - (2018 * 12 + 6);
    return { ...entry, month: `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` };
  });
  return { ...document, metrics };
}

export function naiveLoss(
  rules: Programme,
  document: FactsDocument,
  until: string,
  of: { competency: string; level: string },
) {
  for (let at = Date.parse(AS_OF); at <= Date.parse(until); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (!isMet(rules, moved(document, day), day, of)) return day;
  }
  return null;
}
