/** The completions of a company's people, as the vendor's export tells them: one for each record, counting or not. */
import type { Programme } from '../catalogue/catalogue.ts';
import type { RecordVerdict } from '../evaluation/record-verdicts.ts';
import type { FactsPerson, FactsRecord } from '../facts/facts-document.ts';
import { isListedPerson, verdictsByPerson } from '../skills-report/skills-report-rows.ts';
import type { Day } from '../time/day.ts';

export interface Completion {
  readonly person: FactsPerson;
  readonly record: FactsRecord;
  readonly verdict: RecordVerdict;
}

/** Of the future, or taken back. */
const UNTOLD: ReadonlySet<string> = new Set(['voided', 'not-yet-achieved']);

function byId({ record: left }: Completion, { record: right }: Completion): number {
  return left.id < right.id ? -1 : 1;
}

/** By day, then by the id of the record. There are many times as many completions as days, so each is put to its own. */
function inOrder(found: readonly Completion[]): readonly Completion[] {
  const days = new Map<Day, Completion[]>();
  for (const completion of found) {
    const { achievedOn } = completion.verdict;
    const own = days.get(achievedOn);
    if (own === undefined) days.set(achievedOn, [completion]);
    else own.push(completion);
  }
  return [...days]
    .sort(([left], [right]) => left - right)
    .flatMap(([, own]) => own.sort(byId));
}

/**
 * Everything achieved by the day by people whom the skills report lists, from sources that the programme recognises;
 * the oldest first.
 */
export function completions(
  people: readonly FactsPerson[],
  verdicts: readonly RecordVerdict[],
  { recognisedSources }: Pick<Programme, 'recognisedSources'>,
  day: Day,
): readonly Completion[] {
  const verdictsOf = verdictsByPerson(verdicts);
  const found: Completion[] = [];
  for (const person of people) {
    const own = verdictsOf.get(person.id);
    if (own === undefined || !isListedPerson(person, day)) continue;
    const records = new Map((person.records ?? []).map((record) => [record.id, record]));
    for (const verdict of own) {
      const record = records.get(verdict.record);
      if (record === undefined || verdict.achievedOn > day) continue;
      if (verdict.reason !== null && UNTOLD.has(verdict.reason.code)) continue;
      if (record.source != null && !recognisedSources.includes(record.source)) continue;
      found.push({ person, record, verdict });
    }
  }
  return inOrder(found);
}
