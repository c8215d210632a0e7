import type { Competency, Level, Programme } from '../../domain/catalogue/catalogue.ts';
import { holdingsOn, isHeld } from '../../domain/membership/membership-terms.ts';
import { companyEra } from '../../domain/membership/renewal-window.ts';
import { addDays, formatDay, parseDay } from '../../domain/time/day.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import type { PartnerAnswer } from './partner-answer.ts';
import { answersOfEach } from './partner-programmes.ts';
import type { Services } from './services.ts';

/** A level that a company shows to customers on a day. */
export interface HeldLevel {
  readonly programme: Programme;
  readonly competency: Competency;
  readonly level: Level;
  /** Last day, `YYYY-MM-DD`, on which it is shown unless the membership is renewed. */
  readonly validThrough: string | null;
}

export interface HeldLevels {
  readonly levels: readonly HeldLevel[];
  /** Of the facts from which this was read. */
  readonly evidenceVersion: number;
  /** First later day on which it may differ by what is known now. */
  readonly changesOn: string;
}

type Parts = Pick<Services, 'answers' | 'programmesOf'>;

interface ShownId {
  readonly competency: string;
  readonly level: string;
  readonly validThrough: string | null;
}

/** Where nothing is sold, what is met is shown; else what a membership covers. */
function shownOf({ programme, evaluation, facts, partner, asOf }: PartnerAnswer): readonly ShownId[] {
  const { membership } = programme;
  const day = parseDay(asOf.validAt)!;
  if (membership === null) return evaluation.attained.map((each) => ({ ...each, validThrough: null }));
  const moved = partner.movedFromPmcOn === null ? null : parseDay(partner.movedFromPmcOn);
  const ranks = new Map(programme.levels.map(({ id, rank }) => [id, rank]));
  const holdings = holdingsOn(membership, facts.memberships ?? [], companyEra(moved, partner.origin), day)
    .filter((holding) => isHeld(holding) && holding.state === 'active' && holding.offer.level !== null)
    .sort((a, b) => ranks.get(b.offer.level!)! - ranks.get(a.offer.level!)!);
  const [best] = holdings;
  if (best === undefined) return [];
  const most = ranks.get(best.offer.level!)!;
  const highest = new Map<string, string>();
  for (const { competency, level, outcome } of evaluation.competencies) {
    const rank = ranks.get(level) ?? 0;
    if (outcome !== 'met' || rank > most) continue;
    const known = highest.get(competency);
    if (known === undefined || rank > ranks.get(known)!) highest.set(competency, level);
  }
  const validThrough = formatDay(addDays(best.anniversary, -1));
  return [...highest].map(([competency, level]) => ({ competency, level, validThrough }));
}

/** What a company shows on a day, over all its programmes, the highest levels first. */
export async function heldLevels(services: Parts, partnerId: PartnerId, day: string): Promise<HeldLevels> {
  const answers = await answersOfEach(services, partnerId, { validAt: day, knownAt: null });
  const levels = answers.flatMap((answer): HeldLevel[] => {
    const { programme } = answer;
    const competencies = new Map(programme.competencies.map((each) => [each.id, each]));
    const known = new Map(programme.levels.map((each) => [each.id, each]));
    return shownOf(answer).flatMap(({ competency: id, level: levelId, validThrough }) => {
      const competency = competencies.get(id);
      const level = known.get(levelId);
      if (competency === undefined || level === undefined) return [];
      return [{ programme, competency, level, validThrough }];
    });
  });
  const days = answers.map((answer) => answer.changesOn()).sort();
  return {
    levels: levels.sort((a, b) => b.level.rank - a.level.rank),
    evidenceVersion: Math.min(...answers.map((answer) => answer.evidenceVersion)),
    changesOn: days[0]!,
  };
}
