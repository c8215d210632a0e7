/** How a company stands in its programmes, as the network remembers it. */
import { setImmediate as pagesFirst } from 'node:timers/promises';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { StandingByRules, StandingLevel } from '../../domain/membership/level-differences.ts';
import { oneMoreSkill } from '../../domain/network/one-more-skill.ts';
import { RetirementsAhead } from '../../domain/rehearsal/retirements-ahead.ts';
import { type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import type { Actor } from '../../store/database.ts';
import { keepStandings, type StandingFindings } from '../../store/network-standings-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { today } from './as-of.ts';
import type { PartnerAnswer } from './partner-answer.ts';
import { answersOfEach } from './partner-programmes.ts';
import type { Services } from './services.ts';

export interface ProgrammeStanding extends StandingByRules, StandingFindings {
  readonly programme: string;
}

const AHEAD = new WeakMap<Programme, { readonly day: Day; readonly ahead: RetirementsAhead }>();

/** The same for every company of a day. */
function aheadOf(programme: Programme, day: Day): RetirementsAhead {
  const known = AHEAD.get(programme);
  if (known?.day === day) return known.ahead;
  const ahead = new RetirementsAhead(programme, day);
  AHEAD.set(programme, { day, ahead });
  return ahead;
}

function retirementLosses({ programme, asOf, facts, partner }: PartnerAnswer): StandingFindings['retiring'] {
  const found = aheadOf(programme, parseDay(asOf.validAt)!).of(facts, partner.origin);
  if ('kind' in found) throw new Error(`${found.path}: ${found.problem}`);
  return found.map(({ skill, levels }) => ({
    skill,
    levels: levels.map(({ competency, level, on, keptUntil }) => ({
      competency,
      level,
      on: formatDay(on),
      keptUntil: keptUntil === null ? null : formatDay(keptUntil),
    })),
  }));
}

async function findingsOf(answer: PartnerAnswer, pause: () => Promise<unknown>): Promise<StandingFindings> {
  const { facts, programme, asOf, evaluation, verdicts } = answer;
  const { skills, complete } = await oneMoreSkill(
    {
      facts,
      programme,
      day: parseDay(asOf.validAt)!,
      answer: { competencies: evaluation.competencies, verdicts },
      levels: answer.levelStandings(),
    },
    pause,
  );
  return { missing: skills, missingComplete: complete, retiring: retirementLosses(answer) };
}

/** @param pause awaited between questions that take a moment in a large company */
export async function programmeStanding(
  answer: PartnerAnswer,
  pause: () => Promise<unknown>,
): Promise<ProgrammeStanding> {
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
    ...(await findingsOf(answer, pause)),
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
  const standings: ProgrammeStanding[] = [];
  for (const answer of answers) {
    if (!own.some(({ programme }) => programme === answer.programme)) continue;
    standings.push(await programmeStanding(answer, pagesFirst));
  }
  const rows = standings.map((standing) => ({ ...standing, partnerId }));
  await database.asTenant({ partnerId, actor }, (tx) => keepStandings(tx, [partnerId], rows));
  return standings;
}
