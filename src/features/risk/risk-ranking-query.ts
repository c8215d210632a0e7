import type { PersonRef } from '../../contract/explanation.ts';
import type { RankedLevel, RiskRanking } from '../../contract/risk-ranking.ts';
import { nextAnniversary } from '../../domain/membership/membership-terms.ts';
import { parseDay } from '../../domain/time/day.ts';
import { cheapestFirst } from '../shared/cheapest-first.ts';
import { levelRepairs } from '../shared/level-repair.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { partnerHoldings } from '../shared/partner-lifecycle.ts';
import { personRef } from '../shared/person-refs.ts';
import { peopleOfActions } from '../shared/single-action-view.ts';
import { expiringCertificates } from './expiring-certificates.ts';
import type { PlainRankedLevel } from './ranked-levels.ts';
import { changesOf, type RecordedChanges } from './recorded-changes.ts';
import { lookedAhead } from './risk-query.ts';

/** To try a repair takes a moment in a large company: it is tried for the most valuable ones. */
const MOST_REPAIRED = 12;

function untilOf(answer: PartnerAnswer): Pick<RiskRanking, 'until' | 'untilAnniversary'> {
  const day = parseDay(answer.asOf.validAt)!;
  const holdings = partnerHoldings(answer, answer.programme, day);
  return { until: lookedAhead(answer), untilAnniversary: nextAnniversary(holdings, day) !== null };
}

/** What is in danger, by value, with what changed and the repair; and whose certificates expire. */
export function riskRanking(
  answer: PartnerAnswer,
  levels: readonly PlainRankedLevel[],
  recorded: RecordedChanges,
  mayNames: boolean,
): RiskRanking {
  const { programme, evaluation, directory, facts, asOf } = answer;
  const repair = levelRepairs(facts, programme, asOf.knownAt);
  const ranked = levels.map((level, index): RankedLevel => {
    const changes = changesOf(level, recorded, mayNames);
    // A level that is met and kept needs nothing but a renewal.
    const lost = level.lostOn !== null || !(level.met || level.exemption !== null);
    if (!level.threatened || !lost || index >= MOST_REPAIRED) return { ...level, changes, repair: null };
    const on = level.lostOn !== null && level.lostOn > asOf.validAt ? level.lostOn : asOf.validAt;
    const { actions, actionsComplete } = repair(level, on);
    return {
      ...level,
      changes,
      repair: { on, actions: cheapestFirst(actions, level.cause), actionsComplete },
    };
  });
  const people: Record<string, PersonRef> = {};
  for (const id of ranked.flatMap((level) => peopleOfActions(level.repair?.actions ?? []))) {
    people[id] = personRef(directory, id, mayNames);
  }
  const ahead = untilOf(answer);
  return {
    levels: ranked,
    ...expiringCertificates(answer, ahead.until, mayNames),
    ...ahead,
    people,
    asOf: evaluation.asOf,
    programme: programme.id,
    catalogueVersion: programme.version,
    warnings: [...evaluation.warnings, ...(answer.riskOfYear().risk.warnings ?? [])],
  };
}
