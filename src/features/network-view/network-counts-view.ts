import type { CountedSkillView, NetworkCounted, NetworkMarket } from '../../contract/network-view.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { type CountedMarks, type CountedSkill, readMarks } from '../../domain/network/standing-marks.ts';
import { retirementsAhead } from '../../domain/rehearsal/retirements-ahead.ts';
import { addDays, type Day, formatDay } from '../../domain/time/day.ts';

/** Skills listed as missing. */
const MOST_LISTED = 20;

/** In addresses and answers, where the database says nothing. */
export const NONE = 'none';

function namedIn(programme: Programme) {
  const found = (id: string, all: Programme['competencies'] | Programme['levels']) => ({
    id,
    name: all.find((each) => each.id === id)?.name ?? { en: id, fr: id },
  });
  return {
    competency: (id: string) => found(id, programme.competencies),
    level: (id: string) => found(id, programme.levels),
  };
}

function skillView(programme: Programme, counted: CountedSkill): CountedSkillView {
  const named = namedIn(programme);
  const { skill, companies, levels, byLevel } = counted;
  return {
    skill,
    title: programme.skills.get(skill)?.title ?? skill,
    companies,
    levels,
    byLevel: byLevel.map((each) => ({
      competency: named.competency(each.competency),
      level: named.level(each.level),
      companies: each.companies,
    })),
  };
}

/** In the order of the programme, with the levels that its rules name or companies hold. */
function competencyCounts(programme: Programme, { levels }: CountedMarks): NetworkCounted['competencies'] {
  const named = namedIn(programme);
  const rank = (level: string) => programme.levels.findIndex(({ id }) => id === level);
  return programme.competencies.flatMap(({ id }) => {
    const own = levels
      .filter(({ competency }) => competency === id)
      .sort((left, right) => rank(left.level) - rank(right.level));
    if (own.length === 0) return [];
    return [
      {
        competency: named.competency(id),
        levels: own.map(({ level, states }) => ({ level: named.level(level), states })),
      },
    ];
  });
}

/** Whoever would obtain a skill on the day finds it retired. */
function isRetired({ skills }: Programme, skill: string, day: Day): boolean {
  const retiredOn = skills.get(skill)?.retiredOn ?? null;
  return retiredOn !== null && retiredOn < day;
}

function retirementViews(
  programme: Programme,
  day: Day,
  { retiring }: CountedMarks,
): NetworkCounted['retirements'] {
  const none = { companies: 0, levels: 0, byLevel: [] };
  return retirementsAhead(programme, day).map(({ skill, retiredOn, endsOn }) => ({
    ...skillView(programme, retiring.find((each) => each.skill === skill) ?? { skill, ...none }),
    retiredOn: formatDay(retiredOn),
    countsThrough: formatDay(addDays(endsOn, -1)),
  }));
}

/** Each once, those that say none last. */
function each(values: readonly string[]): readonly string[] {
  const named = [...new Set(values)].filter((value) => value !== '').sort();
  return values.includes('') ? [...named, NONE] : named;
}

export function networkCountsView(
  programme: Programme,
  day: Day,
  counts: readonly { readonly mark: string; readonly companies: number }[],
  parts: readonly { readonly market: string; readonly country: string }[],
): NetworkCounted {
  const counted = readMarks(counts);
  const missing = counted.missing.filter(({ skill }) => !isRetired(programme, skill, day));
  return {
    programme: { id: programme.id, name: programme.name },
    version: programme.version,
    markets: each(parts.map(({ market }) => market)) as NetworkMarket[],
    countries: [...each(parts.map(({ country }) => country))],
    companies: counted.companies,
    competencies: competencyCounts(programme, counted),
    missing: missing.slice(0, MOST_LISTED).map((skill) => skillView(programme, skill)),
    missingMore: Math.max(0, missing.length - MOST_LISTED),
    notAllTried: counted.notAllTried,
    retirements: retirementViews(programme, day, counted),
  };
}
