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
import { chosenPeople, type Locations } from './chosen-people.ts';
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
  /** Of the company, and who works where. */
  readonly locations: readonly Location[];
  readonly locationOf: Locations;
}

export interface FoundMatrix extends CompetencyMatrix {
  readonly part: MatrixPart;
  readonly options: SkillsMatrix['options'];
  readonly competencies: readonly Competency[];
  /** The columns that are shown. */
  readonly shown: readonly MatrixSkill[];
  readonly chosen: readonly MatrixRow[];
}

/** Competencies that ask for skills on the day. */
function askingCompetencies(answer: PartnerAnswer): readonly Competency[] {
  return answer.programme.competencies.filter((each) => optionsAsking(answer, each).length > 0);
}

function competencyOf(
  { evaluation, programme }: PartnerAnswer,
  asked: string | undefined,
  asking: readonly Competency[],
): Competency {
  if (asked !== undefined) {
    const found = programme.competencies.find(({ id }) => id === asked);
    if (found === undefined) throw notFound('competency-not-found', 'There is no such competency.');
    return found;
  }
  const attained = new Set(evaluation.attained.map(({ competency }) => competency));
  const found = asking.find(({ id }) => attained.has(id)) ?? asking[0] ?? programme.competencies[0];
  if (found === undefined) throw notFound('competency-not-found', 'There is no competency.');
  return found;
}

/** Which people and which skills: what the page shows a piece of, and every file prints. */
export function foundMatrix(answer: PartnerAnswer, asked: AskedMatrix): FoundMatrix {
  const { query, locale, locationOf } = asked;
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
    chosen: chosenPeople(matrix, query, { locations: locationOf, locale }),
  };
}

function personView(
  { counting: _counting, ending: _ending, ...row }: MatrixRow,
  locationOf: Locations,
): MatrixPerson {
  return { ...row, locationId: locationOf.get(row.userId) ?? null };
}

function countsOf(people: readonly MatrixRow[], skills: readonly MatrixSkill[]): SkillsMatrix['counts'] {
  const counts = { seated: 0, spare: 0, elsewhere: 0, none: 0, ending: 0, skills: skills.length };
  for (const { standing, ending } of people) {
    counts[standing] += 1;
    if (ending) counts.ending += 1;
  }
  return counts;
}

/** Without `top` so many people are given. */
const PAGE = 200;

/** The matrix as the page reads it. */
export function skillsMatrix(answer: PartnerAnswer, asked: AskedMatrix, url: string): SkillsMatrix {
  const { part, options, competencies, shown, chosen, skills, holders, others } = foundMatrix(answer, asked);
  const { query, locations, locationOf } = asked;
  const { top = PAGE, skip = 0 } = query;
  const people = query.everyone === 'true' ? [...holders, ...others] : holders;
  return {
    value: chosen.slice(skip, skip + top).map((row) => personView(row, locationOf)),
    nextLink: skip + top < chosen.length ? nextPage(url, skip + top, top) : null,
    count: chosen.length,
    total: people.length,
    skills: [...shown],
    counts: countsOf(people, skills),
    competency: part.competency.id,
    option: part.option ?? null,
    competencies: competencies.map(({ id, name }) => ({ id, name })),
    options,
    locations: locations.map(({ locationId, name }) => ({ id: locationId, name })),
    asOf: answer.asOf,
    programme: answer.programme.id,
    catalogueVersion: answer.programme.version,
  };
}
