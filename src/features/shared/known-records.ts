import type { PartnerAnswer } from './partner-answer.ts';

const known = new WeakMap<PartnerAnswer, ReadonlySet<string>>();

/** Ids of the records that were known at the time of the answer: a record not yet known does not appear at all. */
export function knownRecords(answer: PartnerAnswer): ReadonlySet<string> {
  const found = known.get(answer) ?? new Set(answer.verdicts.map(({ record }) => record));
  known.set(answer, found);
  return found;
}
