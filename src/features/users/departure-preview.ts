import type { DeparturePreview } from '../../contract/departures.ts';
import type { PersonRef } from '../../contract/explanation.ts';
import type { FactsDocument } from '../../domain/facts/facts-document.ts';
import type { AttainedEnd } from '../../domain/projection/level-risk.ts';
import { addMonths, formatDay, parseDay } from '../../domain/time/day.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import type { AsOf } from '../shared/as-of.ts';
import { projectFacts } from '../shared/evaluate-facts.ts';
import { levelRepairs } from '../shared/level-repair.ts';
import { levelsLost } from '../shared/levels-lost.ts';
import { lossCauseViews } from '../shared/loss-cause-view.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { answersOfEach } from '../shared/partner-programmes.ts';
import { personRef } from '../shared/person-refs.ts';
import type { Services } from '../shared/services.ts';
import { peopleOfActions } from '../shared/single-action-view.ts';
import { withoutPeople } from '../shared/without-people.ts';

type Loss = Omit<DeparturePreview['levels'][number], 'actions' | 'actionsComplete'>;

const MONTHS_AHEAD = 12;

interface Departure {
  readonly changed: FactsDocument;
  readonly asOf: AsOf;
  readonly until: string;
  readonly mayNames: boolean;
}

function endOf(ends: readonly AttainedEnd[], competency: string, level: string): AttainedEnd | undefined {
  return ends.find((end) => end.competency === competency && end.level === level);
}

/** Levels that are lost on the day of the departure, then those that are lost earlier than they would be. */
function losses(answer: PartnerAnswer, { changed, asOf, until, mayNames }: Departure): readonly Loss[] {
  const { programme } = answer;
  const before = answer.riskUntil(until).ends;
  const after = projectFacts(changed, programme, { ...asOf, until }).ends;
  const otherwise = (competency: string, level: string) => endOf(before, competency, level)?.on ?? null;
  const atOnce = levelsLost(answer, changed).map(
    (lost): Loss => ({
      ...lost,
      lostOn: asOf.validAt,
      otherwiseOn: otherwise(lost.competency, lost.before),
      cause: [],
    }),
  );
  const gone = new Set(atOnce.map(({ competency }) => competency));
  const later = after.flatMap(({ competency, level, on, cause }): Loss[] => {
    const otherwiseOn = otherwise(competency, level);
    if (gone.has(competency) || (otherwiseOn !== null && otherwiseOn <= on)) return [];
    return [
      {
        programme: programme.id,
        competency,
        name: programme.competencies.find(({ id }) => id === competency)!.name,
        before: level,
        after: null,
        lostOn: on,
        otherwiseOn,
        cause: lossCauseViews(answer, competency, cause, mayNames),
      },
    ];
  });
  return [...atOnce, ...later];
}

/** What the company loses, when, and what would repair it, if these people left on the day. */
export async function departurePreview(
  services: Pick<Services, 'answers' | 'programmesOf'>,
  partnerId: PartnerId,
  leaving: readonly string[],
  on: string,
  reader: { readonly mayNames: boolean; readonly mayFollow: boolean },
): Promise<DeparturePreview> {
  const asOf = { validAt: on, knownAt: null };
  const until = formatDay(addMonths(parseDay(on)!, MONTHS_AHEAD));
  const answers = await answersOfEach(services, partnerId, asOf);
  const { mayNames, mayFollow } = reader;
  const levels = answers.flatMap((answer) => {
    const changed = withoutPeople(answer.facts, new Set(leaving), on);
    const repair = levelRepairs(changed, answer.programme, null);
    return losses(answer, { changed, asOf, until, mayNames }).map((loss) => {
      if (!mayFollow) return { ...loss, actions: [], actionsComplete: false };
      const { competency, before: level, lostOn } = loss;
      const { actions, actionsComplete } = repair({ competency, level }, lostOn);
      return { ...loss, actions, actionsComplete };
    });
  });
  const { directory } = answers[0];
  const people: Record<string, PersonRef> = {};
  for (const id of levels.flatMap(({ actions }) => peopleOfActions(actions))) {
    people[id] = personRef(directory, id, mayNames);
  }
  levels.sort((left, right) => (left.lostOn < right.lostOn ? -1 : Number(left.lostOn > right.lostOn)));
  // Who may see the users sees their names; the people of the actions are told with their skills.
  return { on, until, leaving: leaving.map((id) => personRef(directory, id, true)), levels, people };
}
