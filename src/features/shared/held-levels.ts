import type { Competency, Level, Programme } from '../../domain/catalogue/catalogue.ts';
import type { PartnerId } from '../../store/partner-id.ts';
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

/** What a company shows on a day, over all its programmes, the highest levels first. */
export async function heldLevels(services: Parts, partnerId: PartnerId, day: string): Promise<HeldLevels> {
  const answers = await answersOfEach(services, partnerId, { validAt: day, knownAt: null });
  const levels = answers.flatMap(({ programme, evaluation, facts }): HeldLevel[] => {
    const competencies = new Map(programme.competencies.map((each) => [each.id, each]));
    const ranks = new Map(programme.levels.map((each) => [each.id, each]));
    const held = (facts.memberships ?? []).filter(
      ({ activeFrom, anniversary }) => activeFrom <= day && (anniversary == null || day < anniversary),
    );
    return evaluation.attained.flatMap(({ competency: id, level: levelId }) => {
      const competency = competencies.get(id);
      const level = ranks.get(levelId);
      if (competency === undefined || level === undefined || held.length === 0) return [];
      return [{ programme, competency, level, validThrough: held[0]!.anniversary ?? null }];
    });
  });
  const days = answers.map((answer) => answer.changesOn()).sort();
  return {
    levels: levels.sort((a, b) => b.level.rank - a.level.rank),
    evidenceVersion: Math.min(...answers.map((answer) => answer.evidenceVersion)),
    changesOn: days[0]!,
  };
}
