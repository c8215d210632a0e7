/** Which assignments of training the facts fulfil: nobody ticks them off. */
import type { Programme } from '../catalogue/catalogue.ts';
import { compileProgramme } from '../evaluation/compile-programme.ts';
import { COUNTS, judgeRecord, lastValidDay, peopleOfIndividual, REASON } from '../evaluation/judge-record.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import { FactsReader } from '../facts/facts-reader.ts';
import { FactsTable, NOT_KNOWN } from '../facts/facts-table.ts';
import { readFacts } from '../facts/read-facts.ts';
import { type Day, formatDay } from '../time/day.ts';

export interface AssignedTraining {
  readonly person: string;
  readonly skill: string;
  /** The day by which it is to be had. */
  readonly dueOn: Day;
}

export interface Fulfilment {
  /** Id of the record by which it is done. */
  readonly record: string;
  /** `YYYY-MM-DD` on which it was achieved. */
  readonly doneOn: string;
}

/** Nothing else speaks against such a record: it has only ended since. */
const ENDED = [COUNTS, REASON.expired, REASON.retired];

/**
 * An assignment is fulfilled by a record of the person that counts today, or did, and lasts beyond the due day: what
 * expires before was to be renewed. Of several the earliest is told.
 * @param day today
 * @returns of each assignment what fulfils it, in their order
 */
export function fulfilments(
  facts: FactsDocument,
  programme: Programme,
  day: Day,
  assigned: readonly AssignedTraining[],
): readonly (Fulfilment | null)[] {
  if (assigned.length === 0) return [];
  const compiled = compileProgramme(programme, day);
  const table = new FactsTable();
  const problem = readFacts(facts, compiled, null, table, new FactsReader());
  if (problem !== null) throw new Error(`the facts cannot be read: ${JSON.stringify(problem)}`);
  const places = new Map(table.people.map(({ id }, place) => [id, place]));
  const fulfilment = ({ person, skill, dueOn }: AssignedTraining): Fulfilment | null => {
    const place = places.get(person);
    const number = compiled.skillNumbers.get(programme.aliases.get(skill) ?? skill);
    if (place === undefined || number === undefined) return null;
    let found: Fulfilment | null = null;
    const individual = table.individualOf?.[place] ?? place;
    for (const user of peopleOfIndividual(table, individual)) {
      for (let record = table.recordStart[user]!; record < table.recordStart[user + 1]!; record++) {
        if (table.recordSkill[record] !== number || table.recordMarks[record]! & NOT_KNOWN) continue;
        if (!ENDED.includes(judgeRecord(table, compiled, user, record))) continue;
        if (lastValidDay(table, compiled, record) <= dueOn) continue;
        const doneOn = formatDay(table.achievedOn[record]! as Day);
        if (found === null || doneOn < found.doneOn) found = { record: table.records[record]!.id, doneOn };
      }
    }
    return found;
  };
  return assigned.map(fulfilment);
}
