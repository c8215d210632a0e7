import type { Risk } from '../../contract/risk.ts';
import { nextAnniversary } from '../../domain/membership/membership-terms.ts';
import { addMonths, formatDay, parseDay } from '../../domain/time/day.ts';
import { heldLevel } from '../shared/held-exemption.ts';
import { lossCauseViews } from '../shared/loss-cause-view.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { partnerHoldings } from '../shared/partner-lifecycle.ts';
import { personRef } from '../shared/person-refs.ts';

/** Without a membership that ends there is no renewal to look forward to; a year is. */
const MONTHS_WITHOUT_ANNIVERSARY = 12;

/** The next anniversary of what is held, else twelve months later. */
export function lookedAhead(answer: PartnerAnswer): string {
  const day = parseDay(answer.asOf.validAt)!;
  const next = nextAnniversary(partnerHoldings(answer, answer.programme, day), day);
  return formatDay(next ?? addMonths(day, MONTHS_WITHOUT_ANNIVERSARY));
}

/** What may be lost until a day: which levels, when first, why, and how many departures each survives. */
export function risk(answer: PartnerAnswer, until: string | null, mayNames: boolean): Risk {
  const { programme, evaluation, directory } = answer;
  const asked = until ?? lookedAhead(answer);
  const names = new Map(programme.competencies.map(({ id, name }) => [id, name]));
  const { levels, warnings = [] } = answer.riskUntil(asked).risk;
  return {
    value: levels.map((level) => ({
      ...level,
      name: names.get(level.competency)!,
      cause: level.cause && lossCauseViews(answer, level.competency, level.cause, mayNames),
      criticalPeople: level.criticalPeople.map((person) => personRef(directory, person, mayNames)),
    })),
    heldByExemption: evaluation.attained.flatMap((attained) => {
      const { competency, level } = attained;
      const exemption = heldLevel(attained, answer.facts.exemptions ?? [])?.exemption ?? null;
      return exemption === null ? [] : [{ competency, name: names.get(competency)!, level, exemption }];
    }),
    until: asked,
    asOf: evaluation.asOf,
    programme: programme.id,
    catalogueVersion: programme.version,
    warnings: [...evaluation.warnings, ...warnings],
  };
}
