import type { MarkedCompanies, MarkedCompaniesQuery } from '../../contract/network-view.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { NamedLevel } from '../../domain/membership/level-differences.ts';
import { levelMark, skillMark } from '../../domain/network/standing-marks.ts';
import type { MarkedCompany } from '../../store/network-counts-store.ts';
import { NONE } from './network-counts-view.ts';

type Asked = Pick<MarkedCompaniesQuery, 'list' | 'competency' | 'level' | 'state' | 'skill'>;
type Company = MarkedCompanies['value'][number];

function askedLevel({ competency, level }: Asked): NamedLevel | null {
  return competency === undefined || level === undefined ? null : { competency, level };
}

/** By which the companies of a list are found; the contract has seen to it that the question is whole. */
export function markOf(asked: Asked): string {
  const { list, state, skill } = asked;
  const level = askedLevel(asked);
  return list === 'level' ? levelMark(level!, state!) : skillMark(list, skill!, level);
}

interface LevelOfList extends NamedLevel {
  /** Of a retirement: when it takes the level. */
  readonly on?: string;
  readonly keptUntil?: string | null;
}

function levelsOfList({ levels, missing, retiring }: MarkedCompany, asked: Asked): readonly LevelOfList[] {
  const { list, skill } = asked;
  const one = askedLevel(asked);
  const ofSkill = { missing, retiring, level: [] }[list].find((each) => each.skill === skill)?.levels;
  const all: readonly LevelOfList[] = list === 'level' ? levels : (ofSkill ?? []);
  return all.filter(
    (each) => one === null || (each.competency === one.competency && each.level === one.level),
  );
}

export function markedCompanyView(company: MarkedCompany, asked: Asked, programme: Programme): Company {
  const { partnerId, partnerName, market, country, catalogue, seenAt } = company;
  return {
    partnerId,
    partnerName,
    market: (market ?? NONE) as Company['market'],
    country,
    levels: levelsOfList(company, asked).map(({ competency, level, on, keptUntil }) => {
      const known = company.levels.find((each) => each.competency === competency && each.level === level);
      return {
        competency,
        name: programme.competencies.find(({ id }) => id === competency)?.name ?? {
          en: competency,
          fr: competency,
        },
        level,
        levelName: programme.levels.find(({ id }) => id === level)?.name ?? { en: level, fr: level },
        state: known?.state ?? null,
        lostOn: on ?? known?.lostOn ?? null,
        anniversary: on === undefined ? (known?.anniversary ?? null) : (keptUntil ?? null),
      };
    }),
    current: programme.version === catalogue,
    seenAt: seenAt.toISOString(),
  };
}
