/** In which order levels that may be lost are worth looking at: what is in danger first, each by what hangs on it. */
import type { Money } from '../membership/membership-policy.ts';
import type { Day } from '../time/day.ts';

export interface RankedRisk {
  readonly competency: string;
  readonly level: string;
  /** Lost already, or by the end of its own year, or kept only by a renewal that is due. */
  readonly threatened: boolean;
  /** Of the offer that the level is for; `null` when none is sold. */
  readonly price: Money | null;
  /** Of the level; higher is better. */
  readonly rank: number;
  /** How many levels that are held ask for this one. */
  readonly neededBy: number;
  /** First day without it; `null` when none is known. */
  readonly lostOn: Day | null;
  /** `null` when no number of departures loses it, or when no requirement holds it. */
  readonly departuresSurvived: number | null;
}

/**
 * Whether the offer of a level is lost with it: one competency at the level is enough to buy and to renew, so that
 * nothing hangs on one while another keeps the level safely.
 */
export function keepsOfferAlone(
  { competency, level }: Pick<RankedRisk, 'competency' | 'level'>,
  all: readonly Pick<RankedRisk, 'competency' | 'level' | 'threatened'>[],
): boolean {
  return !all.some((other) => other.level === level && other.competency !== competency && !other.threatened);
}

/** The money that is at stake: the price of the offer which nothing else keeps. */
function atStake(risk: RankedRisk, all: readonly RankedRisk[]): number {
  return risk.price !== null && keepsOfferAlone(risk, all) ? risk.price.minor : 0;
}

const NEVER = Number.MAX_SAFE_INTEGER;

/** The most valuable of those in danger first, then the most valuable of the others; equals in their own order. */
export function inOrderOfValue<Risk extends RankedRisk>(risks: readonly Risk[]): readonly Risk[] {
  const keys = new Map(
    risks.map((risk) => [
      risk,
      [
        risk.threatened ? 0 : 1,
        -atStake(risk, risks),
        -(risk.price?.minor ?? 0),
        -risk.rank,
        -risk.neededBy,
        risk.lostOn ?? NEVER,
        risk.departuresSurvived ?? NEVER,
      ],
    ]),
  );
  return [...risks].sort((left, right) => {
    const [mine, others] = [keys.get(left)!, keys.get(right)!];
    const place = mine.findIndex((key, index) => key !== others[index]);
    return place === -1 ? 0 : mine[place]! - others[place]!;
  });
}
