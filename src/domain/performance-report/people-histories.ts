/**
 * How many people satisfied what a line asks of one person, on each day of a stretch that ends with the day of the
 * question. The rule is that of the day of the question; what counted for it is judged for each day.
 */
import type { Predicate, Programme } from '../catalogue/catalogue.ts';
import { PredicateNumbers } from '../evaluation/compile-predicates.ts';
import { compileProgramme } from '../evaluation/compile-programme.ts';
import { type CountHistory, countHistory } from '../evaluation/count-history.ts';
import type { AsOf } from '../evaluation/evaluate.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { InvalidFacts } from '../facts/facts-problem.ts';
import { FactsReader } from '../facts/facts-reader.ts';
import { FactsTable } from '../facts/facts-table.ts';
import { readFacts } from '../facts/read-facts.ts';
import { type Day, parseDay } from '../time/day.ts';
import { parseKnownBound } from '../time/instant.ts';

/** In the order of the predicates; one that occurs twice is followed once. */
export function peopleHistories(
  document: FactsDocument,
  programme: Programme,
  { validAt, knownAt }: AsOf,
  predicates: readonly Predicate[],
  from: Day,
): readonly CountHistory[] | InvalidFacts {
  const compiled = compileProgramme(programme, parseDay(validAt)!);
  const numbers = new PredicateNumbers((skill) => compiled.skillNumbers.get(skill)!);
  const facts = new FactsTable();
  const known = knownAt === null ? null : parseKnownBound(knownAt);
  const invalid = readFacts(document, compiled, known, facts, new FactsReader());
  if (invalid !== null) return invalid;
  const histories = new Map<number, CountHistory>();
  const found = predicates.map((predicate) => {
    const each = numbers.compile(predicate);
    const number = numbers.numberOf(each);
    const history = histories.get(number) ?? countHistory(facts, compiled, each, from);
    histories.set(number, history);
    return history;
  });
  facts.release();
  return found;
}
