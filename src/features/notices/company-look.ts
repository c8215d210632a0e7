/** One company looked at on one day: what people are owed, how it stands, and when it must be looked at again. */
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { addDays, type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import { type ProgrammeStanding, programmeStanding } from '../shared/network-standing.ts';
import type { NoticeDraft } from '../shared/notices/raise-notices.ts';
import { type LoadedPartner, type PartnerAnswer, partnerAnswer } from '../shared/partner-answer.ts';
import { associationNotices } from './association-notices.ts';
import { earliest } from './due-notices.ts';
import { endingNotices } from './ending-notices.ts';
import { membershipNotices } from './membership-notices.ts';
import { type LevelNotices, levelNotices, type RememberedLevel } from './noticed-levels.ts';

/** A company that takes part in nothing is looked at when its facts change; else after so many days. */
const DAYS_WITHOUT_PROGRAMME = 30;

export interface LookQuestion {
  /** Those in which the company takes part. */
  readonly programmes: readonly Programme[];
  readonly day: Day;
  /** Day of the last look; null before the first. */
  readonly ranOn: Day | null;
  /** The levels as they were told last; null before the first look. */
  readonly told: readonly RememberedLevel[] | null;
}

export interface CompanyLook {
  readonly drafts: readonly NoticeDraft[];
  readonly levels: readonly RememberedLevel[];
  readonly standings: readonly ProgrammeStanding[];
  /** `YYYY-MM-DD` */
  readonly nextDue: string;
}

/**
 * @param loaded the names of people are not asked for
 * @param pause what takes long is done with such pauses in between
 */
export async function lookAtCompany(
  loaded: LoadedPartner,
  { programmes, day, ranOn, told }: LookQuestion,
  pause: () => Promise<unknown>,
): Promise<CompanyLook> {
  const asOf = { validAt: formatDay(day), knownAt: null };
  const answers: PartnerAnswer[] = [];
  for (const programme of programmes) {
    const answer = partnerAnswer(loaded, programme, asOf);
    await pause();
    answer.levelStandings();
    await pause();
    answers.push(answer);
  }
  const levels: LevelNotices[] = [];
  for (const answer of answers) levels.push(await levelNotices(answer, told, pause));
  const owed = [...answers.map(membershipNotices), endingNotices(answers, day, ranOn)];
  const next = earliest([
    ...answers.map((answer) => parseDay(answer.levelsChangeOn())),
    ...owed.map((due) => due.next),
  ]);
  const standings: ProgrammeStanding[] = [];
  for (const answer of answers) standings.push(await programmeStanding(answer, pause));
  return {
    drafts: [
      ...[...levels, ...owed].flatMap(({ drafts }) => drafts),
      ...associationNotices(loaded, day, ranOn),
    ],
    levels: levels.flatMap((each) => each.levels),
    standings,
    nextDue: formatDay(next ?? addDays(day, DAYS_WITHOUT_PROGRAMME)),
  };
}
