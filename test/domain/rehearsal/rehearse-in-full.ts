/** A rehearsal without any thought of whom a change can concern: all of both versions, day by day. */
import type { Programme } from '../../../src/domain/catalogue/catalogue.ts';
import type { FactsDocument } from '../../../src/domain/facts/facts-document.ts';
import { FactsReader } from '../../../src/domain/facts/facts-reader.ts';
import { FactsTable } from '../../../src/domain/facts/facts-table.ts';
import { readFacts } from '../../../src/domain/facts/read-facts.ts';
import { FollowedPeople } from '../../../src/domain/projection/followed-people.ts';
import { heldOn, type LevelSpans, SpanBook } from '../../../src/domain/projection/level-history.ts';
import { levelSteps, standing } from '../../../src/domain/projection/project-levels.ts';
import { RuleEras } from '../../../src/domain/projection/rule-eras.ts';
import { heldDifferences } from '../../../src/domain/rehearsal/held-differences.ts';
import { keptUntil } from '../../../src/domain/rehearsal/kept-by-membership.ts';
import type { RehearsalQuestion, RehearsedChange } from '../../../src/domain/rehearsal/rehearsal.ts';

type Days = Pick<RehearsalQuestion, 'first' | 'last'>;

function spansOf(programme: Programme, document: FactsDocument, { first, last }: Days): LevelSpans {
  const eras = new RuleEras(programme, first, last);
  const facts = new FactsTable();
  const invalid = readFacts(document, eras.on(first), null, facts, new FactsReader());
  if (invalid !== null) throw new Error(JSON.stringify(invalid));
  const people = new FollowedPeople(facts, eras.on(first));
  const today = standing(facts, people);
  const book = new SpanBook();
  book.note(first, heldOn(facts, today), () => []);
  for (const { day, after } of levelSteps(facts, eras, last, people, today)) {
    book.note(day, heldOn(facts, after), () => []);
  }
  return book.close();
}

/** In no particular order. */
export function rehearseInFull(
  { before, after, ...days }: RehearsalQuestion,
  document: FactsDocument,
): readonly RehearsedChange[] {
  const old = spansOf(before, document, days);
  const differences = heldDifferences(old, spansOf(after, document, days), days.first);
  return [...differences].flatMap(([key, found]) => {
    const [competency, level] = key.split('/') as [string, string];
    const company = { facts: document, origin: undefined };
    return found.map((each) => ({
      ...each,
      competency,
      level,
      keptUntil:
        each.kind === 'gained' ? null : keptUntil(before, company, level, each.on, old.get(key) ?? []),
    }));
  });
}
