/** What a programme says is at risk, or a failure of the test when facts or question are refused. */
import type { Programme } from '../../../src/domain/catalogue/catalogue.ts';
import type { FactsDocument } from '../../../src/domain/facts/facts-document.ts';
import { type LevelRisk, levelRisk, type ProjectedRisk } from '../../../src/domain/projection/level-risk.ts';

export interface RiskAsked {
  readonly asOf: string;
  readonly until: string;
  readonly knownAt?: string;
}

export function projected(programme: Programme, facts: FactsDocument, asked: RiskAsked): ProjectedRisk {
  const { asOf, until, knownAt = null } = asked;
  const answer = levelRisk(facts, programme, { validAt: asOf, knownAt, until });
  if (answer.kind !== 'projected') throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer;
}

export function risks(programme: Programme, facts: FactsDocument, asked: RiskAsked): readonly LevelRisk[] {
  return projected(programme, facts, asked).risk.levels;
}

/** The only level at risk. */
export function onlyRisk(programme: Programme, facts: FactsDocument, asked: RiskAsked): LevelRisk {
  const levels = risks(programme, facts, asked);
  if (levels.length !== 1) throw new Error(`${levels.length} levels`);
  return levels[0]!;
}
