/** Answers about the levels of a company, those about some competencies taken from an earlier answer. */
import type { Programme } from '../catalogue/catalogue.ts';
import type { LevelSpans } from './level-history.ts';
import type { PartnerRisk, ProjectedRisk } from './level-risk.ts';

interface OfCompetency {
  readonly competency: string;
}

/**
 * What `before` says of other competencies and `anew` of these, in the order of the programme; in each of the two, what
 * is said of one competency stands in order already.
 */
function joined<T extends OfCompetency>(
  { competencies }: Programme,
  before: readonly T[],
  anew: readonly T[],
  these: ReadonlySet<string>,
): T[] {
  const others = before.filter(({ competency }) => !these.has(competency));
  const places = new Map(competencies.map(({ id }, place) => [id, place]));
  const placeOf = ({ competency }: OfCompetency) => places.get(competency)!;
  return [...others, ...anew].sort((left, right) => placeOf(left) - placeOf(right));
}

type RiskWarning = NonNullable<PartnerRisk['warnings']>[number];

function namesCompetency(warning: RiskWarning): warning is RiskWarning & OfCompetency {
  return 'competency' in warning;
}

/**
 * @param before the answer to the same question as `anew`, which is only about `these` competencies; sharing limits,
 *   about which nothing can be said by competency, are in neither
 */
export function withRiskAnew(
  programme: Programme,
  before: ProjectedRisk,
  anew: ProjectedRisk,
  these: ReadonlySet<string>,
): ProjectedRisk {
  const warningsOf = ({ risk }: ProjectedRisk) => (risk.warnings ?? []).filter(namesCompetency);
  const levels = joined(programme, before.risk.levels, anew.risk.levels, these);
  const warnings = joined(programme, warningsOf(before), warningsOf(anew), these);
  const { partner, asOf, until } = anew.risk;
  const risk = { partner, asOf, until, levels };
  return {
    kind: 'projected',
    risk: warnings.length === 0 ? risk : { ...risk, warnings },
    ends: joined(programme, before.ends, anew.ends, these).sort((left, right) =>
      left.on === right.on ? 0 : left.on < right.on ? -1 : 1,
    ),
  };
}

export function withSpansAnew(before: LevelSpans, anew: LevelSpans, these: ReadonlySet<string>): LevelSpans {
  const others = [...before].filter(([level]) => !these.has(level.slice(0, level.lastIndexOf('/'))));
  return new Map([...others, ...anew]);
}
