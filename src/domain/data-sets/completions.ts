/** The completions of a company's people, as the vendor's export tells them: one for each record, counting or not. */
import type { Programme } from '../catalogue/catalogue.ts';
import type { RecordVerdict } from '../evaluation/record-verdicts.ts';
import type { FactsPerson, FactsRecord } from '../facts/facts-document.ts';
import { isListedPerson } from '../skills-report/skills-report-rows.ts';
import type { Day } from '../time/day.ts';

export interface Completion {
  readonly person: FactsPerson;
  readonly record: FactsRecord;
  readonly verdict: RecordVerdict;
}

/** Of the future, or taken back. */
const UNTOLD: ReadonlySet<string> = new Set(['voided', 'not-yet-achieved']);

/** By day, else as they stand. There are many times as many completions as days, so each is put to its own. */
function inOrder(found: readonly Completion[]): readonly Completion[] {
  const days = new Map<Day, Completion[]>();
  for (const completion of found) {
    const { achievedOn } = completion.verdict;
    const own = days.get(achievedOn);
    if (own === undefined) days.set(achievedOn, [completion]);
    else own.push(completion);
  }
  return [...days].sort(([left], [right]) => left - right).flatMap(([, own]) => own);
}

/**
 * Everything achieved by the day by people whom the skills report lists, from sources that the programme recognises;
 * the oldest first, those of one day in the order of the ids of the records.
 * @param verdicts in the order of the ids of the records, as an evaluation gives them
 */
export function completions(
  people: readonly FactsPerson[],
  verdicts: readonly RecordVerdict[],
  { recognisedSources }: Pick<Programme, 'recognisedSources'>,
  day: Day,
): readonly Completion[] {
  const listed = new Map<string, FactsPerson>();
  for (const person of people) if (isListedPerson(person, day)) listed.set(person.id, person);
  const found: Completion[] = [];
  for (const verdict of verdicts) {
    if (verdict.achievedOn > day) continue;
    if (verdict.reason !== null && UNTOLD.has(verdict.reason.code)) continue;
    const person = listed.get(verdict.person);
    const record = person?.records?.find(({ id }) => id === verdict.record);
    if (person === undefined || record === undefined) continue;
    if (record.source != null && !recognisedSources.includes(record.source)) continue;
    found.push({ person, record, verdict });
  }
  return inOrder(found);
}
