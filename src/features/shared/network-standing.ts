/** How a company stands in its programmes, as the network remembers it. */
import type { StandingByRules, StandingLevel } from '../../domain/membership/level-differences.ts';
import { formatDay } from '../../domain/time/day.ts';
import type { Actor } from '../../store/database.ts';
import { keepStandings } from '../../store/network-standings-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { today } from './as-of.ts';
import type { PartnerAnswer } from './partner-answer.ts';
import { answersOfEach } from './partner-programmes.ts';
import type { Services } from './services.ts';

export interface ProgrammeStanding extends StandingByRules {
  readonly programme: string;
}

export function programmeStanding(answer: PartnerAnswer): ProgrammeStanding {
  const { programme, asOf, evaluation, evidenceVersion } = answer;
  const met = new Set(
    [...evaluation.competencies.filter(({ outcome }) => outcome === 'met'), ...evaluation.attained].map(
      ({ competency, level }) => `${competency}/${level}`,
    ),
  );
  const levels = answer.levelStandings().map(
    ({ competency, level, state, lostOn, anniversary }): StandingLevel => ({
      competency,
      level,
      state,
      met: met.has(`${competency}/${level}`),
      lostOn: lostOn === null ? null : formatDay(lostOn),
      anniversary: anniversary === null ? null : formatDay(anniversary),
    }),
  );
  return {
    programme: programme.id,
    catalogue: programme.version,
    evidenceVersion,
    seenOn: asOf.validAt,
    changesOn: answer.levelsChangeOn(),
    levels,
  };
}

/** Asks about one company at once, whenever its turn in the network would come, and remembers the answer. */
export async function renewStanding(
  services: Pick<Services, 'database' | 'answers' | 'programmesOf' | 'now'>,
  partnerId: PartnerId,
  actor: Actor,
): Promise<readonly ProgrammeStanding[]> {
  const { database, programmesOf, now } = services;
  const answers = await answersOfEach(services, partnerId, { validAt: today(now()), knownAt: null });
  const own = (await programmesOf(partnerId)).filter(({ enrolled }) => enrolled);
  const standings = answers
    .filter((answer) => own.some(({ programme }) => programme === answer.programme))
    .map(programmeStanding);
  const rows = standings.map((standing) => ({ ...standing, partnerId }));
  await database.asTenant({ partnerId, actor }, (tx) => keepStandings(tx, [partnerId], rows));
  return standings;
}
