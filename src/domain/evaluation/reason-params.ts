/** The parameters that make a reason readable: dates, the other record, the source. */
import { type FactsTable, NEVER } from '../facts/facts-table.ts';
import { type Day, formatDay } from '../time/day.ts';
import type { CompiledProgramme } from './compiled-programme.ts';
import type { ReasonCode, ReasonParams } from './evaluation-result.ts';
import { accountOf, lastDayBeforeRetirement, lastValidDay, peopleOfIndividual } from './judge-record.ts';

function dayText(day: number | null): string | null {
  return day === null || day === NEVER ? null : formatDay(day as Day);
}

/** The last day by which an association with this partner that the record could count through has ended. */
function associationEnd(facts: FactsTable, day: Day, person: number, record: number): string | null {
  const account = accountOf(facts, record);
  let latest: number | null = null;
  for (const holder of account === null ? [person] : peopleOfIndividual(facts, person)) {
    for (
      let number = facts.associationStart[holder]!;
      number < facts.associationStart[holder + 1]!;
      number++
    ) {
      if (account !== null && facts.associationAccount[number] !== account) continue;
      const until = facts.associationUntil[number]!;
      if (facts.associationIsHere[number] !== 1 || facts.associationFrom[number]! > day || until > day)
        continue;
      if (latest === null || until > latest) latest = until;
    }
  }
  return dayText(latest);
}

export function reasonParams(
  facts: FactsTable,
  compiled: CompiledProgramme,
  person: number,
  record: number,
  reason: ReasonCode,
  keptFor: ReadonlyMap<number, number>,
): ReasonParams {
  const raw = facts.records[record]!;
  switch (reason) {
    case 'voided':
      return { at: raw.voidedAt ?? null };
    case 'source-not-recognised':
      return { source: raw.source ?? null };
    case 'account-merged-away':
      return { into: accountOf(facts, record) };
    case 'duplicate':
      return { of: facts.records[keptFor.get(record)!]!.id };
    case 'not-yet-achieved':
      return { on: dayText(facts.achievedOn[record]!) };
    case 'not-yet-employed':
      return { on: dayText(facts.employedFrom[person]!) };
    case 'person-left':
      return { on: dayText(facts.employedUntil[person]!) };
    case 'not-associated':
      return { account: raw.accountId ?? null };
    case 'associated-elsewhere':
      // The other partner's name is nobody else's business.
      return { partner: null };
    case 'association-ended':
      return { on: associationEnd(facts, compiled.day, person, record) };
    case 'pmc-window-over':
      return { on: dayText(facts.pmcWindowEnd) };
    case 'revoked':
      return { on: dayText(facts.revokedOn[record]!) };
    case 'expired':
      return { on: dayText(lastValidDay(facts, compiled, record)) };
    case 'retired':
      return {
        on: dayText(compiled.skills[facts.recordSkill[record]!]!.retiredOn),
        countsUntil: dayText(lastDayBeforeRetirement(facts, compiled, record)),
      };
    case 'below-grade':
      return { grade: raw.grade ?? null, minGrade: compiled.programme.minGrade };
    case 'seat-taken':
    case 'not-named':
      return {};
  }
}
