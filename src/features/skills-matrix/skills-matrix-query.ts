import type { Locale } from '../../contract/common.ts';
import type {
  MatrixPerson,
  MatrixSkill,
  SkillsMatrix,
  SkillsMatrixQuery,
} from '../../contract/skills-matrix.ts';
import type { Competency } from '../../domain/catalogue/catalogue.ts';
import { notFound } from '../../http/problem.ts';
import type { Location } from '../../store/locations-store.ts';
import { nextPage } from '../shared/paging.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { chosenPeople, type Workplaces } from './chosen-people.ts';
import {
  type CompetencyMatrix,
  competencyMatrix,
  type MatrixPart,
  type MatrixRow,
  optionsAsking,
} from './competency-matrix.ts';

/** What a matrix is made of besides the facts. */
export interface AskedMatrix {
  readonly query: SkillsMatrixQuery;
  readonly locale: Locale;
  /** Of the company. */
  readonly locations: readonly Location[];
  readonly teams: readonly string[];
  /** Who works where and with whom, for a choice by it. */
  readonly workplaces: Workplaces;
}

export interface FoundMatrix extends CompetencyMatrix {
  readonly part: MatrixPart;
  readonly options: SkillsMatrix['options'];
  readonly competencies: readonly Competency[];
  /** The columns that are shown. */
  readonly shown: readonly MatrixSkill[];
  readonly chosen: readonly MatrixRow[];
}

const asking = new WeakMap<PartnerAnswer, readonly Competency[]>();

/** Competencies that ask for skills on the day. */
function askingCompetencies(answer: PartnerAnswer): readonly Competency[] {
  const known =
    asking.get(answer) ??
    answer.programme.competencies.filter((each) => optionsAsking(answer, each).length > 0);
  asking.set(answer, known);
  return known;
}

function competencyOf(
  { evaluation, programme }: PartnerAnswer,
  asked: string | undefined,
  competencies: readonly Competency[],
): Competency {
  if (asked !== undefined) {
    const found = programme.competencies.find(({ id }) => id === asked);
    if (found === undefined) throw notFound('competency-not-found', 'There is no such competency.');
    return found;
  }
  const attained = new Set(evaluation.attained.map(({ competency }) => competency));
  const found =
    competencies.find(({ id }) => attained.has(id)) ?? competencies[0] ?? programme.competencies[0];
  if (found === undefined) throw notFound('competency-not-found', 'There is no competency.');
  return found;
}

/** Which people and which skills: what the page shows a piece of, and every file prints. */
export function foundMatrix(answer: PartnerAnswer, asked: AskedMatrix): FoundMatrix {
  const { query, locale, workplaces } = asked;
  const competencies = askingCompetencies(answer);
  const competency = competencyOf(answer, query.competency, competencies);
  const options = optionsAsking(answer, competency);
  if (query.option !== undefined && !options.some(({ id }) => id === query.option)) {
    throw notFound('option-not-found', 'The competency has no such option on this day.');
  }
  const part = { competency, option: query.option };
  const matrix = competencyMatrix(answer, part);
  return {
    ...matrix,
    ...{ part, options, competencies },
    shown: query.allSkills === 'true' ? matrix.skills : matrix.skills.filter(({ held }) => held > 0),
    chosen: chosenPeople(matrix, query, { workplaces, locale }),
  };
}

function personView(
  { counting: _counting, ending: _ending, ...row }: MatrixRow,
  workplaces: Workplaces,
): MatrixPerson {
  const { locationId = null, team = null } = workplaces.get(row.userId) ?? {};
  return { ...row, locationId, team };
}

type PeopleCounts = Omit<SkillsMatrix['counts'], 'skills'>;

const counted = new WeakMap<readonly MatrixRow[], PeopleCounts>();

function countPeople(people: readonly MatrixRow[]): PeopleCounts {
  const known = counted.get(people);
  if (known !== undefined) return known;
  const counts = { seated: 0, spare: 0, elsewhere: 0, none: 0, ending: 0 };
  for (const { standing, ending } of people) {
    counts[standing] += 1;
    if (ending) counts.ending += 1;
  }
  counted.set(people, counts);
  return counts;
}

function countsOf(
  { skills }: CompetencyMatrix,
  parts: readonly (readonly MatrixRow[])[],
): SkillsMatrix['counts'] {
  const counts = { seated: 0, spare: 0, elsewhere: 0, none: 0, ending: 0, skills: skills.length };
  for (const own of parts.map(countPeople)) {
    for (const [name, count] of Object.entries(own)) counts[name as keyof PeopleCounts] += count;
  }
  return counts;
}

/** Without `top` so many people are given. */
const PAGE = 200;

/** Of the people who are chosen those of one page. */
export function pageOf(
  { chosen }: FoundMatrix,
  { top = PAGE, skip = 0 }: SkillsMatrixQuery,
): readonly MatrixRow[] {
  return chosen.slice(skip, skip + top);
}

/**
 * The matrix as the page reads it.
 * @param asked with the workplaces of the people of the page
 */
export function skillsMatrix(
  answer: PartnerAnswer,
  found: FoundMatrix,
  { query, locations, teams, workplaces }: AskedMatrix,
  url: string,
): SkillsMatrix {
  const { part, options, competencies, shown, chosen, holders, others } = found;
  const { top = PAGE, skip = 0 } = query;
  const parts = query.everyone === 'true' ? [holders, others] : [holders];
  return {
    value: pageOf(found, query).map((row) => personView(row, workplaces)),
    nextLink: skip + top < chosen.length ? nextPage(url, skip + top, top) : null,
    count: chosen.length,
    total: parts.reduce((sum, people) => sum + people.length, 0),
    skills: [...shown],
    counts: countsOf(found, parts),
    competency: part.competency.id,
    option: part.option ?? null,
    competencies: competencies.map(({ id, name }) => ({ id, name })),
    options,
    locations: locations.map(({ locationId, name }) => ({ id: locationId, name })),
    teams: [...teams],
    asOf: answer.asOf,
    programme: answer.programme.id,
    catalogueVersion: answer.programme.version,
  };
}
