import type { SkillsReportRow } from '../../contract/skills-report.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { NamingOption } from '../../domain/evaluation/compiled-programme.ts';
import { type JudgedPeople, samePeople } from '../../domain/evaluation/judged-people.ts';
import type { RecordVerdict } from '../../domain/evaluation/record-verdicts.ts';
import type { FactsDocument, FactsPerson } from '../../domain/facts/facts-document.ts';
import {
  type SkillsReportRow as DomainRow,
  personReportRows,
  verdictsByPerson,
} from '../../domain/skills-report/skills-report-rows.ts';
import { type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import { type NamedOption, namedOption } from './option-names.ts';
import type { Directory, DirectoryEntry } from './person-refs.ts';
import { statusOn } from './status-on.ts';

/** What the rows are made of: the evaluated facts of a partner. */
export interface ReportSource {
  readonly facts: FactsDocument;
  readonly directory: Directory;
  readonly programme: Programme;
  readonly asOf: { readonly validAt: string };
  readonly verdicts: readonly RecordVerdict[];
  readonly judged: JudgedPeople;
}

/** Rows with what they were made of, so that later ones of people of whom nothing new is told are the same objects. */
export interface ReportRows {
  readonly rows: readonly SkillsReportRow[];
  /** By person as in `judged`. */
  readonly rowsOf: readonly (readonly SkillsReportRow[])[];
  readonly judged: JudgedPeople;
  readonly directory: Directory;
}

/** How rows differ from those that were made before them. */
export interface ChangedRows {
  readonly before: readonly SkillsReportRow[];
  readonly gone: ReadonlySet<SkillsReportRow>;
  readonly fresh: readonly SkillsReportRow[];
}

const changes = new WeakMap<readonly SkillsReportRow[], ChangedRows>();

/** What became of the rows made before these, when most are the same. */
export function changedRows(rows: readonly SkillsReportRow[]): ChangedRows | null {
  return changes.get(rows) ?? null;
}

const MICROSOFT_LEARNING = 'microsoft-learning';

function dayText(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

/** The Microsoft Learning account by which a person is known, for rows that come from another provider. */
function mcidOf(person: FactsPerson): string | null {
  const account = (person.associations ?? []).find(
    ({ provider, partner, until }) => provider === MICROSOFT_LEARNING && partner == null && until == null,
  );
  return account?.accountId ?? null;
}

const namedOptions = new WeakMap<readonly NamingOption[], NamedOption[]>();

/** The options with their names; records of one skill share the list, as they share that of the rules. */
function namesOf(options: readonly NamingOption[], programme: Programme): NamedOption[] {
  let named = namedOptions.get(options);
  if (named === undefined) {
    named = options.map((option) => namedOption(programme, option));
    namedOptions.set(options, named);
  }
  return named;
}

function viewOf(
  row: DomainRow,
  entry: DirectoryEntry,
  mcid: string,
  { programme, asOf }: ReportSource,
): SkillsReportRow {
  return {
    id: `${row.personId}/${row.skillId}`,
    userId: row.personId,
    recordId: row.recordId,
    firstName: entry.firstName,
    lastName: entry.lastName,
    workEmail: entry.workEmail,
    userStatus: statusOn(entry, asOf.validAt),
    mcid,
    provider: row.provider ?? '',
    skillType: row.skillKind,
    skillId: row.skillId,
    skillTitle: row.skillTitle,
    achievedOn: formatDay(row.achievedOn),
    expiresOn: dayText(row.expiresOn),
    retiredOn: dayText(row.retiredOn),
    associatedInPmc: row.associatedInPmc,
    associatedInPartnerCenter: row.associatedInPartnerCenter,
    relevantFor: namesOf(row.relevantFor, programme),
    countsNow: row.countsNow,
    reason: row.reason,
  };
}

function rowsOfPerson(
  source: ReportSource,
  all: boolean,
  person: FactsPerson,
  verdicts: readonly RecordVerdict[],
): readonly SkillsReportRow[] {
  const { programme, directory, asOf } = source;
  const entry = directory.get(person.id);
  if (entry === undefined) return [];
  const question = { programme, day: parseDay(asOf.validAt)!, all };
  const known = mcidOf(person) ?? '';
  return personReportRows(person, verdicts, question).map((row) => {
    const own = row.provider === MICROSOFT_LEARNING ? row.accountId : null;
    return viewOf(row, entry, own ?? known, source);
  });
}

/** Lists of rows by person as one list, by person id. */
function inOrderOfPeople({ people }: JudgedPeople, rowsOf: ReportRows['rowsOf']): readonly SkillsReportRow[] {
  const order = people.map((_, at) => at);
  const inOrder = people.every(({ id }, at) => at === 0 || people[at - 1]!.id < id);
  if (!inOrder) order.sort((left, right) => (people[left]!.id < people[right]!.id ? -1 : 1));
  // As long as it will be: a list that grows is copied again and again, and these are long.
  const rows = new Array<SkillsReportRow>(rowsOf.reduce((sum, own) => sum + own.length, 0));
  let place = 0;
  for (const at of order) for (const row of rowsOf[at]!) rows[place++] = row;
  return rows;
}

/**
 * The rows of the skills report with the names of people and competencies, by person id, then skill id; made once per
 * answer.
 * @param before rows of the same question, taken over as far as people are the same
 */
export function reportRowsOf(source: ReportSource, all: boolean, before: ReportRows | null): ReportRows {
  const { judged, directory, verdicts } = source;
  // Under sharing limits what is said of a person depends on where others are seated.
  const shared = verdicts === judged.verdicts ? null : verdictsByPerson(verdicts);
  const usable = shared === null && before !== null && before.directory === directory ? before : null;
  const places = samePeople(judged.people, usable?.judged.people ?? []);
  const fresh: SkillsReportRow[] = [];
  const kept = new Set<number>();
  const rowsOf = judged.people.map((person, at) => {
    const place = places[at]!;
    if (place >= 0 && usable!.judged.verdictsOf[place] === judged.verdictsOf[at]) {
      kept.add(place);
      return usable!.rowsOf[place]!;
    }
    const own = shared === null ? judged.verdictsOf[at]! : (shared.get(person.id) ?? []);
    const rows = rowsOfPerson(source, all, person, own);
    fresh.push(...rows);
    return rows;
  });
  const rows = inOrderOfPeople(judged, rowsOf);
  if (usable !== null) {
    const gone = new Set(usable.rowsOf.filter((_, place) => !kept.has(place)).flat());
    changes.set(rows, { before: usable.rows, gone, fresh });
    // Nobody goes back further than one step, and what is further back need not stay in memory.
    changes.delete(usable.rows);
  }
  return { rows, rowsOf, judged, directory };
}
