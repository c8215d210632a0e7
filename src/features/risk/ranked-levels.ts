import type { RankedLevel } from '../../contract/risk-ranking.ts';
import { levelsAskingFor } from '../../domain/evaluation/levels-asking-for.ts';
import { listedPrice } from '../../domain/membership/offer-price.ts';
import { levelKey } from '../../domain/projection/level-history.ts';
import { inOrderOfValue, keepsOfferAlone } from '../../domain/projection/risk-ranking.ts';
import { addYears, type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import { heldLevel } from '../shared/held-exemption.ts';
import { type LevelLoss, levelLoss } from '../shared/level-loss.ts';
import { lossCauseViews } from '../shared/loss-cause-view.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import type { LevelStanding } from '../shared/partner-lifecycle.ts';
import { personRef } from '../shared/person-refs.ts';

/** What was recorded and what would repair it is added by those who know. */
export type PlainRankedLevel = Omit<RankedLevel, 'changes' | 'repair'>;

/** A level whose membership lapsed may still be met: then it can be bought again, and lost. */
function isMetOrHeld(answer: PartnerAnswer, standing: LevelStanding): boolean {
  if (standing.state === 'started') return false;
  if (standing.state !== 'lapsed') return true;
  return answer.riskOfYear().risk.levels.some((each) => levelKey(each) === levelKey(standing));
}

const NO_LOSS: LevelLoss = { on: null, causes: [] };

/** What the page says of a level before it is compared with the others. */
function assessed(answer: PartnerAnswer, standing: LevelStanding) {
  const { programme, evaluation } = answer;
  const { competency, level, state, anniversary } = standing;
  const day = parseDay(answer.asOf.validAt)!;
  const year = addYears(day, 1);
  const risk = answer.riskOfYear().risk.levels.find((each) => levelKey(each) === levelKey(standing));
  const attained = evaluation.attained.find(
    (each) => levelKey(each) === levelKey(standing) && each.exempt === true,
  );
  const found = standing.lostOn !== null || state === 'at-risk' ? levelLoss(answer, standing) : NO_LOSS;
  // An exemption may hold a level for longer than anybody looks ahead.
  const loss = found.on !== null && found.on > year ? NO_LOSS : found;
  const end = anniversary !== null && anniversary > day ? (Math.min(anniversary, year) as Day) : year;
  const offer = programme.membership?.offers.find((each) => each.level === level);
  const held = new Set(
    answer
      .levelStandings()
      .filter((each) => isMetOrHeld(answer, each))
      .map(levelKey),
  );
  const neededBy = levelsAskingFor(programme, standing, day).filter((each) => held.has(levelKey(each)));
  return {
    standing,
    competency,
    level,
    risk,
    loss,
    exemption: heldLevel(attained, answer.facts.exemptions ?? [])?.exemption ?? null,
    offer,
    price: (offer && listedPrice(offer, day)?.money) ?? null,
    rank: programme.levels.find(({ id }) => id === level)?.rank ?? 0,
    asking: neededBy,
    neededBy: neededBy.length,
    lostOn: loss.on,
    departuresSurvived: risk?.departuresSurvived ?? null,
    threatened: state === 'at-risk' || state === 'in-grace' || (loss.on !== null && loss.on <= end),
  };
}

/** Every level that is met or held on the day of the answer, in the order in which they are worth looking at. */
export function rankedLevels(answer: PartnerAnswer, mayNames: boolean): PlainRankedLevel[] {
  const { programme, directory } = answer;
  const names = new Map(programme.competencies.map(({ id, name }) => [id, name]));
  const undecided = new Set(
    (answer.riskOfYear().risk.warnings ?? [])
      .filter(({ code }) => code === 'departures-undecided')
      .map(({ competency, level }) => `${competency}/${level}`),
  );
  const all = answer
    .levelStandings()
    .filter((standing) => isMetOrHeld(answer, standing))
    .map((standing) => assessed(answer, standing));
  const printed = (day: Day | null) => (day === null ? null : formatDay(day));
  return inOrderOfValue(all).map((each): PlainRankedLevel => {
    const { standing, competency, level, risk, loss, offer } = each;
    return {
      competency,
      name: names.get(competency)!,
      level,
      state: standing.state,
      met: risk !== undefined,
      exemption: each.exemption,
      anniversary: printed(standing.anniversary),
      graceUntil: printed(standing.graceUntil),
      threatened: each.threatened,
      lostOn: printed(loss.on),
      cause: lossCauseViews(answer, competency, loss.causes, mayNames),
      offer:
        offer === undefined
          ? null
          : { name: offer.name, price: each.price, alone: keepsOfferAlone(each, all) },
      neededBy: each.asking.map((asking) => ({ ...asking, name: names.get(asking.competency)! })),
      departures:
        risk === undefined
          ? null
          : {
              survived: risk.departuresSurvived,
              proved: !undecided.has(levelKey(each)),
              criticalPeople: risk.criticalPeople.map((person) => personRef(directory, person, mayNames)),
            },
    };
  });
}
