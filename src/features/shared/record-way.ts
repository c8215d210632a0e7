import type { Reason } from '../../contract/explanation.ts';
import type { RecordWay } from '../../contract/skills-report.ts';
import type { NamingOption } from '../../domain/evaluation/compiled-programme.ts';
import type { RecordVerdict } from '../../domain/evaluation/record-verdicts.ts';
import type { FactsAssociation, FactsPerson, FactsRecord } from '../../domain/facts/facts-document.ts';
import { missingThings } from './missing-things.ts';
import { namedOption } from './option-names.ts';
import type { PartnerAnswer } from './partner-answer.ts';

/** The association through which a record may count on the day: the current one, else the latest begun. */
function associationOf(person: FactsPerson, record: FactsRecord, day: string): FactsAssociation | null {
  const here = (person.associations ?? [])
    .filter(
      ({ partner, accountId }) =>
        partner == null && (record.accountId == null || accountId === record.accountId),
    )
    .filter(({ from }) => from.slice(0, 10) <= day)
    .sort((a, b) => (a.from < b.from ? 1 : -1));
  return here.find(({ until }) => until == null || day < until.slice(0, 10)) ?? here[0] ?? null;
}

/** Why a record that counts somewhere does not count for this option, where the holder is used elsewhere. */
function takenReason({ taken = [] }: RecordVerdict, { competency, option }: NamingOption): Reason | null {
  const found = taken.find((one) => one.competency === competency && one.option === option);
  return found === undefined ? null : { code: 'seat-taken', params: found.params };
}

function levelsOf({ evaluation, programme }: PartnerAnswer, { competency, option }: NamingOption) {
  return evaluation.competencies
    .filter((result) => result.competency === competency && result.option === option)
    .map((result) => ({
      level: result.level,
      outcome: result.outcome,
      unknown: result.outcome === 'undetermined' ? missingThings(result, programme).unknown : [],
    }));
}

/**
 * The way of one record, step by step with its times; null when the answer holds no such record.
 * @param mayStanding the reader may see how the company stands, not only what is his or her own
 */
export function recordWay(answer: PartnerAnswer, recordId: string, mayStanding: boolean): RecordWay | null {
  const found = answer.recordsById().get(recordId);
  const verdict = answer.verdicts.find(({ record }) => record === recordId);
  if (found === undefined || verdict === undefined) return null;
  const { record } = found;
  const { validAt } = answer.asOf;
  const person = (answer.facts.people ?? []).find(({ id }) => id === found.person)!;
  const association = associationOf(person, record, validAt);
  const stillAssociated =
    association !== null && (association.until == null || validAt < association.until.slice(0, 10));
  const counts = verdict.named && verdict.reason === null;
  const received = record.recordedAt ?? null;
  const associatedAt = association?.from ?? null;
  const counted = [record.achievedOn, received, associatedAt]
    .filter((at) => at !== null)
    .sort()
    .at(-1);
  return {
    recordId,
    programme: answer.programme.id,
    steps: [
      { step: 'achieved', at: record.achievedOn, done: record.achievedOn <= validAt, detail: null },
      { step: 'received', at: received, done: true, detail: record.source ?? null },
      { step: 'associated', at: associatedAt, done: stillAssociated, detail: association?.via ?? null },
      { step: 'counted', at: counts ? (counted ?? null) : null, done: counts, detail: null },
    ],
    source: record.source ?? '',
    certificateNumber: record.certificateNumber ?? null,
    options: verdict.options.map((option) => ({
      ...namedOption(answer.programme, option),
      reason: verdict.reason ?? takenReason(verdict, option),
      levels: mayStanding ? levelsOf(answer, option) : [],
    })),
  };
}
