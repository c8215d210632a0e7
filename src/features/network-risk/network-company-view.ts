import type { NetworkCompany } from '../../contract/network-risk.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { NamedLevel, StandingLevel } from '../../domain/membership/level-differences.ts';
import type { ListedFailure, ListedStanding, StandingsShown } from '../../store/network-standings-store.ts';

type LevelView = NetworkCompany['levels'][number];

/** A level of a programme, or of one that is not installed any more, by its id. */
export function networkLevelView(
  programme: Programme | undefined,
  { competency, level }: NamedLevel,
  known: StandingLevel | undefined,
): LevelView {
  const name = programme?.competencies.find(({ id }) => id === competency)?.name;
  return {
    competency,
    name: name ?? { en: competency, fr: competency },
    level,
    levelName: programme?.levels.find(({ id }) => id === level)?.name ?? { en: level, fr: level },
    lostOn: known?.lostOn ?? null,
    anniversary: known?.anniversary ?? null,
  };
}

/** The levels of the company that the list is about. */
function levelsShown({ levels, rulesChange }: ListedStanding, shown: StandingsShown): readonly NamedLevel[] {
  if (shown === 'at-risk') return levels.filter(({ state }) => state === 'at-risk');
  return rulesChange?.[shown] ?? [];
}

export function networkCompanyView(
  standing: ListedStanding,
  shown: StandingsShown,
  programmes: ReadonlyMap<string, Programme>,
): NetworkCompany {
  const { partnerId, partnerName, catalogue, seenAt, levels, rulesChange } = standing;
  const programme = programmes.get(standing.programme);
  const name = programme?.name ?? { en: standing.programme, fr: standing.programme };
  const knownOf = ({ competency, level }: NamedLevel) =>
    levels.find((each) => each.competency === competency && each.level === level);
  return {
    partnerId,
    partnerName,
    programme: { id: standing.programme, name },
    levels: levelsShown(standing, shown).map((level) => networkLevelView(programme, level, knownOf(level))),
    current: programme?.version === catalogue,
    seenAt: seenAt.toISOString(),
    change:
      rulesChange === null ? null : { from: rulesChange.from, on: rulesChange.on, alone: rulesChange.alone },
    reason: null,
  };
}

export function failedCompanyView({
  partnerId,
  partnerName,
  failedAt,
  reason,
}: ListedFailure): NetworkCompany {
  return {
    partnerId,
    partnerName,
    programme: null,
    levels: [],
    current: false,
    seenAt: failedAt.toISOString(),
    change: null,
    reason,
  };
}
