import type { MatrixCell, MatrixPerson, MatrixSkill, SkillsMatrix } from '../../contract/skills-matrix.ts';
import type { SkillsReportRow } from '../../contract/skills-report.ts';
import type { Competency, SkillKind } from '../../domain/catalogue/catalogue.ts';
import { askedSkills } from '../../domain/skills-matrix/asked-skills.ts';
import {
  type PersonUse,
  peopleStandings,
  strongestStanding,
} from '../../domain/skills-matrix/people-standings.ts';
import { addDays, formatDay, parseDay } from '../../domain/time/day.ts';
import { recentlyUsed } from '../../http/recently-used.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { type RecordStop, stopWithinYear } from '../shared/record-stop.ts';
import { statusOn } from '../shared/status-on.ts';

/** The part of a competency that is shown: all its options, or one. */
export interface MatrixPart {
  readonly competency: Competency;
  /** Absent: all options. */
  readonly option?: string | undefined;
}

/** A person of the matrix; where and with whom he or she works is no fact and is added when it is shown. */
export interface MatrixRow extends Omit<MatrixPerson, 'locationId' | 'team'> {
  /** Skills that count. */
  readonly counting: number;
  readonly ending: boolean;
}

export interface CompetencyMatrix {
  readonly skills: readonly MatrixSkill[];
  /** People with one of the skills, then those with none. */
  readonly holders: readonly MatrixRow[];
  readonly others: readonly MatrixRow[];
}

const NO_USES: readonly PersonUse[] = [];

function cellOf(row: SkillsReportRow, stop: RecordStop | null): MatrixCell {
  const { recordId, achievedOn, countsNow, reason } = row;
  const state = !countsNow ? 'not' : stop === null ? 'counts' : 'ending';
  return {
    recordId,
    state,
    achievedOn,
    countsUntil: stop === null ? null : formatDay(addDays(stop.on, -1)),
    reason,
  };
}

interface Named
  extends Pick<SkillsReportRow, 'userId' | 'firstName' | 'lastName' | 'workEmail' | 'userStatus'> {}

function rowOf(
  person: Named,
  uses: readonly PersonUse[],
  cells: Readonly<Record<string, MatrixCell>>,
): MatrixRow {
  const { userId, firstName, lastName, workEmail, userStatus } = person;
  const states = Object.values(cells).map(({ state }) => state);
  return {
    ...{ userId, firstName, lastName, workEmail, userStatus },
    standing: strongestStanding(uses) ?? 'none',
    uses: [...uses],
    cells,
    counting: states.filter((state) => state !== 'not').length,
    ending: states.includes('ending'),
  };
}

/** The rows of the skills report that concern the part, person by person: the report keeps those of one together. */
function* rowsByPerson(answer: PartnerAnswer, part: MatrixPart): Iterable<readonly SkillsReportRow[]> {
  let own: SkillsReportRow[] = [];
  for (const row of answer.reportRows(false)) {
    if (own.length > 0 && own[0]!.userId !== row.userId) {
      yield own;
      own = [];
    }
    if (row.relevantFor.some((named) => concerns(named, part))) own.push(row);
  }
  if (own.length > 0) yield own;
}

function concerns(
  named: { readonly competency: string; readonly option: string | null },
  { competency, option }: MatrixPart,
): boolean {
  return named.competency === competency.id && (option === undefined || named.option === option);
}

/** The explained results of the part. */
function resultsOf({ evaluation }: PartnerAnswer, part: MatrixPart) {
  return evaluation.competencies.filter((result) => concerns(result, part));
}

/** Options of a competency that ask for skills on the day of the answer, for a partner of its track. */
export function optionsAsking(answer: PartnerAnswer, competency: Competency): SkillsMatrix['options'] {
  const day = parseDay(answer.asOf.validAt)!;
  const asked = new Set(resultsOf(answer, { competency }).map(({ option }) => option));
  return competency.options
    .filter(({ id }) => asked.has(id) && askedSkills(competency, (option) => option === id, day).length > 0)
    .map(({ id, name }) => ({ id, name: id === null ? null : name }));
}

function matrixSkills(answer: PartnerAnswer, part: MatrixPart, rows: readonly MatrixRow[]): MatrixSkill[] {
  const { programme, asOf } = answer;
  const asked = new Set(resultsOf(answer, part).map(({ option }) => option));
  const ids = askedSkills(part.competency, (option) => asked.has(option), parseDay(asOf.validAt)!);
  const counts = new Map(ids.map((id) => [id, { held: 0, counting: 0, ending: 0 }]));
  for (const { cells } of rows) {
    for (const [id, { state }] of Object.entries(cells)) {
      const own = counts.get(id);
      if (own === undefined) continue;
      own.held += 1;
      if (state !== 'not') own.counting += 1;
      if (state === 'ending') own.ending += 1;
    }
  }
  return ids.map((id): MatrixSkill => {
    const skill = programme.skills.get(id);
    const code = skill?.code ?? id.slice(id.indexOf(':') + 1);
    const kind: SkillKind = skill?.kind ?? 'external';
    return { id, code, kind, title: skill?.title ?? code, ...counts.get(id)! };
  });
}

function build(answer: PartnerAnswer, part: MatrixPart): CompetencyMatrix {
  const uses = peopleStandings(resultsOf(answer, part));
  const stopOf = stopWithinYear(answer);
  const holders: MatrixRow[] = [];
  for (const rows of rowsByPerson(answer, part)) {
    const cells = Object.fromEntries(rows.map((row) => [row.skillId, cellOf(row, stopOf(row))]));
    holders.push(rowOf(rows[0]!, uses.get(rows[0]!.userId) ?? NO_USES, cells));
  }
  const known = new Set(holders.map(({ userId }) => userId));
  const others: MatrixRow[] = [];
  for (const entry of answer.directory.values()) {
    const { userId, employedFrom } = entry;
    const userStatus = statusOn(entry, answer.asOf.validAt);
    if (known.has(userId) || userStatus === 'left') continue;
    if (employedFrom !== null && employedFrom > answer.asOf.validAt) continue;
    others.push(rowOf({ ...entry, userStatus }, uses.get(userId) ?? NO_USES, {}));
  }
  return { skills: matrixSkills(answer, part, holders), holders, others };
}

/** Parts kept with one answer: a reader goes through a few competencies, and each names all its people. */
const MOST_PARTS = 4;

const known = new WeakMap<PartnerAnswer, ReturnType<typeof recentlyUsed<CompetencyMatrix>>>();

/** People and skills of a part of a competency, made from the rows of the skills report: what one says, the other says. */
export function competencyMatrix(answer: PartnerAnswer, part: MatrixPart): CompetencyMatrix {
  const own = known.get(answer) ?? recentlyUsed<CompetencyMatrix>(MOST_PARTS);
  known.set(answer, own);
  const key = `${part.competency.id} ${part.option ?? ''}`;
  const matrix = own.get(key) ?? build(answer, part);
  own.set(key, matrix);
  return matrix;
}
