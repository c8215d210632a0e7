import type { Locale } from '../../contract/common.ts';
import {
  labelOf,
  PROVIDER_LABELS,
  SKILL_TYPE_LABELS,
  USER_STATUS_LABELS,
} from '../../contract/messages/labels.ts';
import type { SkillsReportColumn, SkillsReportRow } from '../../contract/skills-report.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { SKILLS_REPORT_COLUMNS } from '../../domain/skills-report/skills-report-columns.ts';
import type { CellSource, OutputCell, OutputColumn } from '../../files/output-table.ts';
import { reasonSentence } from './reason-sentence.ts';
import { plain, yesNo } from './report-file.ts';

const WIDTHS: Partial<Record<SkillsReportColumn, number>> = {
  workEmail: 32,
  skillTitle: 48,
  relevantFor: 60,
  reason: 60,
  skillId: 30,
};

/** The columns of a file, in the order of the report, with the headers of its language. */
export function fileColumns(chosen: readonly SkillsReportColumn[], locale: Locale): OutputColumn[] {
  return SKILLS_REPORT_COLUMNS.filter(({ key }) => chosen.includes(key)).map(({ key, type, header }) => ({
    header: header[locale],
    type: type === 'day' ? 'day' : 'text',
    width: WIDTHS[key] ?? 20,
  }));
}

function relevantText(relevantFor: SkillsReportRow['relevantFor'], locale: Locale): string {
  const names = relevantFor.map(({ name, optionName }) =>
    optionName === null ? name[locale] : `${name[locale]} (${optionName[locale]})`,
  );
  return plain(names.join('; '));
}

/** One way to a reason: by its code, then by the name and the value of each of its parameters. */
class ReasonWay {
  /** The reason in words, made when it is first asked for: a report has far fewer reasons than rows. */
  sentence: string | null = null;
  private readonly ways = new Map<unknown, ReasonWay>();

  of({ code, params }: NonNullable<SkillsReportRow['reason']>): ReasonWay {
    let way = this.to(code);
    for (const name in params) way = way.to(name).to(params[name]);
    return way;
  }

  private to(step: unknown): ReasonWay {
    const known = this.ways.get(step);
    if (known !== undefined) return known;
    const way = new ReasonWay();
    this.ways.set(step, way);
    return way;
  }
}

type PrintCell = (row: SkillsReportRow) => OutputCell;

/**
 * What prints the cells of a column in one file; the screen shows the same rows with the same words. What many rows share
 * is put into words once.
 */
export function cellPrinter(locale: Locale, programme: Programme): (column: SkillsReportColumn) => PrintCell {
  const ways = new ReasonWay();
  const [yes, no] = [yesNo(true, locale), yesNo(false, locale)];
  // Rows of one skill share their list.
  const relevant = new Map<SkillsReportRow['relevantFor'], string>();
  const printers: Readonly<Record<SkillsReportColumn, PrintCell>> = {
    firstName: (row) => row.firstName,
    lastName: (row) => row.lastName,
    workEmail: (row) => row.workEmail,
    userStatus: (row) => labelOf(USER_STATUS_LABELS[locale], row.userStatus),
    mcid: (row) => row.mcid,
    provider: (row) => labelOf(PROVIDER_LABELS[locale], row.provider),
    skillType: (row) => labelOf(SKILL_TYPE_LABELS[locale], row.skillType),
    skillId: (row) => row.skillId,
    skillTitle: (row) => row.skillTitle,
    achievedOn: (row) => row.achievedOn,
    expiresOn: (row) => row.expiresOn,
    retiredOn: (row) => row.retiredOn,
    associatedInPmc: (row) => (row.associatedInPmc ? yes : no),
    associatedInPartnerCenter: (row) => (row.associatedInPartnerCenter ? yes : no),
    relevantFor: (row) => {
      const text = relevant.get(row.relevantFor) ?? relevantText(row.relevantFor, locale);
      relevant.set(row.relevantFor, text);
      return text;
    },
    countsNow: (row) => (row.countsNow ? yes : no),
    reason: ({ reason }) => {
      if (reason === null) return '';
      const way = ways.of(reason);
      way.sentence ??= plain(reasonSentence(reason, locale, programme));
      return way.sentence;
    },
  };
  return (column) => printers[column];
}

/** What rows share in a column, by number: numbers in the order in which rows name things, and a row that names each. */
class SharedThings {
  readonly examples: SkillsReportRow[] = [];
  private readonly rows: readonly SkillsReportRow[];
  private readonly thingOf: (row: SkillsReportRow) => unknown;
  private readonly keys = new Map<unknown, number>();
  /** By row, from 1 on; 0 until it is asked for. */
  private readonly found: Int32Array;

  constructor(rows: readonly SkillsReportRow[], thingOf: (row: SkillsReportRow) => unknown) {
    this.rows = rows;
    this.thingOf = thingOf;
    this.found = new Int32Array(rows.length);
  }

  readonly keyOf = (at: number): number => {
    const found = this.found[at]!;
    if (found > 0) return found - 1;
    const row = this.rows[at]!;
    const thing = this.thingOf(row);
    let key = this.keys.get(thing);
    if (key === undefined) {
      key = this.examples.push(row) - 1;
      this.keys.set(thing, key);
    }
    this.found[at] = key + 1;
    return key;
  };
}

type SharedColumns = Readonly<Record<SkillsReportColumn, SharedThings>>;

function sharedColumns(rows: readonly SkillsReportRow[]): SharedColumns {
  const things = (thingOf: (row: SkillsReportRow) => unknown) => new SharedThings(rows, thingOf);
  const ways = new ReasonWay();
  const person = things(({ userId }) => userId);
  const account = things(({ mcid, provider }) => `${provider} ${mcid}`);
  const skill = things(({ skillId }) => skillId);
  const association = things((row) => `${row.associatedInPmc} ${row.associatedInPartnerCenter}`);
  return {
    ...{ firstName: person, lastName: person, workEmail: person, userStatus: person },
    ...{ mcid: account, provider: account },
    ...{ skillType: skill, skillId: skill, skillTitle: skill, retiredOn: skill },
    achievedOn: things(({ achievedOn }) => achievedOn),
    expiresOn: things(({ expiresOn }) => expiresOn),
    ...{ associatedInPmc: association, associatedInPartnerCenter: association },
    relevantFor: things(({ relevantFor }) => relevantFor),
    countsNow: things(({ countsNow }) => countsNow),
    reason: things(({ reason }) => (reason === null ? null : ways.of(reason))),
  };
}

const known = new WeakMap<readonly SkillsReportRow[], SharedColumns>();

/**
 * The cells of a column for a file. What rows share is looked for once, while the first file of these rows is written:
 * later ones go through numbers that lie side by side, not through rows that are strewn over memory.
 */
export function cellSources(
  rows: readonly SkillsReportRow[],
  locale: Locale,
  programme: Programme,
): (column: SkillsReportColumn) => CellSource {
  const shared = known.get(rows) ?? sharedColumns(rows);
  known.set(rows, shared);
  const print = cellPrinter(locale, programme);
  return (column) => {
    const cell = print(column);
    const { keyOf, examples } = shared[column];
    return { keyOf, cellOf: (key) => cell(examples[key]!) };
  };
}
