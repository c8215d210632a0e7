/**
 * Does this record count on this day, and if not, why: the first reason in the fixed order of REASON_CODES, as its
 * place there. Only `duplicate` is missing here: it depends on the other records (see find-duplicates.ts).
 */
import { BELOW_GRADE, type FactsTable, NEVER, SOURCE_NOT_RECOGNISED, VOIDED } from '../facts/facts-table.ts';
import { addYears, type Day } from '../time/day.ts';
import type { CompiledProgramme } from './compiled-programme.ts';
import { REASON_CODES, type ReasonCode } from './evaluation-result.ts';

/** Place of a reason in REASON_CODES, or COUNTS. */
export type ReasonNumber = number;

export const COUNTS: ReasonNumber = -1;

function place(code: ReasonCode): ReasonNumber {
  return REASON_CODES.indexOf(code);
}

export const REASON = {
  voided: place('voided'),
  sourceNotRecognised: place('source-not-recognised'),
  accountMergedAway: place('account-merged-away'),
  duplicate: place('duplicate'),
  notYetAchieved: place('not-yet-achieved'),
  notYetEmployed: place('not-yet-employed'),
  personLeft: place('person-left'),
  notAssociated: place('not-associated'),
  associatedElsewhere: place('associated-elsewhere'),
  associationEnded: place('association-ended'),
  pmcWindowOver: place('pmc-window-over'),
  revoked: place('revoked'),
  expired: place('expired'),
  retired: place('retired'),
  belowGrade: place('below-grade'),
} as const;

/** The last day on which a record is valid: given by its source, else computed from the programme's rule. */
export function lastValidDay(
  facts: FactsTable,
  { programme, skills }: CompiledProgramme,
  record: number,
): number {
  const given = facts.expiresOn[record]!;
  const skill = skills[facts.recordSkill[record]!];
  if (given !== NEVER || skill === undefined || skill.validity === 'none') return given;
  const achieved = facts.achievedOn[record]! as Day;
  let years: number | null = null;
  for (const rule of programme.validity) if (rule.from === null || rule.from <= achieved) years = rule.years;
  return years === null ? NEVER : addYears(achieved, years);
}

/**
 * The last day on which a record of a retired skill counts; `null` when it was earned after the retirement and so
 * never counts, NEVER while no retirement is known.
 */
export function lastDayBeforeRetirement(
  facts: FactsTable,
  { skills, lastRetiredDay }: CompiledProgramme,
  record: number,
): number | null {
  const skill = facts.recordSkill[record]!;
  const retiredOn = skills[skill]?.retiredOn ?? null;
  if (retiredOn === null) return NEVER;
  return facts.achievedOn[record]! <= retiredOn ? lastRetiredDay[skill]! : null;
}

/** The account a record is read as; `null` when the record names none. */
export function accountOf(facts: FactsTable, record: number): string | null {
  const account = facts.recordAccount[record] ?? null;
  return account === null ? null : facts.survivor(account);
}

/** People of the same individual share accounts and associations; nearly everybody is alone. */
export function peopleOfIndividual(facts: FactsTable, person: number): readonly number[] {
  if (facts.individualOf === null) return [person];
  return facts.samePeople.get(facts.individualOf[person]!) ?? [person];
}

function isOwnAccount(facts: FactsTable, person: number, account: string): boolean {
  return peopleOfIndividual(facts, person).some((other) => {
    const { accounts, associations } = facts.people[other]!;
    const named = (entry: { readonly accountId: string }) => entry.accountId === account;
    return (accounts?.some(named) ?? false) || (associations?.some(named) ?? false);
  });
}

function isMergedAway(facts: FactsTable, person: number, record: number): boolean {
  if (facts.merges.size === 0) return false;
  const account = facts.recordAccount[record] ?? null;
  if (account === null || !facts.merges.has(account)) return false;
  return !isOwnAccount(facts, person, facts.survivor(account));
}

/** The associations a record may count through, already begun on the day; `null` for all of the person's. */
export function judgeAssociations(
  facts: FactsTable,
  day: Day,
  person: number,
  account: string | null,
): ReasonNumber {
  let elsewhere = false;
  let ended = false;
  let windowOver = false;
  const people = account === null || facts.individualOf === null ? null : peopleOfIndividual(facts, person);
  for (const holder of people ?? [person]) {
    const end = facts.associationStart[holder + 1]!;
    for (let number = facts.associationStart[holder]!; number < end; number++) {
      if (account !== null && facts.associationAccount[number] !== account) continue;
      if (facts.associationFrom[number]! > day) continue;
      const active = day < facts.associationUntil[number]!;
      const here = facts.associationIsHere[number] === 1;
      if (active && here) {
        if (facts.associationIsPmc[number] === 0 || day < facts.pmcWindowEnd) return COUNTS;
        windowOver = true;
      } else if (active) elsewhere = true;
      else if (here) ended = true;
    }
  }
  if (elsewhere) return REASON.associatedElsewhere;
  if (ended) return REASON.associationEnded;
  return windowOver ? REASON.pmcWindowOver : REASON.notAssociated;
}

/** The reason that holds for the person as a whole on the day, if any. */
export function judgePerson(facts: FactsTable, day: Day, person: number): ReasonNumber {
  if (day < facts.employedFrom[person]!) return REASON.notYetEmployed;
  return day >= facts.employedUntil[person]! ? REASON.personLeft : COUNTS;
}

export function judgeRecord(
  facts: FactsTable,
  compiled: CompiledProgramme,
  person: number,
  record: number,
): ReasonNumber {
  const { day } = compiled;
  const marks = facts.recordMarks[record]!;
  if (marks & VOIDED) return REASON.voided;
  if (marks & SOURCE_NOT_RECOGNISED) return REASON.sourceNotRecognised;
  if (isMergedAway(facts, person, record)) return REASON.accountMergedAway;
  if (day < facts.achievedOn[record]!) return REASON.notYetAchieved;
  const ofPerson = judgePerson(facts, day, person);
  if (ofPerson !== COUNTS) return ofPerson;
  if (facts.namesAssociations[person] === 1) {
    const ofAssociation = judgeAssociations(facts, day, person, accountOf(facts, record));
    if (ofAssociation !== COUNTS) return ofAssociation;
  }
  if (day >= facts.revokedOn[record]!) return REASON.revoked;
  if (day > lastValidDay(facts, compiled, record)) return REASON.expired;
  const lastDay = lastDayBeforeRetirement(facts, compiled, record);
  if (lastDay === null || day > lastDay) return REASON.retired;
  return marks & BELOW_GRADE ? REASON.belowGrade : COUNTS;
}
