import type { LossCause } from '../../domain/projection/loss-causes.ts';
import { type Day, formatDay } from '../../domain/time/day.ts';
import type { PartnerAnswer } from './partner-answer.ts';
import { competencyHistory, type LevelStanding } from './partner-lifecycle.ts';

export interface LevelLoss {
  readonly on: Day | null;
  readonly causes: readonly LossCause[];
}

/** When and why a level is lost, or was: its requirements may have gone already. */
export function levelLoss(answer: PartnerAnswer, { competency, level, lostOn }: LevelStanding): LevelLoss {
  const { risk, ends } = answer.riskOfYear();
  const isIt = (each: { readonly competency: string; readonly level: string }) =>
    each.competency === competency && each.level === level;
  if (lostOn !== null) {
    const on = formatDay(lostOn);
    const projected = risk.levels.find((each) => isIt(each) && each.firstLossDate === on);
    return {
      on: lostOn,
      causes: projected?.cause ?? ends.find((each) => isIt(each) && each.on === on)?.cause ?? [],
    };
  }
  const lost = competencyHistory(answer, competency).find(
    (change) => change.level === level && change.cause === 'requirements-lost',
  );
  return { on: lost?.on ?? null, causes: lost?.losses ?? [] };
}
