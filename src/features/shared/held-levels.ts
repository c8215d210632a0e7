import type { Competency, Level, Programme } from '../../domain/catalogue/catalogue.ts';
import { shownLevels } from '../../domain/membership/shown-levels.ts';
import { formatDay } from '../../domain/time/day.ts';
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

/** Where nothing is sold, what is met is shown; else what a membership covers. */
function shownOf(answer: PartnerAnswer) {
  const { programme, evaluation } = answer;
  if (programme.membership === null) {
    return evaluation.attained.map((each) => ({ ...each, validThrough: null }));
  }
  return shownLevels(programme.membership, programme.levels, answer.levelStandings());
}

/** What a company shows on a day, over all its programmes, the highest levels first. */
export async function heldLevels(services: Parts, partnerId: PartnerId, day: string): Promise<HeldLevels> {
  const answers = await answersOfEach(services, partnerId, { validAt: day, knownAt: null });
  const enrolled = (await services.programmesOf(partnerId)).filter((each) => each.enrolled);
  const levels = answers.flatMap((answer): HeldLevel[] => {
    const { programme } = answer;
    // A company that takes part in none is answered about the default one: nothing of that is shown to customers.
    if (!enrolled.some((each) => each.programme === programme)) return [];
    const competencies = new Map(programme.competencies.map((each) => [each.id, each]));
    const known = new Map(programme.levels.map((each) => [each.id, each]));
    return shownOf(answer).flatMap(({ competency: id, level: levelId, validThrough }) => {
      const competency = competencies.get(id);
      const level = known.get(levelId);
      if (competency === undefined || level === undefined) return [];
      return [
        {
          programme,
          competency,
          level,
          validThrough: validThrough === null ? null : formatDay(validThrough),
        },
      ];
    });
  });
  const days = answers.map((answer) => answer.changesOn()).sort();
  return {
    levels: levels.sort((a, b) => b.level.rank - a.level.rank),
    evidenceVersion: Math.min(...answers.map((answer) => answer.evidenceVersion)),
    changesOn: days[0]!,
  };
}
