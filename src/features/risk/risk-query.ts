import type { Risk } from '../../contract/risk.ts';
import type { FactsDocument } from '../../domain/facts/facts-document.ts';
import { addMonths, formatDay, parseDay } from '../../domain/time/day.ts';
import { lossCauseViews } from '../shared/loss-cause-view.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { personRef } from '../shared/person-refs.ts';

/** Without a membership that ends there is no renewal to look forward to; a year is. */
const MONTHS_WITHOUT_ANNIVERSARY = 12;

/** The next anniversary of a membership after the day, else twelve months later. */
function nextAnniversary({ memberships = [] }: FactsDocument, day: string): string {
  const coming = memberships.flatMap(({ anniversary }) => {
    const on = anniversary?.slice(0, 10);
    return on !== undefined && on > day ? [on] : [];
  });
  return coming.sort()[0] ?? formatDay(addMonths(parseDay(day)!, MONTHS_WITHOUT_ANNIVERSARY));
}

/** What may be lost until a day: which levels, when first, why, and how many departures each survives. */
export function risk(answer: PartnerAnswer, until: string | null, mayNames: boolean): Risk {
  const { programme, evaluation, directory } = answer;
  const asked = until ?? nextAnniversary(answer.facts, answer.asOf.validAt);
  const names = new Map(programme.competencies.map(({ id, name }) => [id, name]));
  const { levels, warnings = [] } = answer.riskUntil(asked).risk;
  return {
    value: levels.map((level) => ({
      ...level,
      name: names.get(level.competency)!,
      cause: level.cause && lossCauseViews(answer, level.competency, level.cause, mayNames),
      criticalPeople: level.criticalPeople.map((person) => personRef(directory, person, mayNames)),
    })),
    until: asked,
    asOf: evaluation.asOf,
    programme: programme.id,
    catalogueVersion: programme.version,
    warnings: [...evaluation.warnings, ...warnings],
  };
}
